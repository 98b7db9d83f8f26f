"""Any text a page can hold goes in, is read, and comes out again in every form, without a single failure."""

from __future__ import annotations

import csv
import io
import json
import uuid

import pytest
from flask.testing import FlaskClient
from helpers import EXTENSION
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from server import exports, planning
from server.config import Config
from server.store.connection import connect

pytestmark = pytest.mark.usefixtures("steady")
SETTINGS = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
PATHS = ["captures", "captures/status", "known", "corrections", "due", "proof", "hello"]
# Surrogates too: JavaScript can send half a pair.
ANY_TEXT = st.text(st.characters(), max_size=60)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=8,
)


def post(client: FlaskClient, token: str, path: str, body: object) -> int:
    return answer(client, token, path, body).status_code


def answer(client: FlaskClient, token: str, path: str, body: object) -> TestResponse:
    headers = {"Origin": EXTENSION, "Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    return client.post(f"/api/{path}", data=json.dumps(body).encode(), headers=headers)


@SETTINGS
@given(title=ANY_TEXT, words=ANY_TEXT, url=ANY_TEXT, name=ANY_TEXT)
def test_any_text_goes_in_and_comes_out(
    client: FlaskClient, token: str, config: Config, title: str, words: str, url: str, name: str
) -> None:
    html = f"<title>{title}</title><h1>{title}</h1><p>Contact: {name}, {name}@example.com, 206-555-0142</p><p>{words}"
    body = {
        "id": str(uuid.uuid4()),
        "html": html,
        "url": f"https://jobs.example.com/{url}",
        "title": title,
        "selection": words,
        "frames": [{"url": url, "html": words}],
        "applied_on": "2026-11-02",
    }
    tracked = answer(client, token, "captures", body)
    assert tracked.status_code == 201
    assert tracked.json is not None
    number = tracked.json["application"]
    contact = {"id": None, "name": name, "role": words, "phone": "+12065550142"}
    changes = {"title": title, "employer": words, "contacts": [contact]}
    if number is not None:
        assert post(client, token, "corrections", {"application": number, "changes": changes}) in (200, 400)
    assert post(client, token, "due", {}) == 200
    for page in ("/", "/applications", *([f"/applications/{number}"] if number else ())):
        assert client.get(page).status_code == 200
    with connect(config.database) as db:
        rows = list(csv.reader(io.StringIO(exports.calls(db, "csv", planning.present(db)).decode("utf-8-sig"))))
    assert len({len(row) for row in rows}) == 1


@SETTINGS
@given(
    path=st.sampled_from(["captures", "captures/status", "known", "corrections", "due", "proof", "hello"]),
    body=JSON_VALUES,
)
def test_any_json_is_answered(client: FlaskClient, token: str, path: str, body: object) -> None:
    assert post(client, token, path, body) in (200, 400, 401, 404)


@SETTINGS
@given(field=st.sampled_from(["id", "html", "url", "title", "frames", "selection", "captured_at", "approach", "origin",
                              "stance", "applied_on", "extension", "other"]), given_value=JSON_VALUES)  # fmt: skip
def test_any_value_of_any_field_is_answered(client: FlaskClient, token: str, field: str, given_value: object) -> None:
    body = {"id": str(uuid.uuid4()), "html": "<p>x</p>", field: given_value}
    assert post(client, token, "captures", body) in (200, 201, 400)
