"""Joining people and applications: nothing is lost, and it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from server import intake
from server.services import contacts, duplicates, fields, history, notes, outcomes
from server.store import applications, captures, people, rows, touches
from server.store import duplicates as suggestions
from server.store.connection import Store, prepare
from server.store.errors import ConflictError

NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Store]:
    with prepare(tmp_path / "ringback.db") as store:
        yield store


def track(db: Store, url: str, people: list[dict[str, Any]], **posting: Any) -> int:
    read = {"kind": "posting", "title": "Cook", "employer": "Pier Café", "contacts": people, **posting}
    received = intake.receive(
        db, intake.Capture(url=url, html=f"<p>{url}", applied_on=date(2026, 11, 2)), lambda page: read, now=NOW
    )
    return received.application or 0


def contact(name: str | None, email: str | None = None, phone: str | None = None) -> dict[str, Any]:
    return {"name": name, "emails": [email] if email else [], "phones": [phone] if phone else [], "sure": True}


def everything(db: Store) -> dict[str, list[dict[str, Any]]]:
    derived = ("events", "followups", "marks", "plans", "duplicates", "search", "sqlite", "_")
    names = [name for name in db.table_names() if not name.startswith(derived)]
    return {name: sorted(rows.many(db, f"SELECT * FROM {name}"), key=repr) for name in names}


def test_one_person_in_two_applications_is_one_row(db: Store):
    one = track(db, "https://a.example/1", [contact("Ana Ruiz", "ana@pier.example")])
    two = track(db, "https://b.example/2", [contact("A. Ruiz", "ana@pier.example", "+12065550188")], reference="B-22")
    assert applications.record(db, one).people[0].id == applications.record(db, two).people[0].id
    assert applications.record(db, one).people[0].phone == "+12065550188"


def test_two_names_at_one_mailbox_are_two_people(db: Store):
    one = track(
        db, "https://a.example/1", [contact("Ana Ruiz", "jobs@pier.example"), contact("Bo Li", "jobs@pier.example")]
    )
    assert [person.name for person in applications.record(db, one).people] == ["Ana Ruiz", "Bo Li"]


def test_a_desk_known_elsewhere_does_not_get_a_name(db: Store):
    one = track(db, "https://a.example/1", [contact(None, "jobs@pier.example")])
    track(db, "https://b.example/2", [contact(None, "jobs@pier.example")], reference="B-22")
    three = track(db, "https://c.example/3", [contact("Bo Li", "jobs@pier.example")], reference="C-33")
    assert applications.record(db, one).people[0].name is None
    assert applications.record(db, three).people[0].name == "Bo Li"


def test_a_desk_gets_the_name_that_the_person_adds(db: Store):
    one = track(db, "https://a.example/1", [contact(None, "jobs@pier.example")])
    contacts.add(db, one, name="Bo Li", email="jobs@pier.example", now=NOW)
    assert [person.name for person in applications.record(db, one).people] == ["Bo Li"]
    two = track(db, "https://b.example/2", [contact(None, "desk@pier.example")], reference="B-22")
    track(db, "https://c.example/3", [contact(None, "desk@pier.example")], reference="C-33")
    contacts.add(db, two, name="Cy Orr", email="desk@pier.example", now=NOW)
    assert [person.name for person in applications.record(db, two).people] == [None, "Cy Orr"]


def test_a_contact_that_was_removed_stays_away(db: Store):
    found = [contact("Ana Ruiz", "ana@pier.example"), contact(None, "help@pier.example")]
    one = track(db, "https://a.example/1", found)
    contacts.remove(db, one, applications.record(db, one).people[1].id, now=NOW)
    track(db, "https://a.example/1", found)
    assert [person.email for person in applications.record(db, one).people] == ["ana@pier.example"]


def test_people_merge_with_all_their_history_and_can_be_parted_again(db: Store):
    one = track(db, "https://a.example/1", [contact("Ana Ruiz", "ana@pier.example")])
    two = track(db, "https://b.example/2", [contact("Ana R. Ruiz", "ruiz@pier.example")], reference="B-22")
    first, second = applications.record(db, one).people[0].id, applications.record(db, two).people[0].id
    outcomes.log(db, two, "asked-not-to-call", person=second, now=NOW)
    before = everything(db)
    done = contacts.merge(db, first, [second], now=NOW)
    merged = applications.record(db, two).people[0]
    assert (merged.id, merged.may_call) == (first, False)
    assert {detail["value"] for detail in people.details_of(db, [first])[first]} == {
        "ana@pier.example",
        "ruiz@pier.example",
    }
    assert len(touches.by_person(db, [first])[first]) == 1
    history.undo(db, done.event or 0, now=NOW)
    assert everything(db) == before


def test_an_aggregators_copy_is_suggested_and_never_joined_by_itself(db: Store):
    one = track(db, "https://a.example/1", [])
    two = track(db, "https://board.example/x", [])
    three = track(db, "https://board.example/y", [], title="Accountant")
    assert [(pair.first, pair.second) for pair in suggestions.suggested(db)] == [(one, two)]
    assert applications.ids(db) == [one, two, three]
    duplicates.dismiss(db, suggestions.suggested(db)[0].id, now=NOW)
    track(db, "https://board.example/x", [])
    assert suggestions.suggested(db) == []


def test_two_applications_join_without_losing_a_note_and_can_be_parted_again(db: Store):
    one = track(db, "https://a.example/1", [contact("Ana Ruiz", "ana@pier.example")])
    two = track(
        db, "https://b.example/2", [contact("Ana Ruiz", "ana@pier.example"), contact("Bo Li")], location="Seattle"
    )
    notes.add(db, one, "first note", now=NOW)
    notes.add(db, two, "second note", now=NOW)
    fields.correct(db, two, {"location": "Tacoma"}, now=NOW)
    outcomes.log(db, two, "arrived", now=NOW, followup=f"{two}/R1.single-check/0/-")
    before = everything(db)
    done = duplicates.join(db, one, two, now=NOW)
    record = applications.record(db, one)
    assert (record.location, record.stage) == ("Tacoma", "in-contact")
    assert sorted(person.name or "" for person in record.people) == ["Ana Ruiz", "Bo Li"]
    assert {found["text"] for found in rows.many(db, "SELECT text FROM notes WHERE application = ?", (one,))} == {
        "first note",
        "second note",
    }
    assert len(captures.of(db, one)) == 2
    assert touches.of(db, [one])[one][0].followup == f"{one}/R1.single-check/0/-"
    assert track(db, "https://b.example/2", []) == one
    with pytest.raises(ConflictError):
        duplicates.join(db, one, one, now=NOW)
    history.undo(db, done.event or 0, now=NOW)
    after = everything(db)
    assert [one["text"] for one in after["notes"]] == [one["text"] for one in before["notes"]]
    assert after["applications"] == before["applications"]
    assert after["touches"] == before["touches"]
    assert after["application_people"] == before["application_people"]
