"""Where the clock starts, that it runs on, and whose day it shows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server import clock, planning
from server.services import preferences
from server.store.connection import prepare


def test_the_clock_starts_where_it_is_told_and_runs_on(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(clock.VARIABLE, "2026-11-16T09:00:00-08:00")
    first = clock.now("America/Los_Angeles")
    assert timedelta(0) <= first - datetime(2026, 11, 16, 17, tzinfo=UTC) < timedelta(hours=2)
    assert clock.now() > first


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Asia/Kathmandu", "Europe/Berlin"])
def test_a_start_without_a_zone_is_the_persons_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, zone: str):
    monkeypatch.setenv(clock.VARIABLE, "2026-11-16T09:00:00")
    with prepare(tmp_path / "ringback.db") as db:
        preferences.save(db, {"timezone": zone}, now=datetime(2026, 11, 16, tzinfo=UTC))
        now = planning.present(db)
    assert (str(now.tzinfo), now.date().isoformat(), now.hour) == (zone, "2026-11-16", 9)


def test_without_a_start_it_is_the_machines_time(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(clock.VARIABLE, raising=False)
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_start_that_is_no_time_is_refused_in_words(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(clock.VARIABLE, "next Monday")
    with pytest.raises(clock.BadClockError, match="2026-11-16T09:00:00-08:00"):
        clock.now()
