"""Captures, from request to store and back, and every way to get the call wrong."""

from __future__ import annotations

import json
import sqlite3
import uuid
from typing import Any

import pytest
from api_calls import PAGE, URL, capture, counts, error_of, post
from flask import Flask
from flask.testing import FlaskClient

from server.config import Config
from server.guard import BODY_LIMIT
from server.store import captures
from server.store.connection import connect
from server.store.errors import FullError

pytestmark = pytest.mark.usefixtures("steady")


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


def test_a_page_of_another_charset_is_kept_letter_for_letter(visitor: FlaskClient, token: str, config: Config) -> None:
    page = (
        "\ufeff<meta charset='Shift_JIS'><title>事務職員 – Café \ufffd</title><h1>事務職員 – Café \ufffd</h1>"
        "<p>〒 Ωhm 𝄞 e\u0301</p><p>Northlake Clinic is hiring a clerk. Contact: Dana Example, dana@example.com.</p>"
    )
    sent = capture(html=page)
    answer = post(visitor, token, "captures", sent).json
    assert answer is not None
    assert answer["posting"]["title"].startswith("事務職員")
    with connect(config.database) as db:
        assert captures.page(db, sent["id"]).html == page


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
