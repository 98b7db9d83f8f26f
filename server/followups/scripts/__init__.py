"""Words worth saying: a script for each follow-up, fitted to what is known and to who is called or written to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinja2 import TemplateError

from server.followups.records import Application, FollowUp, Interview, Settings, Touch
from server.followups.scripts import texts
from server.followups.scripts.choose import name_for
from server.followups.scripts.compose import Words, compose
from server.followups.scripts.facts import flags, gather, missing, turn
from server.followups.scripts.match import Match
from server.followups.scripts.script import Missing, Script, Section, Source

__all__ = ["Match", "Missing", "Script", "Section", "write"]


def write(
    follow_up: FollowUp,
    application: Application,
    settings: Settings,
    *,
    touches: Sequence[Touch] = (),
    interviews: Sequence[Interview] = (),
    templates: Mapping[str, str] | None = None,
) -> Script:
    """The script for a follow-up.

    ``templates`` are the person's own texts by name; one that cannot be used is replaced by ours, and a note says so.
    ``touches`` and ``interviews`` may hold those of other applications: they are left aside. The dates are worded as
    seen from the day the follow-up is due.
    """
    ours = [touch for touch in touches if touch.application == application.id]
    talks = [interview for interview in interviews if interview.application == application.id]
    name = name_for(follow_up, application, ours, texts.names())
    facts = gather(follow_up, application, settings, ours, talks)
    asked = flags(follow_up, application, facts)
    own = (templates or {}).get(name)
    source: Source = "ours"
    notes: tuple[str, ...] = ()
    words: Words | None = None
    channel = name.rsplit(".", 1)[1]
    if own is not None:
        try:
            words = compose(texts.parse(name, own), channel, facts, asked, settings.tone, turn(follow_up, talks))
            source = "own"
        except TemplateError as error:
            notes = (f"Your own text for “{name}” could not be used ({error.message}); ours is shown instead.",)
    text = texts.text(name)
    if words is None:
        words = compose(text, channel, facts, asked, settings.tone, turn(follow_up, talks))
    if text.tip:
        notes = (*notes, text.tip)
    once = follow_up.body is not None
    return Script(
        name=name,
        kind=follow_up.kind,
        channel=follow_up.channel,
        subject=follow_up.subject or words.subject,
        body=words.body if follow_up.body is None else follow_up.body,
        sections=() if once else words.sections,
        missing=() if once else missing(words.looked_at, facts),
        source="once" if once or follow_up.subject else source,
        notes=notes,
    )
