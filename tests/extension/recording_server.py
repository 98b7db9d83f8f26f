"""A small server that speaks the extension's side of the API and writes down what it is sent.

It stands in for programs that are *not* Ringback (a stranger on the port, one that refuses or fails) and shows what
the extension sends, to the byte. The whole way through the real server has tests of its own.
"""

from __future__ import annotations

import hmac
import json
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "a1b2c3.test-token-of-no-secrecy"


@dataclass
class Recording:
    """What came, and what is to be answered."""

    port: int = 0
    calls: list[tuple[str, dict[str, Any], dict[str, str]]] = field(default_factory=list)
    status: dict[str, int] = field(default_factory=dict)
    proves: bool = True
    due: dict[str, Any] = field(default_factory=lambda: {"count": 0, "items": [], "next_at": None})
    known: dict[str, Any] | None = None
    follow_ups: list[dict[str, Any]] = field(default_factory=lambda: [answered("")["next"]])
    """What a correction is answered with."""
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What is answered otherwise than usual, by call."""
    lose_answers: int = 0
    hold_answers: threading.Event = field(default_factory=threading.Event)
    """Cleared: captures are written down and not answered until it is set."""

    def __post_init__(self) -> None:
        self.hold_answers.set()

    @property
    def captures(self) -> list[dict[str, Any]]:
        return [body for path, body, _ in self.calls if path == "captures"]

    def bodies(self, path: str) -> list[dict[str, Any]]:
        return [body for called, body, _ in self.calls if called == path]

    def answer(self, path: str, body: dict[str, Any], host: str) -> tuple[int, dict[str, Any]]:
        if path in self.status:
            return self.status[path], {"error": {"code": "test", "message": "Not this one.", "next_step": "Do that."}}
        if path == "proof":
            key = sha256(TOKEN.encode()).digest() if self.proves else b"another"
            message = f"proof:{host}:{body['nonce']}".encode()
            return 200, {"proof": hmac.new(key, message, sha256).hexdigest()}
        if path in ("captures", "captures/status"):
            return 201, answered(body["id"]) | self.answers.get(path, {})
        if path == "corrections":
            people = [change["id"] or 8 for change in body["changes"].get("contacts", [])]
            return 200, {"application": 12, "contacts": people, "follow_ups": self.follow_ups}
        return 200, {"due": self.due, "known": {"application": self.known}}.get(path, {})


def answered(identifier: str) -> dict[str, Any]:
    contact = {
        "id": 7,
        "name": "Dana Whitfield",
        "role": "Hiring Manager",
        "emails": ["dana@northlake.example.com"],
        "phones": ["+12065550142"],
        "sure": False,
        "evidence": {"text": "Questions? Dana Whitfield, Hiring Manager, 206 555 0142", "where": "main > p"},
    }
    return {
        "id": identifier,
        "application": 12,
        "state": "read",
        "known_since": None,
        "posting": {
            "kind": "posting",
            "title": "Office Manager",
            "employer": "Northlake Clinic",
            "calls": "forbidden",
            "wishes": {"calls": "forbidden", "contact": "unstated", "hours": None, "text": "No phone calls, please."},
            "contacts": [contact],
        },
        "choices": {"approach": "solicited", "origin": "posting", "stance": None, "applied_on": None},
        "next": {
            "kind": "receipt-check",
            "channel": "email",
            "due_at": "2026-11-09T10:00:00-08:00",
            "contact": {"name": "Dana Whitfield"},
            "why": {"text": "Five working days after you applied: one short check that it arrived."},
        },
    }


def handler(recording: Recording) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers["Content-Length"]))
            path = self.path.removeprefix("/api/")
            body = json.loads(raw)
            recording.calls.append((path, body, dict(self.headers)))
            if path == "captures" and recording.lose_answers > 0:
                recording.lose_answers -= 1
                self.close_connection = True
                return
            if path == "captures":
                recording.hold_answers.wait(30)
            status, answer = recording.answer(path, body, self.headers["Host"])
            payload = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.allow()
            self.send_header("Content-Length", str(len(payload)))
            # A client that is gone by now is one of the tests.
            with suppress(ConnectionError):
                self.end_headers()
                self.wfile.write(payload)

        def do_OPTIONS(self) -> None:
            self.send_response(204)
            self.allow()
            self.end_headers()

        def allow(self) -> None:
            """Let an extension read the answer that has no permission for this address."""
            self.send_header("Access-Control-Allow-Origin", self.headers["Origin"])
            self.send_header("Access-Control-Allow-Headers", "authorization, content-type")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


class Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextmanager
def running(recording: Recording, port: int = 0):
    """Serve ``recording`` on loopback; ``port`` 0 takes a free one and keeps it in the recording."""
    server = Server(("127.0.0.1", port or recording.port), handler(recording))
    recording.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield recording
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
