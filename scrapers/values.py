"""A value and what it was read from, and comparing texts by their words."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bs4 import Tag

from scrapers.kept import kept
from scrapers.posting import Evidence

T = TypeVar("T")

_TAG = re.compile(r"<[^<>]{1,400}>")
_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True)
class Found(Generic[T]):
    """A value, the words it was read from, and where those stood: asked for only where the value is taken."""

    value: T
    text: str
    where: str | Callable[[], str]

    @property
    def evidence(self) -> Evidence:
        """What it was read from, cut to what a person reads at a glance."""
        text = self.text if len(self.text) <= 300 else self.text[:299] + "…"
        return Evidence(text, self.where if isinstance(self.where, str) else self.where())


def found(value: T, text: str, where: str | Callable[[], str]) -> Found[T]:
    """A value with the words it was read from, and where they stood or how to tell."""
    return Found(value, text, where)


def plain(value: Any) -> str:
    """A structured value as plain words: entities read (twice, as pages escape twice), tags dropped, spaces single."""
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, (str, dict))), "")
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("value") or ""
    text = str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(text.split())


@kept
def words(text: str) -> tuple[str, ...]:
    """The words of a text, lower case, for comparing."""
    return tuple(_WORD.findall(text.casefold()))


def alike(one: str, other: str) -> bool:
    """Whether two titles name the same job: one's words are nearly all in the other ("(m/w/d)" is in every title)."""
    a, b = ({word for word in words(text) if len(word) > 1} for text in (one, other))
    return bool(a and b) and len(a & b) >= 0.7 * min(len(a), len(b))


def text_of(node: Tag) -> str:
    """The words of an element, single-spaced."""
    return " ".join(node.get_text(" ").split())


def same_address(one: str, *others: str | None) -> bool:
    """Whether an address is one of the others, scheme, query, fragment and final slash aside."""
    bare = _bare_address(one)
    return bool(bare) and any(other and _bare_address(other) == bare for other in others)


def _bare_address(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/+$", "", address.strip())
