"""Who may come in: dashboard sessions, one-time launch keys, and the browsers whose extension may send pages.

Of every secret only its SHA-256 is kept, so that a copy of the file opens nothing. ``now`` is the machine's own
time here, never that of ``RINGBACK_NOW``: a demonstration must not lengthen a session.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from server.store import rows
from server.store.connection import Store, write
from server.store.times import from_text, maybe_time, to_text

SESSION_TIME = timedelta(days=30)
LAUNCH_TIME = timedelta(minutes=2)
RENEW_AFTER = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser whose extension may send pages, as the settings page lists it. Its token itself is not kept."""

    id: int
    name: str
    origin: str | None
    paired_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def _open(db: Store, kind: str, now: datetime, lasts: timedelta) -> str:
    secret = secrets.token_urlsafe(32)
    row = {"token_hash": _digest(secret), "kind": kind, "made_at": to_text(now), "expires_at": to_text(now + lasts)}
    with write(db):
        db.execute("DELETE FROM sessions WHERE expires_at < ?", [to_text(now)])
        db.table("sessions").insert(row)
    return secret


def add_launch_key(db: Store, now: datetime) -> str:
    """Make a key that opens the dashboard once, within two minutes. Return the key."""
    return _open(db, "launch", now, LAUNCH_TIME)


def use_launch_key(db: Store, key: str, now: datetime) -> bool:
    """Use up a launch key. False if it is unknown, used or out of time."""
    with write(db):
        cursor = db.execute(
            "DELETE FROM sessions WHERE token_hash = ? AND kind = 'launch' AND expires_at >= ?",
            [_digest(key), to_text(now)],
        )
    return cursor.rowcount == 1


def add_session(db: Store, now: datetime) -> str:
    """Open a dashboard session of 30 days and return its secret, which goes into the cookie."""
    return _open(db, "session", now, SESSION_TIME)


def find_session(db: Store, secret: str, now: datetime) -> dict[str, Any] | None:
    """Return what the session holds, or None if there is none. Use prolongs it, written at most once an hour."""
    digest = _digest(secret)
    row = rows.first(
        db,
        "SELECT data, expires_at FROM sessions WHERE token_hash = ? AND kind = 'session' AND expires_at >= ?",
        [digest, to_text(now)],
    )
    if row is None:
        return None
    if from_text(row["expires_at"]) < now + SESSION_TIME - RENEW_AFTER:
        with write(db):
            db.execute(
                "UPDATE sessions SET expires_at = ?, last_used_at = ? WHERE token_hash = ?",
                [to_text(now + SESSION_TIME), to_text(now), digest],
            )
    held: dict[str, Any] = rows.unpack(row["data"])
    return held


def save_session(db: Store, secret: str, held: Mapping[str, Any]) -> None:
    """Keep what the session holds (JSON types)."""
    with write(db):
        db.execute("UPDATE sessions SET data = ? WHERE token_hash = ?", [rows.pack(dict(held)), _digest(secret)])


def end_session(db: Store, secret: str) -> None:
    """End a session: its cookie opens nothing any more."""
    with write(db):
        db.execute("DELETE FROM sessions WHERE token_hash = ?", [_digest(secret)])


def signing_key(db: Store) -> str:
    """Return the key that form tokens are signed with, made at the first call; it outlives a restart."""
    with write(db):
        db.execute("INSERT OR IGNORE INTO marks VALUES ('signing-key', ?)", [secrets.token_hex(32)])
    return str(rows.value(db, "SELECT value FROM marks WHERE key = 'signing-key'"))


def add_browser(db: Store, name: str, now: datetime, origin: str | None = None) -> str:
    """Let a browser in and return its token ``id.secret``: the only time it can be seen. The secret has 256 bits.

    Without ``origin`` (an extension's own, ``chrome-extension://…``) the token is bound to the first that uses it.
    """
    with write(db):
        cursor = db.execute(
            "INSERT INTO browsers (name, origin, token_hash, paired_at) VALUES (?, ?, ?, ?)",
            [name, origin, secrets.token_hex(32), to_text(now)],
        )
        token = f"{cursor.lastrowid}.{secrets.token_urlsafe(32)}"
        db.execute("UPDATE browsers SET token_hash = ? WHERE id = ?", [_digest(token), cursor.lastrowid])
    return token


def check_token(db: Store, token: str, origin: str, now: datetime) -> Browser | None:
    """Return the browser whose token this is, binding it to the origin at its first use; else None."""
    row = _live(db, token.partition(".")[0])
    if not hmac.compare_digest(_digest(token), row["token_hash"] if row else "") or row is None:
        return None
    if row["origin"] is None or maybe_time(row["last_used_at"]) != now.replace(microsecond=0):
        with write(db):
            db.execute(
                "UPDATE browsers SET origin = ?, last_used_at = ? WHERE id = ? AND (origin IS NULL OR origin = ?)",
                [origin, to_text(now), row["id"], origin],
            )
    bound = find_browser(db, row["id"])
    return bound if bound and bound.origin == origin else None


def prove(db: Store, identifier: str, origin: str, host: str, nonce: str) -> str | None:
    """Prove to an extension that this server knows its token: HMAC-SHA256 in hex, or None if it does not.

    The key is the SHA-256 of the token, which both sides have: the token need not be sent to whoever listens on the
    port. ``host`` (with port) is part of what is signed, so that another port cannot pass our proof off as its own.
    """
    row = _live(db, identifier)
    if row is None or row["origin"] not in (None, origin):
        return None
    message = f"proof:{host}:{nonce}".encode("utf-8", "replace")
    return hmac.new(bytes.fromhex(row["token_hash"]), message, sha256).hexdigest()


def _live(db: Store, identifier: str) -> rows.Row | None:
    if not (identifier.isascii() and identifier.isdigit() and len(identifier) < 16):
        return None
    return rows.first(db, "SELECT * FROM browsers WHERE id = ? AND revoked_at IS NULL", [int(identifier)])


def is_paired(db: Store, origin: str) -> bool:
    """Tell whether a live token is bound to exactly this origin."""
    return bool(rows.value(db, "SELECT 1 FROM browsers WHERE origin = ? AND revoked_at IS NULL", [origin]))


def find_browser(db: Store, identifier: int) -> Browser | None:
    """Return one browser by its id."""
    return next((browser for browser in list_browsers(db) if browser.id == identifier), None)


def list_browsers(db: Store) -> list[Browser]:
    """Return all browsers that were ever let in, the latest first; revoked ones included."""
    found = rows.many(db, "SELECT id, name, origin, paired_at, last_used_at, revoked_at FROM browsers ORDER BY id DESC")
    return [
        Browser(
            row["id"],
            row["name"],
            row["origin"],
            from_text(row["paired_at"]),
            maybe_time(row["last_used_at"]),
            maybe_time(row["revoked_at"]),
        )
        for row in found
    ]


def revoke_browser(db: Store, identifier: int, now: datetime) -> None:
    """Shut a browser out: from now on its token is refused. An unknown or revoked one stays as it is."""
    with write(db):
        db.execute("UPDATE browsers SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", [to_text(now), identifier])
