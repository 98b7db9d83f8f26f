"""The hours an employer asks to be called in, read from their own words ("weekdays 2 to 4 pm", "Mo-Fr 9-11 Uhr")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

Window: TypeAlias = tuple[time, time]

OFFICE: tuple[Window, ...] = ((time(9), time(12)), (time(13), time(17)))
"""When calls are made at all, in the contact's time: not in the lunch hour, never in the evening."""

_DAY = re.compile(
    r"\b(?:(mon|mo)|(tue|tues|tu|diens|di)|(wed|wednes|we|mitt|mi)|(thu|thur|thurs|th|donners|do)|(fri|frei|fr)"
    r"|(sat|satur|sams|sa)|(sun|sonn|su|so))(?:days?|tags?|woch)?\b\.?",
    re.I,
)
_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\b\.?|p\.?m\b\.?)?(?:\s*(?:uhr|h|hrs|o'clock)\b)?"
_RANGE = re.compile(rf"\b{_CLOCK}\s*(?:-|–|—|to|until|till|and|bis|und)\s*{_CLOCK}", re.I)
_AFTER = re.compile(rf"\b(?:after|from|ab|nach)\s+{_CLOCK}", re.I)
_BEFORE = re.compile(rf"\b(?:before|until|till|by|bis|vor)\s+{_CLOCK}", re.I)
_WORDS = {"noon": "12:00 pm", "midday": "12:00 pm", "mornings": "9 am to 12 pm", "afternoons": "1 pm to 5 pm"}


@dataclass(frozen=True, slots=True)
class CallHours:
    """When to call: ``windows`` of their day, and ``weekdays`` (Monday 0), None where they name none."""

    windows: tuple[Window, ...] = OFFICE
    weekdays: frozenset[int] | None = None


@lru_cache(maxsize=1024)
def read(text: str | None) -> CallHours:
    """The hours the words name, kept within office hours where the two meet; office hours where they name none.

    Where they name none of the office hours (evenings, the lunch hour), their own words count: they asked for it.
    """
    if not text:
        return CallHours()
    for word, clock in _WORDS.items():
        text = re.sub(rf"\b{word}\b", clock, text, flags=re.I)
    named = _windows(text)
    return CallHours(windows=_within_office(named) or named or OFFICE, weekdays=_weekdays(text))


def _windows(text: str) -> tuple[Window, ...]:
    ranges = [_range(found.groups()) for found in _RANGE.finditer(text)]
    if ranges:
        return tuple(window for window in ranges if window)
    start = _AFTER.search(text)
    end = _BEFORE.search(text)
    first = _clock(*start.groups()) if start else time(9)
    last = _clock(*end.groups()) if end else time(17)
    return ((first, last),) if (start or end) and first and last and first < last else ()


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


def _within_office(named: tuple[Window, ...]) -> tuple[Window, ...]:
    met = ((max(a, first), min(b, last)) for a, b in named for first, last in OFFICE)
    return tuple((first, last) for first, last in met if first < last)


def _weekdays(text: str) -> frozenset[int] | None:
    if re.search(r"\bweekdays\b|\bwerktags\b", text, re.I):
        return frozenset(range(5))
    found = [(match, next(n for n, group in enumerate(match.groups()) if group)) for match in _DAY.finditer(text)]
    days = {day for _, day in found}
    for (one, first), (other, last) in pairwise(found):
        between = text[one.end() : other.start()].strip().lower()
        if between in {"-", "–", "—", "to", "through", "thru", "bis"}:
            days |= {(first + n) % 7 for n in range((last - first) % 7 + 1)}
    return frozenset(days) or None
