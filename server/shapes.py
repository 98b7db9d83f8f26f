"""The bodies the API takes and gives, as types: what ``docs/openapi.json`` is made from and what a test checks."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from server.followups.records import Channel, Kind, Origin, Policy, Stance

NAMELESS = "Browser"

Id = Annotated[str, Meta(min_length=36, max_length=36, pattern="^[0-9A-Fa-f-]{36}$")]
Key = Annotated[int, Meta(ge=1, le=2**53)]
Line = Annotated[str, Meta(max_length=20_000)]
Short = Annotated[str, Meta(max_length=200)]
Moment = Annotated[datetime, Meta(tz=True)]


class FrameIn(Struct):
    """A frame inside the captured page."""

    html: str
    url: Line | None = None


class CaptureIn(Struct, kw_only=True):
    """The body of ``/api/captures``."""

    id: Id
    html: str
    url: Line | None = None
    title: Line | None = None
    frames: Annotated[list[FrameIn], Meta(max_length=200)] = []
    selection: str | None = None
    captured_at: Moment | None = None
    approach: Literal["solicited", "unsolicited", "lead"] = "solicited"
    origin: Origin | None = None
    stance: Stance | None = None
    applied_on: date | None = None
    extension: Short | None = None
    marked: Literal["contact"] | None = None


class StatusIn(Struct):
    """The body of ``/api/captures/status``."""

    id: Id


class KnownIn(Struct):
    """The body of ``/api/known``."""

    url: Line


class ContactIn(Struct, kw_only=True):
    """Corrections of one contact, or with ``id`` null a new one. What is not sent stays as it is."""

    id: Key | None = None
    name: Line | msgspec.UnsetType | None = msgspec.UNSET
    role: Line | msgspec.UnsetType | None = msgspec.UNSET
    email: Line | msgspec.UnsetType | None = msgspec.UNSET
    phone: Line | msgspec.UnsetType | None = msgspec.UNSET
    removed: bool = False
    """The person says that this is no contact of this job."""


class ChangesIn(Struct, kw_only=True):
    """Corrections of an application. What is not sent stays as it is; null empties a field."""

    title: Line | msgspec.UnsetType | None = msgspec.UNSET
    employer: Line | msgspec.UnsetType | None = msgspec.UNSET
    location: Line | msgspec.UnsetType | None = msgspec.UNSET
    approach: Literal["solicited", "unsolicited"] | msgspec.UnsetType = msgspec.UNSET
    origin: Origin | msgspec.UnsetType = msgspec.UNSET
    stance: Stance | msgspec.UnsetType | None = msgspec.UNSET
    applied_on: date | msgspec.UnsetType | None = msgspec.UNSET
    calls: Policy | msgspec.UnsetType = msgspec.UNSET
    contact: Policy | msgspec.UnsetType = msgspec.UNSET
    contacts: Annotated[list[ContactIn], Meta(max_length=100)] = []


class CorrectionsIn(Struct):
    """The body of ``/api/corrections``."""

    application: Key
    changes: ChangesIn


class ProofIn(Struct):
    """The body of ``/api/proof``."""

    id: Annotated[str, Meta(max_length=20)]
    nonce: Annotated[str, Meta(min_length=16, max_length=200)]


class PairStartIn(Struct):
    """The body of ``/api/pair/start``: what the dashboard is to call this browser."""

    name: Short = NAMELESS


class ClaimIn(Struct):
    """The body of ``/api/pair/claim``."""

    id: Annotated[str, Meta(max_length=64)]
    secret: Short


class NothingIn(Struct):
    """The body of a call that needs nothing."""


class Advice(Struct, rename={"for_": "for"}):
    """Why a follow-up is planned; ``quote`` is the employer's own words."""

    rule: str
    text: str
    for_: list[str]
    against: list[str]
    quote: str | None


class ContactOut(Struct):
    """Whom a follow-up goes to; ``phone`` in E.164."""

    name: str | None
    role: str | None
    email: str | None
    phone: str | None


class Missing(Struct):
    """What a script would need and where the person can fill it in."""

    what: str
    where: str


class ScriptOut(Struct):
    """What to say or write."""

    subject: str | None
    body: str
    missing: list[Missing]


class FollowUpOut(Struct):
    """A planned call, message or reminder. ``due_at`` is in the contact's time zone."""

    id: str
    application: int
    title: str | None
    employer: str | None
    kind: Kind
    channel: Channel
    due_at: Moment
    contact: ContactOut | None
    why: Advice
    notes: list[str]
    script: ScriptOut


class ChoicesOut(Struct):
    """How the person comes to the job, as the application has it now."""

    approach: Literal["solicited", "unsolicited"]
    origin: Origin
    stance: Stance | None
    applied_on: date | None


class ReceivedOut(Struct):
    """What became of a capture. ``posting`` is ``Posting.as_dict()``, each contact with the id of its person."""

    id: str
    application: int | None
    state: Literal["read", "reading", "unreadable"]
    problem: str | None
    known_since: Moment | None
    posting: dict[str, Any] | None
    choices: ChoicesOut | None
    next: FollowUpOut | None


class KnownJob(Struct):
    """An application at the address asked for."""

    id: int
    since: Moment
    title: str | None


class KnownOut(Struct):
    """The application at an address, or null."""

    application: KnownJob | None


class DueOut(Struct):
    """How much is due today, the first of it, and when the next one falls due."""

    count: int
    items: list[FollowUpOut]
    next_at: Moment | None


class CorrectedOut(Struct):
    """The plan after a correction; ``contacts`` are the ids of those that were sent, in their order."""

    application: int
    contacts: list[int]
    follow_ups: list[FollowUpOut]


class ProofOut(Struct):
    """An HMAC-SHA256 in hex."""

    proof: str


class HelloOut(Struct):
    """What the settings page calls this browser."""

    browser: str


class PairStartOut(Struct):
    """A request to be connected: the secret it is claimed with, the code to show, and its life in seconds."""

    id: str
    secret: str
    code: str
    expires_in: int


class ClaimOut(Struct):
    """What the person decided; the token once they agreed."""

    state: Literal["waiting", "agreed", "declined"]
    token: str | None


class ErrorBody(Struct):
    """A word for programs, and two sentences for the person."""

    code: str
    message: str
    next_step: str


class ErrorOut(Struct):
    """The body of every error that has one."""

    error: ErrorBody
