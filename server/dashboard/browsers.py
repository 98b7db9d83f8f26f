"""The browsers whose extension may send pages: see them, answer one that asks, shut one out."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import render_template
from werkzeug.wrappers import Response

from server.dashboard.blueprint import back_to, db, pages, told
from server.dashboard.language import gettext
from server.pairing import desk
from server.store import access


@pages.get("/settings/browsers")
def settings_browsers() -> str:
    """List the browsers, and those that ask to be connected."""
    return render_template(
        "dashboard/browsers.html",
        browsers=[one for one in access.list_browsers(db()) if not one.revoked_at],
        asking=desk().waiting(),
    )


@pages.post("/settings/browsers/<int:number>/revoke")
def revoke_browser(number: int) -> Response:
    """Shut a browser out."""
    access.revoke_browser(db(), number, datetime.now(UTC))
    told(gettext("That browser can no longer send pages."))
    return back_to("dashboard.settings_browsers")
