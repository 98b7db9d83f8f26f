"""What has happened so far with one application, and what it leaves open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal, TypeAlias

from server.followups import rules
from server.followups.context import Context
from server.followups.hours import Half
from server.followups.records import Channel, Interview, Outcome, Person, Touch
from server.followups.rules import Rule
from server.sentences import Sentence

How: TypeAlias = Literal["day", "named", "promise", "today", "at-once"]
Mode: TypeAlias = Literal["checks", "interview", "offer", "closed"]

SENT: tuple[Outcome, ...] = ("email-sent", "letter-sent", "voicemail-left")
ENDING: tuple[Outcome, ...] = ("not-a-fit", "rejected", "filled", "withdrawn")
NO_TOUCH: tuple[Outcome, ...] = ("no-answer", "engaged", "bounced", "wrong-number", "gatekeeper", "acknowledged")
"""FOLLOWUPS, "Words": attempts that reached nobody, and what a machine sent, are no touches."""


DECISIONS = ("R5.decision", "R5.decision-promised")


def is_touch(touch: Touch) -> bool:
    """Whether somebody was written to or spoken with."""
    return touch.outcome not in NO_TOUCH


def is_word(touch: Touch) -> bool:
    """Whether it carries the other side's word to the person, so that earlier messages no longer go unanswered."""
    return is_touch(touch) and (touch.direction == "in" or touch.outcome not in (*SENT, "withdrawn", "interview-held"))


def is_call(touch: Touch) -> bool:
    """Whether it counts as a call made. One that came at a bad moment is still to be had."""
    talked = is_touch(touch) and touch.outcome not in ("bad-moment", "interview-held")
    return talked and touch.direction == "out" and touch.channel == "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A follow-up not yet placed: its rule and what is known of when, to whom and how.

    ``how`` says what ``at`` means: a time they named, a promise that lapses, something for today, or at once whatever
    the hour; else the first hour on or after ``day``. ``reason`` is the outcome that made it be tried again, and
    ``in_place`` is true for a call-back that was promised on the open step, which then waits for it.
    """

    rule: Rule
    day: date
    channels: tuple[Channel, ...]
    step: int = 0
    how: How = "day"
    at: datetime | None = None
    half: Half = "first"
    not_before: datetime | None = None
    person: int | None = None
    others: bool = True
    tries: int = 0
    asked_for: bool = False
    they_call: bool = False
    in_place: bool = False
    reason: Rule | None = None
    notes: tuple[Sentence, ...] = ()
    turn: tuple[int, ...] = ()


@dataclass(slots=True)
class Story:
    """The history folded into what counts now. Made anew for every plan."""

    context: Context
    mode: Mode = "checks"
    pending: Pending | None = None
    absence: Rule | None = None
    call_back: Pending | None = None
    decision: Pending | None = None
    decision_step: int = 0
    extra: list[Pending] = field(default_factory=list)
    interviews: list[Interview] = field(default_factory=list)
    calls: int = 0
    unanswered: Counter[int] = field(default_factory=Counter)
    turned_to: set[int] = field(default_factory=set)
    wrong_people: set[int] = field(default_factory=set)
    dead: set[tuple[int, Channel, str | None]] = field(default_factory=set)
    no_calls: bool = False
    no_further_call: bool = False
    no_contact_since: datetime | None = None
    checked_in: bool = False
    last_touch: datetime | None = None

    def hold(self, rule: Rule) -> None:
        """Plan nothing further, for the reason that a rule gives."""
        self.pending = None
        self.absence = rule

    def open(self, pending: Pending) -> None:
        """Make this the next step."""
        self.pending = pending
        self.absence = None

    def retry(self, changed: Pending) -> None:
        """Put a changed step in the place of the one that an attempt belonged to."""
        if self.call_back is not None:
            self.call_back = changed
        else:
            self.open(changed)

    @property
    def current(self) -> Pending | None:
        """The step that an attempt made now belongs to: a promised call-back comes before the rest."""
        return self.call_back or self.pending

    def is_dead(self, person: Person, channel: Channel, known: str) -> bool:
        """Whether a number or address was found not to work."""
        gone = self.dead
        return (person.id, channel, None) in gone or (person.id, channel, known) in gone

    @property
    def forbids_calls(self) -> bool:
        """Whether a contact asked for no calls, or for no contact of any kind."""
        return self.no_calls or self.no_contact_since is not None

    def limit(self) -> Rule:
        """The rule that says how many unanswered messages in a row one person may get."""
        return rules.get("R7.unanswered-talk" if self.mode == "interview" else "R7.unanswered")


def who(story: Story, touch: Touch) -> int | None:
    """The contact of a touch: as logged, as the follow-up it answers says, or the only one there is."""
    if touch.person is not None:
        return touch.person
    last = parts_of(touch)[2]
    if last.isdigit():
        return int(last)
    if story.current and story.current.person is not None:
        return story.current.person
    people = story.context.people
    return next(iter(people)) if len(people) == 1 else None


def concerns(story: Story, touch: Touch) -> bool:
    """Whether a message sent belongs to the open step, rather than to a promise or to a later decision check."""
    current = story.current
    if current is None:
        return False
    if rule_of(touch) == current.rule.name:
        return True
    if story.call_back is not None:
        return touch.channel == story.call_back.channels[0]
    if current.rule.name in DECISIONS:
        return story.context.day(touch.at) >= current.day
    return True


def answers(pending: Pending | None, touch: Touch) -> bool:
    """Whether a touch was logged as what came of this very step."""
    return pending is not None and rule_of(touch) == pending.rule.name


def is_made(story: Story, touch: Touch) -> bool:
    """Whether the open step was carried out with this touch, or with the call-back that was promised in its place."""
    back = story.call_back
    return answers(story.pending, touch) or (back is not None and back.in_place and answers(back, touch))


def parts_of(touch: Touch) -> tuple[str | None, str, str]:
    """Rule, step and person of the follow-up that a touch answers, as its key spells them; no rule if it names none."""
    parts = (touch.followup or "").split("/")
    return (parts[1], parts[2], parts[3]) if len(parts) == 4 else (None, "", "")


def rule_of(touch: Touch) -> str | None:
    """The rule of the follow-up that a touch answers, where it names one."""
    return parts_of(touch)[0]


def step(story: Story, rule: Rule, touch: Touch, person: int | None, **changes: object) -> Pending:
    """A step that a rule plans because of a touch, counted from its day."""
    day = story.context.after(rule, story.context.day(touch.at))
    made = Pending(rule=rule, day=day, channels=rule.channels, step=touch.id, person=person, not_before=touch.at)
    return replace(made, **changes)  # type: ignore[arg-type]


def again(pending: Pending, touch: Touch, **changes: object) -> Pending:
    """The same step once more, springing from the touch that did not settle it."""
    base = replace(pending, step=touch.id, how="day", at=None, not_before=touch.at)
    return replace(base, **changes)  # type: ignore[arg-type]
