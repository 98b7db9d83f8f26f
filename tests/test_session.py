"""The launch link and the session it opens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from helpers import ORIGIN, PORT, Live

from server.config import Config
from server.store import access
from server.store.connection import connect

OWN = {"Origin": ORIGIN}
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def page(app: Flask) -> None:
    app.add_url_rule("/page", "page", lambda: "inside")


def make_key(config: Config, when: datetime | None = None) -> str:
    with connect(config.database) as db:
        return access.add_launch_key(db, when or datetime.now(UTC))


def test_a_launch_link_opens_the_dashboard_once(visitor: FlaskClient, config: Config) -> None:
    key = make_key(config)
    first = visitor.post("/launch", data={"key": key, "next": "/page"}, headers=OWN)
    assert (first.status_code, first.headers["Location"]) == (303, "/page")
    assert visitor.get("/page").text == "inside"
    visitor.delete_cookie(f"session_{PORT}", domain="127.0.0.1")
    second = visitor.post("/launch", data={"key": key}, headers=OWN)
    assert second.status_code == 403
    assert "used already" in second.text
    assert "Set-Cookie" not in second.headers


def test_opening_the_link_alone_changes_nothing(visitor: FlaskClient, config: Config) -> None:
    key = make_key(config)
    for _ in range(2):
        page = visitor.get(f"/launch?key={key}")
        assert page.status_code == 200
        assert "Set-Cookie" not in page.headers
    assert visitor.post("/launch", data={"key": key}, headers=OWN).status_code == 303


@pytest.mark.parametrize("key", ["", "x", "\x00", "é" * 50, "\ud800"])
def test_another_key_opens_nothing(visitor: FlaskClient, config: Config, key: str) -> None:
    make_key(config)
    data = f"key={key}".encode("utf-8", "surrogatepass")
    response = visitor.post("/launch", data=data, content_type="application/x-www-form-urlencoded", headers=OWN)
    assert response.status_code == 403


def test_a_launch_key_lasts_two_minutes(config: Config, app: Flask) -> None:
    with connect(config.database) as db:
        key = access.add_launch_key(db, NOW)
        assert not access.use_launch_key(db, key, NOW + timedelta(minutes=2, seconds=1))
        assert access.use_launch_key(db, key, NOW + timedelta(minutes=2))


def test_a_session_is_no_launch_key_and_a_launch_key_no_session(config: Config, app: Flask) -> None:
    with connect(config.database) as db:
        key, session = access.add_launch_key(db, NOW), access.add_session(db, NOW)
        assert access.find_session(db, key, NOW) is None
        assert not access.use_launch_key(db, session, NOW)


def test_a_session_ends_after_a_month_without_use(config: Config, app: Flask) -> None:
    with connect(config.database) as db:
        session = access.add_session(db, NOW)
        later = NOW + timedelta(days=29)
        assert access.find_session(db, session, later) == {}
        assert access.find_session(db, session, later + timedelta(days=29)) == {}
        assert access.find_session(db, session, later + timedelta(days=60)) is None


def test_a_session_that_was_ended_opens_nothing(config: Config, app: Flask) -> None:
    with connect(config.database) as db:
        session = access.add_session(db, NOW)
        access.end_session(db, session)
        assert access.find_session(db, session, NOW) is None


def test_the_cookie_is_closed_to_scripts_and_named_by_port(visitor: FlaskClient, config: Config) -> None:
    cookie = visitor.post("/launch", data={"key": make_key(config)}, headers=OWN).headers["Set-Cookie"]
    assert cookie.startswith(f"session_{PORT}=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))


@pytest.mark.parametrize(
    "path", ["//evil.example", "/\\evil.example", "https://evil.example", "evil", "/a\r\nB: c", ""]
)
def test_the_link_leads_nowhere_else(visitor: FlaskClient, config: Config, path: str) -> None:
    response = visitor.post("/launch", data={"key": make_key(config), "next": path}, headers=OWN)
    assert response.headers["Location"] == "/"


def test_another_page_cannot_open_a_session(visitor: FlaskClient, config: Config) -> None:
    response = visitor.post("/launch", data={"key": make_key(config)}, headers={"Origin": "null"})
    assert (response.status_code, response.data) == (403, b"")


def test_the_link_over_a_real_connection(live: Live) -> None:
    key = parse_qs(urlsplit(live.launch_link()).query)["key"][0]
    headers = {"Origin": live.url, "Content-Type": "application/x-www-form-urlencoded"}
    status, answer, _ = live.request("POST", "/launch", f"key={key}&next=/page", headers)
    assert status == 303
    cookie = answer["Set-Cookie"].partition(";")[0]
    assert cookie.startswith(f"session_{live.port}=")
    assert live.request("GET", "/page", headers={"Cookie": cookie})[2] == b"inside"
