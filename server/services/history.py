"""Take back what was done, the latest first."""

from __future__ import annotations

from datetime import datetime

from server import planning
from server.sentences import Sentence
from server.store import applications, events, people
from server.store.connection import Store, write
from server.store.errors import NotFoundError
from server.store.rows import Row


def undo(db: Store, event: int, *, now: datetime) -> Row:
    """Undo one event (``Done.event``, ``timeline``'s ``id``) and plan again; returns the event.

    Raises ``NotFoundError``, or ``ConflictError`` where something it changed was changed again since.
    """
    with write(db):
        undone = events.undo(db, event, now)
        concerned = set() if undone["application"] is None else {undone["application"]}
        if undone["person"] is not None:
            concerned |= set(people.applications_of(db, [undone["person"]]))
        concerned |= set(undone["data"].get("applications", ()))
        planning.replan(db, {one for one in concerned if applications.exists(db, one)}, now)
        if undone["verb"] == "settings":
            planning.replan_all(db, now)
    return undone


def undo_span(db: Store, first: int, last: int, *, now: datetime) -> None:
    """Undo the events from ``first`` to ``last``, which were done in one go, all or none."""
    with write(db):
        for event in range(last, first - 1, -1):
            undo(db, event, now=now)


def undo_last(db: Store, application: int | None = None, *, now: datetime) -> Row:
    """Undo the latest change of an application, or of all. Raises ``NotFoundError`` where there is none."""
    latest = events.last(db, application)
    if latest is None:
        raise NotFoundError(
            Sentence("There is nothing to undo."), Sentence("Nothing was changed yet, or everything was undone.")
        )
    return undo(db, latest["id"], now=now)
