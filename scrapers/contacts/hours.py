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


def limit(sentence: str, end: int) -> str | None:
    """When calls are fine by a ban that ends at an offset and holds for some hours: "before 5 pm" of "… after 5 pm"."""
    found = _LIMIT.match(sentence, end)
    if found is None:
        return None
    until = found["clock"].strip() if found["late"] else None
    since = None if found["late"] else found["clock"].strip()
    if other := _OR_LIMIT.match(sentence, found.end()):
        until, since = (other["clock"].strip(), since) if other["late"] else (until, other["clock"].strip())
    if until and since:
        return f"{since} to {until}"
    return f"before {until}" if until else f"after {since}"


_MOMENT = (
    r"(?:(?P<late>after|nach|après|dopo|después de|depois d\w*|na|efter|etter|po|jälkeen)|before|until|vor|avant|"
    r"prima del\w*|antes d\w*|voor|før|innan|przed|před|ennen)\s(?:las?|le|kl\.?|klo|as|ore|godz\w*\.?)?\s?"
    r"(?P<clock>\d{1,2}(?:[:.h]\d{2})?\s?(?:a\.?m\b|p\.?m\b|uhr|uur|hrs?\b|h\b|hod|o['’]clock)|\d{1,2}[:.]\d\d(?!\.?\d)|"
    r"(?<=las )\d{1,2}(?!\d)|(?<=le )\d{1,2}(?!\d)|(?<=kl )\d{1,2}(?!\d)|\d{1,2}(?=\W{0,2}(?:$|please|thank|or )))"
)
_LIMIT = re.compile(rf"[ ,(]{{0,2}}(?:[^\W\d_]+[ ,]{{1,2}}){{0,3}}?{_MOMENT}", re.I)
_OR_LIMIT = re.compile(rf"\s(?:or|and|oder|und|ou|et|o|e|of|en|eller|og|och|ani|ani|lub|tai)\s{_MOMENT}", re.I)
