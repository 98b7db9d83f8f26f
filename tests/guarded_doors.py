"""A view behind each door of the server, and the two ways to knock: as the extension does, and byte for byte."""

from __future__ import annotations

import socket

from flask import Flask, request
from flask.testing import FlaskClient
from helpers import EXTENSION

from server.guard import without_token
from server.session import csrf, has_session, without_session

JSON = "application/json"


def open_doors(app: Flask) -> None:
    """Put one view behind each door that says it was reached, and how much it was sent."""

    def echo() -> dict[str, int]:
        assert not has_session()
        return {"reached": len(request.get_data())}

    def open_echo() -> dict[str, int]:
        return echo()

    def page() -> str:
        return f"reached <b>{len(request.get_data())}</b>"

    def form() -> str:
        from flask_wtf.csrf import generate_csrf

        return f'<input name="csrf_token" value="{generate_csrf()}">'

    def fail() -> str:
        raise RuntimeError("canary")

    csrf.exempt(f"{__name__}.echo")
    csrf.exempt(f"{__name__}.open_echo")
    app.add_url_rule("/api/echo", "echo", echo, methods=["GET", "POST", "PUT", "DELETE"])
    app.add_url_rule("/api/open", "open", without_token(open_echo), methods=["POST"])
    app.add_url_rule("/page", "page", page, methods=["GET", "POST"])
    app.add_url_rule("/form", "form", form)
    app.add_url_rule("/fail", "fail", fail)
    app.add_url_rule("/public", "public", without_session(lambda: "public"))


def ask(client: FlaskClient, token: str | None, path: str = "/api/echo", **headers: str) -> tuple[int, bytes]:
    """Post ``{}`` as the extension does, with headers changed or (empty) left out."""
    sent = {"Origin": EXTENSION, "Content-Type": JSON, "Authorization": f"Bearer {token}" if token else ""}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    response = client.post(path, data=b"{}", headers={name: value for name, value in sent.items() if value})
    return response.status_code, response.data


def raw(port: int, sent: bytes) -> bytes:
    """Send bytes as they are and return all that comes back until the server closes or falls silent."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        received = b""
        while chunk := connection.recv(65536):
            received += chunk
    return received
