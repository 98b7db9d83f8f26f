"""No page asks the database more often when there is more data."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from every_page import addresses
from test_pages import POSTING

from server import database, intake
from server.services import contacts, notes, outcomes, talks
from server.store.connection import connect

NOW = datetime(2026, 11, 24, 17, 20, tzinfo=UTC)
MOST = 50


def track(config, count):
    """So many applications with a contact each, due on different days; all copies of one another's job."""
    with connect(config.database) as db:
        for number in range(count):
            person = {
                "name": f"Dana {number}",
                "emails": [f"dana{number}@northlake.example.com"],
                "phones": [f"+1206555{number:04}"],
                "sure": True,
            }
            capture = intake.Capture(
                html="<p>x</p>",
                url=f"https://jobs.example.com/{count}/{number}",
                applied_on=(NOW - timedelta(days=5 + number % 9)).date(),
            )
            latest = intake.receive(db, capture, lambda _, person=person: POSTING | {"contacts": [person]}, now=NOW)
    assert latest.application >= count


def live_with(config, times):
    """So much happens with the first application: people, notes, documents, interviews with reports, touches."""
    with connect(config.database) as db:
        for nth in range(times):
            at = NOW + timedelta(days=nth)
            person = contacts.add(db, 1, now=NOW, name=f"Interviewer {times} {nth}", role="Lead").person
            notes.add(db, 1, f"Note {nth}", now=NOW)
            notes.add_document(db, 1, f"CV-{nth}.pdf", now=NOW)
            talk = talks.add(db, 1, at, now=NOW, interviewers=[person, 1], place="Room 2", ends_at=None).id
            talks.hold(db, talk, now=at)
            talks.report(db, talk, person, now=at, says="Soon")
            outcomes.log(db, 1, "answered", now=NOW, person=1, channel="phone", note="Kind")


@pytest.fixture
def asked(monkeypatch):
    """The statements that requests have run."""
    statements: list[str] = []

    def traced(path):
        store = connect(path)
        store.conn.set_trace_callback(statements.append)
        return store

    monkeypatch.setattr(database, "connect", traced)
    return statements


def counts(app, client, asked):
    """How many statements each page runs."""
    made = {}
    for path in addresses(app):
        asked.clear()
        assert client.get(path).status_code == 200, path
        # What FTS5 asks its own tables is traced as a comment.
        made[path] = len([one for one in asked if not one.startswith("--")])
    return made


def test_more_data_asks_no_more_often(app, client, config, morning, asked):
    track(config, 3)
    live_with(config, 1)
    client.get("/")
    few = counts(app, client, asked)
    track(config, 40)
    live_with(config, 7)
    client.get("/")
    many = counts(app, client, asked)
    assert {path: number for path, number in many.items() if number > few[path]} == {}
    assert max(many.values()) <= MOST, max(many, key=many.get)
