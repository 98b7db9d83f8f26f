"""Delete for good: an application with everything only it owns, or kept pages. This cannot be undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from server import planning
from server.store import applications, backup, captures, erase, settings
from server.store.connection import Store, write


def application(db: Store, application: int, *, now: datetime) -> None:
    """Delete an application, its captures, history and the contacts who belong to no other. Raises ``NotFoundError``.

    The daily copies still hold it until seven newer ones have taken their place.
    """
    several(db, [application], now=now)


def several(db: Store, wanted: Sequence[int], *, now: datetime) -> None:
    """Delete several applications as ``application`` does, all or none."""
    for one in wanted:
        applications.record(db, one)
    with write(db):
        for one in wanted:
            erase.application(db, one)
        planning.replan(db, (), now)
    erase.settle(db)


def pages(db: Store, *, now: datetime, application: int | None = None) -> int:
    """Delete the kept pages of an application, or all; what was read from them stays. Returns how many."""
    with write(db):
        erased = captures.erase_pages(db, application=application)
    erase.settle(db)
    return erased


def pages_over_time(db: Store, *, now: datetime) -> int:
    """Delete the kept pages that are older than the person's setting allows. Returns how many."""
    days = settings.preferences(db).keep_pages_days
    if days is None:
        return 0
    with write(db):
        erased = captures.erase_pages(db, before=now - timedelta(days=days))
    if erased:
        erase.settle(db)
    return erased


def everything(db: Store, copies: Path) -> None:
    """Delete all that was ever entered, the daily copies in the folder ``copies``, and what a restore set aside.

    What a process left that was killed while it made a copy goes, too. Paired browsers stay paired.
    """
    with write(db):
        erase.everything(db)
    erase.settle(db)
    unfinished = backup.unfinished(copies, db.path.parent)
    for copy in (*backup.listed(copies), *backup.set_aside(db.path), *unfinished):
        copy.unlink(missing_ok=True)
