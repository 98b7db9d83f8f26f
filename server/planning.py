"""From what is kept to what is next: load, plan each application, arrange them all, keep the follow-ups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as clock_time

from server import followups as planner
from server.clock import zone
from server.followups.records import Absence, Application, FollowUp, Plan, Settings, Touch
from server.store import applications, followups, interviews, search, settings, touches
from server.store.connection import Store, write

PLANNED_ON = "planned-on"

# The planner's two functions land beside this; until then there is nothing to plan with.
planner_plan = getattr(planner, "plan", None)
planner_arrange = getattr(planner, "arrange", None)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is due, in the order to do it, with what a script needs: fetched in a fixed number of queries."""

    due: tuple[FollowUp, ...]
    later: tuple[FollowUp, ...]
    needs_contact: tuple[FollowUp, ...]
    applications: dict[int, Application]
    touches: dict[int, tuple[Touch, ...]]
    settings: Settings


@dataclass(frozen=True, slots=True)
class ApplicationPlan:
    """The plan of one application as its page shows it."""

    follow_ups: tuple[FollowUp, ...]
    absences: tuple[Absence, ...]
    conflicts: tuple[str, ...]


def replan(db: Store, changed: Iterable[int], now: datetime) -> None:
    """Plan the ``changed`` applications anew and arrange all. Part of the transaction that changed them."""
    told = settings.load(db)
    wanted = sorted(set(changed))
    with write(db):
        search.refresh(db, wanted)
        followups.keep_plans(db, _plans(db, wanted, told, now), now)
        _arrange(db, told, now)


def replan_all(db: Store, now: datetime) -> None:
    """Plan everything anew: after a change of settings, and at the first request of a day."""
    told = settings.load(db)
    with write(db):
        followups.keep_plans(db, _plans(db, applications.ids(db, planned=True), told, now), now)
        _arrange(db, told, now)
        settings.set_mark(db, PLANNED_ON, _today(told, now))


def ensure_planned(db: Store, now: datetime) -> bool:
    """Plan everything anew if that has not happened on the person's present day. True where it was needed."""
    if settings.mark(db, PLANNED_ON) == _today(settings.load(db), now):
        return False
    replan_all(db, now)
    return True


def _today(told: Settings, now: datetime) -> str:
    return now.astimezone(zone(told.timezone)).date().isoformat()


def _plans(db: Store, wanted: list[int], told: Settings, now: datetime) -> list[Plan]:
    if planner_plan is None:
        return []
    made = applications.records(db, wanted)
    happened, talks = touches.of(db, wanted), interviews.of(db, wanted)
    by_hand = followups.changes_of(db, wanted)
    return [
        planner_plan(made[one], happened.get(one, ()), talks.get(one, ()), by_hand.get(one, ()), told, now)
        for one in wanted
        if one in made
    ]


def _arrange(db: Store, told: Settings, now: datetime) -> None:
    if planner_arrange is None:
        return
    plans = followups.plans(db)
    people = {step.person.id for plan in plans.values() for step in plan.follow_ups if step.person}
    followups.keep_arranged(db, planner_arrange(tuple(plans.values()), touches.by_person(db, people), told, now))


def end_of_day(told: Settings, now: datetime, days: int = 0) -> datetime:
    """The end of the person's own calendar day, ``days`` from today."""
    local = now.astimezone(zone(told.timezone))
    return datetime.combine(local.date() + timedelta(days=days + 1), clock_time(), local.tzinfo)
