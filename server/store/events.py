"""The timeline: every change by its verb, with the rows as they were before and after, so that it can be undone."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from server.sentences import Sentence
from server.store import rows, times
from server.store.connection import Store
from server.store.errors import ConflictError, NotFoundError
from server.store.rows import Row


def record(
    db: Store,
    verb: str,
    now: datetime,
    *,
    application: int | None = None,
    person: int | None = None,
    data: dict[str, Any] | None = None,
) -> int:
    """Write the event that the journal of this transaction belongs to, and return its id."""
    changes, db.journal = db.journal, []
    cursor = db.execute(
        "INSERT INTO events (application, person, at, verb, data, changes) VALUES (?, ?, ?, ?, ?, ?)",
        (application, person, times.to_text(now), verb, rows.pack(data or {}), rows.pack(changes)),
    )
    return cast(int, cursor.lastrowid)


def timeline(db: Store, application: int, *, limit: int = 500) -> list[Row]:
    """The events of an application, newest first: ``id``, ``at``, ``verb``, ``data``, ``undone_at``, ``undoable``."""
    sql = (
        "SELECT id, application, person, at, verb, data, undone_at, changes <> '[]' AND undone_at IS NULL AS undoable"
        " FROM events WHERE application = ? ORDER BY id DESC LIMIT ?"
    )
    return [_shown(found) for found in rows.many(db, sql, (application, limit))]


def of_person(db: Store, person: int, *, limit: int = 500) -> list[Row]:
    """What happened with a person across applications, newest first, as ``timeline`` gives it."""
    sql = (
        "SELECT id, application, person, at, verb, data, undone_at, changes <> '[]' AND undone_at IS NULL AS undoable"
        " FROM events WHERE person = ? ORDER BY id DESC LIMIT ?"
    )
    return [_shown(found) for found in rows.many(db, sql, (person, limit))]


def _shown(found: Row) -> Row:
    return found | {"data": rows.unpack(found["data"]), "undoable": bool(found["undoable"])}


def get(db: Store, event: int) -> Row | None:
    """One event as ``timeline`` gives it, or None."""
    sql = (
        "SELECT id, application, person, at, verb, data, undone_at, changes <> '[]' AND undone_at IS NULL AS undoable"
        " FROM events WHERE id = ?"
    )
    found = rows.first(db, sql, (event,))
    return _shown(found) if found else None


def last(db: Store, application: int | None = None) -> Row | None:
    """The latest event that can be undone, of one application or of all: what ``undo`` would take back."""
    where, given = ("AND application = ?", [application]) if application is not None else ("", [])
    sql = f"SELECT * FROM events WHERE undone_at IS NULL AND changes <> '[]' {where} ORDER BY id DESC LIMIT 1"
    found = rows.first(db, sql, given)
    return found and found | {"data": rows.unpack(found["data"])}


def last_id(db: Store) -> int:
    """The id of the latest event; 0 where there is none."""
    return int(rows.value(db, "SELECT coalesce(max(id), 0) FROM events"))


def undo(db: Store, event: int, now: datetime) -> Row:
    """Put every row the event changed back as it was, and mark the event undone; returns the event.

    Raises ``NotFoundError``, or ``ConflictError`` where one of the rows has been changed again since.
    """
    found = rows.get(db, "events", event)
    if found is None or found["undone_at"]:
        raise NotFoundError(Sentence("There is nothing to undo."), Sentence("It was undone already, or deleted since."))
    changes = rows.unpack(found["changes"])
    _refuse_if_changed_since(db, changes)
    for change in reversed(changes):
        _take_back(db, change)
    rows.put(db, "events", event, {"undone_at": times.to_text(now)})
    return found | {"data": rows.unpack(found["data"])}


def _refuse_if_changed_since(db: Store, changes: list[Row]) -> None:
    final: dict[tuple[str, Any], Row | None] = {}
    for change in changes:
        place = (change["table"], change["key"])
        after = change.get("after")
        final[place] = None if after is None else (final.get(place) or {}) | after
    for (table, key), after in final.items():
        current = rows.get(db, table, key)
        if (current is None) != (after is None) or (
            current and after and any(current[column] != wanted for column, wanted in after.items())
        ):
            raise ConflictError(
                Sentence("This can no longer be undone: it was changed again since."),
                Sentence("Undo the later change first."),
            )


def _take_back(db: Store, change: Row) -> None:
    table, key = change["table"], change["key"]
    if "before" not in change:
        db.execute(f"DELETE FROM {table} WHERE {rows.key_of(table)} = ?", (key,))
    elif "after" not in change:
        before = change["before"]
        columns, marks = ", ".join(before), rows.marks(before)
        db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(before.values()))
    else:
        rows.put(db, table, key, change["before"])
