"""Dates as job pages write them, absolute and relative, in the languages of the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from scrapers.signs import any_of, grouped, lower_case

# Month names by language; a name is known by its first letters where those are unambiguous across the table.
_MONTHS = (
    "january jan januar januari janvier janv ene enero gennaio gen janeiro led ledna leden styczeń stycznia tammikuu"
    " tammikuuta sausio jänner január januára jaanuar",
    "february feb februar februari février févr fevrier febrero febbraio fevereiro fev února únor luty lutego helmikuu"
    " helmikuuta vasario feber február februára",
    "march mar märz maerz mrz maart mrt mars marzo março marz března březen marzec marca marec maaliskuu "
    "maaliskuuta kovo"
    " marts",
    "april apr avril avr abril abr aprile aprila dubna duben kwiecień kwietnia huhtikuu huhtikuuta balandžio apríl"
    " apríla",
    "may mai mei maj mayo maggio mag maio května květen maja toukokuu toukokuuta gegužės máj mája",
    "june jun juni juin junio giugno giu junho června červen czerwiec czerwca kesäkuu kesäkuuta birželio jún júna",
    "july jul juli juillet juil julio luglio lug julho července červenec lipiec lipca heinäkuu heinäkuuta liepos júl"
    " júla",
    "august aug août aout agosto ago augustus srpna srpen sierpień sierpnia elokuu elokuuta rugpjūčio augusta augusti",
    "september sept sep september septembre septiembre settembre set setembro září wrzesień wrzesnia września syyskuu"
    " syyskuuta rugsėjo septembra",
    "october oct oktober okt octobre octubre ottobre ott outubro out října říjen październik października lokakuu"
    " lokakuuta spalio október októbra",
    "november nov novembre noviembre novembro listopadu listopad listopada marraskuu marraskuuta lapkričio novembra",
    "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro prosince prosinec grudzień grudnia"
    " joulukuu joulukuuta gruodžio desember des decembra",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}

_LONGEST_MONTH = 16  # with its full stop and the spaces behind it
_FIGURE = re.compile(r"\d")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = r"(?P<month>[^\W\d_]{3,13})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.|º|ª)?"
# All of these have a year of four figures.
_FORMS = (
    # 2026-11-02, 2026/11/02, 2026.11.02, 2026-11-02T08:00:00Z
    re.compile(rf"(?<![\d.]){_YEAR}[-/.](?P<mon>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)"),
    # 2 November 2026, 2. November 2026, 2nd of November, 2026, 2 de noviembre de 2026, 2-Nov-2026
    re.compile(
        rf"(?<!\d){_DAY}[\s.-]{{0,2}}(?:(?:of|de)\s|d['’]\s?)?{_MONTH}(?:\s?,)?(?:\s|-|\sde\s){{0,2}}{_YEAR}(?!\d)",
        re.I,
    ),
    # November 2, 2026; Nov 2nd 2026
    re.compile(rf"(?<!\w){_MONTH}\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s{{1,2}}{_YEAR}(?!\d)", re.I),
    # 2026 November 2; 2026 m. lapkričio 2 d.
    re.compile(rf"(?<!\d){_YEAR}(?:\s?m\.)?\s{_MONTH}\s(?P<day>[0-3]?\d)(?!\d)", re.I),
)
# With the hour, as headers of messages have it.
_TIMED_FORMS = (
    # 3 Jan 96 10:14:28 (the header of an old message)
    re.compile(rf"(?<!\d)(?P<day>[0-3]?\d)\s{_MONTH}\s(?P<year>[789]\d)\s(?=\d\d?:\d\d)"),
    # Thu Aug 24 19:22:08 EDT 2006
    re.compile(rf"(?<!\w){_MONTH}\s{{1,2}}(?P<day>[0-3]?\d)\s\d\d:\d\d(?::\d\d)?\s(?:[A-Z+\d-]{{1,5}}\s)?{_YEAR}"),
)
# 02.11.2026, 02/11/2026, 11/02/26: which is the day depends on the place.
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>\s?[./-]\s?)(?P<b>\d{1,2})(?P=sep)(?P<year>(?:19|20)?\d\d)(?![\d/]|\.\d)"
)
# What has a date of which month_first decides.
MAY_SWAP = re.compile(r"\d\s?[/-]\s?\d")
_SHORT = re.compile(r"(?<!\d)(?P<day>\d{2})(?P<month>[A-Z][a-z]{2})(?P<year>(?:19|20)\d\d)(?!\d)")

# What begins a line that names a day by its distance; this and what follows is matched in lower case.
_RELATIVE = (
    (
        0,
        re.compile(
            grouped(
                r"just (?:now|posted)|today|posted today|heute|aujourd'hui|aujourd’hui|hoy|vandaag|i dag|idag|"
                r"dnes|dzisiaj|tänään|šiandien|oggi|hoje"
            )
            + r"\b",
        ),
    ),
    (
        1,
        re.compile(
            grouped(
                r"yesterday|posted yesterday|gestern|hier|ayer|gisteren|i går|igår|včera|wczoraj|eilen|vakar|ieri|ontem"
            )
            + r"\b",
        ),
    ),
    (2, re.compile(grouped(r"vorgestern|avant-hier|anteayer|eergisteren|předevčírem|przedwczoraj") + r"\b")),
)
_AGO = ("ago", "geleden", "siden", "sedan", "temu", "fa", "sitten", "atrás")
_IN_PAST = ("vor", "il y a", "hace", "před", "for", "há", "prieš", "för")
_DISTANT = (*(f" {word}" for word in _AGO), *(f"{word} " for word in _IN_PAST))
_COUNTED = re.compile(
    rf"(?:(?:{'|'.join(_IN_PAST)})\s)?(?P<count>\d{{1,3}}|an?|one|einem|einer|un|une|één|jeden|jednou)(?P<more>\+)?\s"
    r"(?P<unit>sec|second|min|minute|hour|hr|day|week|month|year|sekund|stunde|tag|woche|monat|jahr|heure|"
    r"jour|semaine|mois|an"
    r"|hora|día|dia|semana|mes|año|uur|dag|dagen|week|weken|maand|time|uge|måned|hodin|den|dny|dnem|dní|týdn|měsíc"
    r"|godzin|dni|dzień|tydzień|tygodni|miesi|giorn|settiman|ora|ore|päivä|viikko|tunti|dien|savait|"
    rf"valand)[^\W\d_]{{0,6}}\b(?P<ago>\s(?:{'|'.join(_AGO)}))?",
)
_BEFORE = re.compile(rf"(?:{'|'.join(_IN_PAST)})\s")
# "3d ago", "2w ago", as narrow cards write it.
_BRIEF = re.compile(r"\b(?P<count>\d{1,2})\s?(?P<unit>[dwh])\s(?:ago)\b")
_UNIT_DAYS = (
    (
        0,
        (
            "sec",
            "min",
            "hour",
            "hr",
            "sekund",
            "stunde",
            "heure",
            "hora",
            "uur",
            "time",
            "hodin",
            "godzin",
            "ora",
            "ore",
            "tunti",
            "valand",
        ),
    ),
    (
        7,
        (
            "week",
            "woche",
            "semaine",
            "semana",
            "weken",
            "uge",
            "týdn",
            "tydzień",
            "tygodni",
            "settiman",
            "viikko",
            "savait",
        ),
    ),
    (30, ("month", "monat", "mois", "mes", "maand", "måned", "měsíc", "miesi")),
    (365, ("year", "jahr", "an", "año")),
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text, and where: offsets into that text."""

    day: date
    start: int
    end: int


