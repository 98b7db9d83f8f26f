"""One file a language: how its pages name whom to ask (``cues``) and what they ask of applicants (``wishes``)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from scrapers.contacts.beginnings import Beginnings
from scrapers.signs import any_of


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
    every, marks = _marks()
    said = set(every.findall(f" {text} "))
    return tuple(code for code, words in marks if code in known or (said and len(words & said) >= 2))


@cache
def _marks() -> tuple[re.Pattern[str], tuple[tuple[str, frozenset[str]], ...]]:
    """The small words by language, and a pattern for those of all but English, which is asked in any case."""
    marks = tuple((code, frozenset(mark.strip() for mark in table["marks"])) for code, table in tables().items())
    words = frozenset[str]().union(*(words for code, words in marks if code != "en"))
    return re.compile(f" (?=({any_of(sorted(words))}) )"), marks


def stems(text: str, spoken: tuple[str, ...]) -> dict[str, list[int]]:
    """Where words of ``text`` (lower case) begin with a stem of these languages' rows, or hold one as ``inside`` says.

    A stem that is not there has no entry. The spaces round a stem count only where a sentence is asked.
    """
    found: dict[str, list[int]] = {}
    for at, (stem, offset) in _stems(spoken).spots(text):
        found.setdefault(stem, []).append(at + offset)
    return found


@cache
def _stems(spoken: tuple[str, ...]) -> Beginnings[tuple[str, int]]:
    """What words may begin with: for each the stem as it is written, and where in it that stands."""
    rows = [row for code in spoken for key in ("cues", "wishes") for row in tables()[code][key]]
    stems = sorted({stem for row in rows for stem in row["stems"]})
    inside = {word for code in spoken for word in tables()[code].get("inside", ())}
    within = [(word, (stem, word.index(stem.strip()))) for word in inside for stem in stems if stem.strip() in word]
    return Beginnings([*((stem.strip(), (stem, 0)) for stem in stems), *(one for one in within if one[1][1])])
