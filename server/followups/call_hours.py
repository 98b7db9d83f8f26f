"""The hours an employer asks to be called in, read from their own words.

"weekdays 2 to 4 pm", "Mo-Fr 9-11 Uhr", "du lundi au vendredi, entre 9h et midi": in every language in which the reader
finds such wishes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

from babel import Locale

Window: TypeAlias = tuple[time, time]

OFFICE: tuple[Window, ...] = ((time(9), time(12)), (time(13), time(17)))
"""When calls are made at all, in the contact's time: not in the lunch hour, never in the evening."""

_DASH = r"[-–—]"
_CLOCK = (
    r"(?:kl\.?|klo|ore|godz\w*\.?|le|las)?\s*\b(\d{1,2})(?:[:.h](\d{2}))?\s*(a\.?m\b\.?|p\.?m\b\.?)?"
    r"(?:\s*(?:uhr|uur|u|h|hrs|hod\w*|o['’]clock)\b\.?)?"
)
_WORD = re.compile(r"[^\W\d_]+(?:-feiras?)?")


@dataclass(frozen=True, slots=True)
class CallHours:
    """When to call: ``windows`` of their day, and ``weekdays`` (Monday 0), None where they name none."""

    windows: tuple[Window, ...] = OFFICE
    weekdays: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class _Language:
    """How one language says hours and days: a table of call_words.toml, as patterns."""

    span: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    through: re.Pattern[str]
    weekdays: re.Pattern[str]
    times: tuple[tuple[re.Pattern[str], str], ...]
    days: tuple[dict[str, int], dict[str, int]]
    """The names of the days, then their short forms, with their numbers."""

    def day(self, word: re.Match[str]) -> int | None:
        """The day that a word names, if it names one; two letters do only as "Mo" or "mo-fr"."""
        names, short = self.days
        said = word[0].casefold().removesuffix("s").removesuffix("-feira")
        beside = word.string[max(0, word.start() - 1) : word.start()] + word.string[word.end() : word.end() + 1]
        if said in short and (len(said) > 2 or word[0][0].isupper() or "-" in beside):
            return short[said]
        if len(said) < 4:
            return None
        return next((day for name, day in names.items() if name.startswith(said) or said.startswith(_stem(name))), None)

    def found(self, text: str) -> int:
        """How much of a text is said in this language's words."""
        patterns = (self.span, self.after, self.before, self.weekdays, *(pattern for pattern, _clock in self.times))
        days = sum(self.day(word) is not None for word in _WORD.finditer(text))
        return days + sum(pattern.search(text) is not None for pattern in patterns)


def _stem(name: str) -> str:
    return name[: -2 if len(name) > 5 else -1]


@lru_cache(maxsize=1)
def _languages() -> tuple[_Language, ...]:
    tables = tomllib.loads((Path(__file__).parent / "call_words.toml").read_text(encoding="utf-8"))
    return tuple(_language(Locale.parse(code), table) for code, table in tables.items())


def _language(locale: Locale, table: dict[str, Any]) -> _Language:
    def any_of(*keys: str) -> str:
        return "|".join(word.replace(" ", r"\s+") for key in keys for word in table.get(key, ()))

    wide = {name.split("-")[0]: day for day, name in _days(locale, "wide")}
    short = {name: day for width in ("abbreviated", "short") for day, name in _days(locale, width)}
    behind = rf"|{_CLOCK}\s*(?:{any_of('after_hour')})\b" if "after_hour" in table else ""
    return _Language(
        span=re.compile(rf"{_CLOCK}\s*(?:{_DASH}|\b(?:{any_of('to', 'and')})\b)\s*{_CLOCK}", re.I),
        after=re.compile(rf"\b(?:{any_of('after')})\s+{_CLOCK}{behind}", re.I),
        before=re.compile(rf"\b(?:{any_of('before')})\s+{_CLOCK}", re.I),
        through=re.compile(rf"[\s.]*(?:{_DASH}|{any_of('to')})\s*", re.I),
        weekdays=re.compile(rf"\b(?:{any_of('weekdays')})\b", re.I),
        times=tuple(
            (re.compile(rf"\b{words}\b" if words[0].isalpha() else words, re.I), clock)
            for words, clock in table["times"].items()
        ),
        days=(wide, short),
    )


def _days(locale: Locale, width: str) -> Iterator[tuple[int, str]]:
    """The days of a language as CLDR names them, in running text; Monday 0."""
    for day, name in locale.days["format"][width].items():
        yield day, name.casefold().rstrip(".")


@lru_cache(maxsize=1024)
def read(text: str | None) -> CallHours:
    """The hours the words name, kept within office hours where the two meet; office hours where they name none.

    Where they name none of the office hours (evenings, the lunch hour), their own words count: they asked for it.
    """
    if not text:
        return CallHours()
    said = text
    language = max(_languages(), key=lambda one: one.found(said))
    weekdays = _weekdays(text, language)
    for words, clock in language.times:
        text = words.sub(clock, text)
    named = _windows(text, language)
    return CallHours(windows=_meeting(named, OFFICE) or named or OFFICE, weekdays=weekdays)


def _windows(text: str, language: _Language) -> tuple[Window, ...]:
    spans = tuple(window for found in language.span.finditer(text) if (window := _range(found.groups())))
    rest = language.span.sub(" ", text)
    start, end = language.after.search(rest), language.before.search(rest)
    first = _clock(*_parts(start)) if start else time(9)
    last = _clock(*_parts(end)) if end else time(17)
    if not (start or end) or not first or not last or first >= last:
        return spans
    return _meeting(spans, ((first, last),)) or spans or ((first, last),)


def _parts(found: re.Match[str]) -> list[str | None]:
    """The hour, minute and half of the day of the clock that was found, before or behind its word."""
    groups = list(found.groups())
    return groups[:3] if groups[0] else groups[3:]


def _range(parts: tuple[str | None, ...]) -> Window | None:
    hour, minute, half, to_hour, to_minute, to_half = parts
    last = _clock(to_hour, to_minute, to_half)
    first = _clock(hour, minute, half or (to_half if int(hour or 0) <= int(to_hour or 0) else None))
    if first and last and first >= last:
        first = _clock(hour, minute, half or "am")
    return (first, last) if first and last and first < last else None


def _clock(hour: str | None, minute: str | None, half: str | None) -> time | None:
    """A time of day; without am or pm, one to six o'clock are taken for the afternoon."""
    value = int(hour or 0)
    if value > 23 or int(minute or 0) > 59:
        return None
    if half:
        value = value % 12 + (12 if half.lower().startswith("p") else 0)
    elif 1 <= value <= 6:
        value += 12
    return time(value, int(minute or 0))


def _meeting(some: tuple[Window, ...], others: tuple[Window, ...]) -> tuple[Window, ...]:
    met = ((max(a, first), min(b, last)) for a, b in some for first, last in others)
    return tuple((first, last) for first, last in met if first < last)


def _weekdays(text: str, language: _Language) -> frozenset[int] | None:
    if language.weekdays.search(text):
        return frozenset(range(5))
    found = [(word, day) for word in _WORD.finditer(text) if (day := language.day(word)) is not None]
    days = {day for _, day in found}
    for (one, first), (other, last) in pairwise(found):
        if language.through.fullmatch(text[one.end() : other.start()]):
            days |= {(first + n) % 7 for n in range((last - first) % 7 + 1)}
    return frozenset(days) or None
