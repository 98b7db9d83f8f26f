"""Open the one SQLite file, and write to it in one transaction at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from server.sentences import Sentence
from server.store.errors import DamagedError, StoreError, translate
from server.store.migrations import migrations

BUSY_MS = 10_000


class Store(Database):
    """A connection to the data. It belongs to the thread that opened it: open one per request, and close it.

    ``journal`` collects what the write in progress changed, row by row, so that an event can be undone.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path
        self.journal: list[dict[str, Any]] = []

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def connect(path: Path) -> Store:
    """A connection for one thread to a database that ``prepare`` has made ready. About 0.1 ms."""
    with readable_errors():
        store = Store(path)
        for pragma in (
            f"busy_timeout={BUSY_MS}",
            "foreign_keys=ON",
            # FULL: with WAL, NORMAL may lose the last commits when the power goes; a capture said to be kept is kept.
            "synchronous=FULL",
            # What is deleted for good is overwritten, not only unlinked.
            "secure_delete=ON",
        ):
            store.conn.execute(f"PRAGMA {pragma}")
    return store


def prepare(path: Path) -> Store:
    """Create the database where it is missing, check it, bring it up to date, and return a connection.

    The file is readable by its owner alone (0600). Raises ``DamagedError`` where it is not sound.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    elif os.name == "posix" and path.stat().st_uid == os.getuid():
        path.chmod(0o600)
    store = connect(path)
    try:
        with readable_errors():
            _check(store)
            store.conn.execute("PRAGMA journal_mode=WAL")
            _migrate(store)
    except BaseException:
        store.close()
        raise
    return store


def _check(store: Store) -> None:
    # The schema alone refuses a foreign or torn file within the half second a start may take. Every page is looked
    # at once a day, before the copy is made.
    store.conn.execute("PRAGMA schema_version").fetchone()
    names = {name for (name,) in store.conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if names and "_sqlite_migrations" not in names:
        raise DamagedError(
            Sentence("This file is not a Ringback database."), Sentence("Choose another data directory.")
        )


def _migrate(store: Store) -> None:
    known = {migration.name for migration in migrations._migrations}
    newer = {migration.name for migration in migrations.applied(store)} - known
    if newer:
        raise DamagedError(
            Sentence("This data was written by a newer version of Ringback."),
            Sentence("Install that version, or restore a backup."),
        )
    if migrations.pending(store):
        with write(store):
            migrations.apply(store)


@contextmanager
def readable_errors() -> Iterator[None]:
    """Turn what SQLite reports about disk, locks and damage into the errors of ``server.store.errors``."""
    try:
        yield
    except sqlite3.Error as error:
        shown = translate(error)
        if shown is None:
            raise
        raise shown from error


@contextmanager
def write(db: Store) -> Iterator[Store]:
    """One transaction that takes the write lock at its start; inside another it is a savepoint.

    BEGIN IMMEDIATE: a transaction that reads first and writes later fails at once where another writer came between.
    Raises ``FullError`` or ``BusyError``; nothing is changed then.
    """
    if db.conn.in_transaction:
        with db.atomic():
            yield db
        return
    with readable_errors():
        db.conn.execute("BEGIN IMMEDIATE")
        db.journal.clear()
        try:
            yield db
            db.conn.execute("COMMIT")
        except BaseException:
            db.rollback()
            db.journal.clear()
            raise


__all__ = ["BUSY_MS", "Store", "StoreError", "connect", "prepare", "readable_errors", "write"]
