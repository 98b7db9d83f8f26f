"""Copies of the whole database, made while it is in use, and the way back from one."""

from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import date
from itertools import count
from pathlib import Path

from server.config import make_private
from server.sentences import Sentence
from server.store import connection
from server.store.connection import Store, readable_errors
from server.store.errors import DamagedError, InvalidError, StoreError

KEEP = 7


def copy(db: Store, target: Path) -> Path:
    """Write a whole, compacted copy of the database to ``target`` (0600); an existing file is replaced at the end.

    Raises ``FullError``, or ``InvalidError`` where ``target`` cannot be written.
    """
    partial = target.with_name(f".{target.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_WRONLY, 0o600))
        with readable_errors():
            db.conn.execute("VACUUM INTO ?", (str(partial),))
        partial.replace(target)
    except OSError as error:
        raise InvalidError(
            Sentence("%(target)s cannot be written: %(error)s.", target=str(target), error=error.strerror or ""),
            Sentence("Choose another place."),
        ) from error
    finally:
        partial.unlink(missing_ok=True)
    return target


def daily(db: Store, directory: Path, today: date) -> Path | None:
    """Today's copy, made once a day; the latest ``KEEP`` days stay. None where there is one already.

    Raises ``DamagedError`` where the database is not sound: the copies of the days before then stay as they are.
    """
    make_private(directory)
    target = directory / f"ringback-{today.isoformat()}.db"
    if target.exists():
        return None
    with readable_errors():
        sound = db.conn.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    if not sound:
        raise DamagedError(Sentence("The database file is damaged."), Sentence("Restore one of the daily copies."))
    copy(db, target)
    for old in sorted(directory.glob("ringback-????-??-??.db"))[:-KEEP]:
        old.unlink()
    return target


def listed(directory: Path) -> list[Path]:
    """The daily copies, newest first."""
    return sorted(directory.glob("ringback-????-??-??.db"), reverse=True)


def set_aside(database: Path) -> list[Path]:
    """What was in place of the database before each restore."""
    return sorted(database.parent.glob(f"{database.name}.before-restore-*"))


def check(path: Path) -> None:
    """Read all of a database file. Raises ``DamagedError`` where it is not one of ours, or not sound."""
    try:
        with sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True) as conn:
            sound = conn.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            ours = conn.execute("SELECT 1 FROM _sqlite_migrations WHERE migration_set = 'ringback'").fetchone()
        conn.close()
    except sqlite3.DatabaseError as error:
        raise DamagedError(
            Sentence("%(path)s is not a Ringback backup.", path=str(path)), Sentence("Choose another file.")
        ) from error
    if not (sound and ours):
        raise DamagedError(Sentence("%(path)s is damaged.", path=str(path)), Sentence("Choose another file."))


def restore(source: Path, database: Path) -> Path | None:
    """Put a copy in place of the database; returns where the former one was moved to. No server may be running.

    The copy is checked and brought up to date first; nothing is touched where that fails.
    """
    check(source)
    fresh = database.with_name(f".{database.name}.restored")
    fresh.unlink(missing_ok=True)
    shutil.copyfile(source, fresh)
    connection.prepare(fresh).close()
    former = _set_aside(database) if database.exists() else None
    fresh.replace(database)
    return former


def _set_aside(database: Path) -> Path:
    """Move a database out of the way, with what its write-ahead log still holds; a damaged one just as it is."""
    number = next(n for n in count(1) if not database.with_name(f"{database.name}.before-restore-{n}").exists())
    former = database.with_name(f"{database.name}.before-restore-{number}")
    try:
        with connection.connect(database) as current:
            copy(current, former)
    except StoreError:
        database.replace(former)
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    return former
