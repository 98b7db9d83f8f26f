"""Interviews, with those who lead them and what each of them reported since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import cast

from server.clock import zone
from server.followups.records import Interview, Report
from server.sentences import Sentence
from server.store import rows, times
from server.store.connection import Store
from server.store.errors import NotFoundError
from server.store.rows import Row


def of(db: Store, applications: Collection[int]) -> dict[int, tuple[Interview, ...]]:
    """The interviews of some applications by start, in three queries."""
    found = rows.many(
        db,
        f"SELECT * FROM interviews WHERE application {rows.AMONG} ORDER BY starts_at, id",
        (rows.listed(applications),),
    )
    ids = [one["id"] for one in found]
    led = _children(db, "interviewers", "id", ids)
    told = _children(db, "reports", "at, id", ids)
    grouped = defaultdict(list)
    for one in found:
        grouped[one["application"]].append(_record(one, led[one["id"]], told[one["id"]]))
    return {key: tuple(interviews) for key, interviews in grouped.items()}


def _children(db: Store, table: str, order: str, ids: Collection[int]) -> defaultdict[int, list[Row]]:
    children: defaultdict[int, list[Row]] = defaultdict(list)
    sql = f"SELECT * FROM {table} WHERE interview {rows.AMONG} ORDER BY {order}"
    for child in rows.many(db, sql, (rows.listed(ids),)):
        children[child["interview"]].append(child)
    return children


def _record(found: Row, led: Iterable[Row], told: Iterable[Row]) -> Interview:
    return Interview(
        id=found["id"],
        application=found["application"],
        starts_at=times.from_text(found["starts_at"]).astimezone(zone(found["zone"])),
        ends_at=times.from_text(found["ends_at"]).astimezone(zone(found["zone"])),
        interviewers=tuple(one["person"] for one in led),
        decision_on=times.maybe_date(found["decision_on"]),
        held=bool(found["held"]),
        reports=tuple(
            Report(
                person=one["person"],
                at=times.from_text(one["at"]),
                decision_on=times.maybe_date(one["decision_on"]),
                says=one["says"],
            )
            for one in told
        ),
    )


def row(db: Store, interview: int) -> Row:
    """One interview as kept (``place``, ``note``, ``zone`` too). Raises ``NotFoundError``."""
    found = rows.get(db, "interviews", interview)
    if found is None:
        raise NotFoundError(Sentence("That interview is no longer there."), Sentence("Reload the application's page."))
    return found


def kept(db: Store, application: int) -> dict[int, Row]:
    """The interviews of an application as kept, by id."""
    found = rows.many(db, "SELECT * FROM interviews WHERE application = ?", (application,))
    return {one["id"]: one for one in found}


def add(db: Store, fields: Row) -> int:
    """Insert an interview (columns of ``interviews``) and return its id."""
    return cast(int, rows.insert(db, "interviews", {"id": rows.fresh_id(db, "interviews"), **fields}))


def set_interviewers(db: Store, interview: int, people: Collection[int]) -> None:
    """Make ``people`` those who lead the interview."""
    known = {one["person"]: one["id"] for one in _children(db, "interviewers", "id", [interview])[interview]}
    for person in dict.fromkeys(people):
        if person not in known:
            rows.insert(db, "interviewers", {"interview": interview, "person": person})
    for person, key in known.items():
        if person not in people:
            rows.delete(db, "interviewers", key)


def add_report(db: Store, interview: int, report: Report) -> int:
    """Keep what one contact said about the decision."""
    return cast(
        int,
        rows.insert(
            db,
            "reports",
            {
                "interview": interview,
                "person": report.person,
                "at": times.to_text(report.at),
                "decision_on": report.decision_on.isoformat() if report.decision_on else None,
                "says": report.says,
            },
        ),
    )


def latest_open(db: Store, application: int, before: datetime) -> int | None:
    """The latest interview that has begun before a time and is not marked as held."""
    sql = (
        "SELECT id FROM interviews WHERE application = ? AND NOT held AND starts_at <= ?"
        " ORDER BY starts_at DESC, id DESC LIMIT 1"
    )
    return cast("int | None", rows.value(db, sql, (application, times.to_text(before))))


def remove(db: Store, interview: int) -> None:
    """Delete an interview with its interviewers and reports, each journaled."""
    for table in ("interviewers", "reports"):
        for child in _children(db, table, "id", [interview])[interview]:
            rows.delete(db, table, child["id"])
    rows.delete(db, "interviews", interview)
