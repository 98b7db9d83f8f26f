"""What is done with several applications at once."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server.dashboard import done
from server.dashboard.blueprint import back_to, db, now, pages, told
from server.dashboard.language import gettext, ngettext
from server.sentences import Sentence
from server.services import erasing, fields
from server.store import applications
from server.store.errors import InvalidError

MOST = 500


@pages.post("/applications/bulk")
def bulk() -> Response:
    """Do one thing with all that were ticked."""
    wanted, act = _ticked(), request.form.get("act", "")
    if not wanted:
        raise InvalidError(Sentence("Nothing is ticked."), Sentence("Tick the applications this is for."))
    if act == "delete":
        return redirect(url_for("dashboard.ask_delete_several", ids=wanted), 303)
    made = fields.correct_several(db(), wanted, _changes(act), now=now())
    events = [one.event for one in made if one.event]
    if not events:
        told(gettext("Nothing changed: all of them were that way already."))
    return done.answer_span(events, "dashboard.applications")


def _ticked() -> list[int]:
    given = request.values.getlist("ids", type=int)[:MOST]
    return list(applications.records(db(), given))


def _changes(act: str) -> dict[str, Any]:
    if act in {"favourite", "not-favourite"}:
        return {"favourite": act == "favourite"}
    stage, _, closing = act.partition(":")
    if not stage:
        raise InvalidError(Sentence("What to do with them is missing."), Sentence("Choose it beside the button."))
    return {"stage": stage, "closing": closing or None}


@pages.get("/applications/delete")
def ask_delete_several() -> str:
    """Ask before several are deleted for good."""
    return render_template("dashboard/ask_delete_several.html", several=applications.records(db(), _ticked()).values())


@pages.post("/applications/delete")
def delete_several() -> Response:
    """Delete several for good, all or none."""
    wanted = _ticked()
    erasing.several(db(), wanted, now=now())
    told(ngettext("%(num)s application was deleted for good.", "%(num)s were deleted for good.", len(wanted)))
    return back_to("dashboard.applications")
