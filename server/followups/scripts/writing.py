"""From a follow-up to its script: the text chosen, the facts gathered, the person's own words put first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal, cast

from server.followups.records import (
    Application,
    Channel,
    FollowUp,
    Identity,
    Interview,
    Kind,
    Person,
    Settings,
    Touch,
    Why,
)
from server.followups.scripts import texts
from server.followups.scripts.checking import check_template
from server.followups.scripts.choose import name_for
from server.followups.scripts.compose import compose
from server.followups.scripts.facts import flags, gather, turn
from server.followups.scripts.onething import best_for
from server.followups.scripts.phrasing import lines
from server.followups.scripts.script import Reader, Script, Section, Source
from server.followups.scripts.texts import Text
from server.followups.scripts.variables import missing
from server.sentences import Sentence, joined

IN_ENGLISH = Reader()


def write(
    follow_up: FollowUp,
    application: Application,
    settings: Settings,
    *,
    touches: Sequence[Touch] = (),
    interviews: Sequence[Interview] = (),
    templates: Mapping[str, str] | None = None,
    today: date | None = None,
    reader: Reader = IN_ENGLISH,
) -> Script:
    """The script for a follow-up.

    ``templates`` are the person's own texts by name; one that cannot be used is replaced by ours, and a note says so.
    A subject or body written for this follow-up alone wins over all. ``touches`` and ``interviews`` may hold those of
    other applications: they are left aside. ``today``, the person's own calendar day, allows *yesterday*; without it
    dates are in full, as seen from the day the follow-up is due. A reminder, which speaks to the person, is in the
    language of its ``reader``.
    """
    ours = [touch for touch in touches if touch.application == application.id]
    talks = [interview for interview in interviews if interview.application == application.id]
    name = name_for(follow_up, application, ours, texts.names())
    own = (templates or {}).get(name)
    return _script(name, own, follow_up, application, settings, ours, talks, today, reader)


def preview(
    name: str,
    source: str,
    application: Application,
    settings: Settings,
    now: datetime,
    *,
    person: Person | None = None,
    touches: Sequence[Touch] = (),
    interviews: Sequence[Interview] = (),
) -> Script:
    """How a person's own text reads with one application's real data, whatever is planned for it.

    Without a ``person`` it is addressed to the application's first. A text with blocking problems shows as ours, with
    a note. Raises KeyError if there is no text of that name.
    """
    kind = cast(Kind, name.split(".")[0])
    person = person or next(iter(application.people), None)
    follow_up = _planned(kind, name, texts.channel_of(name), application, now, person)
    ours = [touch for touch in touches if touch.application == application.id]
    talks = [interview for interview in interviews if interview.application == application.id]
    return _script(name, source, follow_up, application, settings, ours, talks, now.date())


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
    follow_up = _planned("closing-note", rule, channel, application, now, person)
    return write(follow_up, application, settings, touches=touches, interviews=interviews, templates=templates)


def _planned(
    kind: Kind, rule: str, channel: Channel, application: Application, now: datetime, person: Person | None
) -> FollowUp:
    identity = Identity(application=application.id, rule=rule, person=person.id if person else None)
    why = Why(rule=rule, text=Sentence())
    return FollowUp(identity=identity, kind=kind, channel=channel, due_at=now, why=why, person=person)


def _script(
    name: str,
    own: str | None,
    follow_up: FollowUp,
    application: Application,
    settings: Settings,
    touches: Sequence[Touch],
    interviews: Sequence[Interview],
    today: date | None,
    reader: Reader = IN_ENGLISH,
) -> Script:
    found, chosen = best_for(application, settings)
    text, source, notes = _text(name, own)
    if texts.channel_of(name) != "reminder" or source != "ours":
        reader = IN_ENGLISH
    text = text.in_words_of(reader.translate)
    facts = gather(follow_up, application, settings, touches, interviews, found, today, reader.locale)
    asked = flags(follow_up, application, facts)
    words = compose(text, texts.channel_of(name), facts, asked, settings.tone, turn(follow_up, interviews))
    if found and not chosen and (facts["one_thing"] or "") in words.body:
        notes = (
            *notes,
            Sentence("The one thing is our proposal from your strengths. Choose it on the application's page."),
        )
    once = follow_up.body is not None
    return Script(
        name=name,
        kind=follow_up.kind,
        channel=follow_up.channel,
        subject=follow_up.subject or words.subject,
        body=words.body if follow_up.body is None else follow_up.body,
        sections=_address(follow_up, application) if follow_up.channel == "letter" else () if once else words.sections,
        missing=() if once else missing(words.looked_at, facts, application.approach),
        source="once" if once or follow_up.subject else source,
        notes=notes,
        match=found,
        language="en" if once or follow_up.subject else reader.locale.partition("_")[0],
    )


def _text(name: str, own: str | None) -> tuple[Text, Source, tuple[Sentence, ...]]:
    """The text to use, whose it is, and what to tell the person: the person's own only if nothing blocks it."""
    ours = texts.text(name)
    tips = (ours.tip,) if ours.tip else ()
    if own is None:
        return ours, "ours", tips
    problem = next((problem for problem in check_template(name, own) if problem.blocking), None)
    if problem:
        note = Sentence(
            "Your own text “%(title)s” is not used: line %(number)s: %(problem)s",
            title=ours.title,
            number=problem.line,
            problem=joined(problem.what, problem.do),
        )
        return ours, "ours", (note, *tips)
    return texts.parse(name, own).over(ours), "own", tips


def _address(follow_up: FollowUp, application: Application) -> tuple[Section, ...]:
    person = follow_up.person
    parts = [person.name if person else None, application.employer, person.address if person else None]
    written = "\n".join(line for part in parts for line in lines(part))
    return (Section("address", Sentence("Address"), written),) if written else ()
