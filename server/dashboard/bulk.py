"""What is done with several applications at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server.dashboard import done
from server.dashboard.blueprint import back_to, db, now, pages, told
from server.dashboard.language import ngettext
from server.followups.records import Closing, Stage
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
    change = _change(act)
    for number in wanted:
        change(number)
    told(ngettext("%(num)s application was changed.", "%(num)s applications were changed.", len(wanted)))
    return done.answer(None, "dashboard.applications")


def _ticked() -> list[int]:
    given = request.values.getlist("ids", type=int)[:MOST]
    return list(applications.records(db(), given))


def _change(act: str) -> Callable[[int], object]:
    stage, _, closing = act.partition(":")
    if act in {"favourite", "not-favourite"}:
        return lambda number: fields.set_favourite(db(), number, act == "favourite", now=now())
    return partial(_set_stage, cast(Stage, stage), cast("Closing | None", closing or None))


def _set_stage(stage: Stage, closing: Closing | None, number: int) -> None:
    fields.set_stage(db(), number, stage, now=now(), closing=closing)


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
