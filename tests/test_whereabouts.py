"""What is supposed of the person's place before they have said it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from server import intake, planning, whereabouts
from server.store import followups, settings
from server.store.connection import prepare


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    whereabouts.timezone.cache_clear()
    yield
    whereabouts.timezone.cache_clear()


@pytest.mark.parametrize(
    ("named", "zone", "country"),
    [
        ("America/Los_Angeles", "America/Los_Angeles", "US"),
        (":Europe/Berlin", "Europe/Berlin", "DE"),
        ("Asia/Kathmandu", "Asia/Kathmandu", "NP"),
        ("UTC", "UTC", "US"),
    ],
)
def test_the_machines_zone_stands_until_the_person_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, named: str, zone: str, country: str
):
    monkeypatch.setenv("TZ", named)
    with prepare(tmp_path / "ringback.db") as db:
        told = settings.load(db)
        assert (told.timezone, told.country) == (zone, country)
        settings.save(db, {"timezone": "Europe/Vienna"})
        told = settings.load(db)
        assert (told.timezone, told.country) == ("Europe/Vienna", "AT")


@pytest.mark.parametrize("named", ["../../etc/passwd", "Nowhere/Never", "EST5EDT,M3.2.0,M11.1.0"])
def test_a_zone_that_is_none_is_not_taken(monkeypatch: pytest.MonkeyPatch, named: str):
    monkeypatch.setenv("TZ", named)
    assert whereabouts.timezone() != named


@pytest.mark.parametrize(("named", "due"), [("America/New_York", "15:00"), ("UTC", "10:00")])
def test_a_call_keeps_the_hours_of_a_machine_that_says_where_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, named: str, due: str
):
    """Ten in Berlin is four in New York: whoever is there is not sent to the telephone at night."""
    monkeypatch.setenv("TZ", named)
    desk = {"name": "Ana Ruiz", "emails": [], "phones": ["+493023125000"], "sure": True}
    read = {"kind": "posting", "title": "Clerk", "employer": "Nordwind", "country": "DE", "contacts": [desk]}
    capture = intake.Capture(url="https://a.example/1", html="<p>", applied_on=date(2026, 11, 2))
    now = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
    with prepare(tmp_path / "ringback.db") as db:
        number = intake.receive(db, capture, lambda page: read, now=now).application
        assert number is not None
        planning.replan_all(db, now)
        call = followups.of(db, number)[0]
    assert call.channel == "phone"
    assert call.due_at.astimezone(ZoneInfo("Europe/Berlin")).strftime("%H:%M") == due
