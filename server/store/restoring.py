"""Put a copy in place of the data while the server runs: by SQLite, so that each connection sees all of it or none."""

from __future__ import annotations

import tempfile
from contextlib import closing
from itertools import count
from pathlib import Path

from server.store import backup, connection, rows
from server.store.connection import Store, readable_errors, write

_OF_THE_MACHINE = ("sessions", "browsers")
"""What belongs to this computer as it is now: the dashboard that is open, the browsers that are paired."""


def restore_while_open(db: Store, source: Path) -> Path:
    """Make the copy ``source`` the data; returns the file in which those of before were set aside.

    The copy is checked and brought up to date first; nothing is touched where that fails. Raises ``DamagedError``.
    """
    backup.check(source)
    with tempfile.TemporaryDirectory(dir=db.path.parent) as folder:
        fresh = Path(folder) / "restored.db"
        with readable_errors(), closing(backup.opened(source)) as given, closing(connection.connect(fresh)) as taken:
            given.backup(taken.conn)
        with connection.prepare(fresh) as restored:
            for table in _OF_THE_MACHINE:
                _carry(db, restored, table)
            former = _set_aside(db)
            with readable_errors():
                restored.conn.backup(db.conn)
    return former


def _set_aside(db: Store) -> Path:
    """A copy of the data as they are, with whatever another thread may have committed while it was made."""
    former, seen = _free_name(db.path), None
    while seen != (now := rows.value(db, "PRAGMA data_version")):
        seen = now
        backup.copy(db, former)
    return former


def _carry(old: Store, new: Store, table: str) -> None:
    with write(new):
        new.execute(f"DELETE FROM {table}")
        for row in rows.many(old, f"SELECT * FROM {table}"):
            new.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({rows.marks(row)})", list(row.values()))


def _free_name(database: Path) -> Path:
    names = (database.with_name(f"{database.name}.before-restore-{number}") for number in count(1))
    return next(name for name in names if not name.exists())
