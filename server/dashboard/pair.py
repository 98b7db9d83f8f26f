"""The page on which a person connects a browser: it shows the code that the browser shows, and asks."""

from __future__ import annotations

from typing import Any

from flask import render_template, request
from werkzeug.wrappers import Response

from server.dashboard.blueprint import back_to, pages
from server.pairing import desk


@pages.get("/pair/<identifier>")
def pair(identifier: str) -> Any:
    """Show the code and ask; or say how it went."""
    asked = desk().find(identifier)
    return render_template("dashboard/pair.html", asked=asked), 200 if asked else 404


@pages.post("/pair/<identifier>")
def decide_pair(identifier: str) -> Response:
    """Take the person's answer and show the page again."""
    desk().decide(identifier, "agreed" if request.form.get("answer") == "connect" else "declined")
    return back_to("dashboard.pair", identifier=identifier)
