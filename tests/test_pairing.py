"""Pairing: two clicks, nothing typed, and nobody else gets in."""

from __future__ import annotations

import hmac
from hashlib import sha256
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from helpers import EXTENSION, ORIGIN, PORT, csrf_token

from server.pairing import SECONDS, PairingDesk
from server.store import access
from server.store.connection import connect

FIREFOX = "moz-extension://11111111-2222-4333-8444-555555555555"
EVIL = "https://evil.example"


def call(client: FlaskClient, path: str, body: dict[str, Any], origin: str = EXTENSION) -> Any:
    return client.post(f"/api/{path}", json=body, headers={"Origin": origin})


def start(client: FlaskClient, origin: str = EXTENSION, name: str = "Firefox · Linux") -> dict[str, Any]:
    response = call(client, "pair/start", {"name": name}, origin)
    assert response.status_code == 200, response.text
    return response.get_json()


def claim(client: FlaskClient, asked: dict[str, Any], origin: str = EXTENSION, **changes: str) -> Any:
    return call(client, "pair/claim", {"id": asked["id"], "secret": asked["secret"]} | changes, origin)


def answer(client: FlaskClient, asked: dict[str, Any], word: str = "connect") -> Any:
    page = client.get(f"/pair/{asked['id']}", headers={"Accept": "text/html"})
    form = {"csrf_token": csrf_token(page.text), "answer": word}
    return client.post(f"/pair/{asked['id']}", data=form, headers={"Origin": ORIGIN}, follow_redirects=True)


@pytest.fixture
def hands(app: Flask) -> list[float]:
    """The desk's clock, which stands where the test puts it."""
    hands = [1000.0]
    app.extensions["pairing"] = PairingDesk(clock=lambda: hands[0])
    return hands


def test_both_sides_show_the_same_code_and_connect_gives_the_token(client):
    asked = start(client)
    assert len(asked["code"]) == 4 and asked["code"].isdigit()
    assert claim(client, asked).get_json() == {"state": "waiting", "token": None}
    page = client.get(f"/pair/{asked['id']}", headers={"Accept": "text/html"}).text
    assert asked["code"] in page and "Firefox · Linux" in page and asked["secret"] not in page
    assert "is connected" in answer(client, asked).text
    token = claim(client, asked).get_json()["token"]
    assert len(token.partition(".")[2]) >= 43
    assert claim(client, asked).get_json()["token"] == token


def test_the_token_is_stored_hashed_and_good_for_its_origin_alone(client, config):
    asked = start(client)
    answer(client, asked)
    token = claim(client, asked).get_json()["token"]
    assert token.partition(".")[2].encode() not in config.database.read_bytes()
    nonce = "0123456789abcdef"
    with connect(config.database) as db:
        expected = hmac.new(sha256(token.encode()).digest(), f"proof:127.0.0.1:{PORT}:{nonce}".encode(), sha256)
        identifier = token.partition(".")[0]
        proof = access.prove(db, identifier, EXTENSION, f"127.0.0.1:{PORT}", nonce)
        assert proof == expected.hexdigest()
        assert access.prove(db, identifier, FIREFOX, f"127.0.0.1:{PORT}", nonce) is None


def test_pairing_again_shuts_out_the_extension_s_former_token(client, config):
    for _ in range(2):
        asked = start(client)
        answer(client, asked)
        claim(client, asked)
    with connect(config.database) as db:
        assert [browser.revoked_at is None for browser in access.list_browsers(db)] == [True, False]


def test_declined_gets_nothing(client):
    asked = start(client)
    assert "Not connected" in answer(client, asked, "decline").text
    response = claim(client, asked)
    assert response.status_code == 403 and response.get_json()["error"]["code"] == "declined"


@pytest.mark.parametrize("origin", [EVIL, "null", ORIGIN, "chrome-extension://short", ""])
def test_no_page_can_begin(client, origin):
    assert call(client, "pair/start", {"name": "x"}, origin).status_code == 403


def test_only_the_extension_that_began_can_claim(client):
    asked = start(client)
    answer(client, asked)
    assert claim(client, asked, FIREFOX).status_code == 403
    assert claim(client, asked, EVIL).status_code == 403
    assert claim(client, asked, secret="guess").status_code == 403
    assert claim(client, asked, id="guess").status_code == 404
    assert claim(client, asked).get_json()["token"]


def test_connect_needs_the_session_the_csrf_token_and_our_own_origin(app, client):
    asked = start(client)
    page = client.get(f"/pair/{asked['id']}", headers={"Accept": "text/html"}).text
    form = {"csrf_token": csrf_token(page), "answer": "connect"}
    path = f"/pair/{asked['id']}"
    stranger = app.test_client()
    assert stranger.post(path, data=form, headers={"Origin": ORIGIN}).status_code == 403
    assert client.post(path, data=form, headers={"Origin": EVIL}).status_code == 403
    assert client.post(path, data=form, headers={"Origin": EXTENSION}).status_code == 403
    assert client.post(path, data={"answer": "connect"}, headers={"Origin": ORIGIN}).status_code == 400
    assert claim(client, asked).get_json()["state"] == "waiting"


def test_five_wait_at_most_and_each_for_two_minutes(client, hands):
    origins = [f"chrome-extension://{letter * 32}" for letter in "abcdef"]
    asked = [start(client, origin) for origin in origins[:5]]
    assert len({one["code"] for one in asked}) == 5
    refused = call(client, "pair/start", {}, origins[5])
    assert refused.status_code == 429 and "two minutes" in refused.get_json()["error"]["next_step"]
    hands[0] += SECONDS - 1
    assert claim(client, asked[0], origins[0]).status_code == 200
    hands[0] += 1
    over = claim(client, asked[0], origins[0])
    assert over.status_code == 404 and over.get_json()["error"]["next_step"]
    assert "over" in client.get(f"/pair/{asked[0]['id']}", headers={"Accept": "text/html"}).text
    assert start(client, origins[5])


def test_a_newer_request_of_the_same_extension_replaces_the_older(client):
    older, newer = start(client), start(client)
    assert claim(client, older).status_code == 404
    assert claim(client, newer).status_code == 200


def test_names_are_shown_as_text(client):
    asked = start(client, name="<b>Bold\x00</b>" + "x" * 100)
    page = client.get(f"/pair/{asked['id']}", headers={"Accept": "text/html"}).text
    assert "<b>Bold" not in page and "&lt;b&gt;Bold" in page and "x" * 60 not in page
