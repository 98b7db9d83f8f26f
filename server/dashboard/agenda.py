"""What is due, later, or waits for a contact, made ready to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from server import planning
from server.dashboard import items
from server.dashboard.items import Item
from server.followups.records import FollowUp, Settings
from server.store import applications, followups, interviews, touches
from server.store import settings as kept
from server.store.connection import Store

DAYS_AHEAD = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """The lists of the Today page, in the order to do them."""

    due: tuple[Item, ...]
    later: tuple[Item, ...]
    needs_contact: tuple[Item, ...]


def load(db: Store, me: Settings, now: datetime) -> Shown:
    """The day's lists, from a fixed number of queries."""
    tonight, weekend = planning.end_of_day(me, now), planning.end_of_day(me, now, DAYS_AHEAD)
    due = followups.due(db, tonight)
    later, waiting = followups.between(db, tonight, weekend), followups.needing_contact(db)
    concerned = {one.identity.application for one in (*due, *later, *waiting)}
    records, history, talks = (
        applications.records(db, concerned),
        touches.of(db, concerned),
        interviews.of(db, concerned),
    )
    own = kept.templates(db)

    def ready(planned: Iterable[FollowUp], *, scripts: bool = False) -> tuple[Item, ...]:
        return tuple(
            items.make(
                one,
                records[one.identity.application],
                me,
                now,
                touches=history.get(one.identity.application, ()),
                interviews=talks.get(one.identity.application, ()),
                templates=own,
                with_script=scripts,
            )
            for one in planned
        )

    return Shown(ready(due, scripts=True), ready(later), ready(waiting))
