"""Pay as job pages write it: ranges, thousands as "k", currencies, and the period, from words or structured data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scrapers.currencies import CURRENCIES, CURRENCY, LONGEST, SHARED, WEIGHT
from scrapers.posting import Pay
from scrapers.signs import grouped, lower_case

Per: TypeAlias = Literal["hour", "day", "week", "month", "year"]

# The first of these as India groups them: "8,00,000".
NUMBER = r"\d{1,2}(?:,\d\d){1,2},\d{3}|\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?"
_AMOUNT = (
    rf"(?:(?P<@cur>{CURRENCY}|(?-i:R(?=\s?\d)|N(?=\d{{1,3}},\d{{3}})))\.?\s?(?:\$\s?(?=\d))?)?(?P<@num>{NUMBER})"
    r"(?:\s?(?P<@k>k|tis\.?|tys\.?|m|mil|"
    rf"thousand|lacs?|lakhs?|lpa|(?-i:L))(?![\w]))?(?:,-|,–|\.-|/-|\+)?(?:\s?(?P<@post>{CURRENCY})(?![\w]))?"
)
# What stands beside a figure of such an amount, in lower case.
_THOUSANDS = r"k|tis\.?|tys\.?|m|mil|thousand|lacs?|lakhs?|lpa|l"
_BEFORE_FIGURE = re.compile(rf"(?:(?<![\w.,])|(?=[£€$]))(?:{CURRENCY}|[rn])\.?\s?$")
_BEHIND_FIGURE = re.compile(
    rf"(?:\s?(?:{_THOUSANDS})(?!\w))?(?:,-|,–|\.-|/-|\+)?\s?(?:{CURRENCY})(?!\w)|\s?(?:lacs?|lakhs?|lpa|l)(?!\w)"
)
_LAKH = re.compile(r"lacs?|lakhs?|lpa|l", re.I)
_AFTER_AMOUNT = (
    r"(?:\s?/?\s?(?:per|an|a|pro|p\.?|/)\s?(?:hour|hr|h|year|yr|annum|month|mo|day|week)\w{0,2}\.?|"
    r"\s?\((?:min|mid|max|entry)\w{0,6}\.?\))?(?:\s\([a-z.]{2,16}\))?"
)
_MONEY = re.compile(
    rf"(?:(?<![\w.,])|(?-i:(?<=[a-z).!?]))(?=[£€$]))(?=\D{{0,{LONGEST + 2}}}\d)"
    rf"(?:{_AMOUNT.replace('@', 'a')}{_AFTER_AMOUNT}\s?"
    rf"(?:-|–|—|‐|‑|to|and|or|oder|bis|až|à|a|do|y|und|et|tot|til|until)\s?)?"
    rf"{_AMOUNT.replace('@', 'b')}(?![\d%])",
    re.I,
)


def _any(pattern: str) -> re.Pattern[str]:
    """A pattern of many alternatives, for texts in lower case."""
    return re.compile(grouped(pattern))


_PERIODS: tuple[tuple[Per, re.Pattern[str]], ...] = (
    (
        "hour",
        _any(
            r"(?:per|an|a|/|pro|each)\s?(?:hour|hr|h|std|stunde)\b|hourly|\bp\.?\s?/?h\.?\b|stundenlohn|horaire|"
            r"de l['’]heure|/\s?heure|/\s?hod|za hodinu|(?:la|por|/) ?hora\b|all['’]ora|/ ?ora\b|per uur|/ ?uur|"
            r"(?:per|pr\.?) "
            r"(?:time|timme)\b|i tim(?:men|en)|\btime?l[øö]n|/\s?godz|tunnilta|/ ?t\b"
        ),
    ),
    (
        "day",
        _any(
            r"(?:per|a|/|pro)\s?(?:(?:training|working|work|calendar|business) )?(?:day|tag)\b|daily|"
            r"\bp\.?/?d\.?\b|man-?day|par jour|/\s?(?:md|den)\b|per dag"
        ),
    ),
    ("week", _any(r"(?:per|a|/|pro)\s?(?:week|wk|woche)\b|(?<!bi)(?<!bi.)weekly|\bp\.?w\.?\b|par semaine|per week")),
    (
        "month",
        _any(
            r"(?:per|par|a|/|pro|each)\s?(?:month|mo\.?|monat|mois|lun[aă]|mes|maand|måned|månad|mth)\b|monthly|monatlich|"
            r"mensuel|mensual|měsíčně|/\s?měs|za měsíc|miesięcznie|/\s?mies|\bp\.?\s?m\.?\b|maandelijks|"
            r"bruttomonats|maandsalaris|maandloon|maandwedde|kuukaudessa|per m[åa]n|/ ?kk\b|"
            r"(?:/|por|al|ao) ?m[eê]s(?:e|es)?\b|mensu[ae]|mensais|mensil|i månaden|månadslön|(?:pr\.?|"
            r"per) (?:md|måned)"
        ),
    ),
    (
        "year",
        _any(
            r"(?:per|a|an|/|pro|each)\s?(?:year|yr|annum|jahr|an\b|année|año|jaar|år)\b|annual|yearly|annum|"
            r"\bp\.?\s?a\.?\b|\bp/a\b|jährlich|jahres|brutto/jahr|ročně|rocznie|par an\b|brut annuel|anual|"
            r"jaarlijks|\bote\b|/ ?an(?:no|née)?\b|all['’]anno|annu[oi]\b|annuel|\bral\b|(?:al|ao|por) a[ñn]o\b|"
            r"\blpa\b|\bctc\b|årsl[øö]n|vuodessa|pro jahr|im jahr"
        ),
    ),
)
_FORTNIGHT = re.compile(r"^[^.;\n]{0,20}?(?:fortnight|\bbi.?weekly|every (?:two|2|other) weeks?\b|quinzena|quincena)")
# By what a whole salary can be; below or above these a figure is no pay for that period.
_BOUNDS: dict[Per, tuple[float, float]] = {
    "hour": (4, 500),
    "day": (30, 5_000),
    "week": (100, 9_000),
    "month": (100, 90_000),
    "year": (2_500, 9_000_000),
}
PAY_WORD = _any(
    r"salar|\bpay\b|\bpays\b|paying|compensation|remuneration|wage|\bpay ?rate|hourly rate|base range|"
    r"\bote\b|stipend"
    r"|gehalt|vergütung|entgelt|lohn|bruttojahres|verdienst|dotier|besoldung|salaire|rémunération|salario|"
    r"sueldo|retribución|salaris|maandloon|wedde|scholarship (?:amounts|is|of)|\bløn|\blön"
    r"|lønn|\bplat\b|platov|mzda|mzdov|odměn|wynagrodzen|zarob|widełki|palkka|atlyginim|alga|salário|vencimento|ordenado|"
    r"stipendio|gratification|indemnité|"
    r"retribuzione|pro[ -]rata|\bfte\b|\bscale \w{1,3}\b|\bemoluments|\btips\b|\bdoe\b|\bgross\b|"
    r"depend\w{2,3} (?:up)?on (?:experience|qualification)|annual (?:range|rate|base)|\bto start\b|"
    r"brutto|netto|\bnett[io]\b|\bnetos?\b|bruto\b|\bbrut\b|\blord[oi]\b|\bc2c\b|"
    r"\bctc\b"
)
_NOT_PAY = _any(
    r"bonus|cost of|sign-?on|signing|benefit(?!s?\s?:)|"
    r"voucher|allowance|reimburse|stipend for|401|revenue|funding(?!\s?: )|raised|"
    r"series [a-e]\b|valuation|turnover"
    r"|budget|sales of|million|billion|\bfee\b|relocation|referral|worth|donat|grant of|prämie|příspěvek|"
    r"investment|customers|award|start-?up|equipment|endowment|portfolio|\bdeals?\b|quota|pipeline|spend|"
    r"property|assets|"
    r"umsatz|chiffre d['’]affaires|facturación|omzet|omsætning|omsättning|volum|"
    r"scholarships?(?! amounts| is| of)|tuition"
)


# "27.5 hours per week" is no pay by the week.
_HOURS = re.compile(
    r"\d\s?(?:hours?|hrs?|h|std\.?|stunden|heures?|horas|ore|uur|tim(?:mar|er)?|days?|tage|jours)\s?(?:/|per|an?|"
    r"pro|par|por|p\.?)\s?"
    r"(?:weeks?|woche|semaine|semana|settimana|week|vecka|uge|uke|day|tag|jour|w\b)"
)
# "$65K–$78K plus overtime": what comes on top says that it is pay.
_SAYS_PAY = re.compile(
    r"\s?(?:\+|plus|and|with)\s(?:\w+\s){0,2}(?:benefits|bonus|overtime|super|equity|commission|tips)\b", re.I
)
# "… annually. A bonus of", "$1,500 monthly ($200 cost of living)": what comes next speaks of something else.
_NEXT = re.compile(r"\.\s|\([$€£]")
# "$58-64k plus benefits": what comes on top of pay says that it is pay.
_PLUS = re.compile(
    r"(?:plus|and|with|&|\+|,)\s(?:\w+\s){0,2}(?:benefits?|bonus|super|superannuation|equity|commission|tips|relocation)\b"
)


def is_priced(low: str, start: int, end: int) -> bool:
    """Whether a run of figures in a text in lower case has a currency beside it, as any pay has that names one."""
    return bool(_BEHIND_FIGURE.match(low, end) or _BEFORE_FIGURE.search(low, max(0, start - LONGEST - 2), start))


@dataclass(frozen=True, slots=True)
class Priced:
    """Pay found in a text, and where: offsets into that text."""

    pay: Pay
    start: int
    end: int


def priced_in(
    text: str, *, label: str | None = None, currency: str | None = None, ranges: bool = False
) -> Iterator[Priced]:
    """The pay named in ``text`` (a line or paragraph), in order.

    ``label`` is what the text stands under ("Annual salary"): no word for pay need be in the text itself then.
    With ``ranges`` a range that can be a year's pay ("€32k - €36k") is it without any word for pay.
    ``currency`` is the code that a bare ``$`` or ``kr`` stands for on this page (AUD on an Australian one).
    """
    text = text[:16_000]
    lower = lower_case(text)
    for match in _MONEY.finditer(text):
        around = lower[max(0, match.start() - 60) : match.end() + 60]
        wide = ranges and bool(match["anum"]) and not _NOT_PAY.search(_PLUS.sub(" ", around))
        amount = _amount(match, lower, "" if label is None and wide else label, currency)
        if wide and amount and not _yearly(amount):
            continue
        if amount:
            yield Priced(amount, match.start(), match.end())


def _yearly(pay: Pay) -> bool:
    """Whether a range can be nothing but what is paid in a year."""
    scale = WEIGHT.get(pay.currency or "", 1)
    low, high = pay.min or 0, pay.max or 0
    return pay.per == "year" and 12_000 * scale <= low < high <= 600_000 * scale and high <= 2.5 * low


# A range without a currency: "90-115k", "a salary range of 55,000-60,000".
BARE_PAY = re.compile(
    r"(?<![\w.,$€£-])(?P<low>\d{2,3})\s?k?\s?[-–—]\s?(?P<high>\d{2,3})\s?k\b|"
    r"(?<![\w.,$€£-])(?P<from>\d{2,3}[,.]\d{3})\s?(?:[-–—]|to)\s?(?P<to>\d{2,3}[,.]\d{3})(?!\w|[.,]\d)",
    re.I,
)

# What any of those has behind its first figures.
BARE_SIGN = re.compile(r"\s?k?\s?[-–—]\s?\d\d\d?\s?k|[,.]\d\d\d\s?(?:[-–—]|to)", re.I)


# "50-60k depending on experience": what says behind such a range that it is pay.
_BEHIND_BARE = re.compile(
    r"[ ,(]{1,3}(?:depending on|dep\. on|doe\b|a year|per (?:year|annum)|p\.?a\b|gross|salary)", re.I
)


def bare_pay(text: str, currency: str, *, labelled: bool = False) -> Iterator[Priced]:
    """Yearly pay given without a currency, taken to be in ``currency``, where a word before it speaks of pay."""
    for match in BARE_PAY.finditer(text[:16_000]):
        before = text[max(0, match.start() - 60) : match.start()].lower()
        if not (labelled or PAY_WORD.search(before) or _BEHIND_BARE.match(text, match.end())):
            continue
        low, high = (
            (int(match["low"]) * 1000, int(match["high"]) * 1000)
            if match["low"]
            else (figure(match["from"], None), figure(match["to"], None))
        )
        if 10_000 <= low < high <= 600_000:
            yield Priced(Pay(whole(low), whole(high), currency, "year"), match.start(), match.end())


def _amount(match: re.Match[str], text: str, label: str | None, local: str | None) -> Pay | None:
    """The pay of a match, where ``text``, in lower case, speaks of pay."""
    labelled = label is not None
    code = _currency(match, local)
    low, high = match["anum"], match["bnum"]
    if code is None or high is None:
        return None
    if (match["bk"] or "").casefold() == "m" and code not in ("JPY", "KRW", "HUF", "IDR", "VND", "ISK"):
        return None
    top = figure(high, match["bk"])
    bottom = figure(low, match["ak"] or (match["bk"] if low and figure(low, None) < 1000 else None)) if low else top
    if low and bottom > top:
        bottom, top = (bottom, top) if bottom < top else (top, top)
    if bottom * 100 < top:
        return None  # "40 - 45000"
    around = text[max(0, match.start() - 90) : match.end() + 60]
    text = _HOURS.sub(lambda hours: " " * len(hours[0]), text)
    per = _period(text, match) or _period_of((label or "").lower())
    if per is None and top < 13_000 and _FORTNIGHT.search(text[match.end() : match.end() + 40].lower()):
        return None  # as Posting.pay has no such period
    plausible = per is not None and _plausible(top, code, per)
    sure = labelled or (not plausible and bool(PAY_WORD.search(around) or _SAYS_PAY.match(text, match.end())))
    if not (sure or per):
        return None
    after = _NEXT.split(text[match.end() : match.end() + 25], maxsplit=1)[0]
    near = _PLUS.sub(" ", text[max(0, match.start() - 30) : match.end()] + after)
    if _NOT_PAY.search(near) and not PAY_WORD.search(near):
        return None
    if not plausible:
        # "$17.50 – $21.00": the one with cents tells for both.
        odd = bottom if bottom != int(bottom) else top
        per = likely_period(odd, code, sure)
        if per is None and labelled and WEIGHT.get(code, 1) == 1 and 400 <= odd < 800:
            per = "month"  # as small offices of large organisations pay
    if per is None or not _plausible(top, code, per):
        return None
    return Pay(whole(bottom), whole(top), code, per)


def _plausible(top: float, code: str, per: Per) -> bool:
    least, most = _BOUNDS[per]
    return least * WEIGHT.get(code, 1) <= top <= most * WEIGHT.get(code, 1)


def _currency(match: re.Match[str], local: str | None) -> str | None:
    names = [match[group] for group in ("bcur", "bpost", "acur", "apost") if match[group]]
    # "$33,000 AUD": the code says which dollars.
    name = next((name for name in names if name.casefold() not in SHARED), names[0] if names else None)
    if not name:
        return "INR" if _LAKH.fullmatch(match["bk"] or "") else None
    code = {"R": "ZAR", "N": "NGN"}.get(name) or CURRENCIES[name.casefold()]
    return local if local and name.casefold() in SHARED else code


def figure(digits: str, thousand: str | None) -> float:
    """The number that digits with separators stand for; "k" makes thousands of it."""
    digits = re.sub(r"[ '’\u00a0\u202f]", "", digits)
    if re.search(r"[.,]\d{1,2}$", digits):
        whole, cents = re.split(r"[.,](?=\d{1,2}$)", digits)
        value = float(re.sub(r"[.,]", "", whole) + "." + cents)
    else:
        value = float(re.sub(r"[.,]", "", digits))
    if thousand and _LAKH.fullmatch(thousand):
        return value * 100_000
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


# Currencies in which the bounds between periods lie higher in proportion.
_LARGE = frozenset(("CZK", "SEK", "NOK", "DKK", "HUF", "JPY", "INR", "PLN", "ISK", "ZAR", "MXN", "PHP", "CLP", "COP"))
# Currencies of countries where pay is named by the month.
_MONTHLY = frozenset(("AMD", "GEL", "RSD", "KZT", "UAH", "RUB", "EGP", "BDT", "NPR", "PKR", "LKR", "KES", "PHP", "MXN"))


def likely_period(top: float, code: str, sure_of_pay: bool) -> Per | None:
    """The period that a figure without one must be for, by its size; None where several could be."""
    if not sure_of_pay:
        return None
    weight = WEIGHT.get(code, 1) if code in _LARGE else 1
    if code in _MONTHLY and 100 * WEIGHT[code] <= top <= 8_000 * WEIGHT[code]:
        return "month"
    if top >= 13_000 * (weight if weight < 20 else weight * 0.6):
        return "year" if code not in ("CZK", "HUF") else "month"
    if code in ("CZK", "PLN", "HUF", "SEK", "NOK", "DKK") and top >= 500 * weight:
        return "month"
    if weight == 1 and 5 <= top <= 150 and top != int(top):
        return "hour"
    return "month" if 800 * weight <= top <= 13_000 * weight else None
