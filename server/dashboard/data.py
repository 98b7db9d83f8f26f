"""The data: where they are, a copy to keep, how long pages are kept, reading pages again, erasing all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from flask import Response, current_app, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from server import planning, work
from server.config import Config
from server.dashboard.blueprint import back_to, db, now, pages, today, told
from server.dashboard.language import gettext, ngettext
from server.parser_version import parser_version
from server.reading import reading_queue
from server.rereading import Progress, reread
from server.sentences import Sentence
from server.services import erasing, preferences
from server.store import backup, captures, restoring, settings
from server.store.connection import connect
from server.store.errors import ConflictError, InvalidError

SPANS = (None, 30, 90, 180, 365)


def _config() -> Config:
    config: Config = current_app.config["RINGBACK"]
    return config


@pages.get("/settings/data")
def settings_data() -> str:
    """Show where everything is and what can be done with it."""
    config, job = _config(), work.work().job
    return render_template(
        "dashboard/data.html",
        file=config.database,
        size=config.database.stat().st_size,
        copies=[copy.name for copy in backup.listed(config.backups)],
        folder=config.backups,
        before=[copy.name for copy in reversed(backup.set_aside(config.database))],
        kept=captures.count_pages(db()),
        outdated=captures.count_kept(db(), except_version=parser_version()),
        span=settings.preferences(db()).keep_pages_days,
        spans=SPANS,
        job=job,
    )


@pages.post("/settings/data/copy")
def copy_data() -> Response:
    """Give a whole copy of the data as a download."""
    with tempfile.TemporaryDirectory(dir=_config().data) as folder:
        content = backup.copy(db(), Path(folder) / "copy.db").read_bytes()
    name = f"ringback-{today().isoformat()}.db"
    return Response(
        content,
        mimetype="application/vnd.sqlite3",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@pages.post("/settings/data/restore")
def restore_copy() -> BaseResponse:
    """Put a daily copy, or what a restore set aside, in place of the data."""
    config = _config()
    files = [*backup.listed(config.backups), *backup.set_aside(config.database)]
    chosen = next((file for file in files if file.name == request.form.get("copy")), None)
    if chosen is None or not request.form.get("sure"):
        raise InvalidError(
            Sentence("Nothing was restored: the copy or the tick is missing."),
            Sentence("Choose a copy and tick below."),
        )
    if work.work().busy:
        raise ConflictError(Sentence("Other work is still going on."), Sentence("Stop it, or wait until it is done."))
    former = restoring.restore_while_open(db(), chosen)
    planning.replan_all(db(), now())
    told(gettext("Restored. What was here before is set aside as %(name)s.", name=former.name))
    return back_to("dashboard.settings_data")


@pages.post("/settings/data/keep")
def keep_pages() -> BaseResponse:
    """Set how long pages are kept, and forget at once those that are older."""
    days = request.form.get("days", type=int)
    preferences.save(db(), {"keep_pages_days": days if days in SPANS else None}, now=now())
    erased = erasing.pages_over_time(db(), now=now())
    told(ngettext("Saved. %(num)s page was forgotten.", "Saved. %(num)s pages were forgotten.", erased))
    return back_to("dashboard.settings_data")


@pages.post("/settings/data/pages")
def forget_pages() -> BaseResponse:
    """Forget all kept pages."""
    erased = erasing.pages(db(), now=now())
    told(ngettext("%(num)s page was forgotten.", "%(num)s pages were forgotten.", erased))
    return back_to("dashboard.settings_data")


@pages.post("/settings/data/reread")
def read_again() -> BaseResponse:
    """Begin to read the kept pages again."""
    database, read, at = _config().database, reading_queue().reader.read, now()

    def steps() -> Iterator[Progress]:
        with connect(database) as own:
            yield from reread(own, read, now=at)

    if not work.work().start("reread", steps):
        raise ConflictError(Sentence("Other work is still going on."), Sentence("Stop it, or wait until it is done."))
    return back_to("dashboard.settings_data")


@pages.post("/settings/data/stop")
def stop_work() -> BaseResponse:
    """Stop what is going on after the step it is at."""
    work.work().stop()
    return back_to("dashboard.settings_data")


@pages.get("/settings/data/erase")
def ask_erase() -> str:
    """Ask before everything is erased."""
    return render_template("dashboard/ask_erase.html", word=gettext("erase"))


@pages.post("/settings/data/erase")
def erase_all() -> BaseResponse:
    """Erase everything, if the person typed the word."""
    if request.form.get("word", "").strip().casefold() != gettext("erase").casefold():
        told(gettext("Nothing was erased: the word was not typed."), "warning")
        return back_to("dashboard.ask_erase")
    erasing.everything(db(), _config().backups)
    told(gettext("Everything was erased."))
    return back_to("dashboard.today")
