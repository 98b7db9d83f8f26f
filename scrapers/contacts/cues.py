"""What sentences say when they name whom to ask, write to or work under: the ``cues`` of each language file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import Any, Literal, TypeVar

from scrapers.contacts import languages
from scrapers.signs import grouped, lower_case

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A phrase of a language; ``mode`` *ask* makes the whole sentence count, *after* the name that follows it.

    ``needs`` must stand in the sentence before the phrase. Both are sought in lower case; a phrase that tells capitals
    apart is ``cased``.
    """

    language: str
    mode: Literal["ask", "after"]
    role: str
    phrase: re.Pattern[str]
    needs: re.Pattern[str] | None
    cased: bool
    example: str


Match = tuple[int, int, Cue]  # where a cue begins and ends in a sentence, and the row


@cache
def rows(language: str) -> tuple[tuple[str, Cue], ...]:
    """The cues of a language, each under every plain string one of which its sentence must hold."""
    return tuple(
        (stem, cue)
        for row in languages.tables()[language]["cues"]
        for cue in [_compiled(language, row)]
        for stem in row["stems"]
    )


def _compiled(language: str, row: dict[str, Any]) -> Cue:
    cased = row.get("cased", False)
    phrase = re.compile(row["phrase"], re.I if cased else 0)
    needs = re.compile(row["needs"]) if "needs" in row else None
    return Cue(language, row["mode"], row["role"], phrase, needs, cased, row["example"])


@cache
def by_stem(spoken: tuple[str, ...]) -> dict[str, list[Cue]]:
    """The cues of these languages by stem."""
    index: dict[str, list[Cue]] = {}
    for language in spoken:
        for stem, cue in rows(language):
            index.setdefault(stem, []).append(cue)
    return index


# What speaks of applying, in lower case.
APPLY = re.compile(
    r"\b"
    + grouped(
        r"apply|applications?|applying|r[ée]sum[ée]s?|cvs?|curriculum|cover letter|portfolio|bewerb\w{1,12}|bewirb|"
        r"lebenslauf|postul\w{1,5}|candidatures?|candidat\w{0,5}|solicit\w{1,5}|sollicit\w{1,7}|ansök\w{1,7}|"
        r"ansøg\w{1,7}|søknad\w{0,3}|hakemu\w{1,6}|životopis\w{0,3}|aplik\w{1,6}|rekrut\w{1,7}|recruit\w{0,6}|careers?|"
        r"jobs?|hr|karriere|vacature\w{0,2}|vacanc\w{1,3}|currículum|motivation|lettre|"
        r"přihlášk\w{1,3}|zgłoszeni\w{1,3}"
    )
    + r"\b"
)


_REPEATS = 8


def matches(sentence: str, index: dict[str, list[Cue]], lowered: str | None = None) -> list[Match]:
    """Each cue of an index by stem in a sentence: where it begins and ends there, and the row.

    ``lowered`` is the sentence in lower case, where that is at hand.
    """
    lowered = lower_case(sentence) if lowered is None else lowered
    found = []
    for cue in rows_of(lowered, index):
        begin = 0
        if cue.needs:
            if (needed := cue.needs.search(lowered)) is None:
                continue
            begin = needed.end()
        spelled = islice(cue.phrase.finditer(sentence if cue.cased else lowered, begin), _REPEATS)
        found += [(match.start(), match.end(), cue) for match in spelled]
    return found


def rows_of(lowered: str, index: dict[str, list[T]]) -> Iterable[T]:
    """The rows of an index by stem that a sentence (lower case) may hold."""
    opened = f" {lowered}"
    held = [rows for stem, rows in index.items() if stem in opened]
    return dict.fromkeys(chain.from_iterable(held)) if len(held) > 1 else held[0] if held else ()
