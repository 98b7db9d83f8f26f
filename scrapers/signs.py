"""Strings without one of which a costly pattern can find nothing: looked for first, so that it runs only round them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, tried in this order, grouped by the letter they begin with.

    A long list of alternatives is tried one by one wherever it may match; grouped, only those of one letter are.
    """
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        rests[word[0]].append(re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(ends)})" for letter, ends in rests.items())


def every(string: str, text: str) -> Iterator[int]:
    """Where in a text a string stands, each time."""
    at = text.find(string)
    while at >= 0:
        yield at
        at = text.find(string, at + len(string))


class Signs:
    """Some strings, and where in a text any of them stands.

    Those that begin with a capital are one pattern, grouped by that letter: a search leaps from capital to capital. Any
    other letter is too frequent for that, and such a string is looked for by itself.
    """

    def __init__(self, *strings: str) -> None:
        """``strings`` are looked for letter for letter."""
        capital = sorted((string for string in strings if string[0].isupper()), key=len)
        self._pattern = re.compile(any_of(capital)) if capital else None
        self._others = tuple(string for string in strings if not string[0].isupper())

    def spots(self, text: str) -> list[int]:
        """Where any of them begins, in order."""
        found = [match.start() for match in self._pattern.finditer(text)] if self._pattern else []
        for string in self._others:
            found += every(string, text)
        return sorted(found)
