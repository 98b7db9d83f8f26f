"""Counts for the insights page: how far applications came, and what following up was answered with. Counts only."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Literal, TypeAlias

from server.store import rows
from server.store.connection import Store

By: TypeAlias = Literal["approach", "channel", "stance", "waited"]

# Below this many, a share says nothing worth showing.
FEW = 8
# The 97.5th percentile of the normal distribution: intervals of 95 %.
_Z = 1.96


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, with Wilson's 95 % interval (0 to 1). ``few``: too few to say anything."""

    label: str
    hits: int
    total: int
    low: float
    high: float

    @property
    def few(self) -> bool:
        """Whether there are too few to say."""
        return self.total < FEW


def share(label: str, hits: int, total: int) -> Share:
    """A share with its interval by Wilson (1927), which stays within 0 and 1 also for small numbers."""
    if total == 0:
        return Share(label, 0, 0, 0.0, 1.0)
    part, square = hits / total, _Z * _Z
    middle = (part + square / (2 * total)) / (1 + square / total)
    half = _Z * sqrt(part * (1 - part) / total + square / (4 * total * total)) / (1 + square / total)
    return Share(label, hits, total, max(0.0, middle - half), min(1.0, middle + half))


# An application counts as answered from the first word of theirs that is no automatic acknowledgement.
_ANSWERS = (
    "'arrived', 'never-arrived', 'answered', 'bad-moment', 'will-call-back', 'invited', 'interview-held', 'offer',"
    " 'not-a-fit', 'rejected', 'filled', 'asked-not-to-call', 'asked-no-contact'"
)
_SENT = "a.stage NOT IN ('tracked') AND a.applied_on IS NOT NULL"
# The first follow-up that reached them or their mailbox, and whether a word came with it or after it.
_FIRST = (
    "WITH first AS (SELECT a.id, a.approach, coalesce(a.stance, :stance) AS stance, a.applied_on, t.channel, t.at, t.id"
    f" AS touch FROM applications a JOIN touches t ON t.id = (SELECT id FROM touches WHERE application = a.id"
    " AND direction = 'out' AND outcome NOT IN ('no-answer', 'engaged', 'bounced', 'wrong-number', 'gatekeeper',"
    f" 'interview-held', 'withdrawn') ORDER BY at, id LIMIT 1) WHERE {_SENT}),"
    " counted AS (SELECT first.*, CAST(julianday(substr(at, 1, 10)) - julianday(applied_on) AS INTEGER) AS days,"
    f" EXISTS (SELECT 1 FROM touches w WHERE w.application = first.id AND w.outcome IN ({_ANSWERS})"
    " AND (w.at, w.id) >= (first.at, first.touch)) AS answered FROM first)"
)
_GROUPS: dict[By, str] = {
    "approach": "approach",
    "channel": "channel",
    "stance": "stance",
    "waited": "CASE WHEN days <= 3 THEN '0-3' WHEN days <= 7 THEN '4-7' WHEN days <= 14 THEN '8-14' ELSE '15-' END",
}


def funnel(db: Store) -> dict[str, int]:
    """How many applications came at least so far: ``tracked``, ``applied``, ``in-contact``, ``interview``, ``offer``,
    ``hired``. What is closed counts with the furthest it reached by its history."""
    sql = (
        "SELECT count(*) AS tracked, coalesce(sum(applied_on IS NOT NULL OR stage NOT IN ('tracked', 'closed')), 0)"
        f" AS applied, coalesce(sum(stage IN ('in-contact', 'interview', 'offer') OR EXISTS (SELECT 1 FROM touches t"
        f' WHERE t.application = a.id AND t.outcome IN ({_ANSWERS}))), 0) AS "in-contact",'
        " coalesce(sum(stage IN ('interview', 'offer') OR EXISTS (SELECT 1 FROM interviews i WHERE i.application ="
        " a.id)), 0) AS interview, coalesce(sum(stage = 'offer' OR closing IN ('hired', 'declined') OR EXISTS (SELECT 1"
        " FROM touches t WHERE t.application = a.id AND t.outcome = 'offer')), 0) AS offer,"
        " coalesce(sum(closing = 'hired'), 0) AS hired FROM applications a"
    )
    return rows.first(db, sql) or {}


def answers(db: Store, by: By, stance: str) -> list[Share]:
    """Of the applications that were followed up, how many were answered after it, by what was different.

    ``waited`` groups by the days from applying to the first follow-up; ``stance`` is the person's own, for those
    applications that have none.
    """
    counts = "count(*) AS total, sum(answered) AS hits"
    sql = f"{_FIRST} SELECT {_GROUPS[by]} AS label, {counts} FROM counted GROUP BY 1 ORDER BY 1"
    return [share(one["label"], one["hits"], one["total"]) for one in rows.many(db, sql, {"stance": stance})]


def followed_or_not(db: Store, stance: str) -> list[Share]:
    """Answered, of those that were followed up (``followed``) and of those that were not (``waited``)."""
    followed = rows.first(
        db, f"{_FIRST} SELECT count(*) AS total, coalesce(sum(answered), 0) AS hits FROM counted", {"stance": stance}
    )
    others = rows.first(
        db,
        f"{_FIRST} SELECT count(*) AS total, coalesce(sum(EXISTS (SELECT 1 FROM touches w WHERE w.application = a.id"
        f" AND w.outcome IN ({_ANSWERS}))), 0) AS hits FROM applications a WHERE {_SENT}"
        " AND a.id NOT IN (SELECT id FROM first)",
        {"stance": stance},
    )
    pairs = (("followed", followed), ("waited", others))
    return [share(label, found["hits"], found["total"]) for label, found in pairs if found]
