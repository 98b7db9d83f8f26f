"""A small selector for site files, answered from the page's indexes instead of by walking the tree again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import cache
from types import MappingProxyType

from bs4 import Tag

from scrapers.page import Page

_SIMPLE = re.compile(
    r"(?P<tag>[a-z][\w-]*)?(?:#(?P<id>[\w-]+)|\.(?P<cls>[\w-]+)|"
    r"\[(?P<attr>[\w-]+)(?:(?P<op>[*^]?=)(?P<value>[^\]]*))?\])?"
)


_ATTRIBUTE_END = re.compile(r"[*^]?=|\]")
_TAG_END = re.compile(r"[.#\[]")


def where(**fields: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The elements in which a site shows each field, best first; a selector that is none is an error at once."""
    for selector in (selector for selectors in fields.values() for selector in selectors):
        for step in selector.split(" "):
            _parsed(step)
    return MappingProxyType(fields)


def begun(page: Page, sign: str) -> Set[str]:
    """The names that the page has of one kind: a selector that begins with another finds nothing there."""
    if sign == ".":
        return page.class_names
    if sign == "#":
        return page.ids.keys()
    return page.attribute_names if sign == "[" else page.tag_names


@cache
def beginning(selector: str) -> tuple[str, str]:
    """What a selector begins with: ``.``, ``#`` or ``[`` and the name behind it, or nothing and an element's name."""
    first = selector.split(" ")[0]
    if first[0] == "[":
        return "[", _ATTRIBUTE_END.split(first[1:], maxsplit=1)[0]
    return (first[0], first[1:]) if first[0] in ".#" else ("", _TAG_END.split(first, maxsplit=1)[0])


def select(page: Page, selector: str) -> list[Tag]:
    """The elements a selector names, in page order: ``h1``, ``.class``, ``#id``, ``[attr]``, ``[attr=value]``,
    ``[attr*=part]``, ``[attr^=start]``, each with an element name before it or not, and descendants by a space.

    Raises ValueError for anything else, so that a site file cannot be silently wrong.
    """
    first, *inner = selector.split(" ")
    tags = _start(page, first)
    for step in inner:
        match = _parsed(step)
        tags = [tag for root in tags[:20] for tag in root.find_all(True) if _fits(tag, match)]
    return tags


@cache
def _parsed(step: str) -> re.Match[str]:
    match = _SIMPLE.fullmatch(step)
    if not match or not step:
        raise ValueError(f"{step!r} is no selector that scrapers.selecting knows.")
    return match


def _start(page: Page, step: str) -> list[Tag]:
    match = _parsed(step)
    if match["id"]:
        tag = page.by_id(match["id"])
        candidates = [tag] if tag is not None else []
    elif match["cls"]:
        candidates = page.by_class(match["cls"])
    elif match["attr"] and not match["tag"]:
        candidates = page.by_attribute(match["attr"])
    else:
        candidates = page.tags(match["tag"])
    return [tag for tag in candidates if _fits(tag, match)]


def _fits(tag: Tag, match: re.Match[str]) -> bool:
    if match["tag"] and tag.name != match["tag"]:
        return False
    if match["id"] and tag.get("id") != match["id"]:
        return False
    if match["cls"] and match["cls"] not in str(tag.get("class") or "").split():
        return False
    if not match["attr"]:
        return True
    value = tag.get(match["attr"])
    return value is not None and _compares(str(value), match["op"], (match["value"] or "").strip("\"'"))


def _compares(value: str, operator: str | None, wanted: str) -> bool:
    if operator == "*=":
        return wanted in value
    if operator == "^=":
        return value.startswith(wanted)
    return operator is None or value == wanted
