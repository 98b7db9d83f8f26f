"""Pay as job pages write it: ranges, thousands as "k", currencies, and the period, from words or structured data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

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
_CURRENCIES = {symbol.casefold(): code for symbol, code in _SYMBOLS}
_CURRENCIES |= {code.casefold(): code for code in _CODES.split()} | _WORDS
_CURRENCY = "|".join(sorted((re.escape(name) for name in _CURRENCIES), key=len, reverse=True))

_NUMBER = r"\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
_AMOUNT = (
    rf"(?:(?P<@cur>{_CURRENCY})\s?)?(?P<@num>{_NUMBER})(?:\s?(?P<@k>k|tis\.?|tys\.?|mil|"
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
_SCHEMA_PERIODS: dict[str, Per] = {
    "hour": "hour",
    "hourly": "hour",
    "hours": "hour",
    "hr": "hour",
    "hur": "hour",
    "day": "day",
    "daily": "day",
    "week": "week",
    "weekly": "week",
    "month": "month",
    "monthly": "month",
    "mon": "month",
    "year": "year",
    "yearly": "year",
    "annual": "year",
    "annually": "year",
    "annum": "year",
    "ann": "year",
    "per_year": "year",
}
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
_PAY_WORD = re.compile(
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


def find_pay(text: str, *, labelled: bool = False, currency: str | None = None) -> Iterator[Priced]:
    """The pay named in ``text`` (a line or paragraph), in order.

    ``labelled`` says that the text stands under a label such as "Salary", so that no word for pay need be in it.
    ``currency`` is the code that a bare ``$`` or ``kr`` stands for on this page (AUD on an Australian one).
    """
    text = text[:4000]
    for match in _MONEY.finditer(text):
        amount = _amount(match, text, labelled, currency)
        if amount:
            yield Priced(amount, match.start(), match.end())


def _amount(match: re.Match[str], text: str, labelled: bool, local: str | None) -> Pay | None:
    code = _currency(match, text, labelled, local)
    low, high = match["anum"], match["bnum"]
    if code is None or high is None:
        return None
    top = _figure(high, match["bk"])
    bottom = _figure(low, match["ak"] or (match["bk"] if low and _figure(low, None) < 1000 else None)) if low else top
    if low and bottom > top:
        bottom, top = (bottom, top) if bottom < top else (top, top)
    around = text[max(0, match.start() - 90) : match.end() + 60]
    per = _period(text, match)
    if not labelled and not (_PAY_WORD.search(around) or per):
        return None
    near = text[max(0, match.start() - 30) : match.end() + 25]
    if _NOT_PAY.search(near) and not _PAY_WORD.search(near):
        return None
    per = per or _likely_period(top, code, _PAY_WORD.search(around) is not None or labelled)
    if per is None or not _BOUNDS[per][0] * _WEIGHT.get(code, 1) <= top <= _BOUNDS[per][1] * _WEIGHT.get(code, 1):
        return None
    return Pay(_whole(bottom), _whole(top), code, per)


def _currency(match: re.Match[str], text: str, labelled: bool, local: str | None) -> str | None:
    name = match["bcur"] or match["bpost"] or match["acur"] or match["apost"]
    if not name:
        return None
    code = _CURRENCIES[name.casefold()]
    return local if local and name in ("$", "kr", "¥") else code


def _figure(digits: str, thousand: str | None) -> float:
    digits = re.sub(r"[ '’\u00a0\u202f]", "", digits)
    if re.search(r"[.,]\d{1,2}$", digits):
        whole, cents = re.split(r"[.,](?=\d{1,2}$)", digits)
        value = float(re.sub(r"[.,]", "", whole) + "." + cents)
    else:
        value = float(re.sub(r"[.,]", "", digits))
    return value * 1000 if thousand and value < 1000 else value


def _whole(value: float) -> float | int:
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


def _likely_period(top: float, code: str, sure_of_pay: bool) -> Per | None:
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


def schema_pay(salary: Any, currency: Any = None) -> Pay | None:
    """The pay of a schema.org ``baseSalary`` (MonetaryAmount, a number, or a text); None where it names no figure.

    https://schema.org/baseSalary and https://schema.org/QuantitativeValue
    """
    if isinstance(salary, list):
        return next((pay for one in salary[:5] if (pay := schema_pay(one, currency))), None)
    if isinstance(salary, str):
        return _text_pay(salary, currency)
    if isinstance(salary, (int, float)):
        return _bounded(salary, salary, currency, None)
    if not isinstance(salary, dict):
        return None
    currency = salary.get("currency") or currency
    value = salary.get("value", salary)
    if isinstance(value, list):
        value = value[0] if value else {}
    if not isinstance(value, dict):
        value = {"value": value, "unitText": salary.get("unitText")}
    if isinstance(value.get("value"), str) and not _number(value["value"]):
        return _text_pay(value["value"], currency)
    single = _number(value.get("value"))
    low, high = _number(value.get("minValue")) or single, _number(value.get("maxValue")) or single
    currency = currency or value.get("currency")
    return _bounded(low, high, currency, value.get("unitText") or salary.get("unitText"))


def _text_pay(text: str, currency: Any) -> Pay | None:
    code = currency if isinstance(currency, str) else ""
    found = next(find_pay(text, labelled=True), None) or next(find_pay(f"{code} {text}", labelled=True), None)
    return found.pay if found else None


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value)
    match = re.fullmatch(rf"\s*(?:{_NUMBER})\s*", value[:30]) if isinstance(value, str) else None
    return _figure(match[0].strip(), None) if match else None


def _bounded(low: float | None, high: float | None, currency: Any, unit: Any) -> Pay | None:
    low, high = low or high, high or low
    if not low or not high or low > 1e9 or high > 1e9:
        return None
    code = _CURRENCIES.get(str(currency or "").strip().casefold())
    per = _SCHEMA_PERIODS.get(str(unit or "").strip().casefold())
    per = per or _likely_period(high, code or "USD", True)
    return Pay(_whole(low), _whole(max(low, high)), code, per)
