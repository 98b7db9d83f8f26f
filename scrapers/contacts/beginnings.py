"""Strings that words begin with, all looked for at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from scrapers.signs import any_of

T = TypeVar("T")


class Beginnings(Generic[T]):
    """What some strings (lower case) stand for, and where in a text a word begins with one of them.

    A search leaps from one end of a word to the next, and of two strings that begin alike only the shorter is in its
    pattern: to look for a hundred strings one by one through the whole text takes many times as long.
    """

    def __init__(self, strings: Iterable[tuple[str, T]]) -> None:
        """``strings``: each with what it stands for; the same string may stand for several things."""
        self._behind: dict[str, list[tuple[str, T]]] = {}
        for string, meaning in sorted(strings, key=lambda pair: len(pair[0])):
            shortest = next((other for other in self._behind if string.startswith(other)), string)
            self._behind.setdefault(shortest, []).append((string, meaning))
        self._pattern = re.compile(rf"[^a-z\dà-ÿ_](?=({any_of(self._behind)}))")

    def spots(self, text: str) -> Iterator[tuple[int, T]]:
        """Where a word of a text (lower case) begins with one of the strings, and what that stands for."""
        for match in self._pattern.finditer(f" {text}"):
            at = match.start()
            for string, meaning in self._behind[match[1]]:
                if text.startswith(string, at):
                    yield at, meaning
