"""Whose numbering plans a page's national telephone numbers are read by, likeliest first."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

import phonenumbers

from scrapers.countries import country_of_host
from scrapers.page import Page
from scrapers.signs import every

# Where a language is spoken most, for numbers on pages that name no country.
_HOME = {
    "de": ("DE", "AT", "CH"),
    "fr": ("FR", "BE", "CH", "CA"),
    "es": ("ES", "MX", "AR"),
    "pt": ("PT", "BR"),
    "nl": ("NL", "BE"),
    "da": ("DK",),
    "sv": ("SE",),
    "nb": ("NO",),
    "nn": ("NO",),
    "cs": ("CZ",),
    "el": ("GR",),
    "et": ("EE",),
    "sr": ("RS",),
    "uk": ("UA",),
    "ca": ("ES", "AD"),
    "eu": ("ES", "FR"),
    "gl": ("ES",),
    "cy": ("GB",),
    "ga": ("IE",),
    "sl": ("SI",),
    "sq": ("AL", "XK"),
    "hy": ("AM",),
    "ka": ("GE",),
    "kk": ("KZ",),
    "he": ("IL",),
    "hi": ("IN",),
    "ja": ("JP",),
    "ko": ("KR",),
    "zh": ("CN", "HK", "TW"),
    "vi": ("VN",),
    "ar": ("AE", "SA", "EG"),
    "fa": ("IR",),
}
# What a page shows of its country beside its numbers: where its addresses end, how it dials, what it pays in.
_ENDING = re.compile(r"@[\w.-]{1,80}?\.([a-z]{2})(?![\w.-])", re.I)
_DIALLED = re.compile(r"(?:\+(?<![\w+]\+)|00(?<!\d00)(?=[1-9]))\s?\(?(\d{1,3})")
_PAID_IN = {
    "£": "GB",
    "zł": "PL",
    "kč": "CZ",
    "chf": "CH",
    "r$": "BR",
    "₹": "IN",
    "a$": "AU",
    "nz$": "NZ",
    "lacs": "IN",
    "lakh": "IN",
    "lakhs": "IN",
}
_WITHOUT_DOLLAR = tuple(sign for sign in _PAID_IN if "$" not in sign)
_PAID = re.compile(r"(?<!\w)(?:£|CHF|R\$|₹|A\$|NZ\$)\s?\d|\d\s?(?:zł|Kč|lacs|lakhs?)(?!\w)", re.I)
_MOST = 60


def of(page: Page, country: str | None, language: str | None) -> tuple[str, ...]:
    """Countries (ISO 3166) in the order in which to try them on a number of a page.

    First the ``country`` the page speaks for, then what its own text shows, then where its ``language`` is spoken.
    """
    code = (language or "en")[:2].lower()
    spoken = ("US", "GB") if code == "en" else _HOME.get(code, (code.upper(),))
    return tuple(dict.fromkeys([*([country.upper()] if country else []), *shown(page), *spoken, "US", "GB"]))


def shown(page: Page) -> list[str]:
    """The countries of a page's e-mail addresses, international numbers and currencies, most often shown first."""
    text = page.text + " ".join(link.href[:200] for link in page.links if link.href.startswith("mailto:"))
    votes: Counter[str] = Counter()
    if "@" in text:
        for match in islice(_ENDING.finditer(text), _MOST):
            if country := country_of_host("x." + match[1].lower()):
                votes[country] += 3
    dialled = (_DIALLED.match(text, spot) for spot in sorted([*every("+", text), *every("00", text)]))
    for match in islice(filter(None, dialled), _MOST):
        if region := _dialled(match[1]):
            votes[region] += 2
    for match in islice(_PAID.finditer(text), _MOST) if _may_pay(page.lower) else ():
        sign = re.sub(r"[\d\s]", "", match[0]).lower()
        votes[_PAID_IN[sign]] += 1
    return [country for country, _ in votes.most_common(3)]


def _may_pay(lowered: str) -> bool:
    signs = _PAID_IN if "$" in lowered else _WITHOUT_DOLLAR
    return any(map(lowered.__contains__, signs))


def _dialled(digits: str) -> str | None:
    for length in range(1, len(digits) + 1):
        region = str(phonenumbers.region_code_for_country_code(int(digits[:length])))
        if region not in ("ZZ", "001"):
            return region
    return None
