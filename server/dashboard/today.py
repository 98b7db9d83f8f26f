"""Today: who is due, why, and what to say; outcomes logged in one click."""

from __future__ import annotations

from flask import render_template

from server.dashboard import agenda, done
from server.dashboard.blueprint import db, me, now, pages
from server.dashboard.items import Item
from server.dashboard.language import ngettext
from server.store import applications

NEEDS_SHOWN = 10


@pages.get("/")
def today() -> str:
    """Show the day."""
    shown = agenda.load(db(), me(), now())
    return render_template(
        "dashboard/today.html",
        items=shown.due,
        later=shown.later,
        needs_contact=shown.needs_contact[:NEEDS_SHOWN],
        needs_contact_more=len(shown.needs_contact) - NEEDS_SHOWN if len(shown.needs_contact) > NEEDS_SHOWN else 0,
        summary=summary(shown.due),
        tracked=bool(shown.due or shown.later or shown.needs_contact or applications.ids(db())),
        done=done.find(),
    )


def summary(items: tuple[Item, ...]) -> str:
    """How many calls and messages: *2 calls, 1 message*."""
    calls = sum(item.follow_up.channel == "phone" for item in items)
    messages = sum(item.follow_up.channel in {"email", "letter"} for item in items)
    parts = []
    if calls:
        parts.append(ngettext("%(num)d call", "%(num)d calls", calls))
    if messages:
        parts.append(ngettext("%(num)d message", "%(num)d messages", messages))
    if reminders := len(items) - calls - messages:
        parts.append(ngettext("%(num)d reminder", "%(num)d reminders", reminders))
    return ", ".join(parts)
