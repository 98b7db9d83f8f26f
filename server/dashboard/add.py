"""Add by hand: a phone advert, a friend's lead, a place that posted nothing, or a posting whose text one has."""

from __future__ import annotations

from flask import make_response, render_template
from werkzeug.wrappers import Response

from server.dashboard.blueprint import pages
from server.dashboard.forms import AddForm


@pages.get("/add")
def add() -> str:
    """Show the empty form."""
    return render_template("dashboard/add.html", form=AddForm())


@pages.post("/add")
def add_by_hand() -> Response:
    """Take it in as a capture is: kept first, then read, then planned."""
    form = AddForm()
    return make_response(render_template("dashboard/add.html", form=form), 422)
