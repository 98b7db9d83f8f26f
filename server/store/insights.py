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
# An application was followed up if the person turned to them before they said a word; whoever was answered without,
# and sent a closing note, had waited. The first of each kind of touch is found from the index touches_application.
_COUNTS = f"""
WITH turns AS (
    SELECT a.id AS application,
        (SELECT t.id FROM touches t WHERE t.application = a.id AND t.direction = 'out'
            AND t.outcome NOT IN ({_NO_TOUCH}) ORDER BY t.at, t.id LIMIT 1) AS first,
        (SELECT t.id FROM touches t WHERE t.application = a.id AND t.outcome IN ({_ANSWERS})
            ORDER BY t.at, t.id LIMIT 1) AS word
    FROM applications a
), offers AS (
    SELECT DISTINCT application FROM touches WHERE outcome = 'offer'
), met AS (
    SELECT DISTINCT application FROM interviews
), each AS (
    SELECT a.approach, coalesce(a.stance, :stance) AS stance, a.stage, a.closing, a.applied_on IS NOT NULL AS sent,
        first.channel, word.id IS NOT NULL AS heard,
        first.id IS NOT NULL AND (word.id IS NULL OR (first.at, first.id) <= (word.at, word.id)) AS followed,
        CAST(julianday(substr(first.at, 1, 10)) - julianday(a.applied_on) AS INTEGER) AS days,
        offers.application IS NOT NULL AS offered, met.application IS NOT NULL AS met
    FROM applications a JOIN turns ON turns.application = a.id LEFT JOIN touches first ON first.id = turns.first
        LEFT JOIN touches word ON word.id = turns.word LEFT JOIN offers ON offers.application = a.id
        LEFT JOIN met ON met.application = a.id
)
SELECT approach, stance, sent, channel, followed, count(*) AS total, sum(heard) AS hits,
    CASE WHEN days <= 3 THEN '0-3' WHEN days <= 7 THEN '4-7' WHEN days <= 14 THEN '8-14' ELSE '15-' END AS waited,
    sum(sent OR stage NOT IN ('tracked', 'closed')) AS applied,
    sum(heard OR stage IN ('in-contact', 'interview', 'offer')) AS "in-contact",
    sum(met OR stage IN ('interview', 'offer')) AS interview,
    sum(offered OR stage = 'offer' OR closing IS 'hired' OR closing IS 'declined') AS offer,
    sum(closing IS 'hired') AS hired
FROM each GROUP BY approach, stance, sent, channel, followed, waited
"""
FUNNEL = ("applied", "in-contact", "interview", "offer", "hired")


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
    """All counts, in one query. ``stance`` is the person's own, for those applications that have none."""
    found = rows.many(db, _COUNTS, {"stance": stance})
    sent = [one for one in found if one["sent"]]
    followed = [one for one in sent if one["followed"]]
    return Insights(
        funnel={"tracked": _sum(found, "total")} | {stage: _sum(found, stage) for stage in FUNNEL},
        followed=_share("followed", followed),
        waited=_share("waited", [one for one in sent if not one["followed"]]),
        by={by: _shares(by, followed) for by in GROUPS},
    )


_ORDER = ("0-3", "4-7", "8-14", "15-")


def _shares(by: By, found: list[Row]) -> list[Share]:
    labels = sorted(
        {one[by] for one in found}, key=lambda label: (_ORDER.index(label) if label in _ORDER else 0, label)
    )
    return [_share(label, [one for one in found if one[by] == label]) for label in labels]


def _share(label: str, found: list[Row]) -> Share:
    return share(label, _sum(found, "hits"), _sum(found, "total"))


def _sum(found: list[Row], column: str) -> int:
    return sum(one[column] for one in found)
