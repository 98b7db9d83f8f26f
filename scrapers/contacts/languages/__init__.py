"""One file a language: how its pages name whom to ask (``cues``) and what they ask of applicants (``wishes``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from scrapers.contacts.beginnings import Beginnings


@cache
def tables() -> dict[str, dict[str, Any]]:
    """Every language file, by its ISO 639-1 code."""
    folder = files(__name__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {name.removesuffix(".toml"): tomllib.loads((folder / name).read_text("utf-8")) for name in names}


_SHORT = 300
# Languages close enough to be read by a neighbour's file.
_AS = {"nb": "no", "nn": "no", "sk": "cs", "ca": "es", "gl": "es"}


def heard(text: str, declared: str | None = None) -> tuple[tuple[str, ...], dict[str, list[int]]]:
    """The languages whose files to ask about ``text`` (lower case), and where their stems stand in it: one search.

    Asked are those whose small words it holds, and the ``declared`` one; English, which turns up everywhere, always. A
    text too short to tell is asked in every language.
    """
    if len(text) < _SHORT:
        return (every := tuple(tables())), stems(text, every)
    own = (declared or "en")[:2]
    known = {"en", _AS.get(own, own)}
    if "se habla español" in text:
        known.add("es")
    asked = tuple(code for code in tables() if code in known)
    found, said = _heard(text, asked)
    spoken = tuple(code for code, words in _marks().items() if code in known or (said and len(words & said) >= 2))
    return spoken, found if spoken == asked else stems(text, spoken)


def stems(text: str, spoken: tuple[str, ...]) -> dict[str, list[int]]:
    """Where words of ``text`` (lower case) begin with a stem of these languages' rows, or hold one as ``inside`` says.

    A stem that is not there has no entry. The spaces round a stem count only where a sentence is asked.
    """
    return _heard(text, spoken)[0]


def _heard(text: str, spoken: tuple[str, ...]) -> tuple[dict[str, list[int]], set[str]]:
    """Where the stems of these languages stand, and the small words of any other."""
    found: dict[str, list[int]] = {}
    said: set[str] = set()
    for at, (string, offset) in _beginnings(spoken).spots(f"{text} "):
        if offset >= 0:
            found.setdefault(string, []).append(at + offset)
        elif text[at - 1 : at] in ("", " "):
            said.add(string)
    return found, said


@cache
def _beginnings(spoken: tuple[str, ...]) -> Beginnings[tuple[str, int]]:
    """What words may begin with: for each the stem as written, and where in it that stands; -1 for a small word."""
    rows = [row for code in spoken for key in ("cues", "wishes") for row in tables()[code][key]]
    written = sorted({stem for row in rows for stem in row["stems"]})
    inside = {word for code in spoken for word in tables()[code].get("inside", ())}
    within = [(word, (stem, word.index(stem.strip()))) for word in inside for stem in written if stem.strip() in word]
    small = {word for code, words in _marks().items() if code not in spoken for word in words}
    return Beginnings(
        [
            *((stem.strip(), (stem, 0)) for stem in written),
            *(one for one in within if one[1][1]),
            *((f"{word} ", (word, -1)) for word in small),
        ]
    )


@cache
def _marks() -> dict[str, frozenset[str]]:
    """The small words that tell each language."""
    return {code: frozenset(mark.strip() for mark in table["marks"]) for code, table in tables().items()}
