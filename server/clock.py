"""The one clock. ``RINGBACK_NOW`` says where it starts; it runs on from there. All else is given ``now``."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

VARIABLE = "RINGBACK_NOW"

_started = time.monotonic()


class BadClockError(ValueError):
    """``RINGBACK_NOW`` does not read as a date and time."""


def zone(name: str) -> tzinfo:
    """The time zone called ``name`` (IANA); UTC where there is none of that name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def now(timezone: str = "UTC") -> datetime:
    """The time in ``timezone`` (IANA name): the machine's, or ``RINGBACK_NOW`` plus what has passed since start.

    A ``RINGBACK_NOW`` without a zone is meant in ``timezone``. Raises ``BadClockError`` where it is no ISO 8601 time.
    """
    given = os.environ.get(VARIABLE)
    if not given:
        return datetime.now(UTC).astimezone(zone(timezone))
    elapsed = timedelta(seconds=time.monotonic() - _started)
    return (_start(given, timezone).astimezone(UTC) + elapsed).astimezone(zone(timezone))


def _start(given: str, timezone: str) -> datetime:
    try:
        moment = datetime.fromisoformat(given.strip())
    except ValueError as error:
        raise BadClockError(
            f"{VARIABLE}={given!r} is not a date and time. Write it like 2026-11-16T09:00:00-08:00."
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=zone(timezone))
