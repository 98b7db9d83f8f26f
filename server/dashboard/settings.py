"""The settings: who the person is, how bold, where and when."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import available_timezones

from flask import make_response, render_template, request
from flask_babel import refresh
from werkzeug.wrappers import Response

from server.dashboard import done, links, values, words
from server.dashboard.blueprint import back_to, db, me, now, pages, told
from server.dashboard.forms import SettingsForm
from server.dashboard.language import gettext
from server.followups import scripts
from server.followups.records import Away
from server.followups.rules import RULES
from server.sentences import Sentence
from server.services import preferences
from server.store import settings as kept
from server.store.errors import InvalidError

SPARE_ROWS = 2
LONGEST_WAIT = 120
_LINES = ("emails", "strengths")


@pages.get("/settings")
def settings() -> str:
    """Show the settings."""
    return _show(SettingsForm(formdata=None, data=_data()))


@pages.post("/settings")
def save_settings() -> Response:
    """Save them; every plan is made anew."""
    form = SettingsForm()
    if not form.validate():
        return make_response(_show(form), 422)
    changes = {name: form.data[name] for name in form.data if name != "csrf_token"}
    changes |= {name: values.lines(form.data[name]) for name in _LINES}
    changes["strengths"] += request.form.getlist("take")
    changes["phone"] = values.e164(changes["phone"], changes["country"])
    changes["region"] = changes["region"].upper() if changes["region"] else None
    changes["days_off"] = tuple(sorted(changes["days_off"]))
    changes["away"] = _away()
    changes["waits"] = _waits()
    changed = preferences.save(db(), changes, now=now())
    refresh()  # What is told now is told in the language just chosen.
    told(gettext("Saved. Every plan was made anew with it.") if changed else gettext("Nothing was changed."))
    return back_to("dashboard.settings")


def _show(form: SettingsForm) -> str:
    away = [(one.first.isoformat(), one.last.isoformat()) for one in me().away]
    return render_template(
        "dashboard/settings.html",
        form=form,
        zones=sorted(available_timezones()),
        away_rows=[*away, *[("", "")] * SPARE_ROWS],
        stances_explained=words.STANCES_EXPLAINED,
        waits=[{"rule": rule, "own": me().waits.get(rule.name)} for rule in RULES.values() if rule.wait],
        own_waits=bool(me().waits),
        could_be=[line for line in scripts.strengths_from(me().resume) if line not in me().strengths],
        done=done.find(),
    )


def _data() -> dict[str, Any]:
    told_of = me()
    data = {name: getattr(told_of, name) for name in SettingsForm()._fields if hasattr(told_of, name)}
    data["phone"] = links.shown_number(told_of.phone)
    data["language"] = kept.preferences(db()).language
    return data | {name: "\n".join(getattr(told_of, name)) for name in _LINES}


def _waits() -> dict[str, int]:
    typed = {rule.name: request.form.get(f"wait:{rule.name}", type=int) for rule in RULES.values() if rule.wait}
    return {name: days for name, days in typed.items() if days is not None and 0 <= days <= LONGEST_WAIT}


def _away() -> tuple[Away, ...]:
    spans = zip(request.form.getlist("away_first"), request.form.getlist("away_last"), strict=False)
    return tuple(_span(first, last) for first, last in spans if first or last)


def _span(first: str, last: str) -> Away:
    try:
        span = Away(first=date.fromisoformat(first or last), last=date.fromisoformat(last or first))
    except ValueError as error:
        raise InvalidError(
            Sentence("A day you are away is not a date."), Sentence("Choose both days again.")
        ) from error
    if span.last < span.first:
        raise InvalidError(Sentence("You cannot be back before you leave."), Sentence("Swap the two days."))
    return span
