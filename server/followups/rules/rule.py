"""What one rule is: a row that says when, whom, by which channel and why. The rows themselves are beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from server.followups.records import Approach, Channel, Kind, Origin, Outcome, Stance
from server.sentences import Sentence

Track: TypeAlias = Literal["posting", "cold", "lead"]
Unit: TypeAlias = Literal["bd", "cd"]
Whom: TypeAlias = Literal["named", "manager", "same", "another"]
Event: TypeAlias = Outcome | Literal["tracked", "applied", "unanswered", "interview", "always"]
Offer: TypeAlias = Literal[
    "keyword-check", "suggest-closing", "referral-question", "courteous-note", "say-what-it-means"
]

STANCES: tuple[Stance, ...] = ("reserved", "single-check", "persistent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule as data.

    ``on`` is the event it counts from, ``after`` the row whose touch went unanswered. ``wait`` is in business (``bd``)
    or calendar days (``cd``) of the employer's place, ``not_before`` in hours. A row without a ``kind`` plans nothing
    of its own: it says why nothing is planned, or why the same follow-up is tried again. ``channels`` are in order of
    preference; ``calls`` is how many calls the whole application may have. ``case`` names its worked case.
    """

    name: str
    on: Event
    text: Sentence
    case: str
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    kind: Kind | None = None
    channels: tuple[Channel, ...] = ()
    whom: Whom = "named"
    wait: int = 0
    unit: Unit = "bd"
    not_before: int = 0
    calls: int | None = None
    tracks: tuple[Track, ...] = ()
    stances: tuple[Stance, ...] = STANCES
    after: str | None = None
    offer: Offer | None = None


def track(approach: Approach, origin: Origin) -> Track:
    """Which set of rules an application follows: it answers a posting, came cold, or went to a lead."""
    if approach == "solicited":
        return "posting"
    return "lead" if origin == "referral" else "cold"
