"""Many follow-ups: what a request plans at once, what it leaves to the background, and that both come to the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server import housekeeping, intake, planning
from server.config import Config
from server.followups.records import Outcome
from server.followups.story import ENDING
from server.services import fields, history, outcomes
from server.store import applications, followups, rows, settings
from server.store.connection import Store, connect, prepare

NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
SHARED = {"name": "Ana Ruiz", "emails": ["ana@pier.example"], "phones": ["+12065550188"], "sure": True}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Store]:
    with prepare(tmp_path / "ringback.db") as store:
        yield store


def track(db: Store, number: int, **posting: Any) -> int:
    own = {"name": f"Person {number}", "emails": [f"p{number}@pier.example"], "phones": [], "sure": True}
    read = {"kind": "posting", "title": f"Job {number}", "employer": f"Employer {number}", "contacts": [own]} | posting
    capture = intake.Capture(url=f"https://a.example/{number}", html="<p>", applied_on=date(2026, 11, 2))
    return intake.receive(db, capture, lambda page: read, now=NOW).application or 0


def arranged(db: Store) -> list[dict[str, Any]]:
    return rows.many(db, "SELECT * FROM followups ORDER BY position, key")


@pytest.fixture
def few_at_once(db: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):
        track(db, number)
    planning.replan_all(db, NOW)
    monkeypatch.setattr(planning, "AT_ONCE", 3)


@pytest.mark.usefixtures("few_at_once")
def test_what_is_left_to_the_background_comes_to_the_same_as_planning_all(db: Store, tmp_path: Path):
    one, two = track(db, 20, contacts=[SHARED]), track(db, 21, contacts=[SHARED])
    days = [followups.of(db, application)[0].due_at.date() for application in (one, two)]
    assert days[0] != days[1], "two touches to one person on a day"
    assert planning.is_behind(db, NOW)
    housekeeping.plan_the_rest(db, Config(tmp_path), NOW)
    assert not planning.is_behind(db, NOW)
    caught_up = arranged(db)
    planning.replan_all(db, NOW)
    assert arranged(db) == caught_up


@pytest.mark.usefixtures("few_at_once")
def test_a_change_in_the_meantime_is_not_overwritten(db: Store):
    fields.correct(db, 1, {"title": "Earlier"}, now=NOW)
    with connect(db.path) as other:

        def overtake(sql: str, _: Any) -> None:
            if "FROM touches WHERE person" in sql and applications.record(other, 1).stage == "applied":
                outcomes.log(other, 1, "rejected", now=NOW)

        with db.tracer(overtake):
            assert not planning.catch_up(db, NOW)
    assert [found.kind for found in followups.of(db, 1)] == ["closing-note"]
    assert planning.is_behind(db, NOW)
    assert planning.catch_up(db, NOW)
    assert [found.kind for found in followups.of(db, 1)] == ["closing-note"]


@pytest.mark.usefixtures("few_at_once")
def test_a_page_does_not_wait_for_a_large_plan_and_a_list_for_the_shell_does(db: Store):
    tomorrow = NOW + timedelta(days=1)
    assert not planning.ensure_planned(db, tomorrow, wait=False)
    assert planning.is_behind(db, tomorrow)
    assert planning.ensure_planned(db, tomorrow)
    assert not planning.is_behind(db, tomorrow)


def test_any_number_of_applications_can_be_asked_for_at_once(db: Store):
    one = track(db, 1)
    assert list(applications.records(db, range(40_000))) == [one]


def test_a_day_does_not_fill_up_again_as_it_is_worked_through(db: Store):
    """The daily number holds what was done as well: nothing of tomorrow's moves to today."""
    tracked = [track(db, number) for number in range(4)]
    settings.save(db, {"daily_number": 2})
    due = NOW + timedelta(days=7)
    planning.replan_all(db, due)
    first = followups.of(db, tracked[0])[0]
    outcomes.log(db, tracked[0], "email-sent", now=due, followup=first.identity.key)
    days = [found.due_at.date() for application in tracked for found in followups.of(db, application)]
    assert days.count(due.date()) == 1


@pytest.mark.parametrize("ending", ENDING)
def test_an_application_taken_up_again_is_planned_as_if_nothing_had_closed_it(db: Store, ending: Outcome):
    one = track(db, 1)
    before = [(found.kind, found.identity) for found in followups.of(db, one)]
    assert before
    outcomes.log(db, one, ending, now=NOW + timedelta(days=3))
    assert applications.row(db, one)["stage"] == "closed"
    taken_up = fields.set_stage(db, one, "in-contact", now=NOW + timedelta(days=4))
    assert [(found.kind, found.identity) for found in followups.of(db, one)] == before
    history.undo(db, taken_up.event, now=NOW + timedelta(days=4))
    closed = followups.of(db, one)
    assert [found.identity for found in closed if found.kind not in ("closing-note", "thank-you")] == []
    fields.set_stage(db, one, "applied", now=NOW + timedelta(days=5))
    outcomes.log(db, one, "rejected", now=NOW + timedelta(days=6))
    assert [found.kind for found in followups.of(db, one)] == ["closing-note"]
