"""Log what happened, take it back, and change the plan by hand: the forms beside a follow-up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import cast

from flask import request
from werkzeug.wrappers import Response

from server.dashboard import done, values
from server.dashboard.blueprint import db, me, now, pages, told
from server.dashboard.language import gettext
from server.followups.records import Channel, Outcome, Promise, Unit
from server.sentences import Sentence
from server.services import contacts, history, outcomes, steps
from server.services.verb import Done
from server.store import followups
from server.store.errors import InvalidError, NotFoundError


@pages.post("/log")
def log() -> Response:
    """Log an outcome of a follow-up."""
    key = request.form.get("followup", "")
    given, _, length = request.form.get("outcome", "").partition(":")
    outcome = cast(Outcome, given)
    planned = followups.get(db(), key)
    if planned is None:
        raise NotFoundError(
            Sentence("That follow-up is no longer planned."), Sentence("The page shows what is planned now.")
        )
    other = _other_person(planned.identity.application) if outcome == "gatekeeper" else None
    made = outcomes.log(
        db(),
        planned.identity.application,
        outcome,
        now=now(),
        followup=key,
        promise=_promise(length) if outcome == "will-call-back" else None,
        until=values.moment(request.form.get("until"), me().timezone),
        other_person=other,
    )
    return done.answer(made, "dashboard.today")


def _promise(length: str) -> Promise:
    """How long a promise is: as its button says (``10:minutes``), else as typed."""
    number, _, unit = length.partition(":") if length else (request.form.get("amount"), "", request.form.get("unit"))
    amount = int(number) if number and number.isdecimal() and len(number) < 7 else 0
    if not amount or unit not in {"minutes", "hours", "days"}:
        raise InvalidError(
            Sentence("Within how long they will call back is missing."),
            Sentence("Say in how many minutes, hours or days."),
        )
    return Promise(amount=amount, unit=cast(Unit, unit))


def _other_person(application: int) -> int | None:
    """The right person, if they were named."""
    name = request.form.get("other_name", "").strip()
    detail = request.form.get("other_detail", "").strip()
    email = detail if "@" in detail else None
    phone = values.e164(detail, me().country) if detail and not email else None
    if not (name or detail):
        return None
    return contacts.add(db(), application, now=now(), name=name, email=email, phone=phone).person


@pages.post("/undo")
def undo() -> Response:
    """Take back one event, or the last."""
    first, _, last = request.form.get("event", "").partition("-")
    if first.isdecimal() and last.isdecimal():
        history.undo_span(db(), int(first), int(last), now=now())
    elif first.isdecimal():
        history.undo(db(), int(first), now=now())
    else:
        history.undo_last(db(), now=now())
    told(gettext("Taken back. Everything is as it was before."))
    return done.answer(None, "dashboard.today")


@pages.post("/change")
def change() -> Response:
    """Change one follow-up by hand: move, put off, another way or person, other words, skip, or as the rule says."""
    act = _ACTS.get(request.form.get("act", ""))
    if act is None:
        raise InvalidError(Sentence("That change is not known."), Sentence("Reload the page and try again."))
    return done.answer(act(request.form.get("followup", "")), "dashboard.today")


def _move(key: str) -> Done:
    due_at = values.moment(request.form.get("due_at"), me().timezone)
    if due_at is None:
        raise InvalidError(Sentence("The new time is missing."), Sentence("Choose a day and an hour."))
    return steps.move(db(), key, due_at, now=now())


def _snooze(key: str) -> Done:
    days = request.form.get("days", 1, type=int)
    morning = (now() + timedelta(days=days)).replace(hour=8, minute=0, second=0, microsecond=0)
    return steps.snooze(db(), key, values.moment(request.form.get("until"), me().timezone) or morning, now=now())


def _skip(key: str) -> Done:
    return steps.skip(db(), key, request.form.get("reason"), now=now())


def _reroute(key: str) -> Done:
    planned, person = followups.get(db(), key), request.form.get("person", type=int)
    made = steps.rechannel(db(), key, cast(Channel, request.form.get("channel", "")), now=now())
    if person and planned and planned.person and planned.person.id != person:
        made = steps.redirect(db(), key, person, now=now())
    return made


def _retext(key: str) -> Done:
    return steps.retext(db(), key, request.form.get("subject"), request.form.get("body"), now=now())


def _reset(key: str) -> Done:
    return steps.restore(db(), key, now=now())


_ACTS: dict[str, Callable[[str], Done]] = {
    "move": _move,
    "snooze": _snooze,
    "skip": _skip,
    "reroute": _reroute,
    "retext": _retext,
    "reset": _reset,
}
