"""The forms on an application's page: correct any field, stage, stance, favourite, notes, and delete for good."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from flask import Response as FlaskResponse
from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from server.dashboard import done, values
from server.dashboard.application import form_data, show
from server.dashboard.blueprint import back_to, db, now, pages, told
from server.dashboard.forms import CorrectForm
from server.dashboard.language import gettext
from server.followups.records import Closing, Stage, Stance
from server.sentences import Sentence
from server.services import erasing, fields, notes
from server.store import applications
from server.store.errors import InvalidError

_WAYS = {
    "solicited": {"approach": "solicited"},
    "unsolicited": {"approach": "unsolicited"},
    "lead": {"approach": "unsolicited", "origin": "referral"},
}


@pages.post("/applications/<int:number>/correct")
def correct(number: int) -> Response:
    """Set the fields that differ from what is kept."""
    row = applications.row(db(), number)
    form = CorrectForm(prefix="fact")
    if not form.validate():
        refused: FlaskResponse = make_response(show(number, form), 422)
        return refused
    before = form_data(row)
    changes = {name: new for name, new in form.data.items() if name in before and new != before[name]}
    return done.answer(
        fields.correct(db(), number, _kept(changes, row), now=now()), "dashboard.application", number=number
    )


def _kept(changes: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """The changes as the services take them: pay as one value, wants as a list, an approach with its origin."""
    kept = {name: new for name, new in changes.items() if not name.startswith("pay_")}
    money = {name.removeprefix("pay_"): new for name, new in changes.items() if name.startswith("pay_")}
    if money:
        whole = {"min": None, "max": None, "currency": None, "per": None} | (row["pay"] or {}) | money
        for end in ("min", "max"):
            whole[end] = None if whole[end] is None else float(whole[end])
        kept["pay"] = whole if whole["min"] is not None or whole["max"] is not None else None
    if "wants" in kept:
        kept["wants"] = values.lines(kept["wants"])
    if "approach" in kept:
        kept |= _WAYS[kept["approach"]]
        if (
            kept["approach"] == "unsolicited"
            and "origin" not in kept
            and row["origin"] in ("posting", "phone", "referral")
        ):
            kept["origin"] = "cold"
        elif kept["approach"] == "solicited" and row["origin"] in ("cold", "referral"):
            kept["origin"] = "posting"
    if kept.get("country"):
        kept["country"] = kept["country"].upper()
    return kept


@pages.post("/applications/<int:number>/stage")
def stage(number: int) -> Response:
    """Move to a stage; ``closed:filled`` says how it ended too."""
    chosen, _, closing = request.form.get("stage", "").partition(":")
    made = fields.set_stage(
        db(), number, cast(Stage, chosen), now=now(), closing=cast("Closing | None", closing or None)
    )
    return done.answer(made, "dashboard.application", number=number)


@pages.post("/applications/<int:number>/stance")
def stance(number: int) -> Response:
    """Be bolder or more reserved for this application alone."""
    chosen = cast("Stance | None", request.form.get("stance") or None)
    return done.answer(
        fields.correct(db(), number, {"stance": chosen}, now=now()), "dashboard.application", number=number
    )


@pages.post("/applications/<int:number>/favourite")
def favourite(number: int) -> Response:
    """Mark as a favourite, or no longer."""
    made = fields.set_favourite(db(), number, request.form.get("on") == "1", now=now())
    return done.answer(made, "dashboard.application", number=number)


@pages.post("/applications/<int:number>/applied")
def applied(number: int) -> Response:
    """Say on which day the application went out."""
    try:
        on = date.fromisoformat(request.form.get("applied_on", ""))
    except ValueError as error:
        raise InvalidError(Sentence("The day you applied is missing."), Sentence("Choose a day.")) from error
    return done.answer(fields.mark_applied(db(), number, on, now=now()), "dashboard.application", number=number)


@pages.post("/applications/<int:number>/notes")
def note(number: int) -> Response:
    """Write a note."""
    return done.answer(
        notes.add(db(), number, request.form.get("text", ""), now=now()), "dashboard.application", number=number
    )


@pages.post("/applications/<int:number>/notes/<int:note>/delete")
def delete_note(number: int, note: int) -> Response:
    """Delete a note; it can be taken back."""
    return done.answer(notes.remove(db(), note, now=now()), "dashboard.application", number=number)


@pages.get("/applications/<int:number>/delete")
def ask_delete(number: int) -> str:
    """Ask before an application is deleted for good."""
    record = applications.record(db(), number)
    name = record.title or record.employer or gettext("Untitled")
    return render_template("dashboard/ask_delete.html", number=number, name=name, employer=record.employer)


@pages.post("/applications/<int:number>/delete")
def delete(number: int) -> Response:
    """Delete an application for good."""
    record = applications.record(db(), number)
    erasing.application(db(), number, now=now())
    told(gettext("“%(name)s” was deleted for good.", name=record.title or record.employer or gettext("Untitled")))
    return back_to("dashboard.applications")
