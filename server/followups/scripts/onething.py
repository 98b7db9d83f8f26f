"""The one thing for an application: what the person chose, else what their strengths and the posting suggest."""

from __future__ import annotations

from server.followups.records import Application, Settings
from server.followups.scripts.match import Match, match


def best_for(application: Application, settings: Settings) -> tuple[Match | None, bool]:
    """The one thing with the posting's line it answers, and whether the person chose it.

    Without a posting there is no line to answer: then the person's first strength is proposed, with no line.
    """
    wants = application.wants if application.approach == "solicited" else ()
    if application.one_thing:
        return next(iter(match(wants, (application.one_thing,))), Match("", application.one_thing, 1.0)), True
    found = next(iter(match(wants, settings.strengths)), None)
    if not found and application.approach == "unsolicited" and settings.strengths:
        found = Match("", settings.strengths[0], 0.0)
    return found, False
