"""What can go wrong with the kept data, told so that a person knows what happened and what to do next."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

from server.sentences import Sentence


class StoreError(Exception):
    """The base: ``message`` says what happened, ``next_step`` what to do, ``status`` is the HTTP status that fits."""

    code = "store"
    status = 503

    def __init__(self, message: Sentence, next_step: Sentence) -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step


class NotFoundError(StoreError):
    """What was asked for is not (or no longer) kept."""

    code = "not-found"
    status = 404


class InvalidError(StoreError):
    """A value that cannot be taken."""

    code = "invalid"
    status = 400


class ConflictError(StoreError):
    """What was asked for no longer fits what is kept, such as an undo after later changes."""

    code = "conflict"
    status = 409


class FullError(StoreError):
    """No room on the disk: nothing was changed."""

    code = "disk-full"
    status = 507


class DiskError(StoreError):
    """The disk did not do what it was asked; what had been kept before still is."""

    code = "disk"
    status = 503


class BusyError(StoreError):
    """Another program held the data for too long."""

    code = "busy"
    status = 503


class DamagedError(StoreError):
    """The database file is damaged or is not one of ours."""

    code = "damaged"
    status = 503


class RunningError(StoreError):
    """A server is already at work on this data."""

    code = "already-running"
    status = 409


_FULL = (
    FullError,
    Sentence("The disk is full, so nothing was saved."),
    Sentence("Free some space and try again."),
)
_BY_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    # The index of the write-ahead log could not grow: to read takes a little room on the disk, too.
    sqlite3.SQLITE_IOERR_SHMSIZE: _FULL,
    sqlite3.SQLITE_IOERR: (
        DiskError,
        Sentence("The disk could not be read or written."),
        Sentence("Try again; if it stays so, copy the data folder and have the disk looked at."),
    ),
    sqlite3.SQLITE_BUSY: (
        BusyError,
        Sentence("Another program is using the data."),
        Sentence("Try again in a moment."),
    ),
    sqlite3.SQLITE_LOCKED: (
        BusyError,
        Sentence("Another program is using the data."),
        Sentence("Try again in a moment."),
    ),
    sqlite3.SQLITE_CORRUPT: (
        DamagedError,
        Sentence("The database file is damaged."),
        Sentence("Restore one of the daily backups."),
    ),
    sqlite3.SQLITE_NOTADB: (
        DamagedError,
        Sentence("This file is not a Ringback database."),
        Sentence("Choose another data directory."),
    ),
    sqlite3.SQLITE_READONLY: (
        BusyError,
        Sentence("The database cannot be written."),
        Sentence("Check the permissions of the data directory."),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        BusyError,
        Sentence("The database cannot be opened."),
        Sentence("Check that the data directory is there."),
    ),
}


def translate(error: sqlite3.Error) -> StoreError | None:
    """The error to show for what SQLite reported, or None where it is a mistake in our own code."""
    code = getattr(error, "sqlite_errorcode", None)
    known = (_BY_SQLITE.get(code) or _BY_SQLITE.get(code & 0xFF)) if code is not None else None
    return known[0](known[1], known[2]) if known else None


def from_system(error: OSError, path: Path) -> StoreError:
    """The error to show where the system refused to write the file ``path``."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FullError(
            Sentence("%(target)s was not written: the disk is full.", target=str(path)),
            Sentence("Free some space, or choose another place."),
        )
    return InvalidError(
        Sentence("%(target)s cannot be written: %(error)s.", target=str(path), error=error.strerror or ""),
        Sentence("Choose another place."),
    )
