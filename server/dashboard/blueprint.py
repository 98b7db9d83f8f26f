"""The blueprint all pages hang on, and what every page is given: who the person is, the day, the words."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server import clock, planning
from server.dashboard import icons, language, links, moments, words
from server.dashboard.language import gettext, said
from server.database import get_db
from server.followups.records import Settings
from server.store import followups, settings
from server.store.connection import Store
from server.store.errors import StoreError

pages = Blueprint(
    "dashboard", __name__, template_folder="templates", static_folder="static", static_url_path="/static/dashboard"
)
STATIC = Path(__file__).parent / "static"


def db() -> Store:
    """The request's connection."""
    return get_db()


def me() -> Settings:
    """What the person told of themselves, read once a request."""
    if "me" not in g:
        g.me = settings.load(db())
    return cast(Settings, g.me)


def now() -> datetime:
    """The time on the person's own clock, the same for the whole request."""
    if "now" not in g:
        g.now = clock.now(me().timezone)
    return cast(datetime, g.now)


def today() -> date:
    """The person's own calendar day."""
    return now().date()


def asset(name: str) -> str:
    """The address of a static file, with a mark that changes when the file does, so that browsers may keep it."""
    return url_for("dashboard.static", filename=name, v=int((STATIC / name).stat().st_mtime))


def back_to(place: str, **values: Any) -> Response:
    """The answer to a form: go and look at the page it came from."""
    return redirect(url_for(place, **values), 303)


def origin(otherwise: str, done: str = "") -> str:
    """The page a form stood on, with all it was asked for: search, filter and order stay; else ``otherwise``.

    ``done`` is the event it shall tell of.
    """
    came = urlsplit(request.referrer or "")
    ours = came.netloc == request.host and came.path
    path, query = (came.path, came.query) if ours else (otherwise, "")
    asked = [(name, value) for name, value in parse_qsl(query) if name != "done"]
    whole = urlencode([*asked, ("done", done)] if done else asked)
    return f"{path}?{whole}" if whole else path


def told(sentence: str, category: str = "message") -> None:
    """Leave a sentence for the next page."""
    flash(sentence, category)


@pages.before_request
def plan_the_day() -> None:
    """Plan anew at the first request of a day."""
    if request.endpoint != "dashboard.static":
        planning.ensure_planned(db(), now(), wait=False)


def settings_parts() -> list[tuple[str, str]]:
    """The pages the settings consist of."""
    return [
        ("dashboard.settings", gettext("About me")),
        ("dashboard.settings_scripts", gettext("Scripts")),
        ("dashboard.settings_browsers", gettext("Browsers")),
        ("dashboard.settings_data", gettext("Data")),
    ]


@pages.context_processor
def common() -> dict[str, Any]:
    """What every template may use."""
    return {
        "me": me(),
        "now": now(),
        "today": today(),
        "due_count": followups.count_due(db(), planning.end_of_day(me(), now())),
        "language": language.tag(),
        "asset": asset,
        "settings_parts": settings_parts,
        "icon": icons.icon,
        "word": words.word,
        "web_link": links.web_link,
        "shown_host": links.shown_host,
        "looks_alike": links.looks_alike,
        "mail_link": links.mail_link,
        "dial_link": links.dial_link,
        "shown_number": links.shown_number,
    }


for _name in ("day", "day_and_hour", "hour", "long_day", "in_zone", "differs", "parsed", "place", "ago"):
    pages.add_app_template_filter(getattr(moments, _name), _name)


@pages.errorhandler(StoreError)
def refused(error: StoreError) -> Response | tuple[str, int]:
    """Say what could not be done: on the page the form stood on, or on a page of its own."""
    if request.method == "POST":
        told(f"{said(error.message)} {said(error.next_step)}", "error")
        return redirect(origin(url_for("dashboard.today")), 303)
    return render_template("dashboard/refused.html", error=error), error.status
