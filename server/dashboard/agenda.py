"""What is due, later, or waits for a contact, made ready to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from server import planning
from server.dashboard import items
from server.dashboard.items import Item
from server.followups.records import FollowUp, Settings
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
    found = planning.agenda(db, now, days=DAYS_AHEAD)
    templates = kept.templates(db)

    def ready(planned: Iterable[FollowUp], with_script: bool) -> tuple[Item, ...]:
        return tuple(
            items.make(
                one,
                found.applications[one.identity.application],
                me,
                now,
                touches=found.touches.get(one.identity.application, ()),
                templates=templates,
                with_script=with_script,
            )
            for one in planned
        )

    return Shown(ready(found.due, True), ready(found.later, False), ready(found.needs_contact, False))
