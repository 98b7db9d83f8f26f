"""Add by hand: a phone advert, a friend's lead, a place that posted nothing, or a posting whose text one has."""

from __future__ import annotations

from typing import Any, cast

from flask import make_response, redirect, render_template, url_for
from werkzeug.wrappers import Response

from server.dashboard.blueprint import db, now, pages, told
from server.dashboard.forms import AddForm
from server.dashboard.language import gettext, said
from server.intake import Approach, Capture
from server.reading import reading_queue
from server.services import notes, tracking
from server.store.errors import InvalidError

_APPROACHES: dict[str, Approach] = {
    "posting": "solicited",
    "phone": "solicited",
    "cold": "unsolicited",
    "referral": "lead",
}
_FACTS = ("title", "employer", "location", "url", "sort_of_work", "why_employer", "referred_by")
_CONTACT = ("name", "role", "email", "phone")


@pages.get("/add")
def add() -> str:
    """Show the empty form."""
    return render_template("dashboard/add.html", form=AddForm(formdata=None), problem=None)


@pages.post("/add")
def add_by_hand() -> Response:
    """Take it in as a capture is: kept first, then read, then planned."""
    form = AddForm()
    if not form.validate():
        return _again(form)
    given = form.data
    contact = {name: given[f"contact_{name}"] for name in _CONTACT}
    try:
        received = tracking.add(db(), _capture(given), reading_queue().reader.read, now=now(), contact=contact)
    except InvalidError as error:
        return _again(form, f"{said(error.message)} {said(error.next_step)}")
    number = cast(int, received.application)
    if given["note"]:
        notes.add(db(), number, given["note"], now=now())
    _tell(received.known_since is not None)
    return redirect(url_for("dashboard.application", number=number), 303)


def _capture(given: dict[str, Any]) -> Capture:
    return Capture(
        url=given["url"],
        title=given["title"],
        html=given["pasted"] or "",
        captured_at=now(),
        approach=_APPROACHES[given["origin"]],
        origin=given["origin"],
        stance=given["stance"],
        applied_on=given["applied_on"],
        facts={name: given[name] for name in _FACTS if given[name]},
    )


def _tell(known: bool) -> None:
    if known:
        told(gettext("This job was tracked already: what you gave was added to it."))
    else:
        told(gettext("Added. This is what Ringback makes of it; correct what is wrong."))


def _again(form: AddForm, problem: str | None = None) -> Response:
    return make_response(render_template("dashboard/add.html", form=form, problem=problem), 422)
