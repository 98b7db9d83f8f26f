"""The hours in which a page wishes to be called, in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scrapers.signs import lower_case

# All are sought in lower case.
_CLOCK = r"\d{1,2}(?:[:.h]\d{2})?(?:\s?(?:a\.?m\b\.?|p\.?m\b\.?|uhr|uur|h\b|hod\w*|o'clock|noon))?"
_DAYS = (
    r"(?:(?<!\w)(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun|mon|diens?|mitt|donners?|freit?|montags?|freitags?|wochen|werk|"
    r"week|lun|mar|mer|jeu|ven|di|mi|do|fr|mo|ma|vr|po|pá|pn|pt)\w{0,8}\.?\s?"
    r"(?:-|–|to|through|bis|t/m|till|til|au|à|a|do)?\s?){1,2}"
)
_HOURS = re.compile(
    rf"(?:{_DAYS},?\s?)?(?:between|from|zwischen|von|entre(?: las| as)?|de(?: las)?|desde las|das|"
    rf"dalle(?: ore)?|tussen|van|mellan|mellem|kl\.?|klo|mezi|od|"
    rf"między|w godz\w*\.?|at)?\s?(?:(?<=\w )kl\.?\s)?(?<!\d){_CLOCK}\s?"
    rf"(?:and|und|to|until|till|-|–|bis|et|e as|às|as|alle(?: ore)?|a las|y las|à|en|tot|och|og|til|a|do|i|y|ja)\s?"
    rf"(?:kl\.?\s?)?{_CLOCK}(?!\d)(?:\s?(?:{_DAYS}))?",
)
_TWO_NUMBERS = re.compile(r"\d\D+\d")
_TOLD_BY_CLOCK = re.compile(
    r"between|zwischen|entre|dalle|tussen|mellan|mellem|mezi|między|kl[o.]?\b|godz|uhr|uur|\d[:.h]\d\d|[ap]\.?m\b|hod|\bh\b",
)
_CALLING = re.compile(
    r"\b(?:call|phone|ring|anruf|telefon|tel\b|erreich|appel|joindre|joignable|llam|chiam|ligu|ligar|whatsapp|bel\b|bellen|bereikbaar|soita|puh|vol[ae]|dzwo)",
)


def stated(places: Iterable[str]) -> str | None:
    """The first hours that one of the places, each about calling, states."""
    for place in places:
        if not _TWO_NUMBERS.search(place):
            continue
        lowered = lower_case(place)
        if not _TOLD_BY_CLOCK.search(lowered) or not _CALLING.search(lowered):
            continue
        for match in _HOURS.finditer(lowered):
            if _TOLD_BY_CLOCK.search(match[0]) and not re.search(r"\d{4}", match[0]):
                return " ".join(place[match.start() : match.end()].split()).strip(" ,")
    return None
