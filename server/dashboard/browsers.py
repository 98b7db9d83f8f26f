"""The browsers whose extension may send pages: let one in by a token shown once, or shut one out."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import current_app, make_response, render_template, request
from werkzeug.wrappers import Response

from server.dashboard.blueprint import back_to, db, pages, told
from server.dashboard.language import gettext
from server.store import access


@pages.get("/settings/browsers")
def settings_browsers() -> str:
    """List the browsers."""
    return _show()


@pages.post("/settings/browsers")
def add_browser() -> Response:
    """Make a token. The answer is the only page that ever shows it."""
    name = request.form.get("name", "").strip()[:60] or gettext("A browser")
    return make_response(_show(access.add_browser(db(), name, datetime.now(UTC))))


@pages.post("/settings/browsers/<int:number>/revoke")
def revoke_browser(number: int) -> Response:
    """Shut a browser out."""
    access.revoke_browser(db(), number, datetime.now(UTC))
    told(gettext("That browser can no longer send pages."))
    return back_to("dashboard.settings_browsers")


def _show(token: str | None = None) -> str:
    return render_template(
        "dashboard/browsers.html",
        browsers=[one for one in access.list_browsers(db()) if not one.revoked_at],
        token=token,
        port=current_app.config["PORT"],
    )
