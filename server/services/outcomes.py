"""Log what came of a touch: it is kept, marks and policies are set, the stage moves, and all is planned anew."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, get_args

from server import cleaning
from server.followups.records import Channel, Closing, FollowUp, Outcome, Promise, Stage, Touch
from server.sentences import Sentence
from server.services.verb import Done, verb
from server.store import applications, followups, interviews, people, rows, times, touches
from server.store.connection import Store
from server.store.errors import InvalidError

STAGES: tuple[Stage, ...] = get_args(Stage)

# What each outcome says of the stage; an application only moves forward by outcomes.
_STAGE: dict[Outcome, Stage] = {
    "arrived": "in-contact",
    "never-arrived": "in-contact",
    "answered": "in-contact",
    "bad-moment": "in-contact",
    "will-call-back": "in-contact",
    "invited": "interview",
    "interview-held": "interview",
    "offer": "offer",
    "not-a-fit": "closed",
    "rejected": "closed",
    "filled": "closed",
    "withdrawn": "closed",
}
_CLOSING: dict[Outcome, Closing] = {
    "not-a-fit": "rejected",
    "rejected": "rejected",
    "filled": "filled",
    "withdrawn": "withdrawn",
}
# These mean that a closed application is open after all.
_REOPENING = ("invited", "interview-held", "offer")
_BY_PHONE = ("no-answer", "engaged", "voicemail-left", "bad-moment", "gatekeeper", "wrong-number", "will-call-back")
_CHANNEL: dict[str, Channel] = {
    "email-sent": "email",
    "acknowledged": "email",
    "bounced": "email",
    "letter-sent": "letter",
}
_FROM_THEM = ("answered", "acknowledged", "invited", "offer", "rejected", "filled")


def log(
    db: Store,
    application: int,
    outcome: Outcome,
    *,
    now: datetime,
    followup: str | None = None,
    person: int | None = None,
    channel: Channel | None = None,
    direction: Literal["in", "out"] | None = None,
    promise: Promise | None = None,
    until: datetime | None = None,
    other_person: int | None = None,
    at: datetime | None = None,
    note: str | None = None,
) -> Done:
    """Log an outcome, of the follow-up with the key ``followup`` or of something that came by itself.

    ``promise`` belongs to *will-call-back*, ``until`` to *bad-moment* (the time they named) and *offer* (the day the
    answer is due), ``other_person`` to *gatekeeper*. ``at`` is when it happened, now if not given. Raises
    ``InvalidError`` for an outcome that does not exist, or *will-call-back* without its promise.
    """
    _check(outcome, promise, at, now)
    applications.record(db, application)
    planned = followups.get(db, followup) if followup else None
    if person is None and planned and planned.person:
        person = planned.person.id
    by = channel or _channel(outcome, planned)
    touch = Touch(
        id=0,
        application=application,
        person=person,
        at=at or now,
        channel=by,
        outcome=outcome,
        direction=direction or ("in" if followup is None and outcome in _FROM_THEM else "out"),
        followup=followup,
        promise=promise,
        until=until,
        other_person=other_person,
        note=cleaning.block(note, cleaning.LONG),
        detail=_detail(db, person, by),
    )
    return _keep(db, touch, now)


def _keep(db: Store, touch: Touch, now: datetime) -> Done:
    told = {"outcome": touch.outcome, "channel": touch.channel}
    with verb(db, "outcome", now, application=touch.application, person=touch.person, **told) as done:
        done.id = touches.add(db, touch)
        _mark(db, touch, now)
        _move(db, touch.application, touch.outcome, now)
        if touch.person is not None:
            # What one person said counts in every application they belong to.
            done.replanned |= set(people.applications_of(db, [touch.person]))
    return done


def _check(outcome: Outcome, promise: Promise | None, at: datetime | None, now: datetime) -> None:
    if outcome not in get_args(Outcome):
        raise InvalidError(
            Sentence("“%(outcome)s” is not an outcome.", outcome=outcome), Sentence("Choose one of those offered.")
        )
    if outcome == "will-call-back" and (promise is None or not 0 < promise.amount <= 100_000):
        raise InvalidError(
            Sentence("Within how long they will call back is missing."),
            Sentence("Say in how many minutes, hours or days."),
        )
    if at is not None and at > now:
        raise InvalidError(Sentence("This lies in the future."), Sentence("Give the time at which it happened."))


def _channel(outcome: Outcome, planned: FollowUp | None) -> Channel:
    if outcome in _CHANNEL:
        return _CHANNEL[outcome]
    if outcome in _BY_PHONE:
        return "phone"
    return planned.channel if planned and planned.channel != "reminder" else "phone"


def _detail(db: Store, person: int | None, channel: Channel) -> str | None:
    """The number or address a touch by this channel uses."""
    if person is None or channel not in ("phone", "email"):
        return None
    kind: people.Detail = "phone" if channel == "phone" else "email"
    used = people.best(people.details_of(db, [person]).get(person, []), kind)
    return used["value"] if used else None


def _mark(db: Store, touch: Touch, now: datetime) -> None:
    if touch.outcome in ("wrong-number", "bounced"):
        _mark_dead(db, touch, now)
    elif touch.outcome in ("asked-not-to-call", "asked-no-contact"):
        _forbid(db, touch)
    elif touch.outcome == "gatekeeper" and touch.other_person is not None:
        _put_first(db, touch.application, touch.other_person)
    elif touch.outcome == "interview-held":
        _mark_held(db, touch)


def _mark_dead(db: Store, touch: Touch, now: datetime) -> None:
    if touch.person is None:
        return
    known = people.details_of(db, [touch.person]).get(touch.person, [])
    used = next((one for one in known if one["value"] == touch.detail), None)
    if used and not used["dead_at"]:
        rows.update(db, "details", used["id"], {"dead_at": times.to_text(now), "dead_why": touch.outcome})


def _forbid(db: Store, touch: Touch) -> None:
    calls_only = touch.outcome == "asked-not-to-call"
    if touch.person is not None:
        may = {"may_call": 0} if calls_only else {"may_call": 0, "may_contact": 0}
        rows.update(db, "people", touch.person, may)
        return
    field = "calls" if calls_only else "contact"
    corrected = applications.row(db, touch.application)["corrected"]
    applications.change(db, touch.application, {field: "forbidden", "corrected": sorted({*corrected, field})})


def _put_first(db: Store, application: int, person: int) -> None:
    links = people.links(db, application)
    lowest = min((link["rank"] for link in links), default=0)
    known = next((link for link in links if link["person"] == person), None)
    if known is None:
        people.add_link(db, application, person, {"rank": lowest - 1, "sure": 1, "confirmed": 1, "source": "hand"})
    else:
        rows.update(db, "application_people", known["id"], {"rank": lowest - 1, "removed": 0})


def _mark_held(db: Store, touch: Touch) -> None:
    latest = interviews.latest_open(db, touch.application, touch.at)
    if latest is not None:
        rows.update(db, "interviews", latest, {"held": 1})


def _move(db: Store, application: int, outcome: Outcome, now: datetime) -> None:
    target = _STAGE.get(outcome)
    current = applications.row(db, application)["stage"]
    if target is None or (current == "closed" and outcome not in _REOPENING):
        return
    if current == "closed" or STAGES.index(target) > STAGES.index(current):
        applications.change(
            db,
            application,
            {"stage": target, "closing": _CLOSING.get(outcome), "updated_at": times.to_text(now)},
        )
