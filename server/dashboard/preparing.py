"""What the person brings to one application: the one thing, the résumé's words, documents, what happened by itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from flask import request
from werkzeug.wrappers import Response

from server.clock import zone
from server.dashboard import done
from server.dashboard.blueprint import db, me, now, pages
from server.followups import scripts
from server.followups.records import Absence, Application, Channel, Interview, Outcome, Promise, Touch
from server.followups.scripts import KeywordCheck, Script
from server.sentences import Sentence
from server.services import fields, notes, outcomes
from server.store import settings
from server.store.errors import InvalidError

MOST_MATCHES = 6


def offered(
    absences: tuple[Absence, ...], record: Application, history: tuple[Touch, ...], held: tuple[Interview, ...]
) -> dict[str, Script]:
    """The words for what absences offer to do instead."""
    own = settings.templates(db())
    found: dict[str, Script] = {}
    for one in absences:
        if one.offer == "referral-question" or one.offer == "courteous-note":
            found[one.offer] = scripts.write_offered(
                one.offer, record, me(), now(), touches=history, interviews=held, templates=own
            )
    return found


def keywords(record: Application, row: dict[str, Any]) -> KeywordCheck | None:
    """The keyword check, where there is a résumé and a posting and the application can still be shaped."""
    stance = record.stance or me().stance
    useful = record.stage == "tracked" or stance == "reserved"
    if not (useful and me().resume and (record.wants or row["description"])):
        return None
    return scripts.keyword_check(record, me(), row["description"])


@pages.post("/applications/<int:number>/one-thing")
def one_thing(number: int) -> Response:
    """Choose the one thing; it is remembered and used in the script."""
    chosen = request.form.get("own") or request.form.get("chosen")
    return done.answer(
        fields.correct(db(), number, {"one_thing": chosen}, now=now()), "dashboard.application", number=number
    )


@pages.post("/applications/<int:number>/documents")
def add_document(number: int) -> Response:
    """Note the name of a document that was sent."""
    made = notes.add_document(db(), number, request.form.get("name", ""), now=now(), note=request.form.get("note"))
    return done.answer(made, "dashboard.application", number=number)


@pages.post("/applications/<int:number>/documents/<int:document>/remove")
def remove_document(number: int, document: int) -> Response:
    """Take a document's name off."""
    return done.answer(notes.remove_document(db(), document, now=now()), "dashboard.application", number=number)


@pages.post("/applications/<int:number>/happened")
def happened(number: int) -> Response:
    """Log something that happened without a follow-up: they wrote, you met, an offer came."""
    given = request.form
    outcome = cast(Outcome, given.get("outcome", ""))
    made = outcomes.log(
        db(),
        number,
        outcome,
        now=now(),
        at=_moment(given.get("at")),
        person=given.get("person", type=int) or None,
        channel=cast("Channel | None", given.get("channel") or None),
        promise=Promise(amount=1, unit="days") if outcome == "will-call-back" else None,
        note=given.get("note"),
    )
    return done.answer(made, "dashboard.application", number=number)


def _moment(given: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(given).replace(tzinfo=zone(me().timezone)) if given else None
    except ValueError as error:
        raise InvalidError(Sentence("That is not a date and time."), Sentence("Choose a day and an hour.")) from error
