"""From what is kept to what is next: load, plan each application, arrange them all, keep the follow-ups."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from datetime import time as clock_time

from server import clock
from server import followups as planner
from server.clock import zone
from server.followups.records import FollowUp, Plan, Settings
from server.store import applications, followups, interviews, search, settings, touches
from server.store import people as store_people
from server.store.connection import Store, write

PLANNED_ON, BEHIND, VERSION = "planned-on", "behind", "changes-planned"

AT_ONCE = 100
"""Follow-ups that are arranged within a request: about 15 ms."""

RECENT = timedelta(days=14)
"""What lies further back leaves no mark on the days that are arranged."""


def replan(db: Store, changed: Iterable[int], now: datetime) -> None:
    """Plan the ``changed`` applications anew and arrange. Part of the transaction that changed them.

    Up to ``AT_ONCE`` follow-ups all are arranged at once. With more, those are that share a person with the changed
    ones, and the rest is left to ``catch_up``, which a running server does in the background.
    """
    told = settings.for_planner(db)
    wanted = sorted(set(changed))
    with write(db):
        search.refresh(db, wanted)
        followups.keep_plans(db, _plans(db, wanted, told, now), now)
        settings.count_up(db, VERSION)
        if followups.count(db) <= AT_ONCE:
            followups.keep_arranged(db, _arranged(db, followups.plans(db), told, now))
        else:
            near = _neighbours(db, wanted)
            followups.keep_arranged(db, _arranged(db, followups.plans(db, near), told, now), near)
            settings.set_mark(db, BEHIND, "1")


def _neighbours(db: Store, changed: list[int]) -> set[int]:
    people = {person.id for record in applications.records(db, changed).values() for person in record.people}
    return {*changed, *store_people.applications_of(db, people)}


def replan_all(db: Store, now: datetime) -> None:
    """Plan everything anew: after a change of settings, and on a new day."""
    told = settings.for_planner(db)
    with write(db):
        followups.keep_plans(db, _plans(db, applications.ids(db, planned=True), told, now), now)
        followups.keep_arranged(db, _arranged(db, followups.plans(db), told, now))
        _mark_planned(db, told, now)


def _mark_planned(db: Store, told: Settings, now: datetime) -> None:
    settings.set_mark(db, PLANNED_ON, _today(told, now))
    settings.set_mark(db, BEHIND, "")


def ensure_planned(db: Store, now: datetime, *, wait: bool = True) -> bool:
    """Plan everything anew if that has not happened on the person's present day. True where it was done.

    Without ``wait``, more than ``AT_ONCE`` follow-ups are left to the ``catch_up`` of a running server.
    """
    if not is_behind(db, now) or not (wait or followups.count(db) <= AT_ONCE):
        return False
    replan_all(db, now)
    return True


def is_behind(db: Store, now: datetime) -> bool:
    """Whether a day has begun that is not planned yet, or something changed that not all is arranged after."""
    return bool(settings.mark(db, BEHIND)) or settings.mark(db, PLANNED_ON) != _today(settings.load(db), now)


def catch_up(db: Store, now: datetime) -> bool:
    """``replan_all`` without holding others up: what was computed is kept unless something changed meanwhile.

    True where it was kept; else try again.
    """
    told, version = settings.for_planner(db), settings.mark(db, VERSION)
    made = _plans(db, applications.ids(db, planned=True), told, now)
    arranged = _arranged(db, followups.plans(db) | {one.application: one for one in made}, told, now)
    with write(db):
        if settings.mark(db, VERSION) != version or settings.for_planner(db) != told:
            return False
        followups.keep_plans(db, made, now)
        followups.keep_arranged(db, arranged)
        _mark_planned(db, told, now)
    return True


def _today(told: Settings, now: datetime) -> str:
    return now.astimezone(zone(told.timezone)).date().isoformat()


def _plans(db: Store, wanted: list[int], told: Settings, now: datetime) -> list[Plan]:
    made = applications.records(db, wanted)
    happened, talks = touches.of(db, wanted), interviews.of(db, wanted)
    by_hand = followups.changes_of(db, wanted)
    return [
        planner.plan(made[one], happened.get(one, ()), talks.get(one, ()), by_hand.get(one, ()), told, now)
        for one in wanted
        if one in made
    ]


def _arranged(db: Store, plans: dict[int, Plan], told: Settings, now: datetime) -> tuple[FollowUp, ...]:
    steps = [step for plan in plans.values() for step in plan.follow_ups]
    people = {step.person.id for step in steps if step.person}
    # What was done on a day counts towards its daily number, even if nothing more is planned with that contact.
    people |= touches.people_since(db, now - RECENT)
    return planner.arrange(tuple(plans.values()), touches.by_person(db, people), told, now)


def present(db: Store) -> datetime:
    """The time now on the person's own clock."""
    return clock.now(settings.load(db).timezone)


def end_of_day(told: Settings, now: datetime, days: int = 0) -> datetime:
    """The end of the person's own calendar day, ``days`` from today."""
    local = now.astimezone(zone(told.timezone))
    return datetime.combine(local.date() + timedelta(days=days + 1), clock_time(), local.tzinfo)
