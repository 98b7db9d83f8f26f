"""Business days of a place: its weekend, its public holidays, and those of its region (library ``holidays``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from threading import Lock
from typing import Protocol

ONE_DAY = timedelta(days=1)
WEEKEND = (5, 6)
_LOCK = Lock()


class _Calendar(Protocol):
    def is_working_day(self, key: date) -> bool: ...


@dataclass(frozen=True, slots=True)
class Workdays:
    """The calendar of one place: ISO 3166 ``country`` and, where known, its subdivision (``WA`` or ``US-WA``)."""

    country: str
    region: str | None = None

    def includes(self, day: date) -> bool:
        """Whether people work there on that day."""
        return _is_workday(self.country, self.region, day)

    def on_or_after(self, day: date) -> date:
        """The day itself, or the next business day."""
        while not self.includes(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        """The day itself, or the last business day before it."""
        while not self.includes(day):
            day -= ONE_DAY
        return day

    def after(self, day: date, count: int) -> date:
        """The day ``count`` business days after ``day``, which is day 0 whatever it is; 0 rolls forward."""
        if count <= 0:
            return self.on_or_after(day)
        for _ in range(count):
            day = self.on_or_after(day + ONE_DAY)
        return day

    def before(self, day: date, count: int) -> date:
        """The day ``count`` business days before ``day``."""
        for _ in range(count):
            day = self.on_or_before(day - ONE_DAY)
        return day

    def between(self, first: date, last: date) -> int:
        """How many business days lie after ``first``, up to and with ``last``."""
        return sum(self.includes(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))


@lru_cache(maxsize=65_536)
def _is_workday(country: str, region: str | None, day: date) -> bool:
    calendar = _calendar(country, region)
    if calendar is None:
        return day.weekday() not in WEEKEND
    with _LOCK:  # a year is filled in on first use, which another thread must not see half done
        return calendar.is_working_day(day)


@lru_cache(maxsize=512)
def _calendar(country: str, region: str | None) -> _Calendar | None:
    """The library's calendar; of the country alone where the region is unknown, None where both are."""
    from holidays import country_holidays

    code = country.upper()
    part = region.upper().removeprefix(f"{code}-") if region else None
    for subdivision in (part, None) if part else (None,):
        try:
            return country_holidays(code, subdiv=subdivision)
        except NotImplementedError:
            continue
    return None
