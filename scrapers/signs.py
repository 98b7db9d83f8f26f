"""Strings without one of which a costly pattern can find nothing: looked for first, so that it runs only round them."""

from __future__ import annotations

import re
from collections import defaultdict


class Signs:
    """Some strings, and where in a text any of them stands.

    Those that begin with a capital are one pattern, grouped by that letter: a search leaps from capital to capital. Any
    other letter is too frequent for that, and such a string is looked for by itself.
    """

    def __init__(self, *strings: str) -> None:
        """``strings`` are looked for letter for letter."""
        rests: defaultdict[str, list[str]] = defaultdict(list)
        for string in strings:
            if string[0].isupper():
                rests[string[0]].append(re.escape(string[1:]))
        groups = (f"{letter}(?:{'|'.join(sorted(ends, key=len))})" for letter, ends in rests.items())
        self._pattern = re.compile("|".join(groups)) if rests else None
        self._others = tuple(string for string in strings if not string[0].isupper())

    def spots(self, text: str) -> list[int]:
        """Where any of them begins, in order."""
        found = [match.start() for match in self._pattern.finditer(text)] if self._pattern else []
        for string in self._others:
            at = text.find(string)
            while at >= 0:
                found.append(at)
                at = text.find(string, at + len(string))
        return sorted(found)
