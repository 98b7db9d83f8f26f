"""No page asks the database more often when there is more data."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from test_pages import POSTING

from server import database, intake
from server.store.connection import connect

NOW = datetime(2026, 11, 24, 17, 20, tzinfo=UTC)
PAGES = ("/", "/applications", "/applications?q=office", "/applications/1", "/settings", "/settings/browsers")


def track(config, count):
    """So many applications with a contact each, due on different days."""
    with connect(config.database) as db:
        for number in range(count):
            person = {
                "name": f"Dana {number}",
                "emails": [f"dana{number}@northlake.example.com"],
                "phones": [],
                "sure": True,
            }
            capture = intake.Capture(
                html="<p>x</p>",
                url=f"https://jobs.example.com/{count}/{number}",
                applied_on=(NOW - timedelta(days=5 + number % 9)).date(),
            )
            read = POSTING | {"title": f"Office Manager {number}", "contacts": [person]}
            intake.receive(db, capture, lambda _, read=read: read, now=NOW)


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


def counts(client, asked):
    """How many statements each page runs."""
    made = {}
    for path in PAGES:
        asked.clear()
        assert client.get(path).status_code == 200
        # What FTS5 asks its own tables is traced as a comment.
        made[path] = len([one for one in asked if not one.startswith("--")])
    return made


def test_more_data_asks_no_more_often(client, config, morning, asked):
    track(config, 3)
    client.get("/")
    few = counts(client, asked)
    track(config, 40)
    client.get("/")
    many = counts(client, asked)
    assert many == few
    assert max(many.values()) <= 45