def find_dates(text: str, *, month_first: bool = False) -> Iterator[Dated]:
    """Each absolute date in ``text``, in order of the forms and not of the text.

    ``month_first`` says how to read 02/11/2026 where both are possible (the United States, the Philippines); a full
    stop between the numbers always means that the day comes first.
    """
    figure = _FIGURE.search(text)
    if figure is None:
        return
    # Every date begins with a figure, or with the name of a month before one.
    begin = max(0, figure.start() - _LONGEST_MONTH)
    full = _FULL_YEAR.search(text, begin) is not None
    for form in (*(_FORMS if full else ()), *(_TIMED_FORMS if ":" in text else ())):
        for match in form.finditer(text, begin):
            groups = match.groupdict()
            month = int(groups["mon"]) if groups.get("mon") else MONTHS.get(groups["month"].casefold())
            year = int(groups["year"])
            yield from _dated(match, year if year > 99 else 1900 + year, month, int(groups["day"]))
    for match in _SHORT.finditer(text, begin) if full else ():
        yield from _dated(match, int(match["year"]), MONTHS.get(match["month"].casefold()), int(match["day"]))
    for match in _NUMERIC.finditer(text, begin):
        first, second = int(match["a"]), int(match["b"])
        swap = second > 12 or (month_first and "." not in match["sep"] and first <= 12)
        day, month = (second, first) if swap else (first, second)
        year = int(match["year"])
        yield from _dated(match, year if year > 99 else 2000 + year, month, day)


