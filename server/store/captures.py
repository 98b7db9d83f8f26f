"""Captured pages: first kept as they came, compressed, then read."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from server.sentences import Sentence
from server.store import rows, times
from server.store.connection import Store
from server.store.errors import NotFoundError
from server.store.rows import Row

# Level 1: a 200 KB page in 1 to 3 ms; level 6 takes three times that for a tenth less.
_LEVEL = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A captured page as it is handed to a reader. ``frames`` are ``(url, html)`` pairs."""

    html: str
    url: str | None
    frames: tuple[tuple[str | None, str], ...] = ()
    selection: str | None = None
    marked: str | None = None
    captured_at: datetime


def add(db: Store, fields: Row, html: str, frames: list[dict[str, Any]]) -> None:
    """Insert a capture (columns of ``captures``, ``request`` as plain data) with its page."""
    packed = zlib.compress(html.encode(), _LEVEL)
    packed_frames = zlib.compress(rows.pack(frames).encode(), _LEVEL) if frames else None
    size = len(packed) + len(packed_frames or b"")
    row = fields | {"request": rows.pack(fields["request"]), "size": size}
    db.execute(
        f"INSERT INTO captures ({', '.join(row)}) VALUES ({rows.marks(row)})",
        list(row.values()),
    )
    db.execute(
        "INSERT INTO pages (capture, received_at, html, frames) VALUES (?, ?, ?, ?)",
        (fields["id"], fields["received_at"], packed, packed_frames),
    )


def get(db: Store, capture: str) -> Row | None:
    """A capture without its page: ``request`` and ``posting`` as plain data; None where there is none."""
    found = rows.get(db, "captures", capture)
    if found is None:
        return None
    return found | {key: rows.unpack(found[key]) for key in ("request", "posting")}


def page(db: Store, capture: str) -> KeptPage:
    """The page of a capture. Raises ``NotFoundError`` where it was deleted or its time was over."""
    found = rows.first(
        db,
        "SELECT c.url, c.selection, c.captured_at, c.request, p.html, p.frames FROM captures c"
        " JOIN pages p ON p.capture = c.id WHERE c.id = ?",
        (capture,),
    )
    if found is None:
        raise NotFoundError(
            Sentence("That page is no longer kept."), Sentence("Capture it again if it is still there.")
        )
    frames = rows.unpack(zlib.decompress(found["frames"]).decode()) if found["frames"] else []
    return KeptPage(
        html=zlib.decompress(found["html"]).decode(),
        url=found["url"],
        frames=tuple((frame.get("url"), frame["html"]) for frame in frames),
        selection=found["selection"],
        marked=rows.unpack(found["request"]).get("marked"),
        captured_at=times.from_text(found["captured_at"]),
    )


def change(db: Store, capture: str, fields: Row) -> None:
    """Set columns of a capture; ``posting`` as plain data."""
    packed = {key: rows.pack(given) if key == "posting" else given for key, given in fields.items()}
    rows.put(db, "captures", capture, packed)


def of(db: Store, application: int) -> list[Row]:
    """The captures of an application, newest first, without posting or page; ``kept`` says whether the page is."""
    sql = (
        "SELECT c.id, c.url, c.title, c.captured_at, c.received_at, c.state, c.problem, c.parser_version, c.size,"
        " p.capture IS NOT NULL AS kept FROM captures c LEFT JOIN pages p ON p.capture = c.id"
        " WHERE c.application = ? ORDER BY c.captured_at DESC, c.id"
    )
    return rows.many(db, sql, (application,))


def unread(db: Store) -> list[str]:
    """Captures that were kept but not read, because the server stopped in between; oldest first."""
    found = rows.many(db, "SELECT id FROM captures WHERE state = 'reading' ORDER BY received_at, id")
    return [one["id"] for one in found]


def kept(db: Store, *, except_version: str | None = None) -> Iterator[str]:
    """The captures whose page is kept, oldest first; with ``except_version``, those last read by another version."""
    sql = (
        "SELECT c.id FROM captures c JOIN pages p ON p.capture = c.id"
        " WHERE ? IS NULL OR c.parser_version IS NOT ? ORDER BY c.received_at, c.id"
    )
    for found in rows.many(db, sql, (except_version, except_version)):
        yield found["id"]


def count_kept(db: Store, *, except_version: str) -> int:
    """How many kept pages were last read by another version than this one."""
    sql = "SELECT count(*) FROM pages WHERE capture NOT IN (SELECT id FROM captures WHERE parser_version = ?)"
    return int(rows.value(db, sql, (except_version,)))


def count_pages(db: Store) -> int:
    """How many pages are kept."""
    return int(rows.value(db, "SELECT count(*) FROM pages"))


def erase_pages(db: Store, before: datetime | None = None, application: int | None = None) -> int:
    """Delete kept pages received before a time, or of an application, or all; what was read from them stays."""
    cursor = db.execute(
        "DELETE FROM pages WHERE (:before IS NULL OR received_at < :before) AND (:application IS NULL OR capture IN"
        " (SELECT id FROM captures WHERE application = :application))",
        {"before": times.maybe_text(before), "application": application},
    )
    return cursor.rowcount
