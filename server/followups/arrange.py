"""What spans applications: one touch a day to one person, days away, the daily number, and the order to do it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from server.followups.records import FollowUp, Plan, Settings, Touch


def arrange(
    plans: Iterable[Plan],
    touches_by_person: Mapping[int, Sequence[Touch]],
    settings: Settings,
    now: datetime,
) -> tuple[FollowUp, ...]:
    """All follow-ups in the order in which they should be done."""
    return tuple(sorted((f for plan in plans for f in plan.follow_ups), key=lambda f: (f.due_at, f.identity.key)))
