"""The call list: every open follow-up as one row, with numbers to read and numbers to dial."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from server import describe, planning
from server.clock import zone
from server.store import followups, settings
from server.store.connection import Store

FAR = timedelta(days=3650)
MOST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One row. ``phone`` is to be read, ``dial`` holds its digits alone, country code first.

    ``due`` and ``time`` are the contact's; ``your_time`` says when that is for the person, where their clocks differ.
    ``notes`` say what to know first (that a contact is not sure, above all), ``they_wrote`` is the employer's own wish.
    """

    due: str
    time: str
    time_zone: str
    your_time: str | None = None
    channel: str
    kind: str
    contact: str | None
    role: str | None
    phone: str | None
    dial: str | None
    email: str | None
    job: str | None
    employer: str | None
    notes: str | None = None
    why: str
    they_wrote: str | None = None
    subject: str | None
    script: str
    application: int


def make_calls(db: Store, now: datetime) -> list[Call]:
    """Return the rows, in the order to do them: what is due first, then what comes."""
    planning.ensure_planned(db, now)
    told = settings.load(db)
    today = planning.end_of_day(told, now)
    due = followups.due(db, today, limit=MOST)
    coming = followups.between(db, today, now + FAR, limit=MOST)
    return [_call(one, zone(told.timezone)) for one in describe.follow_ups(db, [*due, *coming])]


def _call(one: dict[str, Any], own: tzinfo) -> Call:
    due = datetime.fromisoformat(one["due_at"])
    mine = due.astimezone(own)
    contact = one["contact"] or {}
    return Call(
        due=due.date().isoformat(),
        time=f"{due:%H:%M}",
        time_zone=f"UTC{due.isoformat()[-6:]}",
        your_time=f"{mine:%Y-%m-%d %H:%M}" if mine.utcoffset() != due.utcoffset() else None,
        channel=one["channel"],
        kind=one["kind"],
        contact=contact.get("name"),
        role=contact.get("role"),
        phone=readable(contact.get("phone")),
        dial=digits(contact.get("phone")),
        email=contact.get("email"),
        job=one["title"],
        employer=one["employer"],
        notes="\n".join(one["notes"]) or None,
        why=one["why"]["text"],
        they_wrote=one["why"]["quote"],
        subject=one["script"]["subject"],
        script=one["script"]["body"],
        application=one["application"],
    )


def readable(number: str | None) -> str | None:
    """Return a number (E.164, an extension as ``;ext=``) as a person reads it: ``(+1) 206-555-0142 ext. 7``.

    A cell that begins with ``+`` would be taken for a formula, and guarded by an apostrophe it would be ugly; after a
    bracket every spreadsheet leaves it as it is.
    """
    if not number:
        return None
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number.replace(";ext=", " ext. "))
    except phonenumbers.NumberParseException:
        return number
    text = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return re.sub(r"^(\+\d+)", r"(\1)", text)


def digits(number: str | None) -> str | None:
    """Return the digits to dial, country code first, without an extension."""
    return re.sub(r"[^0-9]", "", number.partition(";")[0]) or None if number else None
