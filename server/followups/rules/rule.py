"""What one rule is: a row that says when, whom, by which channel and why. The rows themselves are beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from server.followups.records import Approach, Channel, Kind, Origin, Outcome, Stance
from server.sentences import Sentence, sentences

Track: TypeAlias = Literal["posting", "cold", "lead"]
Unit: TypeAlias = Literal["bd", "cd", "h"]
Whom: TypeAlias = Literal["named", "manager", "same", "another"]
Event: TypeAlias = Outcome | Literal["tracked", "closing", "applied", "unanswered", "interview", "always"]
Offer: TypeAlias = Literal[
    "keyword-check", "suggest-closing", "referral-question", "courteous-note", "say-what-it-means"
]

STANCES: tuple[Stance, ...] = ("reserved", "single-check", "persistent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule as data.

    ``on`` is the event it counts from, ``after`` the row whose touch went unanswered. ``wait`` is in business (``bd``)
    or calendar days (``cd``) of the employer's place, or in hours (``h``); ``not_before`` in hours; ``stretch`` is by
    what a promised time is multiplied. A row without a ``kind`` plans nothing of its own: it says why nothing is
    planned, or why the same follow-up is tried again. ``channels`` are in order of preference; ``calls`` is how many
    calls the whole application may have, ``most`` how many tries or unanswered messages. ``case`` names its worked
    case. In ``text``, ``wait`` stands for the wait in words (*5 business days*) and ``later`` for the day it ends on
    (*the next business day*).
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
    most: int = 0
    stretch: float = 1.0
    tracks: tuple[Track, ...] = ()
    stances: tuple[Stance, ...] = STANCES
    after: str | None = None
    offer: Offer | None = None

    def said(self, wait: int | None = None) -> Sentence:
        """The rule in a sentence or two, with its own wait or the person's."""
        number = self.wait if wait is None else wait
        if "%(wait)s" in self.text:
            return Sentence(self.text.message, wait=in_words(number, self.unit))
        if "%(later)s" in self.text:
            return Sentence(self.text.message, later=_later(number))
        return self.text


def in_words(number: int, unit: Unit) -> Sentence:
    """A wait as one says it: *5 business days*, *2 weeks*."""
    if unit == "h":
        return sentences("%(num)s hour", "%(num)s hours", number)
    if unit == "bd":
        return sentences("%(num)s business day", "%(num)s business days", number)
    if number and number % 7 == 0:
        return sentences("%(num)s week", "%(num)s weeks", number // 7)
    return sentences("%(num)s day", "%(num)s days", number)


def _later(number: int) -> Sentence:
    if number == 1:
        return Sentence("the next business day")
    return sentences("%(num)s business day later", "%(num)s business days later", number)


def track(approach: Approach, origin: Origin) -> Track:
    """Which set of rules an application follows: it answers a posting, came cold, or went to a lead."""
    if approach == "solicited":
        return "posting"
    return "lead" if origin == "referral" else "cold"
