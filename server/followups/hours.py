"""At what hour: calls and messages placed in the contact's working day, and in the hours the person has for calls.

FOLLOWUPS, "Hours of the day". All days are those of the contact's own calendar, all hours their wall clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

from server.followups.call_hours import CallHours, Window
from server.followups.workdays import ONE_DAY, WEEKEND, Workdays

Half: TypeAlias = Literal["first", "other"]

MORNING = time(9)
NOON = time(12)
DAY_ENDS = time(17)
EVENING = time(18)
LATEST = time(20)
HOUR = timedelta(hours=1)
_PREFERRED: dict[Half, tuple[int, ...]] = {"first": (10, 11, 14, 15, 16), "other": (14, 15, 16, 13, 10, 11)}
_TRIED = 12
"""So many working days are looked at before two people's hours are taken for ones that never meet."""
_SEARCHED = 400


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where two days meet: the contact's (zone, business days, hours to call) and the person's own."""

    zone: ZoneInfo
    workdays: Workdays
    calls: CallHours
    own_zone: ZoneInfo
    own_from: time
    own_to: time
    days_off: tuple[int, ...]

    def local(self, moment: datetime) -> datetime:
        """A moment on the contact's wall clock."""
        return moment.astimezone(self.zone)

    def on(self, day: date, hour: time) -> datetime:
        """An hour of one of the contact's days."""
        return datetime.combine(day, hour, self.zone)

    def is_free(self, moment: datetime) -> bool:
        """Whether the person works on that day of theirs."""
        return moment.astimezone(self.own_zone).weekday() not in self.days_off

    def can_phone(self, moment: datetime) -> bool:
        """Whether the person has that hour for calls."""
        own = moment.astimezone(self.own_zone)
        clock = own.time()
        if self.own_from <= self.own_to:
            within = self.own_from <= clock < self.own_to
        else:
            within = clock >= self.own_from or clock < self.own_to
        return within and own.weekday() not in self.days_off

    def takes_calls(self, day: date) -> bool:
        """Whether the contact may be called on that day: a business day, and one they name if they name any."""
        asked = self.calls.weekdays
        if asked is not None and asked <= set(WEEKEND):
            return day.weekday() in asked
        return self.workdays.includes(day) and (asked is None or day.weekday() in asked)

    def in_call_hours(self, moment: datetime) -> bool:
        """Whether a call may be made then on both clocks."""
        local = self.local(moment)
        within = any(first <= local.time() < last for first, last in self.calls.windows)
        return within and self.takes_calls(local.date()) and self.can_phone(moment)


def call(meeting: Meeting, day: date, half: Half = "first", not_before: datetime | None = None) -> datetime | None:
    """The hour of the first call on or after a day; None where the two people's hours never meet."""
    for tried in _call_days(meeting, day):
        for hour in _clock_hours(half, meeting.calls.windows):
            moment = meeting.on(tried, hour)
            if _late_enough(moment, not_before) and meeting.can_phone(moment):
                return moment
    return None


def _late_enough(moment: datetime, not_before: datetime | None) -> bool:
    """Whether a moment is no earlier than asked; on the day that the bound falls on, only full hours count."""
    if not_before is None or moment.date() > not_before.astimezone(moment.tzinfo).date():
        return True
    return moment >= not_before and moment.minute == 0


def call_at(meeting: Meeting, wanted: datetime) -> datetime | None:
    """A call at an exact moment, or as soon after it as their day allows; else at the next business day's hour."""
    wanted = meeting.local(wanted)
    if meeting.in_call_hours(wanted):
        return wanted
    today = wanted.date()
    if meeting.takes_calls(today):
        for hour in _quarters(meeting.calls.windows):
            moment = meeting.on(today, hour)
            if moment > wanted and meeting.can_phone(moment):
                return moment
    return call(meeting, today + ONE_DAY)


def message(meeting: Meeting, day: date, not_before: datetime | None = None) -> datetime:
    """When an e-mail or letter goes: in the morning of the first business day of theirs that is no day off."""
    moment = meeting.on(meeting.workdays.on_or_after(day), MORNING)
    for _ in range(_SEARCHED):
        if (not_before is None or moment >= not_before) and meeting.is_free(moment):
            break
        moment = meeting.on(meeting.workdays.after(moment.date(), 1), MORNING)
    return moment


def call_today(meeting: Meeting, at: datetime) -> datetime | None:
    """A call that must be made today: at once if their day lasts another hour, else the next business day."""
    at = meeting.local(at)
    if lasts_another_hour(meeting, at):
        return call_at(meeting, at)
    return call(meeting, at.date() + ONE_DAY)


def message_today(meeting: Meeting, at: datetime) -> datetime:
    """A message that must go today: at once if their day lasts another hour, else the next business morning."""
    at = meeting.local(at)
    if lasts_another_hour(meeting, at) and meeting.is_free(at):
        return max(at, meeting.on(at.date(), MORNING))
    return message(meeting, at.date() + ONE_DAY)


def lasts_another_hour(meeting: Meeting, at: datetime) -> bool:
    """Whether the contact's working day goes on for an hour or more."""
    return meeting.workdays.includes(at.date()) and at + HOUR <= meeting.on(at.date(), DAY_ENDS)


def half_after(meeting: Meeting, attempt: datetime) -> Half:
    """The half of the day in which to try again after an attempt."""
    return "other" if meeting.local(attempt).time() < NOON else "first"


def _call_days(meeting: Meeting, day: date) -> Iterator[date]:
    """The days on which calls may be made and the person works, from a day on: as many as are worth trying."""
    found = 0
    for _ in range(_SEARCHED):
        if meeting.takes_calls(day) and meeting.is_free(meeting.on(day, NOON)):
            yield day
            found += 1
            if found == _TRIED:
                return
        day += ONE_DAY


@lru_cache(maxsize=256)
def _clock_hours(half: Half, windows: tuple[Window, ...]) -> tuple[time, ...]:
    """The hours to try in order: the usual full ones, then every quarter of an hour in which calls may be made."""
    usual = (time(hour) for hour in _PREFERRED[half])
    within = (hour for hour in usual if any(first <= hour < last for first, last in windows))
    return tuple(dict.fromkeys((*within, *_quarters(windows))))


@lru_cache(maxsize=256)
def _quarters(windows: tuple[Window, ...]) -> tuple[time, ...]:
    quarters = (time(n // 4, n % 4 * 15) for n in range(96))
    starts = {first for first, _ in windows}
    return tuple(sorted(starts | {hour for hour in quarters if any(first <= hour < last for first, last in windows)}))
