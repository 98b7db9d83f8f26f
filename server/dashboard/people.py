"""People across applications: who they are, the history with each, one out of two, and a card to take along."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from flask import Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from server.dashboard import done, links, telling
from server.dashboard.blueprint import db, me, now, pages
from server.exports import vcard
from server.sentences import Sentence
from server.services import contacts
from server.store import directory, events, touches
from server.store import people as kept
from server.store.errors import InvalidError, NotFoundError
from server.store.rows import Row

PAGE, OFFERED = 50, 8


@pages.get("/people")
def people() -> str:
    """List everybody."""
    typed = request.args.get("q", "")[:200].strip()
    number = max(1, request.args.get("page", 1, type=int))
    found = directory.page(db(), typed=typed, limit=PAGE, offset=(number - 1) * PAGE)
    return render_template(
        "dashboard/people.html",
        people=[_shown(one) for one in found.rows],
        total=found.total,
        page=number,
        page_count=max(1, -(-found.total // PAGE)),
        q=typed,
        done=done.find(),
    )


def _shown(one: Row) -> Row:
    last = one["last_touch"]
    return one | {"last_touch": datetime.fromisoformat(last) if last else None}


@pages.get("/people/<int:number>")
def people_one(number: int) -> str:
    """Show one person: where they belong, how to reach them, what happened."""
    person, typed = kept.row(db(), number), request.args.get("find", "")[:200].strip()
    others = directory.page(db(), typed=typed, limit=OFFERED + 1).rows if typed else directory.alike(db(), number)
    return render_template(
        "dashboard/person.html",
        person=person,
        applications=directory.of_person(db(), number),
        history=_history(number),
        others=[one for one in others if one["id"] != number][:OFFERED],
        find=typed,
        done=done.find(),
    )


def _history(number: int) -> list[dict[str, Any]]:
    told = [
        {
            "words": telling.words_for(event),
            "detail": telling.detail_for(event, me().timezone),
            "application": event["application"],
            "at": datetime.fromisoformat(event["at"]),
        }
        for event in events.of_person(db(), number)
        if event["undone_at"] is None
    ]
    notes = {touch.at: touch.note for touch in touches.by_person(db(), [number]).get(number, ()) if touch.note}
    return [one | {"detail": one["detail"] or notes.get(one["at"])} for one in told]


@pages.post("/people/<int:number>/details/<int:detail>")
def mark_detail(number: int, detail: int) -> BaseResponse:
    """Say that an address or number is dead, or right after all."""
    act = contacts.bury if request.form.get("dead") == "1" else contacts.revive
    return done.answer(act(db(), number, detail, now=now()), "dashboard.people_one", number=number)


@pages.post("/people/<int:number>/merge")
def merge_people(number: int) -> BaseResponse:
    """Make this person and another one."""
    other = request.form.get("other", type=int)
    if other is None:
        raise InvalidError(Sentence("The other person is missing."), Sentence("Choose one from the list."))
    made = contacts.merge(db(), number, [other], now=now())
    return redirect(url_for("dashboard.people_one", number=number, done=made.event), 303)


@pages.get("/people/<int:number>/card.vcf")
def person_card(number: int) -> Response:
    """Give one person as a vCard."""
    person = kept.row(db(), number)
    belongs = directory.of_person(db(), number)
    content = vcard.card(
        person["name"],
        role=next((one["role"] for one in belongs if one["role"]), None),
        employer=next((one["employer"] for one in belongs if one["employer"]), None),
        emails=[
            one["value"]
            for one in person["details"]
            if one["kind"] == "email" and not (one["removed"] or one["dead_at"])
        ],
        phones=[
            one["value"]
            for one in person["details"]
            if one["kind"] == "phone" and not (one["removed"] or one["dead_at"])
        ],
        address=person["address"],
    )
    return Response(
        content,
        mimetype="text/vcard",
        headers={"Content-Disposition": f'attachment; filename="person-{number}.vcf"'},
    )


@pages.get("/people/<int:number>/dial.svg")
def dial_code(number: int) -> Response:
    """Give a person's number as a QR code, to be dialled from a phone held before the screen."""
    import segno

    best = kept.best(kept.row(db(), number)["details"], "phone")
    link = links.dial_link(best["value"]) if best else None
    if link is None:
        raise NotFoundError(Sentence("There is no number to dial."), Sentence("Add one to the contact."))
    drawing = io.BytesIO()
    segno.make(link, error="m").save(
        drawing, kind="svg", scale=4, border=3, light="white", svgclass=None, lineclass=None
    )
    return Response(drawing.getvalue(), mimetype="image/svg+xml")
