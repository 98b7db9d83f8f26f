"""From a follow-up to its script: the text chosen, the facts gathered, the person's own words put first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from jinja2 import TemplateError

from server.followups.records import Application, Channel, FollowUp, Identity, Interview, Person, Settings, Touch, Why
from server.followups.scripts import texts
from server.followups.scripts.choose import name_for
from server.followups.scripts.compose import Words, compose
from server.followups.scripts.facts import flags, gather, turn
from server.followups.scripts.onething import best_for
from server.followups.scripts.phrasing import lines
from server.followups.scripts.script import Script, Section, Source
from server.followups.scripts.variables import Facts, missing


def write(
    follow_up: FollowUp,
    application: Application,
    settings: Settings,
    *,
    touches: Sequence[Touch] = (),
    interviews: Sequence[Interview] = (),
    templates: Mapping[str, str] | None = None,
    today: date | None = None,
) -> Script:
    """The script for a follow-up.

    ``templates`` are the person's own texts by name; one that cannot be used is replaced by ours, and a note says so.
    A subject or body written for this follow-up alone wins over all. ``touches`` and ``interviews`` may hold those of
    other applications: they are left aside. ``today``, the person's own calendar day, allows *yesterday*; without it
    dates are in full, as seen from the day the follow-up is due.
    """
    ours = [touch for touch in touches if touch.application == application.id]
    talks = [interview for interview in interviews if interview.application == application.id]
    name = name_for(follow_up, application, ours, texts.names())
    found, chosen = best_for(application, settings)
    facts = gather(follow_up, application, settings, ours, talks, found, today)
    asked = flags(follow_up, application, facts)
    words, source, notes = _words(
        name, templates or {}, follow_up.channel, facts, asked, settings.tone, turn(follow_up, talks)
    )
    if found and not chosen and "one_thing" in words.looked_at:
        notes = (*notes, "The one thing is our proposal from your strengths. Choose it on the application's page.")
    once = follow_up.body is not None
    return Script(
        name=name,
        kind=follow_up.kind,
        channel=follow_up.channel,
        subject=follow_up.subject or words.subject,
        body=words.body if follow_up.body is None else follow_up.body,
        sections=_address(follow_up, application) if follow_up.channel == "letter" else () if once else words.sections,
        missing=() if once else missing(words.looked_at, facts),
        source="once" if once or follow_up.subject else source,
        notes=notes,
        match=found,
    )


def write_offered(
    offered: Literal["referral-question", "courteous-note"],
    application: Application,
    settings: Settings,
    now: datetime,
    *,
    person: Person | None = None,
    channel: Channel = "email",
    touches: Sequence[Touch] = (),
    interviews: Sequence[Interview] = (),
    templates: Mapping[str, str] | None = None,
) -> Script:
    """The script for what an absence of follow-ups offers: asking who else may need one, or withdrawing courteously."""
    rule = {"referral-question": "R6.not-a-fit", "courteous-note": "R6.withdrawn"}[offered]
    follow_up = FollowUp(
        identity=Identity(application=application.id, rule=rule, person=person.id if person else None),
        kind="closing-note",
        channel=channel,
        due_at=now,
        why=Why(rule=rule, text=""),
        person=person,
    )
    return write(follow_up, application, settings, touches=touches, interviews=interviews, templates=templates)


def _words(
    name: str,
    own: Mapping[str, str],
    channel: Channel,
    facts: Facts,
    asked: Mapping[str, str | bool],
    tone: str,
    turn: int,
) -> tuple[Words, Source, tuple[str, ...]]:
    text = texts.text(name)
    notes = (text.tip,) if text.tip else ()
    if name in own:
        try:
            return compose(texts.parse(name, own[name]), channel, facts, asked, tone, turn), "own", notes
        except TemplateError as error:
            notes = (f"Your own text for “{text.title}” could not be used ({error.message}); this is ours.", *notes)
    return compose(text, channel, facts, asked, tone, turn), "ours", notes


def _address(follow_up: FollowUp, application: Application) -> tuple[Section, ...]:
    person = follow_up.person
    parts = [person.name if person else None, application.employer, person.address if person else None]
    written = "\n".join(line for part in parts for line in lines(part))
    return (Section("address", "Address", written),) if written else ()
