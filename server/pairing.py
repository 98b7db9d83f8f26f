"""Pairing: how a browser's extension gets its token, in two clicks and without typing.

The extension asks and is given a code of four digits; the dashboard shows the same code and *Connect*; then the
extension fetches the token with the secret it was given at the start. The code tells the person that the waiting
request is their own browser's and not another extension's. Tokens are bound to the origin that asked, which is
learned here and never known before: Firefox makes a new one at each installation.

Requests live in this process alone and for two minutes: one that is lost is begun anew by another click.
"""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from flask import Blueprint, Flask, Response, current_app, jsonify, request

from server import cleaning
from server.database import get_db
from server.door_json import decode
from server.errors import Refusal
from server.guard import without_token
from server.sentences import Sentence
from server.session import csrf
from server.shapes import NAMELESS, ClaimIn, PairStartIn
from server.store import access

MOST_WAITING = 5
SECONDS = 120


@dataclass(slots=True)
class PairRequest:
    """A browser that asks to be connected. ``began`` is in seconds of a clock that never goes back."""

    id: str
    secret: str
    code: str
    origin: str
    name: str
    began: float
    state: Literal["waiting", "agreed", "declined"] = "waiting"
    token: str | None = None


@dataclass(slots=True)
class PairingDesk:
    """The requests that wait for the person: five at most, one for each extension, two minutes each."""

    clock: Callable[[], float] = time.monotonic
    lock: threading.Lock = field(default_factory=threading.Lock)
    requests: dict[str, PairRequest] = field(default_factory=dict)

    def start(self, origin: str, name: str) -> PairRequest:
        """Take in a request; a newer one of the same extension replaces the older. Raises a 429 ``Refusal``."""
        with self.lock:
            self._clear(origin)
            if len(self.requests) >= MOST_WAITING:
                raise Refusal(
                    429,
                    "too-many-pairings",
                    Sentence("%(most)s browsers are waiting to be connected already.", most=MOST_WAITING),
                    Sentence("Wait two minutes, then click again."),
                )
            made = PairRequest(
                secrets.token_hex(8), secrets.token_urlsafe(32), self._code(), origin, name, self.clock()
            )
            self.requests[made.id] = made
            return made

    def find(self, identifier: str) -> PairRequest | None:
        """Return the request of this id while it is alive."""
        with self.lock:
            self._clear()
            return self.requests.get(identifier)

    def waiting(self) -> list[PairRequest]:
        """Return the requests that the person has not answered yet, oldest first."""
        with self.lock:
            self._clear()
            return [one for one in self.requests.values() if one.state == "waiting"]

    def decide(self, identifier: str, state: Literal["agreed", "declined"]) -> PairRequest | None:
        """Note the person's answer, once; None where the request is gone."""
        with self.lock:
            self._clear()
            found = self.requests.get(identifier)
            if found and found.state == "waiting":
                found.state = state
            return found

    def claim(self, identifier: str, secret: str, origin: str, issue: Callable[[PairRequest], str]) -> PairRequest:
        """Return the request to the extension that began it, with its token where the person has agreed.

        The same token is given again until the request's two minutes are over, so that an answer lost on the way
        loses nothing. Raises a ``Refusal``: 404 where it is gone, 403 for anybody else or where the person declined.
        """
        with self.lock:
            self._clear()
            found = self.requests.get(identifier)
            if found is None:
                raise Refusal(
                    404, "pairing-over", Sentence("This request has run out of time."), Sentence("Click Connect again.")
                )
            if found.origin != origin or not hmac.compare_digest(found.secret.encode(), secret.encode()):
                raise Refusal(403)
            if found.state == "declined":
                raise Refusal(
                    403,
                    "declined",
                    Sentence("The connection was declined in the dashboard."),
                    Sentence("Click Connect again."),
                )
            if found.state == "agreed" and found.token is None:
                found.token = issue(found)
            return found

    def _clear(self, origin: str | None = None) -> None:
        now = self.clock()
        over = [one.id for one in self.requests.values() if now - one.began >= SECONDS or one.origin == origin]
        for identifier in over:
            del self.requests[identifier]

    def _code(self) -> str:
        taken = {one.code for one in self.requests.values()}
        free = (code for code in iter(lambda: f"{secrets.randbelow(10_000):04}", None) if code not in taken)
        return next(free)


calls = Blueprint("pairing", __name__, url_prefix="/api/pair")


def install(app: Flask) -> None:
    """Open the desk: two calls for the extension. The person's page is ``dashboard/pair.py``."""
    app.extensions["pairing"] = PairingDesk()
    csrf.exempt(calls)
    app.register_blueprint(calls)


def desk() -> PairingDesk:
    """The application's pairing desk."""
    found: PairingDesk = current_app.extensions["pairing"]
    return found


@calls.post("/start")
@without_token
def start() -> Response:
    """Begin: give the extension an id and a secret, and the code that the dashboard will show too."""
    sent = decode(request.get_data(cache=False), PairStartIn)
    made = desk().start(request.headers["Origin"], cleaning.text(sent.name, 60) or NAMELESS)
    return jsonify(id=made.id, secret=made.secret, code=made.code, expires_in=SECONDS)


@calls.post("/claim")
@without_token
def claim() -> Response:
    """Give the extension its token once the person has agreed; null until then."""
    sent = decode(request.get_data(cache=False), ClaimIn)
    found = desk().claim(sent.id, sent.secret, request.headers["Origin"], _issue)
    return jsonify(state=found.state, token=found.token)


def _issue(agreed: PairRequest) -> str:
    """Make the token; one that this extension had before is of no more use."""
    db, now = get_db(), datetime.now(UTC)
    for browser in access.list_browsers(db):
        if browser.origin == agreed.origin and browser.revoked_at is None:
            access.revoke_browser(db, browser.id, now)
    return access.add_browser(db, agreed.name, now, agreed.origin)
