"""Three steps to the first tracked job, and the ways without the extension."""

from __future__ import annotations

import sys
from pathlib import Path

from flask import current_app, render_template

from server import work
from server.dashboard.blueprint import db, pages
from server.store import access, applications

EXTENSIONS = (
    Path(__file__).resolve().parents[2] / "extension",
    Path(sys.prefix) / "share" / "ringback" / "extension",
)
"""Where the extension lies: in a clone, else where the package put it."""


@pages.get("/start")
def first_steps() -> str:
    """Show the steps, with those done ticked off."""
    return render_template(
        "dashboard/first_steps.html",
        connected=[one for one in access.list_browsers(db()) if not one.revoked_at],
        tracked=len(applications.ids(db())),
        folder=next((folder for folder in EXTENSIONS if (folder / "manifest.json").is_file()), None),
        port=current_app.config["PORT"],
        job=work.work().job,
    )
