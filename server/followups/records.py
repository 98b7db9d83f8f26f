"""The records the planner takes and gives: frozen, made by the store, read by dashboard, API and exports.

Every ``datetime`` is aware. Every person is one row whatever the number of applications they belong to,
so that promises about one person hold across applications.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal, TypeAlias

from server.sentences import Sentence

Approach: TypeAlias = Literal["solicited", "unsolicited"]
Origin: TypeAlias = Literal["posting", "phone", "cold", "referral"]
Stance: TypeAlias = Literal["reserved", "single-check", "persistent"]
Policy: TypeAlias = Literal["welcome", "unstated", "forbidden"]
Channel: TypeAlias = Literal["phone", "email", "letter", "reminder"]
Stage: TypeAlias = Literal["tracked", "applied", "in-contact", "interview", "offer", "closed"]
Closing: TypeAlias = Literal["hired", "declined", "rejected", "filled", "withdrawn", "no-answer"]
Kind: TypeAlias = Literal[
    "receipt-check",
    "value-approach",
    "lead-call",
    "call-back",
    "resend",
    "thank-you",
    "decision-check",
    "check-in",
    "closing-note",
    "apply-reminder",
    "interview-reminder",
]
Outcome: TypeAlias = Literal[
    "arrived",
    "never-arrived",
    "email-sent",
    "letter-sent",
    "answered",
    "acknowledged",
    "no-answer",
    "engaged",
    "voicemail-left",
    "bad-moment",
    "will-call-back",
    "gatekeeper",
    "wrong-number",
    "bounced",
    "invited",
    "interview-held",
    "offer",
    "not-a-fit",
    "rejected",
    "filled",
    "withdrawn",
    "asked-not-to-call",
    "asked-no-contact",
]
State: TypeAlias = Literal["open", "needs-contact", "skipped"]
Unit: TypeAlias = Literal["minutes", "hours", "days"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A contact: someone to call or write to. ``rank`` orders those of one application, first choice lowest."""

    id: int
    name: str | None = None
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    address: str | None = None
    email_dead: bool = False
    phone_dead: bool = False
    may_call: bool = True
    may_contact: bool = True
    confirmed: bool = False
    sure: bool = True
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """One job or employer that is followed, with what the planner needs of it.

    ``applied_at`` is the hour on ``applied_on`` if it is known, in the employer's place; else noon counts.
    ``timezone`` is an IANA name, ``country`` an ISO 3166 code, ``region`` its subdivision, each of the
    employer's place where that is known. ``origin`` of *referral* makes an unsolicited application a lead.
    """

    id: int
    title: str | None
    employer: str | None
    approach: Approach = "solicited"
    origin: Origin = "posting"
    stance: Stance | None = None
    stage: Stage = "tracked"
    closing: Closing | None = None
    favourite: bool = False
    tracked_at: datetime
    reopened_at: datetime | None = None
    """When the person took it up again after it had been closed: what closed it before then counts no more."""
    applied_on: date | None = None
    applied_at: time | None = None
    closes_on: date | None = None
    reference: str | None = None
    posted_where: str | None = None
    sort_of_work: str | None = None
    location: str | None = None
    country: str | None = None
    region: str | None = None
    timezone: str | None = None
    calls: Policy = "unstated"
    contact: Policy = "unstated"
    call_hours: str | None = None
    wish_text: str | None = None
    wants: tuple[str, ...] = ()
    one_thing: str | None = None
    why_employer: str | None = None
    """For an unsolicited application: the end of "I am writing to you because …", in the person's own words."""
    referred_by: str | None = None
    """Who sent the person there, if it is not the contact; a name."""
    apply_by: Literal["email", "web", "phone", "post"] | None = None
    apply_to: str | None = None
    people: tuple[Person, ...] = ()
    ready: bool = True
    """False while the page is a wall or a list and the person has not yet said what it is: nothing is planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What they said they would do, and within how long: "we call you back in ten minutes"."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """Something that happened: an attempt or a message, by either side, with its outcome.

    ``followup`` is the identity (``Identity.key``) of the follow-up it answers, where it does. ``until`` is
    the time they named (*bad-moment*) or the day an answer is due (*offer*); ``other_person`` is the right
    one a gatekeeper named. ``detail`` is the number or address used, so that a *wrong-number* or *bounced* one
    is told apart from another that the person has since; None stands for whatever is known of them now.
    """

    id: int
    application: int
    person: int | None
    at: datetime
    channel: Channel
    outcome: Outcome
    direction: Literal["out", "in"] = "out"
    followup: str | None = None
    promise: Promise | None = None
    until: datetime | None = None
    other_person: int | None = None
    note: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one contact said on the state of things: the day a decision is promised for, or their words."""

    person: int
    at: datetime
    decision_on: date | None = None
    says: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """A talk arranged or held, with those who lead it."""

    id: int
    application: int
    starts_at: datetime
    ends_at: datetime
    interviewers: tuple[int, ...] = ()
    decision_on: date | None = None
    held: bool = False
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the person decided by hand for one follow-up (by its ``Identity.key``). It survives re-planning."""

    followup: str
    due_at: datetime | None = None
    snoozed_until: datetime | None = None
    channel: Channel | None = None
    person: int | None = None
    subject: str | None = None
    body: str | None = None
    skipped: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days, both included, on which the person does nothing: holiday, illness."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person told of themselves. ``days_off`` are weekdays, Monday 0; ``waits`` overrides a rule's days."""

    name: str | None = None
    phone: str | None = None
    emails: tuple[str, ...] = ()
    timezone: str = "UTC"
    country: str = "US"
    region: str | None = None
    stance: Stance = "single-check"
    hours_from: time = time(9, 0)
    hours_to: time = time(17, 0)
    days_off: tuple[int, ...] = (5, 6)
    away: tuple[Away, ...] = ()
    daily_number: int = 8
    waits: Mapping[str, int] = field(default_factory=dict)
    strengths: tuple[str, ...] = ()
    resume: str | None = None
    tone: Literal["warm", "brief", "concrete"] = "warm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What makes a follow-up the same one when planned again: application, rule, step, person.

    ``step`` is what it springs from: 0 the application itself, a touch's id, or an interview's id below zero.
    """

    application: int
    rule: str
    step: int = 0
    person: int | None = None

    @property
    def key(self) -> str:
        """The identity as one string: ``12/R1.single-check/0/7``; stable, stored with touches and changes."""
        return f"{self.application}/{self.rule}/{self.step}/{self.person or '-'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The rule in a sentence, who advises it and who against it, and the employer's own words where they count."""

    rule: str
    text: Sentence
    for_: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A planned touch. ``due_at`` is in the contact's time zone; ``notes`` are sentences to show beside it."""

    identity: Identity
    kind: Kind
    channel: Channel
    due_at: datetime
    why: Why
    state: State = "open"
    person: Person | None = None
    notes: tuple[Sentence, ...] = ()
    subject: str | None = None
    body: str | None = None
    by_hand: bool = False
    """True where the person chose the time, so that nothing moves it."""
    changed: bool = False
    """True where the person decided anything about it: time, channel, contact, words, or to leave it out."""
    favourite: bool = False
    asked_for: bool = False
    """True where they invited the touch (R4, a resend), so that caps and one-a-day do not hold it back."""
    country: str = "US"
    region: str | None = None
    """The employer's place, whose business days count: ISO 3166 country and subdivision."""
    call_hours: str | None = None
    """The hours the employer asks to be called in, in their words."""
    unanswered: int = 0
    """Touches to this person in a row, for this application, that they have not answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A follow-up the rules do not plan, and why: shown, with what can be done instead."""

    application: int
    why: Why
    offer: (
        Literal["keyword-check", "suggest-closing", "referral-question", "courteous-note", "say-what-it-means"] | None
    ) = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One application's follow-ups in order of time, what is not planned and why, and conflicts to show."""

    application: int
    follow_ups: tuple[FollowUp, ...] = ()
    absences: tuple[Absence, ...] = ()
    conflicts: tuple[Sentence, ...] = ()
