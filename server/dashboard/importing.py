"""Saved pages taken in from files: each is kept first, then read, as if it had been captured; beside the requests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from flask import current_app, request
from werkzeug.wrappers import Response

from server import intake, work
from server.config import Config
from server.dashboard.blueprint import back_to, db, now, pages, told
from server.dashboard.language import ngettext
from server.intake import Capture
from server.reading import reading_queue
from server.rereading import Progress
from server.saved_page import title, unpack
from server.sentences import Sentence
from server.store.connection import connect
from server.store.errors import ConflictError, InvalidError

MOST = 200
ENDINGS = (".html", ".htm", ".xhtml", ".mhtml", ".mht")


@pages.post("/import")
def import_pages() -> Response:
    """Keep the pages at once, and begin to read them."""
    files = [file for file in request.files.getlist("pages")[:MOST] if file.filename]
    if not files:
        raise InvalidError(
            Sentence("No file was chosen."), Sentence("Save a page in the browser and choose that file.")
        )
    kept = [_keep(file.filename or "", file.read(), now()) for file in files]
    config: Config = current_app.config["RINGBACK"]
    read, at = reading_queue().reader.read, now()

    def steps() -> Iterator[Progress]:
        with connect(config.database) as own:
            for done, capture in enumerate(kept, 1):
                intake.read_kept(own, capture, read, now=at)
                yield Progress(done, len(kept), done)

    if not work.work().start("import", steps):
        raise ConflictError(
            Sentence("The pages are kept, but other work is still going on."),
            Sentence("They are read when the server starts next."),
        )
    told(ngettext("%(num)s page is kept and being read.", "%(num)s pages are kept and being read.", len(kept)))
    return back_to("dashboard.first_steps")


def _keep(name: str, content: bytes, at: datetime) -> str:
    if Path(name).suffix.lower() not in ENDINGS:
        raise InvalidError(
            Sentence("“%(name)s” is not a saved web page.", name=name[:80]),
            Sentence("Choose files that end in .html or .mhtml."),
        )
    html, url = unpack(content)
    return intake.keep(db(), Capture(html=html, url=url, title=title(html), captured_at=at), now=at).id
