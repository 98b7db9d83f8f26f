"""The guard: each rule has a case that passes only while the rule stands."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product

import pytest
from flask import Flask
from flask.testing import FlaskClient
from guarded_doors import JSON, ask, open_doors
from helpers import EXTENSION, ORIGIN, PORT

from server.config import Config
from server.store import access
from server.store.connection import connect

OTHER_EXTENSION = "moz-extension://11111111-2222-4333-8444-555555555555"
HTML = {"Accept": "text/html"}


@pytest.fixture(autouse=True)
def doors(app: Flask) -> None:
    open_doors(app)


HOSTS = [
    "evil.example",
    f"evil.example:{PORT}",
    "127.0.0.1",
    f"127.0.0.1:{PORT + 1}",
    f"127.0.0.1:{PORT}0",
    f"127.0.0.1.evil.example:{PORT}",
    f"localhost.:{PORT}",
    f"LOCALHOST:{PORT}",
    f"www.localhost:{PORT}",
    f"127.1:{PORT}",
    f"2130706433:{PORT}",
    f"[::1]:{PORT}",
    f"0.0.0.0:{PORT}",
    f"127.0.0.1:{PORT}, evil.example",
    f"evil.example@127.0.0.1:{PORT}",
    f" 127.0.0.1:{PORT}",
    "localhost",
    "",
]


@pytest.mark.parametrize("host", HOSTS)
def test_another_host_is_answered_with_nothing(client: FlaskClient, host: str) -> None:
    for path in ("/page", "/launch", "/api/echo", "/no/such/page"):
        response = client.get(path, headers={"Host": host})
        assert (response.status_code, response.data) == (421, b"")


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}"])
def test_both_names_of_this_machine_are_heard(client: FlaskClient, host: str) -> None:
    assert client.get("/public", headers={"Host": host}).data == b"public"


def test_the_extension_comes_in(visitor: FlaskClient, token: str) -> None:
    assert ask(visitor, token) == (200, b'{"reached":2}\n')
    for site in ("none", "same-origin", "cross-site"):
        assert ask(visitor, token, Sec_Fetch_Site=site)[0] == 200


ORIGINS = [
    "",
    "null",
    ORIGIN,
    f"http://localhost:{PORT}",
    "https://evil.example",
    "chrome-extension://",
    "chrome-extension://ABCDEFGHIJKLMNOPABCDEFGHIJKLMNOP",
    f"{EXTENSION}.evil.example",
    f"{EXTENSION}/",
    f"https://evil.example/{EXTENSION}",
    "moz-extension://11111111-2222-4333-8444-55555555555",
    "safari-extension://x",
]


@pytest.mark.parametrize("origin", ORIGINS)
def test_only_an_extension_reaches_the_api(client: FlaskClient, token: str, origin: str) -> None:
    assert ask(client, token, Origin=origin) == (403, b"")


def test_no_combination_of_what_a_page_can_send_gets_in(client: FlaskClient, token: str) -> None:
    origins = ["", "null", ORIGIN, "https://evil.example", OTHER_EXTENSION]
    types = [JSON, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
    tokens = [token, "", "1.x"]
    sites = ["", "none", "same-origin", "same-site", "cross-site"]
    paths = ["/api/echo", "/api/captures", "/api"]
    for origin, kind, key, site, path in product(origins, types, tokens, sites, paths):
        status, _ = ask(client, key, path, Origin=origin, Content_Type=kind, Sec_Fetch_Site=site)
        assert status in (401, 403, 404, 415), (origin, kind, key, site, path)


@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "patch"])
def test_the_api_knows_post_alone(visitor: FlaskClient, token: str, method: str) -> None:
    headers = {"Origin": EXTENSION, "Content-Type": JSON, "Authorization": f"Bearer {token}"}
    assert getattr(visitor, method)("/api/echo", headers=headers).status_code == 404


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/json; charset=utf-16", "application/json;", "application/jsonx", ""]
)
def test_the_api_takes_json_alone(visitor: FlaskClient, token: str, kind: str) -> None:
    assert ask(visitor, token, Content_Type=kind)[0] == 415


def test_a_session_cookie_counts_for_nothing_at_the_api(client: FlaskClient, token: str) -> None:
    assert client.get("/page").status_code == 200
    assert ask(client, token)[0] == 200
    status, body = ask(client, None)
    assert status == 401
    assert b'"code":"not-paired"' in body


@pytest.mark.parametrize("given", ["Bearer ", "Bearer 1.x", "Basic {}", "{}", "bearer {}", "Bearer {}x", "Bearer x{}"])
def test_a_wrong_token_is_refused(visitor: FlaskClient, token: str, given: str) -> None:
    assert ask(visitor, None, Authorization=given.format(token))[0] == 401


def test_a_token_belongs_to_one_origin(visitor: FlaskClient, token: str) -> None:
    assert ask(visitor, token, Origin=OTHER_EXTENSION)[0] == 401


def test_a_token_is_bound_to_the_first_origin_that_uses_it(visitor: FlaskClient, config: Config) -> None:
    with connect(config.database) as db:
        token = access.add_browser(db, "Firefox", datetime.now(UTC))
        assert ask(visitor, token, Origin=OTHER_EXTENSION)[0] == 200
        assert ask(visitor, token)[0] == 401
        assert [browser.origin for browser in access.list_browsers(db)] == [OTHER_EXTENSION]


def test_a_revoked_token_is_refused(visitor: FlaskClient, token: str, config: Config) -> None:
    with connect(config.database) as db:
        access.revoke_browser(db, int(token.partition(".")[0]), datetime.now(UTC))
    assert ask(visitor, token)[0] == 401


def test_no_secret_is_kept(client: FlaskClient, token: str, config: Config) -> None:
    session = client.get_cookie(f"session_{PORT}", domain="127.0.0.1")
    assert session is not None
    with connect(config.database) as db:
        dump = "\n".join(db.conn.iterdump())
    assert token.partition(".")[2] not in dump
    assert session.value not in dump


def test_some_calls_need_no_token_but_the_origin(visitor: FlaskClient) -> None:
    assert ask(visitor, None, "/api/open")[0] == 200
    assert ask(visitor, None, "/api/open", Origin="https://evil.example")[0] == 403


PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}


def test_a_preflight_of_a_paired_extension_is_answered(visitor: FlaskClient, token: str) -> None:
    response = visitor.options("/api/captures", headers={"Origin": EXTENSION, **PREFLIGHT})
    assert response.status_code == 204
    assert response.headers["Access-Control-Allow-Origin"] == EXTENSION
    assert response.headers["Access-Control-Allow-Methods"] == "POST"
    assert response.headers["Access-Control-Allow-Headers"].lower() == "authorization, content-type"
    assert "Access-Control-Allow-Credentials" not in response.headers
    assert "Access-Control-Allow-Private-Network" not in response.headers
    assert "Origin" in response.headers["Vary"]


@pytest.mark.parametrize("origin", [OTHER_EXTENSION, "https://evil.example", ORIGIN, "null", EXTENSION.upper()])
def test_no_other_preflight_is_answered(client: FlaskClient, token: str, origin: str) -> None:
    for path in ("/api/captures", "/page"):
        response = client.options(path, headers={"Origin": origin, **PREFLIGHT})
        assert not [name for name, _ in response.headers if name.startswith("Access-Control")]


def test_the_dashboard_answers_no_other_origin(client: FlaskClient, token: str) -> None:
    response = client.get("/page", headers={"Origin": EXTENSION})
    assert "Access-Control-Allow-Origin" not in response.headers


def test_without_a_session_the_dashboard_is_shut(visitor: FlaskClient, token: str) -> None:
    for path in ("/page", "/", "/no/such/page", "/static/x.css"):
        assert visitor.get(path).data == b""
        shut = visitor.get(path, headers={**HTML, "Authorization": f"Bearer {token}"})
        assert shut.status_code == 403
        assert "ringback open" in shut.text


def test_a_picture_or_frame_of_another_page_learns_nothing(client: FlaskClient) -> None:
    for site, (mode, kind) in product(
        ("cross-site", "same-site"), [("no-cors", "image"), ("navigate", "iframe"), ("cors", "empty")]
    ):
        headers = {**HTML, "Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": kind}
        for path in ("/page", "/public"):
            response = client.get(path, headers=headers)
            assert (response.status_code, response.data) == (403, b"")


def test_a_link_from_elsewhere_opens_the_dashboard(client: FlaskClient) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert client.get("/page", headers=headers).status_code == 200


def test_a_form_of_our_own_is_taken(client: FlaskClient) -> None:
    token = csrf_of(client)
    assert client.post("/page", data={"csrf_token": token}, headers={"Origin": ORIGIN}).status_code == 200
    assert (
        client.post("/page", data={"csrf_token": token}, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
    )


def csrf_of(client: FlaskClient) -> str:
    """Return a form token of the client's session."""
    return client.get("/form").text.split('value="')[1].split('"')[0]


