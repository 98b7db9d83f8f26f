"""What sentences say when they name whom to ask, write to or work under: the ``cues`` of each language file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from scrapers.contacts import languages


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of a language; ``mode`` *ask* makes the whole sentence count, *after* the name that follows it."""

    language: str
    mode: Literal["ask", "after"]
    role: str
    phrase: re.Pattern[str]
    example: str


@cache
def rows(language: str) -> tuple[tuple[str, Cue], ...]:
    """The cues of a language, each under every plain string one of which its sentence must hold."""
    return tuple(
        (stem, cue)
        for row in languages.tables()[language]["cues"]
        for cue in [Cue(language, row["mode"], row["role"], re.compile(row["phrase"], re.I), row["example"])]
        for stem in row["stems"]
    )


@cache
def by_stem(spoken: tuple[str, ...]) -> dict[str, list[Cue]]:
    """The cues of these languages by stem."""
    index: dict[str, list[Cue]] = {}
    for language in spoken:
        for stem, cue in rows(language):
            index.setdefault(stem, []).append(cue)
    return index


APPLY = re.compile(
    r"\b(?:apply|application|applying|r[ée]sum[ée]s?|cvs?|curriculum|cover letter|portfolio|bewerb\w{1,12}|bewirb|"
    r"lebenslauf|postul\w{1,5}|candidatures?|candidat\w{0,5}|solicit\w{1,5}|sollicit\w{1,7}|ansök\w{1,7}|"
    r"ansøg\w{1,7}|søknad\w{0,3}|hakemu\w{1,6}|životopis\w{0,3}|aplik\w{1,6}|rekrut\w{1,7}|recruit\w{0,6}|careers?|"
    r"jobs?|hr|karriere|vacature\w{0,2}|vacanc\w{1,3}|currículum|motivation|lettre)\b",
    re.I,
)


def matches(sentence: str, spoken: tuple[str, ...]) -> list[tuple[int, int, Cue]]:
    """Each cue of these languages in a sentence: where it begins and ends there, and the row."""
    lowered = sentence.lower()
    found: dict[int, tuple[int, int, Cue]] = {}
    for stem, cues in by_stem(spoken).items():
        if stem in lowered:
            for cue in cues:
                if id(cue) not in found and (match := cue.phrase.search(sentence)):
                    found[id(cue)] = (match.start(), match.end(), cue)
    return list(found.values())


def spots(lowered: str, stems: Iterable[str]) -> list[int]:
    """Where in a text (lower case) one of the stems stands, in order."""
    found: set[int] = set()
    for stem in stems:
        at = lowered.find(stem)
        while at >= 0:
            found.add(at)
            at = lowered.find(stem, at + len(stem))
    return sorted(found)
