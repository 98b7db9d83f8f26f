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


@cache
def _marks() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((code, frozenset(mark.strip() for mark in table["marks"])) for code, table in tables().items())
