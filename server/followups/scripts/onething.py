"""What the person brings to one application: the one thing, and the posting's terms their résumé has."""

from __future__ import annotations

from server.followups.records import Application, Settings
from server.followups.scripts.keywords import KeywordCheck, keywords
from server.followups.scripts.match import Match, match


def matches(application: Application, settings: Settings) -> tuple[Match, ...]:
    """What the person may choose the one thing from: strengths and lines of their résumé that answer the posting."""
    return match(application.wants, settings.strengths, settings.resume)


def best_for(application: Application, settings: Settings) -> tuple[Match | None, bool]:
    """The one thing with the posting's line it answers, and whether the person chose it.

    Without a posting there is no line to answer: then the person's first strength is proposed, with no line.
    """
    wants = application.wants if application.approach == "solicited" else ()
    if application.one_thing:
        return next(iter(match(wants, (application.one_thing,))), Match("", application.one_thing, 1.0)), True
    named, read = match(wants, settings.strengths), match(wants, (), settings.resume)
    found = next(iter((*named, *read)), None)
    if not found and application.approach == "unsolicited" and settings.strengths:
        found = Match("", settings.strengths[0], 0.0)
    return found, False


def keyword_check(application: Application, settings: Settings, description: str | None = None) -> KeywordCheck:
    """Which terms of the posting the pasted résumé has and has not. ``description`` is the posting's text."""
    people = (person.name for person in application.people)
    ignore = (application.employer, application.location, application.posted_where, *people)
    return keywords(application.wants, settings.resume, description=description, title=application.title, ignore=ignore)
