"""Downloads: the call list in every format there is."""

from __future__ import annotations

from flask import Response

from server import exports
from server.dashboard.blueprint import db, now, pages, today
from server.sentences import Sentence
from server.store.errors import NotFoundError


@pages.get("/export/calls.<name>")
def export(name: str) -> Response:
    """Give the call list as a file."""
    if name not in exports.formats():
        raise NotFoundError(Sentence("There is no such file."), Sentence("Go back and choose one of those offered."))
    attachment = f'attachment; filename="calls-{today().isoformat()}.{name}"'
    return Response(
        exports.calls(db(), name, now()),
        mimetype=exports.mimetype(name),
        headers={"Content-Disposition": attachment},
    )
