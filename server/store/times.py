"""Times as they are kept: UTC text of fixed width (``2026-11-09T18:00:00Z``), so that comparing text compares time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def to_text(moment: datetime) -> str:
    """``moment`` (aware) as UTC text, whole seconds. Raises ``ValueError`` for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"a time without a zone cannot be kept: {moment!r}")
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def from_text(text: str) -> datetime:
    """The aware UTC time kept as ``text``."""
    return datetime.strptime(text, _FORM).replace(tzinfo=UTC)


def maybe_text(moment: datetime | None) -> str | None:
    """``to_text``, None staying None."""
    return to_text(moment) if moment else None


def maybe_time(text: str | None) -> datetime | None:
    """``from_text``, None staying None."""
    return from_text(text) if text else None


def maybe_date(text: str | None) -> date | None:
    """The date kept as ISO 8601 text, None staying None."""
    return date.fromisoformat(text) if text else None


def maybe_clock(text: str | None) -> time | None:
    """The time of day kept as ISO 8601 text, None staying None."""
    return time.fromisoformat(text) if text else None
