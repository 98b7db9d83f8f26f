"""Pay as job pages write it: ranges, thousands as "k", currencies, and the period, from words or structured data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scrapers.posting import Pay

Per: TypeAlias = Literal["hour", "day", "week", "month", "year"]

# Symbols and words by ISO 4217 code; longer spellings first, for "A$" is not "$".
_SYMBOLS = (
    ("US$", "USD"),
    ("A$", "AUD"),
    ("AU$", "AUD"),
    ("C$", "CAD"),
    ("CA$", "CAD"),
    ("NZ$", "NZD"),
    ("S$", "SGD"),
    ("HK$", "HKD"),
    ("R$", "BRL"),
    ("MX$", "MXN"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₴", "UAH"),
    ("₪", "ILS"),
    ("₩", "KRW"),
    ("₺", "TRY"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
    ("Ft", "HUF"),
)
_CODES = (
    "USD EUR GBP CHF CZK PLN SEK NOK DKK HUF RON BGN AUD CAD NZD SGD HKD JPY CNY INR BRL MXN ZAR ILS TRY "
    "UAH RUB KRW AED"
    " ISK LKR PHP THB MYR IDR VND PKR KES NGN"
)
_WORDS = {
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "dollars": "USD",
    "rs": "INR",
    "yen": "JPY",
    "kr": "SEK",
    "kc": "CZK",
    "kčs": "CZK",
}
CURRENCIES = {symbol.casefold(): code for symbol, code in _SYMBOLS}
CURRENCIES |= {code.casefold(): code for code in _CODES.split()} | _WORDS
_CURRENCY = "|".join(sorted((re.escape(name) for name in CURRENCIES), key=len, reverse=True))

NUMBER = r"\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
_AMOUNT = (
    rf"(?:(?P<@cur>{_CURRENCY})\s?)?(?P<@num>{NUMBER})(?:\s?(?P<@k>k|tis\.?|tys\.?|m|mil|"
    rf"thousand)(?![\w]))?(?:,-|,–|\.-)?(?:\s?(?P<@post>{_CURRENCY})(?![\w]))?"
)
_AFTER_AMOUNT = r"(?:\s?/?\s?(?:per|an|a|pro|p\.?|/)\s?(?:hour|hr|h|year|yr|annum|month|mo|day|week)\w{0,2}\.?)?"
_MONEY = re.compile(
    rf"(?<![\w.,])(?:{_AMOUNT.replace('@', 'a')}{_AFTER_AMOUNT}\s?(?:-|–|—|‐|‑|to|and|bis|až|à|a|do|y|und|"
    rf"et|tot|til|until)\s?)?"
    rf"{_AMOUNT.replace('@', 'b')}(?![\d%])",
    re.I,
)

_PERIODS: tuple[tuple[Per, re.Pattern[str]], ...] = (
    (
        "hour",
        re.compile(
            r"(?:per|an|a|/|pro|each)\s?(?:hour|hr|h|std|stunde)\b|hourly|\bp\.?\s?/?h\.?\b|stundenlohn|horaire|"
            r"de l'heure|/\s?hod|za hodinu|la hora|per uur|per time|i timmen|/\s?godz",
            re.I,
        ),
    ),
    (
        "day",
        re.compile(
            r"(?:per|a|/|pro)\s?(?:day|tag)\b|daily|\bp\.?/?d\.?\b|man-?day|par jour|/\s?(?:md|den)\b|per dag", re.I
        ),
    ),
    ("week", re.compile(r"(?:per|a|/|pro)\s?(?:week|wk|woche)\b|weekly|\bp\.?w\.?\b|par semaine|per week", re.I)),
    (
        "month",
        re.compile(
            r"(?:per|a|/|pro|each)\s?(?:month|mo\.?|monat|mois|mes|maand|måned|månad|mth)\b|monthly|monatlich|"
            r"mensuel|mensual|měsíčně|/\s?měs|za měsíc|miesięcznie|/\s?mies|\bp\.?\s?m\.?\b|maandelijks|"
            r"bruttomonats|maandsalaris|kuukaudessa|per m[åa]n",
            re.I,
        ),
    ),
    (
        "year",
        re.compile(
            r"(?:per|a|an|/|pro|each)\s?(?:year|yr|annum|jahr|an\b|année|año|jaar|år)\b|annual|yearly|annum|"
            r"\bp\.?\s?a\.?\b|\bp/a\b|jährlich|jahres|brutto/jahr|ročně|rocznie|par an\b|brut annuel|anual|"
            r"jaarlijks|\bote\b",
            re.I,
        ),
    ),
)
# By what a whole salary can be; below or above these a figure is no pay for that period.
_BOUNDS: dict[Per, tuple[float, float]] = {
    "hour": (4, 2_000),
    "day": (30, 30_000),
    "week": (100, 60_000),
    "month": (200, 900_000),
    "year": (4_000, 90_000_000),
}
# Roughly how many units of a currency make a euro, for telling a yearly figure from a monthly one.
_WEIGHT = {
    "CZK": 24,
    "SEK": 10,
    "NOK": 10,
    "DKK": 7,
    "HUF": 380,
    "JPY": 150,
    "INR": 80,
    "PLN": 4,
    "ISK": 140,
    "MXN": 18,
    "PHP": 60,
    "LKR": 300,
    "RUB": 90,
    "UAH": 40,
    "THB": 35,
    "IDR": 16_000,
    "VND": 25_000,
    "KRW": 1_400,
    "TRY": 35,
}
PAY_WORD = re.compile(
    r"salar|\bpay\b|\bpays\b|paying|compensation|remuneration|wage|\bpay ?rate|hourly rate|base range|"
    r"\bote\b|stipend|package"
    r"|gehalt|vergütung|entgelt|lohn|bruttojahres|verdienst|dotier|besoldung|salaire|rémunération|salario|"
    r"sueldo|retribución|salaris|\bløn|\blön"
    r"|lønn|\bplat\b|platov|mzda|mzdov|odměn|wynagrodzen|zarob|widełki|palkka|atlyginim|alga|salário|"
    r"stipendio|retribuzione",
    re.I,
)
_NOT_PAY = re.compile(
    r"bonus|sign-?on|signing|benefit|voucher|allowance|reimburse|stipend for|401|revenue|funding|raised|"
    r"series [a-e]\b|valuation|turnover"
    r"|budget|sales of|million|billion|\bfee\b|relocation|referral|worth|donat|grant of|prämie|příspěvek|"
    r"investment|customers|award",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Priced:
    """Pay found in a text, and where: offsets into that text."""

    pay: Pay
    start: int
    end: int


def priced_in(text: str, *, label: str | None = None, currency: str | None = None) -> Iterator[Priced]:
    """The pay named in ``text`` (a line or paragraph), in order.

    ``label`` is what the text stands under ("Annual salary"): no word for pay need be in the text itself then.
    ``currency`` is the code that a bare ``$`` or ``kr`` stands for on this page (AUD on an Australian one).
    """
    text = text[:4000]
    for match in _MONEY.finditer(text):
        amount = _amount(match, text, label, currency)
        if amount:
            yield Priced(amount, match.start(), match.end())


# A range without a currency: "90-115k", "a salary range of 55,000-60,000".
BARE_PAY = re.compile(
    r"(?<![\w.,$€£-])(?P<low>\d{2,3})\s?k?\s?[-–—]\s?(?P<high>\d{2,3})\s?k\b|"
    r"(?<![\w.,$€£-])(?P<from>\d{2,3}[,.]\d{3})\s?(?:[-–—]|to)\s?(?P<to>\d{2,3}[,.]\d{3})(?!\w|[.,]\d)",
    re.I,
)


def bare_pay(text: str, currency: str, *, labelled: bool = False) -> Iterator[Priced]:
    """Yearly pay given without a currency, taken to be in ``currency``, where a word before it speaks of pay."""
    for match in BARE_PAY.finditer(text[:4000]):
        before = text[max(0, match.start() - 60) : match.start()]
        if not (labelled or PAY_WORD.search(before)):
            continue
        low, high = (
            (int(match["low"]) * 1000, int(match["high"]) * 1000)
            if match["low"]
            else (figure(match["from"], None), figure(match["to"], None))
        )
        if 10_000 <= low < high <= 600_000:
            yield Priced(Pay(whole(low), whole(high), currency, "year"), match.start(), match.end())


def _amount(match: re.Match[str], text: str, label: str | None, local: str | None) -> Pay | None:
    labelled = label is not None
    code = _currency(match, text, labelled, local)
    low, high = match["anum"], match["bnum"]
    if code is None or high is None:
        return None
    if (match["bk"] or "").casefold() == "m" and code not in ("JPY", "KRW", "HUF", "IDR", "VND", "ISK"):
        return None
    top = figure(high, match["bk"])
    bottom = figure(low, match["ak"] or (match["bk"] if low and figure(low, None) < 1000 else None)) if low else top
    if low and bottom > top:
        bottom, top = (bottom, top) if bottom < top else (top, top)
    around = text[max(0, match.start() - 90) : match.end() + 60]
    per = _period(text, match) or _period_of(label or "")
    if not labelled and not (PAY_WORD.search(around) or per):
        return None
    near = text[max(0, match.start() - 30) : match.end() + 25]
    if _NOT_PAY.search(near) and not PAY_WORD.search(near):
        return None
    per = per or likely_period(top, code, PAY_WORD.search(around) is not None or labelled)
    if per is None or not _BOUNDS[per][0] * _WEIGHT.get(code, 1) <= top <= _BOUNDS[per][1] * _WEIGHT.get(code, 1):
        return None
    return Pay(whole(bottom), whole(top), code, per)


def _currency(match: re.Match[str], text: str, labelled: bool, local: str | None) -> str | None:
    name = match["bcur"] or match["bpost"] or match["acur"] or match["apost"]
    if not name:
        return None
    code = CURRENCIES[name.casefold()]
    return local if local and name in ("$", "kr", "¥") else code


def figure(digits: str, thousand: str | None) -> float:
    """The number that digits with separators stand for; "k" makes thousands of it."""
    digits = re.sub(r"[ '’\u00a0\u202f]", "", digits)
    if re.search(r"[.,]\d{1,2}$", digits):
        whole, cents = re.split(r"[.,](?=\d{1,2}$)", digits)
        value = float(re.sub(r"[.,]", "", whole) + "." + cents)
    else:
        value = float(re.sub(r"[.,]", "", digits))
    if thousand and value < 1000:
        return value * (1_000_000 if thousand.casefold() == "m" else 1000)
    return value


def whole(value: float) -> float | int:
    """A figure without cents as an integer."""
    return int(value) if value == int(value) else value


def _period(text: str, match: re.Match[str]) -> Per | None:
    after = text[match.end() : match.end() + 40]
    inside = text[match.start() : match.end()]
    before = text[max(0, match.start() - 60) : match.start()]
    for part in (inside + after[:22], after, before):
        found = [(place.start(), per) for per, pattern in _PERIODS if (place := pattern.search(part))]
        if found:
            return min(found)[1] if part is not before else max(found)[1]
    return None


def _period_of(label: str) -> Per | None:
    return next((per for per, pattern in _PERIODS if pattern.search(label)), None)


def likely_period(top: float, code: str, sure_of_pay: bool) -> Per | None:
    """The period that a figure without one must be for, by its size; None where several could be."""
    if not sure_of_pay:
        return None
    weight = {"CZK": 24, "SEK": 10, "NOK": 10, "DKK": 7, "HUF": 380, "JPY": 150, "INR": 80, "PLN": 4, "ISK": 140}.get(
        code, 1
    )
    if top >= 13_000 * (weight if weight < 20 else weight * 0.6):
        return "year" if code not in ("CZK", "HUF") else "month"
    if code in ("CZK", "PLN", "HUF", "SEK", "NOK", "DKK") and top >= 500 * weight:
        return "month"
    if weight == 1 and 5 <= top <= 150 and top != int(top):
        return "hour"
    return "month" if 800 * weight <= top <= 13_000 * weight else None
