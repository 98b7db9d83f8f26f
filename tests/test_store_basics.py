"""The kept data through their public doors, on real files: taking captures in, verbs, undo."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from server import intake
from server.services import contacts, erasing, fields, history, notes, outcomes, preferences, tracking
from server.store import applications, captures, directory, events, people, search
from server.store.connection import Store, prepare

NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
URL = "https://jobs.example.com/view?id=7&utm_source=mail"
POSTING: dict[str, Any] = {
    "kind": "posting",
    "title": "Office Manager",
    "employer": "Northlake Clinic",
    "location": "Seattle, WA",
    "reference": "REQ-7",
    "wants": ["Keeps a calendar"],
    "contacts": [
        {
            "name": "Dana Whitfield",
            "role": "hiring manager",
            "emails": ["Dana@northlake.example.com"],
            "phones": ["+12065550142"],
            "sure": True,
            "evidence": {"text": "Contact: Dana Whitfield", "where": "main > p"},
        }
    ],
    "wishes": {"calls": "unstated", "contact": "unstated", "hours": None, "text": None},
}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Store]:
    with prepare(tmp_path / "ringback.db") as store:
        yield store


def track(db: Store, posting: dict[str, Any] = POSTING, **given: Any) -> intake.Received:
    capture = intake.Capture(**{"url": URL, "html": "<p>page</p>", "title": "A page", **given})
    return intake.receive(db, capture, lambda page: posting, now=NOW)


def test_a_capture_becomes_an_application_with_its_contact(db: Store):
    received = track(db, applied_on=date(2026, 11, 2))
    assert received.state == "read"
    assert received.application is not None
    record = applications.record(db, received.application)
    assert (record.title, record.employer, record.stage) == ("Office Manager", "Northlake Clinic", "applied")
    assert [(one.name, one.email, one.phone) for one in record.people] == [
        ("Dana Whitfield", "dana@northlake.example.com", "+12065550142")
    ]
    assert captures.page(db, received.id).html == "<p>page</p>"


def test_the_same_id_twice_changes_nothing(db: Store):
    identifier = str(uuid.uuid4())
    first, second = track(db, id=identifier), track(db, {**POSTING, "title": "Other"}, id=identifier)
    assert first.created
    assert not second.created
    assert applications.ids(db) == [first.application]
    assert applications.record(db, first.application or 0).title == "Office Manager"


def test_the_same_job_again_fills_gaps_and_keeps_corrections(db: Store):
    one = track(db, {**POSTING, "location": None}).application or 0
    fields.correct(db, one, {"title": "Practice Manager"}, now=NOW)
    notes.add(db, one, "Called by a friend", now=NOW)
    again = track(db, url="https://jobs.example.com/view?id=7#top")
    assert again.application == one
    assert again.known_since == NOW
    kept = applications.row(db, one)
    assert (kept["title"], kept["location"]) == ("Practice Manager", "Seattle, WA")
    assert len(people.links(db, one)) == 1


def test_an_outcome_moves_the_stage_and_can_be_undone(db: Store):
    one = track(db, applied_on=date(2026, 11, 2)).application or 0
    done = outcomes.log(db, one, "rejected", now=NOW)
    assert (applications.record(db, one).stage, applications.record(db, one).closing) == ("closed", "rejected")
    history.undo(db, done.event or 0, now=NOW)
    assert applications.record(db, one).stage == "applied"
    assert [found["verb"] for found in events.timeline(db, one)] == ["outcome", "tracked"]


def test_a_wrong_number_is_marked_dead(db: Store):
    one = track(db).application or 0
    person = applications.record(db, one).people[0].id
    outcomes.log(db, one, "wrong-number", person=person, now=NOW)
    assert applications.record(db, one).people[0].phone_dead
    contacts.correct(db, one, person, {"phone": "+12065550177"}, now=NOW)
    corrected = applications.record(db, one).people[0]
    assert (corrected.phone, corrected.phone_dead) == ("+12065550177", False)
    track(db)
    assert applications.record(db, one).people[0].phone == "+12065550177"


@pytest.mark.parametrize(
    "typed", ['"', "NEAR(", "a:b", "-x", "*", "office ) (x", "a\ud800", "\0", "x" * 10_000, "\ud800", "AND OR NOT"]
)
def test_search_takes_anything_typed(db: Store, typed: str):
    track(db)
    assert search.ids(db, typed) == []
    assert len(search.ids(db, "offi northl")) == 1


def test_deleting_for_good_leaves_no_word_in_the_files(db: Store, tmp_path: Path):
    one = track(db, {**POSTING, "description": "zanzibarquux"}).application or 0
    notes.add(db, one, "zanzibarquux", now=NOW)
    erasing.application(db, one, now=NOW)
    assert applications.ids(db) == []
    for path in tmp_path.iterdir():
        content = path.read_bytes()
        assert b"zanzibarquux" not in content, path
        assert b"Whitfield" not in content, path


def test_an_application_added_by_hand_keeps_what_the_person_typed(db: Store):
    seen: list[str] = []

    def read(page: captures.KeptPage) -> dict[str, Any]:
        seen.append(page.html)
        return {**POSTING, "title": "Read off the text", "contacts": []}

    capture = intake.Capture(
        html="Cook wanted\n\nring <after> six", facts={"title": "Cook", "employer": "Pier Café"}, origin="phone"
    )
    contact = {"name": "Ana", "phone": "206 555 0188"}
    received = tracking.add(db, capture, read, now=NOW, contact=contact)
    assert "<p>ring &lt;after&gt; six</p>" in seen[0]
    record = applications.record(db, received.application or 0)
    assert (record.title, record.employer, record.origin, record.ready) == ("Cook", "Pier Café", "phone", True)
    assert [(one.name, one.phone, one.confirmed) for one in record.people] == [("Ana", "+12065550188", True)]
    directory_page = directory.page(db, typed="ana")
    assert (directory_page.total, directory_page.rows[0]["employers"]) == (1, "Pier Café")


@pytest.mark.parametrize("kind", ["wall", "list"])
def test_a_wall_or_a_list_waits_for_its_details(db: Store, kind: str):
    one = track(db, {"kind": kind, "problems": ["asks to sign in"]}).application or 0
    assert not applications.record(db, one).ready
    fields.correct(db, one, {"title": "Office Manager", "employer": "Northlake Clinic"}, now=NOW)
    assert applications.record(db, one).ready


def test_a_page_that_cannot_be_read_is_kept_and_said(db: Store):
    def read(page: captures.KeptPage) -> dict[str, Any]:
        raise intake.UnreadableError("It took more than 5 seconds.")

    received = intake.receive(db, intake.Capture(url=URL, html="<p>", title="A page"), read, now=NOW)
    assert (received.state, received.problem) == ("unreadable", "It took more than 5 seconds.")
    record = applications.record(db, received.application or 0)
    assert (record.title, record.ready) == ("A page", False)
    intake.take_in(db, received.id, POSTING, now=NOW)
    again = applications.record(db, received.application or 0)
    assert (again.title, again.ready) == ("Office Manager", True)


def test_an_employers_page_is_an_unsolicited_application(db: Store):
    one = track(db, {"kind": "employer", "employer": "Northlake Clinic"}).application or 0
    record = applications.record(db, one)
    assert (record.approach, record.origin, record.ready) == ("unsolicited", "cold", True)


def test_the_persons_own_addresses_are_never_a_contact(db: Store):
    preferences.save(db, {"emails": ["me@example.com"], "phone": "(206) 555-0142"}, now=NOW)
    contact = {"name": None, "emails": ["me@example.com"], "phones": ["+12065550142"], "sure": True}
    assert applications.record(db, track(db, {**POSTING, "contacts": [contact]}).application or 0).people == ()
