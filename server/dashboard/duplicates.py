"""Two applications that may be one job, side by side: join them without losing a note, or say that they are two."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server.dashboard import done
from server.dashboard.application import pay_words
from server.dashboard.blueprint import db, now, pages
from server.sentences import Sentence
from server.services import duplicates as joining
from server.store import applications, duplicates, notes, people, touches
from server.store.errors import NotFoundError


@pages.get("/duplicates/<int:first>/<int:second>")
def duplicate(first: int, second: int) -> str:
    """Show two applications side by side."""
    suggestion = next((one for one in duplicates.suggested(db(), first) if second in (one.first, one.second)), None)
    return render_template(
        "dashboard/duplicates.html", sides=[_side(first), _side(second)], suggestion=suggestion, pair=(first, second)
    )


def _side(number: int) -> dict[str, Any]:
    row = applications.row(db(), number)
    return {
        "row": row,
        "pay": pay_words(row["pay"]),
        "people": [link for link in people.links(db(), number) if not link["removed"]],
        "notes": notes.of(db(), number),
        "touches": len(touches.of(db(), [number]).get(number, ())),
    }


@pages.post("/duplicates/<int:first>/<int:second>/join")
def join(first: int, second: int) -> Response:
    """Join the two; ``keep`` is the one whose page stays."""
    keep = request.form.get("keep", type=int)
    if keep not in (first, second):
        raise NotFoundError(Sentence("That is neither of the two."), Sentence("Go back and choose one of them."))
    made = joining.join(db(), keep, second if keep == first else first, now=now())
    return redirect(url_for("dashboard.application", number=keep, done=made.event), 303)


@pages.post("/duplicates/<int:suggestion>/dismiss")
def dismiss(suggestion: int) -> Response:
    """Say that they are two jobs."""
    made = joining.dismiss(db(), suggestion, now=now())
    number = made.application or 0
    return (
        redirect(url_for("dashboard.application", number=number, done=made.event), 303)
        if number
        else done.answer(made, "dashboard.applications")
    )
