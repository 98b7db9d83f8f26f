"""What the person brings to one application: the one thing, the résumé's words, documents, what happened by itself."""

from __future__ import annotations

from typing import Any, cast

from flask import request
from werkzeug.wrappers import Response

from server.dashboard import done, values
from server.dashboard.blueprint import db, me, now, pages
from server.followups import scripts
from server.followups.records import Absence, Application, Channel, Interview, Outcome, Person, Promise, Touch
from server.followups.scripts import KeywordCheck, Script
from server.services import fields, notes, outcomes
from server.store import settings

MOST_MATCHES = 6


def offered(
    absences: tuple[Absence, ...], record: Application, history: tuple[Touch, ...], held: tuple[Interview, ...]
) -> dict[str, Script]:
    """The words for what absences offer to do instead."""
    own, person = settings.templates(db()), _last_met(record, history)
    found: dict[str, Script] = {}
    for one in absences:
        if one.offer == "referral-question" or one.offer == "courteous-note":
            found[one.offer] = scripts.write_offered(
                one.offer, record, me(), now(), person=person, touches=history, interviews=held, templates=own
            )
    return found


def _last_met(record: Application, history: tuple[Touch, ...]) -> Person | None:
    """Whom a closing word goes to: the contact last turned to, else the first there is."""
    known = {person.id: person for person in record.people}
    turned_to = [known[touch.person] for touch in history if touch.person in known]
    return turned_to[-1] if turned_to else next(iter(record.people), None)


def keywords(record: Application, row: dict[str, Any]) -> KeywordCheck | None:
    """The keyword check, where there is a posting and the application can still be shaped, or nothing else is done."""
    stance = record.stance or me().stance
    useful = record.stage == "tracked" or (stance == "reserved" and record.stage != "closed")
    if not (useful and (record.wants or row["description"])):
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
        at=values.moment(given.get("at"), me().timezone),
        person=given.get("person", type=int) or None,
        channel=cast("Channel | None", given.get("channel") or None),
        promise=Promise(amount=1, unit="days") if outcome == "will-call-back" else None,
        until=values.moment(given.get("until"), me().timezone),
        note=given.get("note"),
    )
    return done.answer(made, "dashboard.application", number=number)
