"""The one path in: what a capture becomes, what merges with what, and what reading a page again may change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server import intake, rereading
from server.services import contacts, fields, outcomes
from server.store import applications, captures, events, followups, rows
from server.store.connection import Store, prepare

NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
POSTING: dict[str, Any] = {"kind": "posting", "title": "Cook", "employer": "Pier Café GmbH", "contacts": []}
LOGIN = "https://board.example/login"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Store]:
    with prepare(tmp_path / "ringback.db") as store:
        yield store


def track(
    db: Store, url: str | None = "https://a.example/1", posting: dict[str, Any] | None = None, **given: Any
) -> int:
    capture = intake.Capture(url=url, html="<p>page", **given)
    return intake.receive(db, capture, lambda page: posting or POSTING, now=NOW).application or 0


def person(name: str, email: str) -> dict[str, Any]:
    return {"name": name, "emails": [email], "phones": [], "sure": True}


@pytest.mark.parametrize(
    ("approach", "origin", "expected"),
    [
        ("solicited", None, ("solicited", "posting")),
        ("solicited", "phone", ("solicited", "phone")),
        ("unsolicited", None, ("unsolicited", "cold")),
        ("lead", None, ("unsolicited", "referral")),
    ],
)
def test_the_approach_is_as_the_person_said(db: Store, approach: Any, origin: Any, expected: tuple[str, str]):
    record = applications.record(db, track(db, approach=approach, origin=origin))
    assert (record.approach, record.origin) == expected


def test_the_same_employer_and_requisition_number_is_the_same_job(db: Store):
    one = track(db, posting={**POSTING, "reference": "R-2026/17"})
    assert track(db, "https://board.example/9", {**POSTING, "employer": "Pier Cafe", "reference": "R 2026-17"}) == one
    assert track(db, "https://board.example/10", {**POSTING, "reference": "R-2026/18"}) != one
    assert track(db, "https://board.example/11", {**POSTING, "employer": "Quay", "reference": "R-2026/17"}) != one


def test_both_addresses_of_a_merged_job_are_known_afterwards(db: Store):
    one = track(db, posting={**POSTING, "reference": "R-17"})
    track(db, "https://board.example/9?utm_source=x", {**POSTING, "reference": "R-17"})
    assert track(db, "https://board.example/9", {**POSTING, "reference": None}) == one
    assert applications.row(db, one)["addresses"] == ["https://a.example/1", "https://board.example/9?utm_source=x"]


def test_a_ban_that_is_new_counts_and_one_the_person_lifted_does_not(db: Store):
    forbidding = {**POSTING, "wishes": {"calls": "forbidden", "contact": "unstated", "text": "No calls, please."}}
    one = track(db)
    track(db, posting=forbidding)
    assert (applications.record(db, one).calls, applications.record(db, one).wish_text) == (
        "forbidden",
        "No calls, please.",
    )
    fields.correct(db, one, {"calls": "welcome"}, now=NOW)
    track(db, posting=forbidding)
    assert applications.record(db, one).calls == "welcome"


def test_saying_at_the_second_click_that_one_has_applied_is_taken(db: Store):
    one = track(db)
    track(db, applied_on=date(2026, 11, 2), stance="persistent")
    record = applications.record(db, one)
    assert (record.stage, record.applied_on, record.stance) == ("applied", date(2026, 11, 2), "persistent")
    track(db, applied_on=date(2026, 10, 1))
    assert applications.record(db, one).applied_on == date(2026, 11, 2)


def test_a_wall_becomes_the_job_once_it_is_captured_behind_the_wall(db: Store):
    wall = {"kind": "wall", "title": "Sign in", "problems": ["asks to sign in"]}
    one = track(db, posting=wall, title="Sign in | Board")
    assert track(db) == one
    record = applications.record(db, one)
    assert (record.title, record.ready) == ("Cook", True)


def test_two_jobs_behind_one_login_page_stay_two_once_the_first_has_a_name(db: Store):
    wall = {"kind": "wall", "problems": ["asks to sign in"]}
    one = track(db, LOGIN, wall)
    assert track(db, LOGIN, wall) == one
    fields.correct(db, one, {"title": "Cook"}, now=NOW)
    assert track(db, LOGIN, wall) != one


def test_a_wall_at_the_address_of_a_known_job_changes_nothing_of_it(db: Store):
    one = track(db)
    before = applications.row(db, one)
    assert track(db, posting={"kind": "wall", "title": "Sign in"}) == one
    assert applications.row(db, one) | {"updated_at": ""} == before | {"updated_at": ""}


@pytest.mark.parametrize(("applied", "ready"), [(None, False), (date(2026, 10, 20), True)])
def test_a_posting_that_is_over_is_planned_for_only_where_one_had_applied(db: Store, applied: date | None, ready: bool):
    one = track(db, posting={**POSTING, "kind": "expired"}, applied_on=applied)
    assert applications.record(db, one).ready is ready


@pytest.mark.parametrize("kind", ["posting", "employer"])
def test_a_page_that_names_neither_job_nor_employer_waits_for_one_of_them(db: Store, kind: str):
    one = track(db, posting={"kind": kind, "contacts": []})
    assert not applications.record(db, one).ready
    assert followups.of(db, one) == []
    fields.correct(db, one, {"employer": "Pier Café"}, now=NOW)
    assert [step.kind for step in followups.of(db, one)] == ["apply-reminder"]


def test_reading_again_replaces_what_was_read_and_nothing_that_the_person_said(db: Store):
    first = {**POSTING, "location": "Wrong", "contacts": [person("Ana", "ana@a.example"), person("Bo", "bo@a.example")]}
    one = track(
        db, posting=first | {"reference": "R-1", "contacts": [*first["contacts"], person("Cy", "cy@a.example")]}
    )
    fields.correct(db, one, {"reference": "R-2"}, now=NOW)
    ana = applications.record(db, one).people[0].id
    contacts.confirm(db, one, ana, now=NOW)
    bo = applications.record(db, one).people[1].id
    outcomes.log(db, one, "no-answer", person=bo, now=NOW)
    rows.put(db, "captures", captures.of(db, one)[0]["id"], {"parser_version": "older"})

    better = {**POSTING, "title": "Head Cook", "location": "Kiel", "reference": "R-9"}
    steps = list(rereading.reread(db, lambda page: better, now=NOW + timedelta(days=1)))
    assert [(step.done, step.total, step.changed) for step in steps] == [(1, 1, 1)]
    record = applications.record(db, one)
    assert (record.title, record.location, record.reference) == ("Head Cook", "Kiel", "R-2")
    assert [contact.name for contact in record.people] == ["Ana", "Bo"]
    assert events.timeline(db, one)[0]["verb"] == "read-again"
    assert list(rereading.reread(db, lambda page: better, now=NOW)) == []


def test_rereading_can_be_stopped_and_goes_on_where_it_was(db: Store):
    for number in range(3):
        track(db, f"https://a.example/{number}", {**POSTING, "title": f"Cook {number}"})
    db.execute("UPDATE captures SET parser_version = 'older'")
    next(rereading.reread(db, lambda page: POSTING, now=NOW))
    assert [step.done for step in rereading.reread(db, lambda page: POSTING, now=NOW)] == [1, 2]


def test_a_page_that_no_longer_reads_keeps_what_was_known(db: Store):
    def broken(page: captures.KeptPage) -> dict[str, Any]:
        raise intake.UnreadableError("too slow")

    one = track(db)
    db.execute("UPDATE captures SET parser_version = 'older'")
    assert [step.changed for step in rereading.reread(db, broken, now=NOW)] == [0]
    assert (applications.record(db, one).title, captures.of(db, one)[0]["state"]) == ("Cook", "read")


def test_frames_and_selection_reach_the_reader_as_they_were_sent(db: Store):
    seen: list[captures.KeptPage] = []

    def read(page: captures.KeptPage) -> dict[str, Any]:
        seen.append(page)
        return POSTING

    frames = ({"url": "https://boards.example/embed", "html": "<p>inner"}, {"url": "x", "html": None}, {"url": "y"})
    capture = intake.Capture(
        url="https://a.example/1", html="<p>outer", frames=frames, selection="Ana", captured_at=NOW - timedelta(hours=1)
    )
    intake.receive(db, capture, read, now=NOW)
    expected = captures.KeptPage(
        html="<p>outer",
        url="https://a.example/1",
        frames=(("https://boards.example/embed", "<p>inner"),),
        selection="Ana",
        captured_at=NOW - timedelta(hours=1),
    )
    assert seen == [expected]
