"""The API's documents agree with the routes, and the answers with the documents."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from flask import Flask
from flask.testing import FlaskClient
from test_api import capture, post

from server import openapi, shapes

DOCS = Path(__file__).resolve().parent.parent / "docs"


def test_every_route_is_described_and_every_description_is_a_route(app: Flask) -> None:
    routes = {rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api")}
    assert routes == set(openapi.CALLS)
    for rule in app.url_map.iter_rules():
        if rule.rule in routes:
            assert rule.methods == {"POST", "OPTIONS"}
            free = hasattr(app.view_functions[rule.endpoint], "without_token")
            assert free is not openapi.CALLS[rule.rule].token, rule.rule


def test_the_description_for_programs_is_up_to_date() -> None:
    kept = (DOCS / "openapi.json").read_text(encoding="utf-8")
    assert json.loads(kept) == openapi.document(), "run: python -m server.openapi > docs/openapi.json"


def test_the_description_for_people_has_every_call_and_every_field() -> None:
    text = (DOCS / "api.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## `(/api/[a-z/]+)`\n(.*?)(?=^## |\Z)", text, re.M | re.S))
    assert set(sections) == set(openapi.CALLS)
    for path, call in openapi.CALLS.items():
        for field in msgspec.structs.fields(call.takes):
            assert field.encode_name in sections[path], f"docs/api.md does not say what {field.name} of {path} is"


def test_the_statuses_are_those_of_the_document() -> None:
    text = (DOCS / "api.md").read_text(encoding="utf-8")
    listed = re.search(r"one of the statuses ([\d, ]+)", text)
    assert listed
    assert [int(status) for status in listed[1].strip(", ").split(", ")] == list(openapi.STATUSES)


def exact(content: Any, kind: type[msgspec.Struct]) -> None:
    """Check an answer against its type, every field there and none more."""
    read = msgspec.convert(content, kind)
    assert msgspec.to_builtins(read).keys() == content.keys()


@pytest.mark.usefixtures("steady")
def test_answers_are_of_their_types(visitor: FlaskClient, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = capture(applied_on="2026-11-02")
    answer = post(visitor, token, "captures", sent).json
    assert answer is not None
    exact(answer, shapes.ReceivedOut)
    contact = {"id": None, "name": "Dana Example", "phone": "+12065550142", "email": "dana@example.com"}
    changes = {"application": answer["application"], "changes": {"title": "Senior Clerk", "contacts": [contact]}}
    corrected = post(visitor, token, "corrections", changes).json
    assert corrected is not None
    exact(corrected, shapes.CorrectedOut)
    exact(corrected["follow_ups"][0], shapes.FollowUpOut)
    monkeypatch.setenv("RINGBACK_NOW", "2026-12-16T09:00:00-08:00")
    due = post(visitor, token, "due", {}).json
    assert due is not None
    exact(due, shapes.DueOut)
    assert due["items"]
    exact(due["items"][0], shapes.FollowUpOut)
    exact(post(visitor, token, "known", {"url": sent["url"]}).json, shapes.KnownOut)
    exact(post(visitor, token, "captures/status", {"id": sent["id"]}).json, shapes.ReceivedOut)
    exact(post(visitor, token, "captures", b"{").json, shapes.ErrorOut)
