"""The extension's calls, from request to store and back."""

from __future__ import annotations

import json
import sqlite3
import uuid
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from helpers import EXTENSION, PORT
from werkzeug.test import TestResponse

from server import clock
from server.config import Config
from server.guard import BODY_LIMIT
from server.store import access, applications, captures
from server.store.connection import connect
from server.store.errors import FullError

PAGE = """<html lang="en"><head><title>Clerk at Northlake</title></head><body><main><h1>Clerk</h1>
<p>Northlake Clinic, Seattle, WA</p>
<p>Contact: Dana Example, Hiring Manager, dana@northlake.example.com, 206-555-0142</p></main></body></html>"""
URL = "https://jobs.example.com/clerk?id=7"


@pytest.fixture(autouse=True)
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that starts now, and answers that wait for the reading however busy the machine is."""
    monkeypatch.setenv(clock.VARIABLE, "2026-11-16T09:00:00-08:00")
    monkeypatch.setattr(clock, "_started", clock.time.monotonic())
    monkeypatch.setattr("server.api.WAIT_SECONDS", 60.0)


def post(client: FlaskClient, token: str, path: str, body: Any) -> TestResponse:
    """Call the API as the paired extension does; ``body`` is JSON text as bytes, or what it is to say."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"Origin": EXTENSION, "Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    return client.post(f"/api/{path}", data=data, headers=headers)


def capture(**changes: Any) -> dict[str, Any]:
    """A capture as the extension sends it."""
    return {
        "id": str(uuid.uuid4()),
        "url": URL,
        "title": "Clerk at Northlake",
        "html": PAGE,
        "frames": [],
        "selection": None,
        "captured_at": "2026-11-16T09:00:00-08:00",
        "approach": "solicited",
        "origin": "posting",
        "stance": None,
        "applied_on": None,
        "extension": "0.1.0",
    } | changes


def counts(config: Config) -> tuple[int, int]:
    """How many captures and applications are kept."""
    with connect(config.database) as db:
        return db["captures"].count, db["applications"].count


def error_of(response: TestResponse) -> dict[str, str]:
    """The error of an answer, which has exactly the parts the contract names."""
    assert response.json is not None
    error: dict[str, str] = response.json["error"]
    assert set(error) == {"code", "message", "next_step"}
    assert all(error.values())
    return error


def test_a_capture_is_kept_read_and_answered(visitor: FlaskClient, token: str, config: Config) -> None:
    sent = capture()
    response = post(visitor, token, "captures", sent)
    assert response.status_code == 201
    answer = response.json
    assert answer is not None
    assert answer["id"] == sent["id"]
    assert answer["state"] == "read"
    assert answer["application"] == 1
    assert answer["known_since"] is None
    assert answer["posting"]["title"] == "Clerk"
    with connect(config.database) as db:
        assert captures.page(db, sent["id"]).html == PAGE


def test_the_same_capture_again_changes_nothing(visitor: FlaskClient, token: str, config: Config) -> None:
    sent = capture()
    first = post(visitor, token, "captures", sent)
    before = counts(config)
    second = post(visitor, token, "captures", sent | {"title": "another", "html": "<p>another</p>"})
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.data == first.data
    assert counts(config) == before
    assert post(visitor, token, "captures/status", {"id": sent["id"]}).data == first.data


def test_the_same_job_again_is_merged_and_said_to_be_known(visitor: FlaskClient, token: str, config: Config) -> None:
    post(visitor, token, "captures", capture())
    again = post(visitor, token, "captures", capture(url=f"{URL}&utm_source=mail"))
    assert again.status_code == 201
    assert again.json is not None
    assert again.json["known_since"].startswith("2026-11-16T17:0")
    assert counts(config) == (2, 1)


