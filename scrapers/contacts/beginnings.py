"""Strings that words begin with, all looked for at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from scrapers.signs import any_of

T = TypeVar("T")

_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_") | frozenset(range(0xE0, 0x100))
_TO_SPACES = bytes(byte if byte in _LETTERS else 0x20 for byte in range(256))


class Beginnings(Generic[T]):
    """What some strings (lower case) stand for, and where in a text a word begins with one of them.

    A search leaps from one space to the next, and of two strings that begin alike only the shorter is in its pattern:
    to look for a hundred strings one by one through the whole text takes many times as long.
    """

    def __init__(self, strings: Iterable[tuple[str, T]]) -> None:
        """``strings``: each with what it stands for; the same string may stand for several things."""
        self._behind: dict[str, list[tuple[str, T]]] = {}
        for string, meaning in sorted(strings, key=lambda pair: len(pair[0])):
            plain = _spaced(string)
            shortest = next((other for other in self._behind if plain.startswith(other)), plain)
            self._behind.setdefault(shortest, []).append((string, meaning))
        self._pattern = re.compile(rf" (?=({any_of(self._behind)}))")

    def spots(self, text: str) -> Iterator[tuple[int, T]]:
        """Where a word of a text (lower case) begins with one of the strings, and what that stands for."""
        for match in self._pattern.finditer(_spaced(f" {text}")):
            at = match.start()
            for string, meaning in self._behind[match[1]]:
                if text.startswith(string, at):
                    yield at, meaning


def _spaced(text: str) -> str:
    """A text, letter for letter, with spaces for all but Latin letters: the same for what is sought and where."""
    return text.encode("latin-1", "replace").translate(_TO_SPACES).decode("latin-1")