def _dated(match: re.Match[str], year: int, month: int | None, day: int) -> Iterator[Dated]:
    if month is None:
        return
    try:
        yield Dated(date(year, month, day), match.start(), match.end())
    except ValueError:
        return


def first_date(text: str, *, month_first: bool = False) -> Dated | None:
    """The date that stands first in ``text``."""
    return min(find_dates(text[:2000], month_first=month_first), key=lambda found: found.start, default=None)


def iso_date(value: object) -> date | None:
    """The day of an ISO 8601 date or date-time as structured data gives it; None if it is none."""
    text = str(value or "").strip()
    if not text:
        return None
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).date()
    except ValueError:
        found = first_date(text)
        return found.day if found else None


def relative_date(text: str, captured_at: datetime) -> date | None:
    """The day that "3 days ago", "vor 2 Wochen" or "yesterday" was, counted from ``captured_at``.

    "30+ days ago" names no day, and neither do months and years: None.
    """
    text = " ".join(text[:80].split()).lower()
    for days, pattern in _RELATIVE:
        if pattern.match(text):
            return captured_at.date() - timedelta(days=days)
    if not any(map(text.__contains__, _DISTANT)):
        return None
    if brief := _BRIEF.search(text):
        hours = {"h": 1, "d": 24, "w": 168}[brief["unit"]]
        return (captured_at - timedelta(hours=hours * int(brief["count"]))).date()
    match = _COUNTED.search(text)
    if not match or match["more"] or not (match["ago"] or _BEFORE.match(match[0])):
        return None
    unit = next((days for days, names in _UNIT_DAYS if match["unit"].startswith(names)), 1)
    if unit >= 30:
        return None
    count = int(match["count"]) if match["count"].isdigit() else 1
    if unit == 0:
        hours = count if not match["unit"].startswith(("sec", "min", "sekund")) else 0
        return (captured_at - timedelta(hours=hours)).date()
    return captured_at.date() - timedelta(days=count * unit)


def with_years(text: str, captured_at: datetime, *, ahead: bool) -> str:
    """A text whose dates without a year get one: the next such day to come, or (not ``ahead``) the last that was."""

    pieces, done = [], 0
    for match in _YEARLESS.finditer(lower_case(text)) if _FIGURE.search(text) else ():
        month = MONTHS[(match["month"] or match["first"]).casefold()]
        year = captured_at.year
        try:
            day = date(year, month, int(match["day"] or match["second"]))
        except ValueError:
            continue
        days = (day - captured_at.date()).days
        year += (ahead and days < -_LATE) - (not ahead and days > 1)
        pieces.append(f"{text[done : match.end()]} {year}")
        done = match.end()
    return "".join((*pieces, text[done:]))


# How long after a last day a page is likely still to be captured.
_LATE = 90
_NAMED_MONTH = any_of(sorted(MONTHS, key=len, reverse=True))
_YEARLESS = re.compile(
    rf"(?<![\w.])(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.)?\s(?:(?:of|de)\s)?(?P<month>{_NAMED_MONTH})\.?|"
    rf"(?P<first>{_NAMED_MONTH})\.?\s(?P<second>[0-3]?\d)(?:st|nd|rd|th)?)"
    r"(?!\w|[\s,]{0,2}(?:19|20)\d\d|\sde\s(?:19|20))"
)
