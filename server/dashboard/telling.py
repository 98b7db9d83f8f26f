"""Events in words: what was done, for the timeline and for the line that says it was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext as _l

from server.dashboard import moments, words
from server.dashboard.language import gettext
from server.store.rows import Row

_PLAIN: words.Words = {
    "captured-again": _l("Captured again"),
    "read-again": _l("Read again"),
    "tracked": _l("Tracked"),
    "added": _l("Added by hand"),
    "contact-added": _l("Contact added"),
    "contact-confirmed": _l("Contact confirmed"),
    "contact-removed": _l("Contact taken off"),
    "contact-preferred": _l("Contact put first"),
    "contact-corrected": _l("Contact corrected"),
    "detail-revived": _l("Address or number is right after all"),
    "detail-dead": _l("Address or number marked as dead"),
    "people-merged": _l("Two people joined to one"),
    "joined": _l("Two applications joined to one"),
    "not-a-duplicate": _l("Two jobs, not one"),
    "note-added": _l("Note written"),
    "note-edited": _l("Note changed"),
    "note-removed": _l("Note deleted"),
    "document-added": _l("Document noted"),
    "document-removed": _l("Document taken off"),
    "interview-added": _l("Interview arranged"),
    "interview-changed": _l("Interview changed"),
    "interview-held": _l("Interview held"),
    "interview-report": _l("Word on the decision noted"),
    "interview-removed": _l("Interview taken off"),
    "step-moved": _l("Follow-up moved"),
    "step-snoozed": _l("Follow-up put off"),
    "step-skipped": _l("Follow-up skipped"),
    "step-restored": _l("Follow-up as the rule says again"),
    "step-reworded": _l("Words changed for this time"),
    "step-rechannelled": _l("Channel changed"),
    "step-redirected": _l("Turned to another contact"),
    "settings": _l("Settings saved"),
    "template": _l("Script text saved"),
}
_FIELDS: words.Words = {
    "title": _l("job title"),
    "employer": _l("employer"),
    "location": _l("place"),
    "employment_type": _l("kind of employment"),
    "reference": _l("reference number"),
    "url": _l("web address"),
    "posted_where": _l("where it was posted"),
    "sort_of_work": _l("sort of work"),
    "why_employer": _l("why this employer"),
    "referred_by": _l("who sent you there"),
    "posted_on": _l("day posted"),
    "closes_on": _l("closing date"),
    "applied_on": _l("day applied"),
    "applied_at": _l("hour applied"),
    "pay": _l("pay"),
    "apply_by": _l("how to apply"),
    "apply_to": _l("where to apply"),
    "approach": _l("approach"),
    "origin": _l("origin"),
    "stance": _l("stance"),
    "stage": _l("stage"),
    "closing": _l("how it ended"),
    "calls": _l("wish on calls"),
    "contact": _l("wish on contact"),
    "call_hours": _l("hours to call"),
    "wish_text": _l("words on contact"),
    "country": _l("country"),
    "region": _l("region"),
    "timezone": _l("time zone"),
    "language": _l("language"),
    "one_thing": _l("the one thing"),
    "wants": _l("what they want"),
    "description": _l("text of the posting"),
    "favourite": _l("favourite"),
}


def words_for(event: Row) -> str:
    """One event in a few words."""
    teller = _TELLERS.get(event["verb"])
    if teller:
        return teller(event["data"] or {})
    known = _PLAIN.get(event["verb"])
    return str(known) if known is not None else str(event["verb"]).replace("-", " ").capitalize()


def detail_for(event: Row, zone: str) -> str | None:
    """What more there is to say of an event: a reason, their words, another time."""
    data = event["data"] or {}
    said = data.get("reason") or data.get("says") or data.get("name")
    when = data.get("due_at") or data.get("until") or data.get("starts_at")
    if when:
        moment = moments.in_zone(datetime.fromisoformat(when), zone)
        return moments.day_and_hour(moment)
    return str(said) if said else None


def _outcome(data: Mapping[str, Any]) -> str:
    return words.word("outcome", data.get("outcome"))


def _correction(data: Mapping[str, Any]) -> str:
    fields = set(data.get("fields") or ())
    if fields == {"favourite"}:
        return gettext("Favourite changed")
    if fields and fields <= {"stage", "closing"}:
        return gettext("Stage changed")
    if fields and fields <= {"stance"}:
        return gettext("Stance changed")
    if "applied_on" in fields and fields <= {"applied_on", "applied_at"}:
        return gettext("Applied")
    names = ", ".join(str(_FIELDS.get(name, name)) for name in sorted(fields))
    return gettext("Corrected: %(fields)s", fields=names) if names else gettext("Corrected")


_TELLERS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {"outcome": _outcome, "correct": _correction}
