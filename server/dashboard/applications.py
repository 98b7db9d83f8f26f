"""The list of applications: searched, filtered, sorted."""

from __future__ import annotations

from typing import Any

from flask import render_template, request

from server.dashboard import done, words
from server.dashboard.application import stage_choices
from server.dashboard.blueprint import db, pages
from server.dashboard.language import gettext
from server.store import applications as store
from server.store import duplicates, listing

ALIKE = 3


@pages.get("/applications")
def applications() -> str:
    """Show one page of the list."""
    typed = request.args.get("q", "")[:200].strip()
    show, sort = request.args.get("show", ""), request.args.get("sort", "")
    found = listing.page(db(), typed=typed, show=show, sort=sort, number=request.args.get("page", 1, type=int))
    return render_template(
        "dashboard/applications.html",
        rows=found.rows,
        total=found.total,
        page=found.page,
        page_count=found.pages,
        q=typed,
        show=show if show in listing.FILTERS else "",
        sort=sort if sort in listing.SORTS else "",
        filters=filters(),
        sorts=sorts(),
        stages=stage_choices(),
        alike=_alike() if not typed else [],
        done=done.find(),
    )


def _alike() -> list[dict[str, Any]]:
    """The first few pairs that may be one job twice."""
    pairs = duplicates.suggested(db())[:ALIKE]
    records = store.records(db(), {number for pair in pairs for number in (pair.first, pair.second)})
    return [
        {"pair": pair, "name": one.title or one.employer, "employer": one.employer}
        for pair in pairs
        if (one := records.get(pair.first))
    ]


def filters() -> list[tuple[str, str]]:
    """What the list can be narrowed to."""
    stages = [(value, str(shown)) for value, shown in words.STAGES.items()]
    return [
        ("", gettext("All")),
        ("open", gettext("Open")),
        ("favourite", gettext("Favourites")),
        *stages,
        *((value, str(shown)) for value, shown in words.APPROACHES.items()),
        ("needs-contact", gettext("Needs a contact")),
        ("needs-details", gettext("Details to fill in")),
    ]


def sorts() -> list[tuple[str, str]]:
    """What the list can be ordered by."""
    return [
        ("", gettext("Newest first")),
        ("next", gettext("What comes next")),
        ("applied", gettext("Day applied")),
        ("closes", gettext("Closing date")),
        ("employer", gettext("Employer")),
        ("title", gettext("Job title")),
    ]
