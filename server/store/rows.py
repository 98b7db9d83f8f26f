"""Rows in and out. What verbs write goes through here, so that the journal can take it back (``events.undo``)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

import msgspec

from server.store.connection import Store, readable_errors

Row: TypeAlias = dict[str, Any]

_KEYS = {"addresses": "canonical", "postings": "application", "settings": "key", "templates": "name"}


def key_of(table: str) -> str:
    """The column that identifies a row of ``table``."""
    return _KEYS.get(table, "id")


def many(db: Store, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
    """All rows of a query, as dictionaries."""
    with readable_errors():
        cursor = db.execute(sql, parameters)  # type: ignore[arg-type]
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, values, strict=True)) for values in cursor]


def first(db: Store, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Row | None:
    """The first row of a query, or None."""
    found = many(db, sql, parameters)
    return found[0] if found else None


def value(db: Store, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
    """The first column of the first row, or None."""
    with readable_errors():
        found = db.execute(sql, parameters).fetchone()  # type: ignore[arg-type]
    return found[0] if found else None


def get(db: Store, table: str, key: Any) -> Row | None:
    """One row by its key, or None."""
    return first(db, f"SELECT * FROM {table} WHERE {key_of(table)} = ?", (key,))


def insert(db: Store, table: str, row: Row) -> Any:
    """Insert ``row`` and return its key."""
    columns = ", ".join(row)
    marks = ", ".join("?" * len(row))
    cursor = db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(row.values()))
    column = key_of(table)
    key = row.get(column, cursor.lastrowid)
    db.journal.append({"table": table, "key": key, "after": row})
    return key


def update(db: Store, table: str, key: Any, changes: Row) -> bool:
    """Set the columns of ``changes`` in one row. False (and nothing journaled) where all are so already."""
    before = get(db, table, key)
    if before is None:
        return False
    changes = {column: new for column, new in changes.items() if before[column] != new}
    if not changes:
        return False
    put(db, table, key, changes)
    db.journal.append(
        {"table": table, "key": key, "before": {column: before[column] for column in changes}, "after": changes}
    )
    return True


def delete(db: Store, table: str, key: Any) -> bool:
    """Delete one row. False where there is none."""
    before = get(db, table, key)
    if before is None:
        return False
    db.execute(f"DELETE FROM {table} WHERE {key_of(table)} = ?", (key,))
    db.journal.append({"table": table, "key": key, "before": before})
    return True


def put(db: Store, table: str, key: Any, changes: Row) -> None:
    """Set columns without journaling them: for what is derived, and for taking changes back."""
    columns = ", ".join(f"{column} = ?" for column in changes)
    db.execute(f"UPDATE {table} SET {columns} WHERE {key_of(table)} = ?", [*changes.values(), key])


def fresh_id(db: Store, table: str) -> int:
    """An id that no row of ``table`` has or had, undone ones included: follow-ups are known by such ids."""
    latest = f"coalesce((SELECT max(id) FROM {table}), 0)"
    sql = (
        f"INSERT INTO marks (key, value) VALUES (?, {latest} + 1) ON CONFLICT (key) DO UPDATE"
        f" SET value = max(CAST(value AS INTEGER), {latest}) + 1 RETURNING CAST(value AS INTEGER)"
    )
    return int(db.execute(sql, (f"last-id-{table}",)).fetchone()[0])


AMONG = "IN (SELECT value FROM json_each(?))"
"""A condition on any number of values, which are bound as one by ``listed``: SQLite binds 32,766 at most."""


def listed(values: Iterable[int | str]) -> str:
    """Values for ``AMONG``."""
    return pack(list(values))


def marks(columns: Collection[Any]) -> str:
    """As many question marks as there are columns."""
    return ", ".join("?" * len(columns))


def pack(data: Any) -> str:
    """JSON text of plain data and of msgspec or dataclass records."""
    return msgspec.json.encode(data).decode()


def unpack(text: str | None) -> Any:
    """What JSON text holds; None for None."""
    return msgspec.json.decode(text) if text is not None else None
