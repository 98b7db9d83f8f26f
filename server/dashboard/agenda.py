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
DUE_SHOWN, LATER_SHOWN, WAITING_SHOWN = 15, 30, 10
"""How many of each list a page holds: with their scripts, more would keep a person with many waiting for it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The lists of the Today page, in the order to do them; ``counts`` says how many are due, by channel."""

    due: tuple[Item, ...]
    later: tuple[Item, ...]
    needs_contact: tuple[Item, ...]
    counts: dict[str, int]
    waiting: int


def load(db: Store, me: Settings, now: datetime) -> Shown:
    """The day's lists, from a fixed number of queries."""
    tonight, weekend = planning.end_of_day(me, now), planning.end_of_day(me, now, DAYS_AHEAD)
    due = followups.due(db, tonight, limit=DUE_SHOWN)
    later = followups.between(db, tonight, weekend, limit=LATER_SHOWN)
    later.sort(key=lambda one: (one.due_at.astimezone(now.tzinfo).date(), not one.favourite))
    waiting = followups.needing_contact(db, limit=WAITING_SHOWN)
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

    return Shown(
        ready(due, scripts=True),
        ready(later),
        ready(waiting),
        followups.count_by_channel(db, tonight),
        followups.count_waiting(db),
    )
