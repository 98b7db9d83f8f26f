"""Touches: what was done and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import cast

from server.followups.records import Promise, Touch
from server.store import rows, times
from server.store.connection import Store
from server.store.rows import Row


def of(db: Store, applications: Collection[int]) -> dict[int, tuple[Touch, ...]]:
    """The touches of some applications, oldest first."""
    sql = f"SELECT * FROM touches WHERE application {rows.AMONG} ORDER BY at, id"
    return _grouped(rows.many(db, sql, (rows.listed(applications),)), "application")


def by_person(db: Store, people: Collection[int]) -> dict[int, tuple[Touch, ...]]:
    """The touches with some people in whatever application, oldest first."""
    sql = f"SELECT * FROM touches WHERE person {rows.AMONG} ORDER BY at, id"
    return _grouped(rows.many(db, sql, (rows.listed(people),)), "person")


def people_since(db: Store, moment: datetime) -> set[int]:
    """Everybody turned to since a moment (aware), or heard from."""
    sql = "SELECT DISTINCT person FROM touches WHERE at >= ? AND person IS NOT NULL"
    return {one["person"] for one in rows.many(db, sql, (times.to_text(moment),))}


def _grouped(found: list[Row], column: str) -> dict[int, tuple[Touch, ...]]:
    grouped = defaultdict(list)
    for one in found:
        grouped[one[column]].append(record(one))
    return {key: tuple(touches) for key, touches in grouped.items()}


def record(found: Row) -> Touch:
    """The planner's record of a row of ``touches``."""
    amount, unit = found["promise_amount"], found["promise_unit"]
    return Touch(
        id=found["id"],
        application=found["application"],
        person=found["person"],
        at=times.from_text(found["at"]),
        channel=found["channel"],
        outcome=found["outcome"],
        direction=found["direction"],
        followup=found["followup"],
        promise=Promise(amount=amount, unit=unit) if amount is not None else None,
        until=times.maybe_time(found["until"]),
        other_person=found["other_person"],
        note=found["note"],
        detail=found["detail"],
    )


def add(db: Store, touch: Touch) -> int:
    """Keep a touch (its ``id`` is given by the database) and return the id."""
    return cast(
        int,
        rows.insert(
            db,
            "touches",
            {
                "id": rows.fresh_id(db, "touches"),
                "application": touch.application,
                "person": touch.person,
                "at": times.to_text(touch.at),
                "channel": touch.channel,
                "outcome": touch.outcome,
                "direction": touch.direction,
                "followup": touch.followup,
                "promise_amount": touch.promise.amount if touch.promise else None,
                "promise_unit": touch.promise.unit if touch.promise else None,
                "until": times.maybe_text(touch.until),
                "other_person": touch.other_person,
                "note": touch.note,
                "detail": touch.detail,
            },
        ),
    )
