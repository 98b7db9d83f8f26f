"""What a page says of itself in JSON-LD and microdata, read block by block so that a broken one loses only itself."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeAlias

from bs4 import Tag
from bs4.element import NavigableString

Item: TypeAlias = dict[str, Any]

MAX_BLOCK = 1_000_000
MAX_ITEMS = 2_000
MAX_DEPTH = 40
# Nodes of a page whose text is read for its microdata; nested properties would have the same text read again and again.
MAX_NODES = 100_000


class Budget:
    """How many nodes may still be read for the microdata of a page."""

    def __init__(self, nodes: int = MAX_NODES) -> None:
        """``nodes`` in all."""
        self.nodes = nodes

    def text_of(self, tag: Tag) -> str:
        """The words of an element, as far as the nodes reach."""
        texts = []
        for node in islice(tag.descendants, max(0, self.nodes)):
            self.nodes -= 1
            if type(node) is NavigableString and (text := node.strip()):
                texts.append(text)
        return " ".join(texts)


_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_COMMENT_MARK = re.compile(
    r"^\s{0,200}(?:<!--|/\*\s?<!\[CDATA\[\s?\*/|//\s?<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s?\]\]>|\]\]>)\s{0,200}$"
)
_ESCAPE = re.compile(r'\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})?')


def load_block(text: str) -> Any:
    """The value of one JSON-LD block; raises ValueError with a reason when it is not JSON even after repairs.

    Repairs, in order of how often pages need them: control characters inside strings, HTML comment or CDATA marks
    around the block, backslashes that escape nothing, trailing commas, a block that was HTML-escaped as a whole.
    """
    if len(text) > MAX_BLOCK:
        raise ValueError(f"it is longer than {MAX_BLOCK:,} characters")
    text = text.strip().lstrip("\ufeff").rstrip(";")
    first: ValueError | None = None
    for repaired in _repairs(text):
        try:
            return json.loads(repaired, strict=False, parse_constant=_refuse, parse_int=_integer)
        except RecursionError:
            raise ValueError("it is nested too deeply") from None
        except ValueError as error:
            first = first or error
    raise first or ValueError("it is empty")


def _repairs(text: str) -> Iterator[str]:
    yield text
    bare = _COMMENT_MARK.sub("", text)
    if bare != text:
        yield bare
    bare = _ESCAPE.sub(lambda match: match[0] if len(match[0]) > 1 else "\\\\", bare)
    yield _TRAILING_COMMA.sub("", bare)
    if "&quot;" in bare:
        yield _TRAILING_COMMA.sub("", html.unescape(bare))


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is not a JSON number")


def _integer(digits: str) -> int | str:
    # int() refuses more than 4,300 digits; such a "number" is no fact about a job.
    return int(digits) if len(digits) <= 30 else digits


def items(value: Any) -> Iterator[Item]:
    """Each object of a loaded block that stands for something: lists, ``@graph`` and ``mainEntity`` are opened."""
    waiting = [value]
    for _ in range(MAX_ITEMS):
        if not waiting:
            return
        head = waiting.pop(0)
        if isinstance(head, list):
            waiting[:0] = head
        elif isinstance(head, dict):
            yield head
            waiting[:0] = [head[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in head]


def types(item: Item) -> set[str]:
    """The item's schema.org types, without their address: ``{"JobPosting"}``."""
    kind = item.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return {name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if isinstance(name, str)}


def microdata(root: Tag, budget: Budget, depth: int = 0) -> Item:
    """The microdata item that begins at ``root`` (an element with ``itemscope``), shaped like JSON-LD.

    Reads as the HTML Standard's microdata algorithm does, less ``itemref``; deeper than ``MAX_DEPTH`` is left out.
    """
    item: Item = {}
    if kind := root.get("itemtype"):
        item["@type"] = str(kind).split()[0].rsplit("/", 1)[-1] if str(kind).split() else ""
    for tag in _properties(root):
        scoped = tag.has_attr("itemscope")
        if scoped and depth >= MAX_DEPTH:
            continue
        value = microdata(tag, budget, depth + 1) if scoped else _property_value(tag, budget)
        for name in str(tag.get("itemprop") or "").split():
            if name not in item:
                item[name] = value
            elif isinstance(item[name], list):
                item[name].append(value)
            else:
                item[name] = [item[name], value]
    return item


def _properties(root: Tag) -> Iterator[Tag]:
    """The elements under ``root`` that are its own properties: what lies in an inner item is the inner item's."""
    waiting = [child for child in reversed(root.contents) if isinstance(child, Tag)]
    while waiting:
        tag = waiting.pop()
        if tag.has_attr("itemprop"):
            yield tag
        if not tag.has_attr("itemscope"):
            waiting.extend(child for child in reversed(tag.contents) if isinstance(child, Tag))


def _property_value(tag: Tag, budget: Budget) -> str:
    for attribute in ("content", "datetime"):
        if tag.has_attr(attribute):
            return str(tag[attribute]).strip()
    if tag.name in ("a", "link", "img"):
        target = str(tag.get("href") or tag.get("src") or "")
        # schema.org pages often put a plain-text property on a link: its words are the value then.
        return budget.text_of(tag) or target
    return budget.text_of(tag)
