"""Whether 02/11/2026 means February or November on a page: by its other dates, its country, its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from scrapers.countries import COUNTRIES
from scrapers.dates import first_date
from scrapers.signs import any_of, lower_case

MONTH_FIRST = frozenset({"US", "PH", "PR"})
_DAY_FIRST_ENGLISH = ("-gb", "-au", "-ie", "-nz", "-in", "-za")
# It begins with its first figure, for which a search leaps; what may not stand before that is looked at behind it.
_NUMERIC = re.compile(r"(\d(?<![\d/-]\d)\d?)([/-])(\d{1,2})\2(?:19|20)?\d\d(?![\d/-])")
# What any of those has, for which a search leaps.
_SIGN = re.compile(r"[/-]\d{1,2}[/-]\d\d")
# Names of a country that stand for it alone; short ones ("us", "uk") are too often something else.
_COUNTRY_NAMES = re.compile(r"\b" + any_of(sorted(COUNTRIES, key=len, reverse=True)) + r"\b")
_SHORTEST_NAME = 4


def month_first(
    text: str, *, posted: Sequence[str] = (), closes: Sequence[str] = (), country: str | None = None, lang: str = ""
) -> bool:
    """Whether numeric dates of a page put the month first.

    A date that can be read in one way only settles it, and so do two that would have the posting close before it was
    put up; else the country does, and a page that names none is taken by its language and the countries it speaks of.
    ``posted`` and ``closes`` are what stands beside such labels, ``country`` is an ISO 3166 code, ``lang`` an IETF tag.
    """
    if not _SIGN.search(text) or not _NUMERIC.search(text):
        return False
    by_dates = _by_unmistakable(text)
    if by_dates is None:
        by_dates = _by_sequence(posted, closes)
    if by_dates is not None:
        return by_dates
    if country:
        return country in MONTH_FIRST
    lang = (lang or "en").lower()
    return lang.startswith("en") and not lang.endswith(_DAY_FIRST_ENGLISH) and _speaks_of_month_first(text)


def _by_unmistakable(text: str) -> bool | None:
    """What the dates with a number above 12 say, where they agree."""
    pairs = [(int(match[1]), int(match[3])) for match in _NUMERIC.finditer(text)]
    said = {second > 12 for first, second in pairs if (first > 12) != (second > 12)}
    return said.pop() if len(said) == 1 else None


def _by_sequence(posted: Sequence[str], closes: Sequence[str]) -> bool | None:
    """What follows from a posting being put up before it closes, where one reading alone has it so."""
    possible = [order for order in (True, False) if _in_sequence(_first(posted, order), _first(closes, order))]
    return possible[0] if len(possible) == 1 else None


def _in_sequence(posted: date | None, closes: date | None) -> bool:
    return posted is None or closes is None or posted <= closes


def _first(texts: Sequence[str], order: bool) -> date | None:
    return next((dated.day for text in texts if (dated := first_date(text, month_first=order))), None)


def _speaks_of_month_first(text: str) -> bool:
    """Whether the country a page names most is one that puts the month first, or it names none."""
    spans = (match.span() for match in _COUNTRY_NAMES.finditer(lower_case(text)))
    names = (text[start:end] for start, end in spans)
    named = Counter(COUNTRIES[name.lower()] for name in names if len(name) >= _SHORTEST_NAME or name in ("USA", "U.S."))
    return not named or named.most_common(1)[0][0] in MONTH_FIRST