@pytest.mark.parametrize(
    "origin",
    ["", "null", "https://evil.example", f"http://127.0.0.1:{PORT + 1}", f"http://localhost:{PORT}", EXTENSION],
)
def test_a_form_of_another_origin_is_refused(client: FlaskClient, origin: str) -> None:
    token = csrf_of(client)
    for site in ("", "none", "same-site", "cross-site"):
        headers = {name: value for name, value in (("Origin", origin), ("Sec-Fetch-Site", site)) if value}
        response = client.post("/page", data={"csrf_token": token}, headers=headers)
        assert (response.status_code, response.data) == (403, b"")


def test_a_form_without_its_token_is_refused(client: FlaskClient) -> None:
    for data in ({}, {"csrf_token": "x"}):
        response = client.post("/page", data=data, headers={"Origin": ORIGIN})
        assert response.status_code == 400
        assert "reload the page" in response.text


EXPECTED_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def test_every_answer_carries_the_headers(client: FlaskClient, visitor: FlaskClient) -> None:
    answers = [client.get("/page"), client.get("/none", headers=HTML), client.get("/launch"), client.post("/api/echo")]
    answers.append(client.get("/page", headers={"Host": "evil.example"}))
    for response in answers:
        assert {name: response.headers.get(name) for name in EXPECTED_HEADERS} == EXPECTED_HEADERS
        policy = response.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none';")
        assert "form-action 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy
        assert "unsafe" not in policy


def test_there_is_no_debugger(client: FlaskClient, app: Flask) -> None:
    assert not app.debug
    assert client.get("/console", headers=HTML).status_code == 404


def test_a_failure_is_told_in_words_and_not_in_detail(client: FlaskClient) -> None:
    response = client.get("/fail", headers=HTML)
    assert response.status_code == 503
    assert "Try again" in response.text
    assert "canary" not in response.text
