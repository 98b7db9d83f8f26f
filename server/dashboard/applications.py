"""The list of applications: searched, filtered, sorted."""

from __future__ import annotations

from flask import render_template, request

from server.dashboard import done, words
from server.dashboard.application import stage_choices
from server.dashboard.blueprint import db, pages
from server.dashboard.language import gettext
from server.store import listing


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
        done=done.find(),
    )


def filters() -> list[tuple[str, str]]:
    """What the list can be narrowed to."""
    stages = [(value, str(shown)) for value, shown in words.STAGES.items()]
    return [
        ("", gettext("All")),
        ("open", gettext("Open")),
        ("favourite", gettext("Favourites")),
        *stages,
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
