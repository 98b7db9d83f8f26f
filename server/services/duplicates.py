"""Two applications that are one job: join them without losing anything, or say that they are two."""

from __future__ import annotations

from datetime import datetime

from server.sentences import Sentence
from server.services.verb import Done, verb
from server.store import applications, merging, rows
from server.store.connection import Store
from server.store.errors import ConflictError, NotFoundError


def join(db: Store, keep: int, gone: int, *, now: datetime) -> Done:
    """Make two applications one, ``keep``: notes, history, contacts, pages and changes of both are kept. Undoable.

    Raises ``ConflictError`` for an application with itself, or ``NotFoundError``.
    """
    if keep == gone:
        raise ConflictError(
            Sentence("An application cannot be joined with itself."), Sentence("Choose two different ones.")
        )
    applications.record(db, keep)
    name = applications.record(db, gone)
    with verb(db, "joined", now, application=keep, title=name.title, employer=name.employer) as done:
        done.data["applications"] = [keep, gone]
        merging.join(db, keep, gone)
    return done


def dismiss(db: Store, suggestion: int, *, now: datetime) -> Done:
    """Say that two applications are two jobs; the pair is not suggested again."""
    found = rows.get(db, "duplicates", suggestion)
    if found is None:
        raise NotFoundError(Sentence("That suggestion is no longer there."), Sentence("Reload the page."))
    with verb(db, "not-a-duplicate", now, application=found["first"]) as done:
        rows.update(db, "duplicates", suggestion, {"dismissed": 1})
    return done
