"""The scripts' texts: look at ours, change one for good, see how it reads with real data, go back to ours."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from flask import make_response, render_template, request
from werkzeug.wrappers import Response

from server.dashboard import words
from server.dashboard.blueprint import back_to, db, me, now, pages, told
from server.dashboard.language import gettext
from server.followups import scripts
from server.followups.records import Application
from server.followups.scripts import Script, Template
from server.sentences import Sentence
from server.services import preferences
from server.store import applications, interviews, listing, settings, touches
from server.store.errors import NotFoundError

OFFERED = 30


@pages.get("/settings/scripts")
def settings_scripts() -> str:
    """List all texts by kind."""
    groups = {
        kind: list(found) for kind, found in groupby(scripts.templates(), key=lambda one: one.name.partition(".")[0])
    }
    ordered = [(kind, groups[kind]) for kind in words.KINDS if kind in groups]
    return render_template("dashboard/texts.html", groups=ordered, own=settings.templates(db()))


@pages.get("/settings/scripts/<name>")
def settings_scripts_text(name: str) -> str:
    """Show one text, to be changed."""
    return _show(name, settings.templates(db()).get(name) or _ours(name))


@pages.post("/settings/scripts/<name>")
def change_text(name: str) -> Response:
    """Preview the text, keep it for good, or go back to ours."""
    act, typed = request.form.get("act"), request.form.get("text", "").replace("\r\n", "\n")
    ours = _ours(name)
    if act == "ours":
        preferences.save_template(db(), name, None, now=now())
        told(gettext("Ringback’s own text is used again."))
        return back_to("dashboard.settings_scripts_text", name=name)
    blocking = [problem for problem in scripts.check_template(name, typed) if problem.blocking]
    if act == "keep" and not blocking:
        preferences.save_template(db(), name, None if typed.strip() == ours.strip() else typed, now=now())
        told(gettext("Saved. Your text is used from now on."))
        return back_to("dashboard.settings_scripts_text", name=name)
    return make_response(_show(name, typed, refused=act == "keep"), 422 if act == "keep" else 200)


def _ours(name: str) -> str:
    try:
        return scripts.template(name)
    except KeyError as error:
        raise NotFoundError(Sentence("There is no such text."), Sentence("Choose one from the list.")) from error


def _show(name: str, typed: str, *, refused: bool = False) -> str:
    offered = _examples()
    chosen = offered.get(request.values.get("with", 0, type=int)) or next(iter(offered.values()), None)
    return render_template(
        "dashboard/text.html",
        template=_template(name),
        typed=typed,
        changed=name in settings.templates(db()),
        problems=scripts.check_template(name, typed),
        refused=refused,
        variables=scripts.variables(),
        examples=offered,
        chosen=chosen,
        script=_preview(name, typed, chosen),
    )


def _template(name: str) -> Template:
    return next(one for one in scripts.templates() if one.name == name)


def _examples() -> Mapping[int, Application]:
    found = listing.page(db(), show="open").rows[:OFFERED]
    return applications.records(db(), [one["id"] for one in found])


def _preview(name: str, typed: str, chosen: Application | None) -> Script | None:
    if chosen is None:
        return None
    history, held = touches.of(db(), [chosen.id]), interviews.of(db(), [chosen.id])
    return scripts.preview(
        name, typed, chosen, me(), now(), touches=history.get(chosen.id, ()), interviews=held.get(chosen.id, ())
    )
