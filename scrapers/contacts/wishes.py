"""What a page asks of applicants about calls and about contact of any kind: the ``wishes`` of each language file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from scrapers.contacts import cues, desks, languages, sentences
from scrapers.contacts.flow import Flow, lower
from scrapers.contacts.sightings import Sighting
from scrapers.page import Block, Zone
from scrapers.posting import Wishes

_OFF_PAGE = Zone.NAV | Zone.RELATED | Zone.CONTROL
_LONGEST = 700
_MOST = 3_000  # places looked at on one page


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
def by_stem(spoken: tuple[str, ...]) -> dict[str, list[Row]]:
    """The rows of these languages, under each of the plain strings one of which their sentence must hold."""
    index: dict[str, list[Row]] = {}
    for language in spoken:
        table = languages.tables()[language]
        agencies = re.compile(table["agencies"], re.I)
        for row in table["wishes"]:
            compiled = Row(
                language, row["about"], row["says"], re.compile(row["phrase"], re.I), agencies, row["example"]
            )
            for stem in row["stems"]:
                index.setdefault(stem, []).append(compiled)
    return index


def in_sentence(sentence: str, spoken: tuple[str, ...]) -> list[Wish]:
    """The wishes one sentence states in one of these languages."""
    sentence = sentence[:_LONGEST]
    lowered = lower(sentence)
    rows = {id(row): row for stem, rows in by_stem(spoken).items() if stem in lowered for row in rows}
    matched = [(row, match) for row in rows.values() if (match := row.phrase.search(sentence))]
    bans = [row for row, _ in matched if row.says == "forbidden"]
    if bans:  # a ban often holds the words of an invitation: "ring ikke", "bel ons niet"
        return [Wish(row.about, row.says, sentence.strip()) for row in bans if not _to_agencies(sentence, row)]
    return [Wish(row.about, row.says, sentence.strip()) for row, match in matched if not _to_a_desk(sentence, match)]


def _to_a_desk(sentence: str, match: re.Match[str]) -> bool:
    """Whether an invitation leads to a desk that is not for following up ("call us if you need an accommodation")."""
    round_it = sentence[max(0, match.start() - 120) : match.end() + 100]
    return desks.spoken_of(round_it) is not None


def _to_agencies(sentence: str, row: Row) -> bool:
    """Whether a sentence with a ban speaks to agencies; "No agencies, no calls" refuses them and bans calls as well."""
    if not row.agencies.search(sentence):
        return False
    refused = _REFUSED.match(sentence)
    return not (refused and row.agencies.search(refused[0]) and not row.agencies.search(sentence[refused.end() :]))


_REFUSED = re.compile(
    r"^\W*(?:strictly )?no (?:[\w-]+ ){0,3}[\w-]+\s?(?:[,;/–-]|and |or )\s?(?=no |please,? no )", re.I
)


def find(flow: Flow, kept: Iterable[Sighting]) -> Wishes:
    """The wishes of a page, with the sentence and the hours. A ban outweighs an invitation, whatever their order."""
    stated: dict[tuple[str, str], Wish] = {}
    for sentence in _sentences(flow):
        for wish in in_sentence(sentence, flow.languages):
            stated.setdefault((wish.about, wish.says), wish)
    calls = stated.get(("calls", "forbidden")) or stated.get(("calls", "welcome"))
    contact = stated.get(("contact", "forbidden")) or stated.get(("contact", "welcome"))
    told = min((wish for wish in (calls, contact) if wish), key=lambda wish: wish.says, default=None)
    return Wishes(
        calls=calls.says if calls else "unstated",
        contact=contact.says if contact else "unstated",
        hours=_hours(flow, kept, stated.values()),
        text=told.sentence[:400] if told else None,
    )


def _sentences(flow: Flow) -> Iterator[str]:
    """The sentences that hold a stem of some row."""
    done = -1
    for spot in cues.spots(flow.lowered, by_stem(flow.languages))[:_MOST]:
        if spot < done:
            continue
        block = flow.block_at(spot)
        if block is not None and not block.zone & _OFF_PAGE:
            low, done = sentences.bounds(flow.text, spot, block.start, block.end)
            yield flow.text[max(low, spot - 300) : min(done, spot + 400)]
            done = min(done, spot + 250)


_CLOCK = r"\d{1,2}(?:[:.h]\d{2})?(?:\s?(?:a\.?m\b\.?|p\.?m\b\.?|uhr|uur|h\b|hod\w*|o'clock|noon))?"
_DAYS = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun|mon|diens?|mitt|donners?|freit?|montags?|freitags?|wochen|werk|"
    r"week|lun|mar|mer|jeu|ven|di|mi|do|fr|mo|ma|vr|po|pá|pn|pt)\w{0,8}\.?\s?"
    r"(?:-|–|to|through|bis|t/m|till|til|au|à|a|do)?\s?){1,2}"
)
_HOURS = re.compile(
    rf"(?:{_DAYS},?\s?)?(?:between|from|zwischen|von|entre|de|desde las|tussen|van|mellan|mellem|kl\.?|klo|mezi|od|"
    rf"między|w godz\w*\.?|at)?\s?(?<!\d){_CLOCK}\s?"
    rf"(?:and|und|to|until|till|-|–|bis|et|à|en|tot|och|og|til|a|do|i|y|ja)\s?"
    rf"(?:kl\.?\s?)?{_CLOCK}(?!\d)(?:\s?(?:{_DAYS}))?",
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
