"""The guard on the wire: heads and bodies that are doubtful, too large or never end, sent byte for byte."""

from __future__ import annotations

import socket

import pytest
from flask import Flask
from flask.testing import FlaskClient
from guarded_doors import JSON, ask, open_doors, raw
from helpers import EXTENSION, ORIGIN, Live

from server.guard import BODY_LIMIT


@pytest.fixture(autouse=True)
def doors(app: Flask) -> None:
    open_doors(app)


RAW_HEADS = {
    "no Host": "GET /public HTTP/1.1\r\n\r\n",
    "no Host, HTTP/1.0": "GET /public HTTP/1.0\r\n\r\n",
    "two Hosts": "GET /public HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\n\r\n",
    "two equal Hosts": "GET /public HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "absolute form": "GET http://evil.example/public HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "absolute form, own": "GET http://127.0.0.1:{port}/public HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
    "the port of another": "GET /public HTTP/1.1\r\nHost: 127.0.0.1:7464\r\n\r\n",
}


@pytest.mark.parametrize("head", RAW_HEADS.values(), ids=RAW_HEADS)
def test_doubtful_hosts_on_the_wire(live: Live, head: str) -> None:
    received = raw(live.port, head.format(port=live.port).encode())
    assert received.split(b" ", 2)[1] == b"421"
    assert received.endswith(b"\r\n\r\n")


def test_the_server_listens_on_the_loopback_interface_alone(live: Live) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as other:
        # Another address of this machine is still free at that port: the server has not bound them all.
        other.bind(("127.0.0.2", live.port))


def test_no_answer_names_the_product(live: Live) -> None:
    for path in ("/", "/api/captures", "/launch.js", "/static/x.css"):
        status, headers, body = live.request("GET", path)
        assert (status, body) == (403, b"")
        assert "Server" not in headers
        assert "ringback" not in str(headers).lower()


def test_a_body_over_the_limit_is_refused_with_words(client: FlaskClient, token: str) -> None:
    body = b"x" * (BODY_LIMIT + 1)
    headers = {"Origin": EXTENSION, "Authorization": f"Bearer {token}"}
    response = client.post("/api/echo", data=body, content_type=JSON, headers=headers)
    assert response.status_code == 413
    assert response.json is not None
    assert response.json["error"]["code"] == "too-large"
    page = client.post("/page", data=body, headers={"Origin": ORIGIN})
    assert page.status_code == 413
    assert "16 MB" in page.text


@pytest.mark.parametrize("length", [BODY_LIMIT + 1, 5 * 10**9])
def test_a_claim_of_too_much_is_answered_before_it_comes(live: Live, length: int) -> None:
    head = f"POST /api/x HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\nOrigin: {EXTENSION}\r\nContent-Length: {length}\r\n"
    for extra in ("", "Expect: 100-continue\r\n"):
        with socket.create_connection(("127.0.0.1", live.port), timeout=10) as connection:
            connection.sendall(f"{head}{extra}\r\n".encode())
            assert connection.recv(65536).startswith(b"HTTP/1.1 413 ")


def test_a_body_over_the_limit_is_answered_to_those_who_send_it_all(live: Live) -> None:
    body = b"csrf_token=" + b"x" * (BODY_LIMIT + 4_000_000)
    headers = {"Origin": live.url, "Accept": "text/html", "Content-Type": "application/x-www-form-urlencoded"}
    for _ in range(3):
        status, _, page = live.request("POST", "/page", body, headers)
        assert status == 413
        assert b"16 MB" in page
    assert live.request("GET", "/public")[2] == b"public"


def test_what_follows_a_refused_head_is_not_another_request(live: Live) -> None:
    inner = f"GET /public HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\n\r\n"
    for framing in (f"Content-Length: {BODY_LIMIT + 1}", "Transfer-Encoding: chunked"):
        head = f"POST /page HTTP/1.1\r\nHost: 127.0.0.1:{live.port}\r\nOrigin: {live.url}\r\n{framing}\r\n\r\n"
        received = raw(live.port, (head + inner).encode())
        assert received.count(b"HTTP/1.1 ") == 1
        assert b"public" not in received


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_a_body_in_pieces_is_refused(live: Live, version: str) -> None:
    token = live.add_token(EXTENSION)
    head = (
        f"POST /api/echo HTTP/{version}\r\nHost: 127.0.0.1:{live.port}\r\nOrigin: {EXTENSION}\r\n"
        f"Authorization: Bearer {token}\r\nContent-Type: {JSON}\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    received = raw(live.port, f"{head}2\r\n{{}}\r\n0\r\n\r\n".encode())
    assert received.split(b" ", 2)[1] == b"400"
    assert b"transfer-encoding" in received


def test_a_compressed_body_is_refused(visitor: FlaskClient, token: str) -> None:
    for encoding in ("gzip", "identity", "br"):
        assert ask(visitor, token, Content_Encoding=encoding)[0] == 415


def test_half_open_connections_do_not_shut_others_out(live: Live) -> None:
    waiting = [socket.create_connection(("127.0.0.1", live.port)) for _ in range(50)]
    try:
        for connection in waiting:
            connection.sendall(b"POST /api/echo HTTP/1.1\r\nHost: 127")
        assert live.request("GET", "/public")[2] == b"public"
    finally:
        for connection in waiting:
            connection.close()
