"""Copies of the whole database, made while it is in use, and the way back from one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from itertools import count
from pathlib import Path

from server.config import make_private
from server.sentences import Sentence
from server.store import connection
from server.store.connection import Store, readable_errors
from server.store.errors import DamagedError, StoreError, from_system

KEEP = 7

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database that is in use, or was when its process was killed."""


def copy(db: Store, target: Path) -> Path:
    """Write a whole, compacted copy of the database to ``target`` (0600); an existing file is replaced at the end.

    Raises ``FullError``, or ``InvalidError`` where ``target`` cannot be written.
    """
    with _replacing(target) as partial, readable_errors():
        db.conn.execute("VACUUM INTO ?", (str(partial),))
    return target


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """A new file (0600) beside ``target`` that takes its place in the end; it is gone where that fails."""
    partial = target.with_name(f".{target.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield partial
        partial.replace(target)
    except OSError as error:
        raise from_system(error, target) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


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


def unfinished(*directories: Path) -> list[Path]:
    """Copies that were being made when the process was killed."""
    return sorted(path for directory in directories for path in directory.glob(".*.partial*"))


def check(path: Path) -> None:
    """Read all of a database file. Raises ``DamagedError`` where it is not one of ours, or not sound."""
    try:
        with closing(opened(path)) as given:
            sound = given.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            ours = given.execute("SELECT 1 FROM _sqlite_migrations WHERE migration_set = 'ringback'").fetchone()
    except sqlite3.DatabaseError as error:
        raise DamagedError(
            Sentence("%(path)s is not a Ringback backup.", path=str(path)), Sentence("Choose another file.")
        ) from error
    if not (sound and ours):
        raise DamagedError(Sentence("%(path)s is damaged.", path=str(path)), Sentence("Choose another file."))


def opened(path: Path) -> sqlite3.Connection:
    """A database file to be read alone."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def restore(source: Path, database: Path) -> Path | None:
    """Put a copy in place of the database; returns where the former one was moved to. No server may be running.

    The copy is checked and brought up to date first; nothing is touched where that fails.
    """
    check(source)
    with _replacing(database) as fresh:
        # By SQLite, not as a file: beside a database that was in use lies a log with its last changes.
        with readable_errors(), closing(opened(source)) as given, closing(sqlite3.connect(fresh)) as taken:
            given.backup(taken)
        connection.prepare(fresh).close()
        return _set_aside(database) if database.exists() else None


def _set_aside(database: Path) -> Path:
    """Move a database out of the way, with what its write-ahead log still holds; a damaged one just as it is."""
    number = next(n for n in count(1) if not database.with_name(f"{database.name}.before-restore-{n}").exists())
    former = database.with_name(f"{database.name}.before-restore-{number}")
    try:
        with connection.connect(database) as current:
            copy(current, former)
    except StoreError:
        for suffix in ("", *_BESIDE):
            with suppress(FileNotFoundError):
                database.with_name(database.name + suffix).replace(f"{former}{suffix}")
    for suffix in ("", *_BESIDE):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    return former
