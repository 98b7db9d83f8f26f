"""One file a language: how its pages name whom to ask (``cues``) and what they ask of applicants (``wishes``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def tables() -> dict[str, dict[str, Any]]:
    """Every language file, by its ISO 639-1 code."""
    folder = files(__name__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {name.removesuffix(".toml"): tomllib.loads((folder / name).read_text("utf-8")) for name in names}


_SHORT = 300
# Languages close enough to be read by a neighbour's file.
_AS = {"nb": "no", "nn": "no", "sk": "cs", "ca": "es", "gl": "es"}


def spoken(text: str, declared: str | None = None) -> tuple[str, ...]:
    """The languages whose files to ask about ``text`` (lower case): those whose small words it holds, and ``declared``.

    A text too short to tell is asked in every language; English, which turns up everywhere, always.
    """
    if len(text) < _SHORT:
        return tuple(tables())
    own = (declared or "en")[:2]
    known = {"en", _AS.get(own, own)}
    if "se habla español" in text:
        known.add("es")
    words = set(text.split())
    return tuple(code for code, marks in _marks() if code in known or len(marks & words) >= 2)


def held(text: str, spoken: tuple[str, ...]) -> set[str]:
    """The stems of these languages' rows that ``text`` (lower case) holds, the spaces round them aside."""
    return {
        stem
        for shortest, stems in _stems(spoken)
        if shortest in text
        for stem, bare in stems
        if bare == shortest or bare in text
    }


@cache
def _stems(spoken: tuple[str, ...]) -> tuple[tuple[str, list[tuple[str, str]]], ...]:
    """The stems, as written and bare, under the shortest that they hold: a text without that one has none of them."""
    rows = [row for code in spoken for key in ("cues", "wishes") for row in tables()[code][key]]
    under: dict[str, list[tuple[str, str]]] = {}
    for bare, stem in sorted(
        {(stem.strip(), stem) for row in rows for stem in row["stems"]}, key=lambda one: len(one[0])
    ):
        shortest = next((other for other in under if other in bare), bare)
        under.setdefault(shortest, []).append((stem, bare))
    return tuple(under.items())


@cache
def _marks() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((code, frozenset(mark.strip() for mark in table["marks"])) for code, table in tables().items())
