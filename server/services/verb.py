"""What every verb has in common: one transaction, one event that can be undone, a new plan for what it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from server import planning
from server.followups.records import FollowUp
from server.store import events, followups
from server.store.connection import Store, write


@dataclass(slots=True)
class Done:
    """What a verb did. ``event`` can be handed to ``history.undo``; None where nothing was to be changed."""

    application: int | None = None
    person: int | None = None
    event: int | None = None
    id: int | None = None
    """The row that was made: a note, an interview, a person, …"""
    data: dict[str, Any] = field(default_factory=dict)
    replanned: set[int] = field(default_factory=set)

    def next(self, db: Store) -> FollowUp | None:
        """The application's next follow-up now that it is done; None where there is none."""
        if self.application is None:
            return None
        return next((one for one in followups.of(db, self.application) if one.state == "open"), None)


@contextmanager
def verb(
    db: Store, called: str, now: datetime, *, application: int | None = None, person: int | None = None, **data: Any
) -> Iterator[Done]:
    """Do what the block does as one event: written, journaled and planned together, or not at all."""
    with write(db):
        done = Done(application=application, person=person, data=data)
        if application is not None:
            done.replanned.add(application)
        yield done
        if db.journal:
            done.event = events.record(
                db, called, now, application=done.application, person=done.person, data=done.data
            )
            planning.replan(db, done.replanned, now)