def test_an_answer_does_not_wait_for_a_slow_reading(
    visitor: FlaskClient, token: str, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.api.WAIT_SECONDS", 0.0)
    sent = capture()
    response = post(visitor, token, "captures", sent)
    assert response.json is not None
    assert (response.status_code, response.json["state"], response.json["posting"]) == (201, "reading", None)
    monkeypatch.setattr("server.api.WAIT_SECONDS", 60.0)
    later = post(visitor, token, "captures/status", {"id": sent["id"]})
    assert later.json is not None
    assert later.json["state"] == "read"


def test_a_page_that_cannot_be_read_is_kept_and_said_to_be_unreadable(
    visitor: FlaskClient, token: str, app: Flask, config: Config
) -> None:
    app.extensions["reading"].reader.seconds = 0.001
    sent = capture(html="<p>x</p>" * 50_000)
    answer = post(visitor, token, "captures", sent).json
    assert answer is not None
    assert answer["state"] == "unreadable"
    assert "took longer" in answer["problem"]
    assert answer["application"] is not None
    with connect(config.database) as db:
        assert captures.page(db, sent["id"]).html == sent["html"]


def test_a_capture_kept_by_a_server_that_stopped_is_read_by_the_next(
    visitor: FlaskClient, token: str, app: Flask, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = app.extensions["reading"]
    monkeypatch.setattr(queue, "add", lambda capture: None)
    sent = capture()
    answer = post(visitor, token, "captures", sent).json
    assert answer is not None
    assert answer["state"] == "reading"
    monkeypatch.undo()
    queue.warm()
    queue.wait(sent["id"], 60)
    with connect(config.database) as db:
        assert captures.unread(db) == []


def test_a_reading_that_was_put_off_is_done_when_it_is_asked_for(
    visitor: FlaskClient, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise FullError("The disk is full.", "Free some space.")

    with monkeypatch.context() as patched:
        patched.setattr("server.intake.take_in", full)
        first = post(visitor, token, "captures", sent := capture())
    assert first.json is not None
    assert (first.status_code, first.json["state"]) == (201, "reading")
    later = post(visitor, token, "captures/status", {"id": sent["id"]})
    assert later.json is not None
    assert later.json["state"] == "read"


def test_a_full_disk_is_a_507_and_nothing_is_kept(
    visitor: FlaskClient, token: str, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    sent = capture()
    with monkeypatch.context() as patched:
        patched.setattr(captures, "add", full)
        response = post(visitor, token, "captures", sent)
    assert response.status_code == 507
    assert error_of(response)["code"] == "disk-full"
    assert counts(config) == (0, 0)
    assert post(visitor, token, "captures", sent).status_code == 201


def test_an_unknown_capture_is_told(visitor: FlaskClient, token: str) -> None:
    response = post(visitor, token, "captures/status", {"id": str(uuid.uuid4())})
    assert response.status_code == 404
    assert error_of(response)["code"] == "not-found"


NOT_JSON: dict[str, bytes] = {
    "nothing": b"",
    "broken": b"{",
    "a list": b"[]",
    "a number": b"1",
    "null": b"null",
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "deep inside a field": b'{"id": "x", "other": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "long number": b'{"id": ' + b"9" * 5_000 + b"}",
    "NaN": b'{"id": NaN}',
    "infinity": b'{"id": 1e999}',
    "utf-16": '{"id": "x"}'.encode("utf-16"),
    "a byte order mark": b'\xef\xbb\xbf{"id": "x"}',
    "latin-1": b'{"id": "\xe9"}',
    "trailing": b"{} {}",
    "comment": b"{} // no",
}


@pytest.mark.parametrize("path", ["captures", "captures/status", "known", "corrections", "proof"])
@pytest.mark.parametrize("data", NOT_JSON.values(), ids=NOT_JSON)
def test_a_body_that_is_no_json_is_a_400(visitor: FlaskClient, token: str, path: str, data: bytes) -> None:
    response = post(visitor, token, path, data)
    assert response.status_code == 400
    assert error_of(response)["code"] == "bad-json"


WRONG = {
    "id not a uuid": {"id": "../../etc/passwd"},
    "id a number": {"id": 7},
    "id of dashes": {"id": "-" * 36},
    "html missing": {"html": None},
    "html a list": {"html": ["x"]},
    "frames a string": {"frames": "x"},
    "frames of numbers": {"frames": [1]},
    "too many frames": {"frames": [{"html": "x"}] * 300},
    "unknown approach": {"approach": "friendly"},
    "unknown stance": {"stance": "bold"},
    "a day that is none": {"applied_on": "2026-02-30"},
    "a time without a zone": {"captured_at": "2026-11-16T09:00:00"},
    "title an object": {"title": {"a": 1}},
    "title too long": {"title": "x" * 30_000},
}


@pytest.mark.parametrize("changes", WRONG.values(), ids=WRONG)
def test_a_capture_of_the_wrong_shape_is_a_400(
    visitor: FlaskClient, token: str, config: Config, changes: dict[str, Any]
) -> None:
    response = post(visitor, token, "captures", capture(**changes))
    assert response.status_code == 400
    error_of(response)
    assert counts(config) == (0, 0)


STRANGE = {
    "half a surrogate pair": "\ud800",
    "the other half": "a\udc00b",
    "a whole pair": "\U0001f600",
    "an escaped backslash before": "\\ud800",
    "NUL and controls": "a\x00\x01\x1b\x7fb",
    "overrides": "a\u202eb\u2066c",
    "full of quotes": "\"'`<>&\\",
    "another alphabet": "Разработчик",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_strange_text_is_kept_and_not_refused(visitor: FlaskClient, token: str, text: str) -> None:
    html = PAGE.replace("Clerk", f"Clerk {text}")
    sent = capture(title=text, html=html, selection=text, url=f"https://jobs.example.com/{text}")
    sent["frames"] = [{"url": f"https://frame.example.com/{text}", "html": text}]
    response = post(visitor, token, "captures", sent)
    assert response.status_code == 201
    assert response.json is not None
    assert response.json["state"] in ("read", "reading")


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_clock_that_is_wrong_loses_nothing(visitor: FlaskClient, token: str, moment: str) -> None:
    assert post(visitor, token, "captures", capture(captured_at=moment)).status_code == 201


def test_a_body_at_the_limit_is_taken_and_one_over_it_is_not(visitor: FlaskClient, token: str) -> None:
    sent = json.dumps(capture(html="")).encode()
    room = BODY_LIMIT - len(sent)
    fits = sent.replace(b'"html": ""', b'"html": "' + b"x" * room + b'"')
    assert len(fits) == BODY_LIMIT
    assert post(visitor, token, "captures", fits).status_code == 201
    assert error_of(post(visitor, token, "captures", fits + b" "))["code"] == "too-large"


def test_a_known_job_is_found_by_its_address(visitor: FlaskClient, token: str) -> None:
    assert post(visitor, token, "known", {"url": URL}).json == {"application": None}
    post(visitor, token, "captures", capture())
    found = post(visitor, token, "known", {"url": f"{URL}&utm_source=x#top"}).json
    assert found is not None
    assert found["application"]["id"] == 1
    assert found["application"]["since"].startswith("2026-11-16T")
    for url in ("", "about:blank", "chrome://settings", "https://jobs.example.com/clerk?id=8", "\ud800"):
        assert post(visitor, token, "known", {"url": url}).json == {"application": None}


def test_corrections_are_taken_and_stay(visitor: FlaskClient, token: str) -> None:
    answer = post(visitor, token, "captures", capture()).json
    assert answer is not None
    changes = {"title": "Senior Clerk", "contacts": [{"id": None, "name": "Kim Example", "email": "kim@example.com"}]}
    corrected = post(visitor, token, "corrections", {"application": answer["application"], "changes": changes})
    assert corrected.status_code == 200
    post(visitor, token, "captures", capture())
    found = post(visitor, token, "known", {"url": URL}).json
    assert found is not None
    assert found["application"]["title"] == "Senior Clerk"


def test_corrections_say_who_the_contacts_are_and_a_contact_is_taken_off(
    visitor: FlaskClient, token: str, config: Config
) -> None:
    application = post(visitor, token, "captures", capture()).json["application"]  # type: ignore[index]

    def correct(**changes: Any) -> list[int]:
        answer = post(visitor, token, "corrections", {"application": application, "changes": changes}).json
        assert answer is not None
        return list(answer["contacts"])

    kim, lee = correct(contacts=[{"name": "Kim Example"}, {"name": "Lee Example", "phone": "206-555-0143"}])
    assert correct(contacts=[{"id": lee, "role": "Recruiter"}, {"id": kim, "removed": True}]) == [lee, kim]
    with connect(config.database) as db:
        people = {person.id: person for person in applications.record(db, application).people}
    assert kim not in people
    assert (people[lee].role, people[lee].phone) == ("Recruiter", "+12065550143")


def test_an_answer_says_how_the_person_comes_to_the_job_and_a_correction_changes_it(
    visitor: FlaskClient, token: str, config: Config
) -> None:
    sent = capture(approach="lead", origin=None, applied_on="2026-11-02", stance="reserved")
    answer = post(visitor, token, "captures", sent).json
    assert answer is not None
    lead = {"approach": "unsolicited", "origin": "referral", "stance": "reserved", "applied_on": "2026-11-02"}
    assert answer["choices"] == lead
    changes = {"approach": "solicited", "origin": "posting", "stance": None, "calls": "forbidden"}
    post(visitor, token, "corrections", {"application": answer["application"], "changes": changes})
    later = post(visitor, token, "captures/status", {"id": sent["id"]}).json
    assert later is not None
    assert later["choices"] == {**lead, "approach": "solicited", "origin": "posting", "stance": None}
    with connect(config.database) as db:
        assert applications.record(db, answer["application"]).calls == "forbidden"


@pytest.mark.parametrize(
    ("application", "changes", "status"),
    [
        (1, {"calls": "never"}, 400),
        (1, {"contacts": [{"id": 99, "removed": True}]}, 404),
        (99, {"title": "x"}, 404),
        (1, {"contacts": [{"id": 99, "name": "x"}]}, 404),
        (1, {"contacts": [{"id": 2**70, "name": "x"}]}, 400),
        (1, {"contacts": [{"email": "not an address"}]}, 400),
        (2**70, {}, 400),
        (-1, {}, 400),
        (1, {"title": 7}, 400),
        (1, {"stance": "bold"}, 400),
    ],
)
def test_wrong_corrections_are_refused(
    visitor: FlaskClient, token: str, application: int, changes: dict[str, Any], status: int
) -> None:
    post(visitor, token, "captures", capture())
    response = post(visitor, token, "corrections", {"application": application, "changes": changes})
    assert response.status_code == status
    error_of(response)


def test_what_is_due_is_counted(visitor: FlaskClient, token: str) -> None:
    assert post(visitor, token, "due", {}).json == {"count": 0, "items": [], "next_at": None}


def test_the_server_proves_that_it_knows_the_token(visitor: FlaskClient, token: str) -> None:
    import hmac
    from hashlib import sha256

    nonce = "0123456789abcdef" * 4
    identifier = token.partition(".")[0]
    headers = {"Origin": EXTENSION, "Content-Type": "application/json"}
    answer = visitor.post("/api/proof", json={"id": identifier, "nonce": nonce}, headers=headers)
    key = sha256(token.encode()).digest()
    expected = hmac.new(key, f"proof:127.0.0.1:{PORT}:{nonce}".encode(), sha256).hexdigest()
    assert answer.json == {"proof": expected}
    for other in ("99", "x", "", "9" * 20):
        refused = visitor.post("/api/proof", json={"id": other, "nonce": nonce}, headers=headers)
        assert refused.status_code == 401
    stranger = headers | {"Origin": "moz-extension://11111111-2222-4333-8444-555555555555"}
    assert visitor.post("/api/proof", json={"id": identifier, "nonce": nonce}, headers=stranger).status_code == 401


def test_a_token_can_be_tried(visitor: FlaskClient, token: str, config: Config) -> None:
    assert post(visitor, token, "hello", {}).json == {"browser": "Test browser"}
    with connect(config.database) as db:
        assert access.list_browsers(db)[0].last_used_at is not None
