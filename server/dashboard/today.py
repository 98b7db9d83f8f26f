"""Today: who is due, why, and what to say; outcomes logged in one click."""

from __future__ import annotations

from flask import render_template

from server import planning
from server.dashboard import agenda, done
from server.dashboard.blueprint import db, me, now, pages
from server.dashboard.language import ngettext
from server.store import applications


@pages.get("/")
def today() -> str:
    """Show the day."""
    shown = agenda.load(db(), me(), now())
    return render_template(
        "dashboard/today.html",
        items=shown.due,
        later=shown.later,
        needs_contact=shown.needs_contact,
        needs_contact_more=shown.waiting - len(shown.needs_contact),
        due_more=sum(shown.counts.values()) - len(shown.due),
        summary=summary(shown.counts),
        seconds_to_midnight=int((planning.end_of_day(me(), now()) - now()).total_seconds()),
        tracked=bool(shown.due or shown.later or shown.needs_contact or applications.count(db())),
        done=done.find(),
    )


def summary(counts: dict[str, int]) -> str:
    """How many calls and messages, from the numbers by channel: *2 calls, 1 message*."""
    calls = counts.get("phone", 0)
    messages = counts.get("email", 0) + counts.get("letter", 0)
    parts = []
    if calls:
        parts.append(ngettext("%(num)s call", "%(num)s calls", calls))
    if messages:
        parts.append(ngettext("%(num)s message", "%(num)s messages", messages))
    if reminders := counts.get("reminder", 0):
        parts.append(ngettext("%(num)s reminder", "%(num)s reminders", reminders))
    return ", ".join(parts)
