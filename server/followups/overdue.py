"""How late a follow-up is, in business days of the employer's place."""

from __future__ import annotations

from datetime import datetime

from server.followups.records import Application, FollowUp
from server.followups.workdays import Workdays


def overdue(follow_up: FollowUp, application: Application, now: datetime) -> int:
    """How many business days have passed since a follow-up was due; 0 on its own day, and for one that is not due.

    One that needs a contact, or was left out, is never overdue.
    """
    if follow_up.state != "open" or now <= follow_up.due_at:
        return 0
    workdays = Workdays(application.country or follow_up.country, application.region or follow_up.region)
    today = now.astimezone(follow_up.due_at.tzinfo).date()
    return workdays.between(follow_up.due_at.date(), today)
