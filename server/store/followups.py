"""Follow-ups as planned and arranged, kept so that pages need no planning; and what the person changed by hand.

``state`` and ``due_at`` (UTC text) answer "what is due" from one index; ``position`` is the order ``arrange`` gave.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from server.clock import zone
from server.followups.changes import ONE_PER_PERSON
from server.followups.records import Change, FollowUp, Plan
from server.store import codec, rows, times
from server.store.connection import Store
from server.store.rows import Row

ALL = -1
"""No limit, as SQLite has it."""
_LAST = 1_000_000_000


def due(db: Store, until: datetime, *, limit: int = ALL) -> list[FollowUp]:
    """The open follow-ups due before ``until``, in the order to do them."""
    # What is due stands first in that order: with the plus, SQLite follows it and stops, rather than sort all.
    sql = "SELECT record FROM followups WHERE state = 'open' AND +due_at < ? ORDER BY position LIMIT ?"
    return [codec.decode_follow_up(found["record"]) for found in rows.many(db, sql, (times.to_text(until), limit))]


def between(db: Store, start: datetime, end: datetime, *, limit: int = ALL) -> list[FollowUp]:
    """The open follow-ups due from ``start`` until before ``end``, by time."""
    sql = (
        "SELECT record FROM followups WHERE state = 'open' AND due_at >= ? AND due_at < ?"
        " ORDER BY due_at, position, key LIMIT ?"
    )
    found = rows.many(db, sql, (times.to_text(start), times.to_text(end), limit))
    return [codec.decode_follow_up(one["record"]) for one in found]


def count_due(db: Store, until: datetime) -> int:
    """How many open follow-ups are due before ``until``."""
    sql = "SELECT count(*) FROM followups WHERE state = 'open' AND due_at < ?"
    return int(rows.value(db, sql, (times.to_text(until),)))


def count_by_channel(db: Store, until: datetime) -> dict[str, int]:
    """How many open follow-ups are due before ``until``, by channel."""
    sql = "SELECT channel, count(*) AS number FROM followups WHERE state = 'open' AND due_at < ? GROUP BY channel"
    return {found["channel"]: found["number"] for found in rows.many(db, sql, (times.to_text(until),))}


def count_waiting(db: Store) -> int:
    """How many follow-ups wait for somebody to be found."""
    return int(rows.value(db, "SELECT count(*) FROM followups WHERE state = 'needs-contact'"))


def needing_contact(db: Store, *, limit: int = ALL) -> list[FollowUp]:
    """The follow-ups that wait for somebody to be found: those of favourites first, then by when they would be due."""
    sql = (
        "SELECT f.record FROM followups f JOIN applications a ON a.id = f.application WHERE f.state = 'needs-contact'"
        " ORDER BY a.favourite DESC, f.due_at, f.key LIMIT ?"
    )
    return [codec.decode_follow_up(found["record"]) for found in rows.many(db, sql, (limit,))]


def of(db: Store, application: int) -> list[FollowUp]:
    """All follow-ups of one application by time, skipped ones and those that need a contact included."""
    sql = "SELECT record FROM followups WHERE application = ? ORDER BY due_at, position, key"
    return [codec.decode_follow_up(found["record"]) for found in rows.many(db, sql, (application,))]


def get(db: Store, key: str) -> FollowUp | None:
    """The follow-up with this identity (``Identity.key``), or None."""
    found = rows.value(db, "SELECT record FROM followups WHERE key = ?", (key,))
    return codec.decode_follow_up(found) if found is not None else None


def plan(db: Store, application: int) -> Plan | None:
    """The plan as made for the application alone: with what is not planned and why, and conflicts to show."""
    found = rows.value(db, "SELECT plan FROM plans WHERE application = ?", (application,))
    return codec.decode_plan(found) if found is not None else None


def plans(db: Store, wanted: Collection[int] | None = None) -> dict[int, Plan]:
    """The kept plans of all applications, or of the ``wanted``."""
    if wanted is None:
        found = rows.many(db, "SELECT application, plan FROM plans ORDER BY application")
    else:
        sql = f"SELECT application, plan FROM plans WHERE application {rows.AMONG}"
        found = rows.many(db, sql, (rows.listed(wanted),))
    return {one["application"]: codec.decode_plan(one["plan"]) for one in found}


def keep_plans(db: Store, made: Iterable[Plan], now: datetime) -> None:
    """Keep the plans of some applications in place of their former ones."""
    db.conn.executemany(
        "INSERT INTO plans (application, planned_at, plan) VALUES (?, ?, ?)"
        " ON CONFLICT (application) DO UPDATE SET planned_at = excluded.planned_at, plan = excluded.plan",
        [(one.application, times.to_text(now), codec.encode_plan(one)) for one in made],
    )


def keep_arranged(db: Store, arranged: Iterable[FollowUp], applications: Collection[int] | None = None) -> None:
    """Make ``arranged`` the follow-ups of all applications, or of those named; only rows that differ are written.

    Of those named, the order among all is not known: they stand last until all are arranged.
    """
    first = 0 if applications is None else _LAST
    wanted = {one.identity.key: _columns(one, first + position) for position, one in enumerate(arranged)}
    where = "" if applications is None else f" WHERE application {rows.AMONG}"
    given = () if applications is None else (rows.listed(applications),)
    known = {found["key"]: found for found in rows.many(db, f"SELECT * FROM followups{where}", given)}
    gone = [(key,) for key in known if key not in wanted]
    new = [columns for key, columns in wanted.items() if known.get(key) != columns]
    db.conn.executemany("DELETE FROM followups WHERE key = ?", gone)
    db.conn.executemany(
        "INSERT OR REPLACE INTO followups (key, application, person, state, due_at, position, kind, channel, record)"
        " VALUES (:key, :application, :person, :state, :due_at, :position, :kind, :channel, :record)",
        new,
    )


def count(db: Store) -> int:
    """How many follow-ups there are in all."""
    return int(rows.value(db, "SELECT count(*) FROM followups"))


def _columns(one: FollowUp, position: int) -> Row:
    return {
        "key": one.identity.key,
        "application": one.identity.application,
        "person": one.person.id if one.person else None,
        "state": one.state,
        "due_at": times.to_text(one.due_at),
        "position": position,
        "kind": one.kind,
        "channel": one.channel,
        "record": codec.encode_follow_up(one),
    }


def changes_of(db: Store, applications: Collection[int]) -> dict[int, tuple[Change, ...]]:
    """What the person changed by hand, by application."""
    grouped = defaultdict(list)
    sql = f"SELECT * FROM changes WHERE application {rows.AMONG} ORDER BY id"
    for found in rows.many(db, sql, (rows.listed(applications),)):
        grouped[found["application"]].append(_change(found))
    return {key: tuple(changes) for key, changes in grouped.items()}


def _change(found: Row) -> Change:
    due_at = times.maybe_time(found["due_at"])
    return Change(
        followup=found["followup"],
        due_at=due_at.astimezone(zone(found["zone"] or "UTC")) if due_at else None,
        snoozed_until=times.maybe_time(found["snoozed_until"]),
        channel=found["channel"],
        person=found["person"],
        subject=found["subject"],
        body=found["body"],
        skipped=bool(found["skipped"]),
        reason=found["reason"],
    )


def change_row(db: Store, key: str) -> Row | None:
    """The row of ``changes`` for a follow-up, or for the same step while it had another contact; or None."""
    found = rows.first(db, "SELECT * FROM changes WHERE followup = ?", (key,))
    parts = key.split("/")
    if found is not None or len(parts) != 4 or parts[1] in ONE_PER_PERSON:
        return found
    sql = "SELECT * FROM changes WHERE application = ? AND followup LIKE ? || '/%' ORDER BY id DESC LIMIT 1"
    return rows.first(db, sql, (parts[0], "/".join(parts[:3])))


def change(db: Store, key: str, application: int, fields: dict[str, Any]) -> None:
    """Note what the person changed for one follow-up: columns of ``changes``; others stay as they were.

    What was changed while the step had another contact is taken over, but for the words, which were for that one.
    """
    known = change_row(db, key)
    if known is None:
        rows.insert(db, "changes", {"followup": key, "application": application, **fields})
    elif known["followup"] == key:
        rows.update(db, "changes", known["id"], fields)
    else:
        rows.update(db, "changes", known["id"], {"followup": key, "subject": None, "body": None, **fields})
