"""What is supposed of the person's place before they have said it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server import whereabouts
from server.store import settings
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
