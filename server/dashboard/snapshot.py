"""The posting as it was on the day it was tracked: shown in a frame that can do nothing and asks for nothing."""

from __future__ import annotations

from flask import Response

from server import snapshot as inert
from server.dashboard.blueprint import db, pages
from server.store import captures


@pages.get("/pages/<uuid:capture>")
def snapshot(capture: object) -> Response:
    """Give the kept page, inert."""
    return inert.snapshot(captures.page(db(), str(capture)).html)
