"""Days and times as people say them, in the language of the page; each function is a template filter.

Their patterns (https://unicode.org/reports/tr35/tr35-dates.html) stand in the catalogue like any other text.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from flask_babel import format_date, format_datetime

from server.dashboard.language import gettext, ngettext


def day(value: date | datetime | None, today: date | None = None) -> str:
    """A day: *today*, *tomorrow*, *yesterday* beside ``today``, else weekday, day and month (and year if another)."""
    if value is None:
        return ""
    when = value.date() if isinstance(value, datetime) else value
    near = {0: gettext("today"), 1: gettext("tomorrow"), -1: gettext("yesterday")}
    if today and (when - today).days in near:
        return near[(when - today).days]
    if today and when.year == today.year:
        return str(format_date(when, gettext("EEE d MMM")))
    return str(format_date(when, gettext("EEE d MMM y")))


def long_day(value: date) -> str:
    """The day in full: *Tuesday 24 November 2026*."""
    return str(format_date(value, gettext("EEEE d MMMM y")))


def hour(value: datetime | None) -> str:
    """The wall-clock hour of a moment in its own zone: *10:00*."""
    return str(format_datetime(value, gettext("HH:mm"), rebase=False)) if value else ""


def day_and_hour(value: datetime | None, today: date | None = None) -> str:
    """Day and hour of a moment, in its own zone."""
    return f"{day(value, today)}, {hour(value)}" if value else ""


def parsed(text: str) -> datetime:
    """A moment kept as ISO 8601 text."""
    return datetime.fromisoformat(text)


def in_zone(value: datetime, zone: str) -> datetime:
    """The same moment on the clocks of an IANA zone."""
    return value.astimezone(ZoneInfo(zone))


def differs(value: datetime, zone: str) -> bool:
    """Whether clocks in ``zone`` show another time at that moment."""
    return value.astimezone(ZoneInfo(zone)).utcoffset() != value.utcoffset()


def place(value: datetime) -> str:
    """A word for the zone of a moment: the city in its IANA name, else its offset from UTC."""
    key = getattr(value.tzinfo, "key", None)
    return key.rsplit("/", 1)[-1].replace("_", " ") if key else value.strftime("UTC%z")


def ago(value: date | datetime, today: date) -> str:
    """How long since: *today*, *3 days ago*, *5 weeks ago*."""
    when = value.date() if isinstance(value, datetime) else value
    days = (today - when).days
    if days <= 0:
        return gettext("today")
    if days < 21:
        return ngettext("%(num)s day ago", "%(num)s days ago", days)
    return ngettext("%(num)s week ago", "%(num)s weeks ago", days // 7)


def minutes_left(value: datetime, now: datetime) -> int:
    """Whole minutes until a moment, rounded up; 0 once it has passed."""
    return max(0, -((now - value) // timedelta(minutes=1)))
