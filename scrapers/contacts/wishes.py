"""What a page asks of applicants about calls and about contact of any kind: the ``wishes`` of each language file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from scrapers.contacts import desks, languages, sentences
from scrapers.contacts.cues import lower
from scrapers.contacts.flow import Flow
from scrapers.contacts.sightings import Sighting
from scrapers.page import Block, Zone
from scrapers.posting import Wishes

_OFF_PAGE = Zone.NAV | Zone.RELATED | Zone.CONTROL
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class Row:
    """A phrase that is a wish; ``agencies`` recognises sentences of its language that speak to agencies alone."""

    language: str
    about: Literal["calls", "contact"]
    says: Literal["forbidden", "welcome"]
    phrase: re.Pattern[str]
    agencies: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class Wish:
    """One wish as a page states it."""

    about: Literal["calls", "contact"]
    says: Literal["forbidden", "welcome"]
    sentence: str


@cache
def by_stem() -> dict[str, list[Row]]:
    """Every row, under each of the plain strings one of which its sentence must hold."""
    index: dict[str, list[Row]] = {}
    for language, table in languages.tables().items():
        agencies = re.compile(table["agencies"], re.I)
        for row in table["wishes"]:
            compiled = Row(
                language, row["about"], row["says"], re.compile(row["phrase"], re.I), agencies, row["example"]
            )
            for stem in row["stems"]:
                index.setdefault(stem, []).append(compiled)
    return index


def in_sentence(sentence: str) -> list[Wish]:
    """The wishes one sentence states."""
    sentence = sentence[:_LONGEST]
    lowered = lower(sentence)
    rows = {id(row): row for stem, rows in by_stem().items() if stem in lowered for row in rows}
    found: list[Wish] = []
    for row in rows.values():
        match = row.phrase.search(sentence)
        if match and not _to_agencies(sentence, match, row):
            found.append(Wish(row.about, row.says, sentence.strip()))
    # "Do not hesitate to call" and "we do not call it work" hold the words of a ban.
    return [wish for wish in found if wish.says == "forbidden"] or found


def _to_agencies(sentence: str, match: re.Match[str], row: Row) -> bool:
    """Whether a ban speaks to agencies: they are named in its clause, or are whom the sentence begins with."""
    named = row.agencies.search(sentence)
    if named is None or row.says == "welcome":
        return False
    # "No agencies, no calls": the call has a clause of its own.
    clause_start = max(sentence.rfind(mark, 0, match.start()) for mark in ",;–—")
    own_clause = clause_start >= 0 and re.match(r"\W*(?:no|and no|or)\b", sentence[clause_start:], re.I) is not None
    return not (own_clause and named.end() <= clause_start and not row.agencies.search(sentence[match.start() :]))


def find(flow: Flow, kept: Iterable[Sighting]) -> Wishes:
    """The wishes of a page, with the sentence and the hours. A ban outweighs an invitation, whatever their order."""
    stated: dict[tuple[str, str], Wish] = {}
    hours: str | None = None
    for sentence in _sentences(flow):
        for wish in in_sentence(sentence):
            stated.setdefault((wish.about, wish.says), wish)
    hours = _hours(flow, kept, stated.values())
    calls = stated.get(("calls", "forbidden")) or stated.get(("calls", "welcome"))
    contact = stated.get(("contact", "forbidden")) or stated.get(("contact", "welcome"))
    told = min((wish for wish in (calls, contact) if wish), key=lambda wish: wish.says, default=None)
    return Wishes(
        calls=calls.says if calls else "unstated",
        contact=contact.says if contact else "unstated",
        hours=hours,
        text=told.sentence[:400] if told else None,
    )


def _sentences(flow: Flow) -> Iterator[str]:
    """The sentences that hold a stem of some row, without those of desks that are not for following up."""
    lowered = lower(flow.text)
    spots: set[int] = set()
    for stem in by_stem():
        at = lowered.find(stem)
        while at >= 0:
            spots.add(at)
            at = lowered.find(stem, at + len(stem))
    done = -1
    for spot in sorted(spots):
        if spot < done:
            continue
        block = flow.block_at(spot)
        if block is None or block.zone & _OFF_PAGE:
            continue
        low, done = sentences.bounds(flow.text, spot, block.start, block.end)
        sentence = flow.text[low:done]
        if desks.why_not(None, sentence[:_LONGEST], "", False) is None:
            yield sentence


_CLOCK = r"\d{1,2}(?:[:.h]\d{2})?(?:\s?(?:a\.?m\b\.?|p\.?m\b\.?|uhr|uur|h\b|hod\w*|o'clock|noon))?"
_DAYS = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun|mon|diens?|mitt|donners?|freit?|montags?|freitags?|wochen|werk|"
    r"week|lun|mar|mer|jeu|ven|di|mi|do|fr|mo|ma|vr|po|pá|pn|pt)\w{0,8}\.?\s?(?:-|–|to|through|bis|t/m|till|til|au|à|a|do)?\s?){1,2}"
)
_HOURS = re.compile(
    rf"(?:{_DAYS},?\s?)?(?:between|from|zwischen|von|entre|de|desde las|tussen|van|mellan|mellem|kl\.?|klo|mezi|od|między|"
    rf"w godz\w*\.?|at)?\s?(?<!\d)(?P<from>{_CLOCK})\s?(?:and|und|to|until|till|-|–|bis|et|à|en|tot|och|og|til|a|do|i|y|ja)\s?"
    rf"(?:kl\.?\s?)?(?P<to>{_CLOCK})(?!\d)(?:\s?(?:{_DAYS}))?",
    re.I,
)
_TOLD_BY_CLOCK = re.compile(
    r"between|zwischen|entre|tussen|mellan|mellem|mezi|między|kl[o.]?\b|godz|uhr|uur|\d[:.h]\d\d|[ap]\.?m\b|hod|\bh\b",
    re.I,
)
_CALLING = re.compile(
    r"\b(?:call|phone|ring|anruf|telefon|tel\b|erreich|appel|joindre|joignable|llam|bel\b|bellen|bereikbaar|soita|puh|vol[ae]|dzwo)",
    re.I,
)


def _hours(flow: Flow, kept: Iterable[Sighting], stated: Iterable[Wish]) -> str | None:
    """The hours in which a page wishes to be called, in its own words."""
    places = [wish.sentence for wish in stated if wish.about == "calls" and wish.says == "welcome"]
    places += [_round(flow, sighting) for sighting in kept if sighting.channel == "phone"]
    for place in places:
        for match in _HOURS.finditer(place):
            if _CALLING.search(place) and _TOLD_BY_CLOCK.search(match[0]) and not re.search(r"\d{4}", match[0]):
                return " ".join(match[0].split()).strip(" ,")
    return None


def _round(flow: Flow, sighting: Sighting) -> str:
    block: Block | None = flow.block_at(sighting.start)
    if block is None:
        return ""
    low, high = sentences.bounds(flow.text, sighting.start, block.start, block.end)
    return f"tel {flow.text[low : sighting.start][-120:]} {flow.text[sighting.end : high][:160]}"
