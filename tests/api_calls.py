"""The extension's calls as the tests make them, and a capture as it sends one."""

from __future__ import annotations

import json
import uuid
from typing import Any

from flask.testing import FlaskClient
from helpers import EXTENSION
from werkzeug.test import TestResponse

from server.config import Config
from server.store.connection import connect

PAGE = """<html lang="en"><head><title>Clerk at Northlake</title></head><body><main><h1>Clerk</h1>
<p>Northlake Clinic, Seattle, WA</p>
<p>Contact: Dana Example, Hiring Manager, dana@northlake.example.com, 206-555-0142</p></main></body></html>"""
URL = "https://jobs.example.com/clerk?id=7"


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
