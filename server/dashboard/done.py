"""What was just done, said at the top of the next page, with what comes next and the way to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from server.dashboard import telling
from server.dashboard.blueprint import db, origin
from server.dashboard.language import ngettext
from server.followups.records import FollowUp, Why
from server.services.verb import Done
from server.store import applications, events, followups, people
from server.store.rows import Row


@dataclass(frozen=True, slots=True)
class Shown:
    """One event as the page says it; ``undo`` is its id while it can be taken back."""

    words: str
    who: str | None
    application: int | None
    next: FollowUp | None
    absence: Why | None
    undo: str | None


def answer(done: Done | None, place: str, **values: Any) -> Response:
    """Go back to the page the form stood on (else to ``place``), which then says what was done."""
    return redirect(origin(url_for(place, **values), str(done.event) if done and done.event else ""), 303)


def answer_span(events: list[int], place: str) -> Response:
    """``answer`` for several events that were done in one go and follow one another."""
    return redirect(origin(url_for(place), f"{events[0]}-{events[-1]}" if events else ""), 303)


def find() -> Shown | None:
    """The event the address speaks of (``?done=``), unless it was taken back."""
    first, _, last = request.args.get("done", "").partition("-")
    event = events.get(db(), int(last or first)) if (last or first).isdecimal() else None
    if event is None or event["undone_at"]:
        return None
    if last and first.isdecimal():
        return _several(int(last) - int(first) + 1, f"{first}-{last}")
    return Shown(
        words=telling.words_for(event),
        who=_who(event),
        application=event["application"],
        next=_next(event),
        absence=_absence(event),
        undo=str(event["id"]) if event["undoable"] else None,
    )


def _several(number: int, undo: str) -> Shown:
    words = ngettext("%(num)s application was changed.", "%(num)s applications were changed.", number)
    return Shown(words=words, who=None, application=None, next=None, absence=None, undo=undo)


def _who(event: Row) -> str | None:
    if event["person"] is not None:
        return cast("str | None", people.row(db(), event["person"])["name"])
    if event["application"] is None:
        return None
    record = applications.record(db(), event["application"])
    return record.employer or record.title


def _next(event: Row) -> FollowUp | None:
    if event["application"] is None:
        return None
    ahead = [one for one in followups.of(db(), event["application"]) if one.state != "skipped"]
    return ahead[0] if ahead else None


def _absence(event: Row) -> Why | None:
    plan = followups.plan(db(), event["application"]) if event["application"] is not None else None
    return plan.absences[0].why if plan and plan.absences else None
