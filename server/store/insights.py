"""Counts for the insights page: how far applications came, and what following up was answered with. Counts only."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Literal, TypeAlias, get_args

from server.store import rows
from server.store.connection import Store
from server.store.rows import Row

By: TypeAlias = Literal["approach", "channel", "stance", "waited"]
GROUPS: tuple[By, ...] = get_args(By)

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
# These reached neither them nor their mailbox, or were no follow-up at all.
_NO_TOUCH = "'no-answer', 'engaged', 'bounced', 'wrong-number', 'gatekeeper', 'interview-held', 'withdrawn'"
_MARK = "at || printf('|%012d', id)"
_COUNTS = f"""
WITH first AS (
    SELECT application, min({_MARK}) AS mark, channel, at FROM touches
    WHERE direction = 'out' AND outcome NOT IN ({_NO_TOUCH}) GROUP BY application
), word AS (
    SELECT application, max({_MARK}) AS mark FROM touches WHERE outcome IN ({_ANSWERS}) GROUP BY application
), sent AS (
    SELECT a.approach, coalesce(a.stance, :stance) AS stance, first.channel, first.mark IS NOT NULL AS followed,
        CAST(julianday(substr(first.at, 1, 10)) - julianday(a.applied_on) AS INTEGER) AS days,
        coalesce(word.mark >= coalesce(first.mark, ''), 0) AS answered
    FROM applications a LEFT JOIN first ON first.application = a.id LEFT JOIN word ON word.application = a.id
    WHERE a.applied_on IS NOT NULL
)
SELECT approach, stance, channel, followed, count(*) AS total, sum(answered) AS hits,
    CASE WHEN days <= 3 THEN '0-3' WHEN days <= 7 THEN '4-7' WHEN days <= 14 THEN '8-14' ELSE '15-' END AS waited
FROM sent GROUP BY approach, stance, channel, followed, waited
"""
_FUNNEL = f"""
WITH heard AS (SELECT application, max(outcome = 'offer') AS offer FROM touches WHERE outcome IN ({_ANSWERS})
    GROUP BY application), met AS (SELECT DISTINCT application FROM interviews)
SELECT count(*) AS tracked,
    coalesce(sum(applied_on IS NOT NULL OR stage NOT IN ('tracked', 'closed')), 0) AS applied,
    coalesce(sum(stage IN ('in-contact', 'interview', 'offer') OR heard.application IS NOT NULL), 0) AS "in-contact",
    coalesce(sum(stage IN ('interview', 'offer') OR met.application IS NOT NULL), 0) AS interview,
    coalesce(sum(stage = 'offer' OR closing IN ('hired', 'declined') OR coalesce(heard.offer, 0)), 0) AS offer,
    coalesce(sum(closing IS 'hired'), 0) AS hired
FROM applications a LEFT JOIN heard ON heard.application = a.id LEFT JOIN met ON met.application = a.id
"""


@dataclass(frozen=True, slots=True)
class Insights:
    """``funnel`` counts applications that came at least so far: ``tracked``, ``applied``, ``in-contact``,
    ``interview``, ``offer``, ``hired``; what is closed counts with the furthest it reached.

    The shares are of applications that were sent and of those answered: ``followed`` up, or ``waited`` for without;
    and, of those followed up, ``by`` what was different. ``waited`` in ``by`` is the days until the first follow-up.
    """

    funnel: dict[str, int]
    followed: Share
    waited: Share
    by: dict[By, list[Share]]


def load(db: Store, stance: str) -> Insights:
    """All counts, in two queries. ``stance`` is the person's own, for those applications that have none."""
    found = rows.many(db, _COUNTS, {"stance": stance})
    followed = [one for one in found if one["followed"]]
    return Insights(
        funnel=rows.first(db, _FUNNEL) or {},
        followed=_share("followed", followed),
        waited=_share("waited", [one for one in found if not one["followed"]]),
        by={by: _shares(by, followed) for by in GROUPS},
    )


_ORDER = ("0-3", "4-7", "8-14", "15-")


def _shares(by: By, found: list[Row]) -> list[Share]:
    labels = sorted(
        {one[by] for one in found}, key=lambda label: (_ORDER.index(label) if label in _ORDER else 0, label)
    )
    return [_share(label, [one for one in found if one[by] == label]) for label in labels]


def _share(label: str, found: list[Row]) -> Share:
    return share(label, sum(one["hits"] for one in found), sum(one["total"] for one in found))
