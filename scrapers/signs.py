"""Patterns of many alternatives, made so that few are tried; and where a string stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

_SPECIAL = r"\^$.[(|?*+{"
_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.S)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, tried in this order, grouped by the letter they begin with."""
    return grouped("|".join(map(re.escape, words)))


def grouped(pattern: str) -> str:
    """The same alternatives, those that begin with one letter behind that letter, in their order.

    A long list of alternatives is tried one by one wherever it may match; grouped, only those of one letter are, and
    a search leaps to those letters. What begins with no letter (``[``, ``x?``) stands behind the others. It helps only
    where case counts: match texts in lower case instead of ignoring it.
    """
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for one in _spread(pattern):
        plain = one[:1] not in _SPECIAL and one[1:2] not in ("?", "*", "+", "{")
        rests[one[0] if plain else ""].append(one[1:] if plain else one)
    others = rests.pop("", [])
    behind = [f"{letter}(?:{'|'.join(ends)})" for letter, ends in rests.items()]
    return f"(?:{'|'.join((*behind, *others))})"


def _spread(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, those inside a group that it begins with as well: "(?:a|b)?c" is ac, bc, c."""
    for one in _parted(pattern, "|"):
        group, *behind = _parted(one, ")") if one.startswith("(?:") else [one]
        rest = ")".join(behind)
        if not behind or rest.startswith(("*", "+", "{", "??", "?+")):
            yield one
            continue
        for first in _parted(group.removeprefix("(?:"), "|"):
            yield from _spread(first + rest.removeprefix("?"))
        if rest.startswith("?"):
            yield from _spread(rest.removeprefix("?"))


def _parted(pattern: str, mark: str) -> list[str]:
    """A pattern, parted at each ``mark`` that stands in no bracket; a closing bracket stands in none."""
    parts, open_brackets = [""], 0
    for piece in _PIECE.findall(pattern):
        open_brackets += (piece == "(") - (piece == ")")
        if piece == mark and not open_brackets:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def lower_case(text: str) -> str:
    """``text`` in lower case, offset for offset."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def every(string: str, text: str) -> Iterator[int]:
    """Where in a text a string stands, each time."""
    at = text.find(string)
    while at >= 0:
        yield at
        at = text.find(string, at + len(string))
