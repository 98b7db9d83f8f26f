"""A follow-up made ready to show: who, the words to say, the outcomes to choose from, how late it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from server.clock import zone
from server.dashboard import language, words
from server.dashboard.language import gettext
from server.followups import scripts
from server.followups.overdue import overdue
from server.followups.records import Application, Channel, FollowUp, Interview, Outcome, Settings, Touch
from server.followups.scripts import Script

DRAWINGS: Mapping[Channel, str] = {
    "phone": "telephone",
    "email": "envelope",
    "letter": "envelope-paper",
    "reminder": "bell",
}
_TALKS: Mapping[str, tuple[Outcome, ...]] = {
    "receipt-check": ("arrived", "never-arrived", "no-answer", "voicemail-left", "bad-moment", "rejected"),
    "value-approach": ("answered", "no-answer", "voicemail-left", "bad-moment", "invited", "not-a-fit"),
    "lead-call": ("answered", "no-answer", "voicemail-left", "bad-moment", "invited", "not-a-fit"),
    "call-back": ("answered", "no-answer", "voicemail-left", "bad-moment", "invited", "rejected"),
    "decision-check": ("answered", "no-answer", "voicemail-left", "offer", "rejected", "bad-moment"),
}
_TALK: tuple[Outcome, ...] = ("answered", "no-answer", "voicemail-left", "bad-moment", "rejected")
_WRITING: Mapping[Channel, tuple[Outcome, ...]] = {
    "email": ("email-sent", "answered", "bounced"),
    "letter": ("letter-sent", "answered"),
}
PROMISE: Outcome = "will-call-back"
"""The outcome that takes a length of time as well; it has buttons and a form of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One follow-up with all its page shows. ``overdue`` is in business days; ``seconds_left`` until it is due."""

    follow_up: FollowUp
    application: Application
    script: Script | None = None
    overdue: int = 0
    seconds_left: int | None = None
    their_time: datetime | None = None

    @property
    def dom_id(self) -> str:
        """The identity as an id for the page."""
        return re.sub(r"[^A-Za-z0-9]+", "-", self.follow_up.identity.key)

    @property
    def who(self) -> str:
        """The person, else their role, else the employer."""
        person = self.follow_up.person
        known = (person.name or person.role) if person else None
        return known or self.application.employer or self.application.title or gettext("Untitled")

    @property
    def drawing(self) -> str:
        """The icon of the channel."""
        return DRAWINGS[self.follow_up.channel]

    @property
    def due_words(self) -> str:
        """What to tell the person at the moment it falls due."""
        telling = {
            "call-back": gettext("Time to call %(who)s back", who=self.who),
            "apply-reminder": gettext("Time to apply: %(who)s", who=self.who),
            "interview-reminder": gettext("Time to prepare the interview: %(who)s", who=self.who),
        }
        by_channel = {
            "phone": gettext("Time to call %(who)s", who=self.who),
            "reminder": gettext("A reminder is due: %(who)s", who=self.who),
        }
        written = gettext("Time to write to %(who)s", who=self.who)
        if self.follow_up.kind == "call-back" and self.follow_up.channel != "phone":
            return written
        return telling.get(self.follow_up.kind) or by_channel.get(self.follow_up.channel, written)

    @property
    def first_outcomes(self) -> tuple[Outcome, ...]:
        """What most likely happened, most likely first."""
        follow_up = self.follow_up
        if follow_up.channel == "phone":
            return _TALKS.get(follow_up.kind, _TALK)
        return _WRITING.get(follow_up.channel, ())

    @property
    def other_outcomes(self) -> tuple[str, ...]:
        """All else that may have happened and takes one click."""
        return tuple(name for name in words.OUTCOMES if name not in self.first_outcomes and name != PROMISE)


def make(
    follow_up: FollowUp,
    application: Application,
    settings: Settings,
    now: datetime,
    *,
    touches: Sequence[Touch] = (),
    interviews: Sequence[Interview] = (),
    templates: Mapping[str, str] | None = None,
    with_script: bool = True,
) -> Item:
    """Make one follow-up ready to show; the script is written unless told otherwise."""
    script = None
    if with_script:
        script = scripts.write(
            follow_up,
            application,
            settings,
            touches=touches,
            interviews=interviews,
            templates=templates,
            today=now.date(),
            reader=language.reader(),
        )
    left = int((follow_up.due_at - now).total_seconds())
    theirs = now.astimezone(follow_up.due_at.tzinfo)
    return Item(
        follow_up=follow_up,
        application=application,
        script=script,
        overdue=overdue(follow_up, application, now),
        seconds_left=left if left > 0 else None,
        their_time=theirs if theirs.utcoffset() != now.astimezone(zone(settings.timezone)).utcoffset() else None,
    )
