"""The facts of one follow-up, taken from the records as plain, tidy words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list

from server.followups.records import Application, FollowUp, Interview, Settings, Touch
from server.followups.scripts.bringing import brought
from server.followups.scripts.happened import (
    answer_due,
    decision_on,
    in_words,
    last_message,
    latest,
    resent,
    talk,
    turn_of,
)
from server.followups.scripts.match import Match
from server.followups.scripts.phrasing import (
    clause,
    employer_name,
    is_sentence,
    own_name,
    person_name,
    phone_text,
    posted_where,
    says_job,
    shorten,
    title_text,
    want_text,
    work,
)
from server.followups.scripts.script import ENGLISH
from server.followups.scripts.variables import Facts

DAY = timedelta(days=1)
NEAR = 60
"""Days within which a date is given with its weekday."""


def gather(
    follow_up: FollowUp,
    application: Application,
    settings: Settings,
    touches: Sequence[Touch],
    interviews: Sequence[Interview],
    best: Match | None,
    today: date | None,
    locale: str = ENGLISH,
) -> Facts:
    """Every variable's value for one follow-up, None where it is not known. ``best`` is the match of the one thing.

    ``today`` allows *yesterday* and *earlier today*; without it dates are said as seen from the day it is due, and in
    full, so that they stay true if the person is late. Days, hours and names in a row are worded as ``locale`` has it.
    """
    calendar = _Calendar(follow_up.due_at.date(), today, settings.timezone, application.timezone, locale)
    person = follow_up.person
    return {
        "my_name": own_name(settings.name),
        "my_phone": phone_text(settings.phone, settings.country, application.country),
        "my_email": shorten(next(iter(settings.emails), None), 1, 80),
        "contact": person_name(person.name) if person else None,
        "contact_role": shorten(person.role, 6, 60) if person else None,
        **_job(application, calendar, best),
        **_history(touches, person.id if person else None, calendar),
        **_talk(application, interviews, person.id if person else None, calendar),
    }


def _job(application: Application, calendar: _Calendar, best: Match | None) -> Facts:
    return {
        "employer": employer_name(application.employer),
        "title": title_text(application.title),
        "posted_where": posted_where(application.posted_where, application.employer),
        "reference": shorten(application.reference, 4, 30),
        "applied_on": calendar.day(application.applied_on),
        "closes_on": calendar.day(application.closes_on),
        "location": shorten(application.location, 6, 60),
        "sort_of_work": work(application.sort_of_work),
        "why_employer": clause(application.why_employer, 25),
        "referred_by": person_name(application.referred_by),
        "one_thing": brought(application.one_thing or (best.strength if best else None), 20),
        "want": want_text(best.want) if best else None,
    }


def _history(touches: Sequence[Touch], person: int | None, calendar: _Calendar) -> Facts:
    sent, promised = last_message(touches, person), latest(touches, "will-call-back")
    return {
        "touched_when": calendar.when(sent),
        "touched_by": ("called" if sent.channel == "phone" else "wrote") if sent else None,
        "voicemail_when": calendar.when(sent) if sent and sent.outcome == "voicemail-left" else None,
        "arrived_when": calendar.when(latest(touches, "arrived", "acknowledged")),
        "resent_when": calendar.when(resent(touches)),
        "promise": in_words(promised.promise) if promised else None,
        "promised_when": calendar.when(promised),
        "answer_on": calendar.day(answer_due(touches)),
    }


def _talk(application: Application, interviews: Sequence[Interview], person: int | None, calendar: _Calendar) -> Facts:
    talked = talk(interviews, person)
    if not talked:
        return dict.fromkeys(("interview_when", "interview_at", "interviewers", "decision_on"))
    starts = calendar.there(talked.starts_at)
    known = {one.id: person_name(one.name) for one in application.people}
    names = [name for one in talked.interviewers if (name := known.get(one))]
    return {
        "interview_when": calendar.on(starts.date(), "today"),
        "interview_at": calendar.hour(starts),
        "interviewers": calendar.row(names) if names else None,
        "decision_on": calendar.day(decision_on(talked, person)),
    }


class _Calendar:
    """Dates in words, seen from one day."""

    def __init__(self, due: date, today: date | None, home: str, place: str | None, locale: str) -> None:
        self.today, self.seen_from, self.locale = today, today or due, locale
        self.home, self.place = ZoneInfo(home), ZoneInfo(place or home)

    def there(self, at: datetime) -> datetime:
        """A time as the clocks at the employer's place show it."""
        return at.astimezone(self.place)

    def day(self, value: date | None) -> str | None:
        """A date: with its weekday if it is near, with its year if that is another."""
        if value is None:
            return None
        near = abs((value - self.seen_from).days) <= NEAR
        this_year = value.year == self.seen_from.year
        if self.locale != ENGLISH:
            skeleton = "MMMMEEEEd" if near else "MMMMd" if this_year else "yMMMMd"
            return format_skeleton(skeleton, value, locale=self.locale)
        form = "EEEE, MMMM d" if near else "MMMM d" if this_year else "MMMM d, y"
        return format_date(value, form, locale=ENGLISH)

    def hour(self, at: datetime) -> str:
        """An hour: *10:00 AM*."""
        form = "h:mm a" if self.locale == ENGLISH else "short"
        return format_time(at, form, locale=self.locale)

    def row(self, names: Sequence[str]) -> str:
        """Names in a row: *Dana Whitfield and Tom Reed*."""
        if self.locale != ENGLISH:
            return format_list(names, locale=self.locale)
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))

    def on(self, value: date, same_day: str) -> str:
        """A date as an adverb: *on Monday, November 2*; *yesterday* if it is known which day it is."""
        near = {self.today: same_day, self.today - DAY: "yesterday", self.today + DAY: "tomorrow"} if self.today else {}
        return near.get(value) or f"on {self.day(value)}"

    def when(self, touch: Touch | None) -> str | None:
        """The day of a touch, as the person's own clocks showed it."""
        return self.on(touch.at.astimezone(self.home).date(), "earlier today") if touch else None


def flags(follow_up: FollowUp, application: Application, facts: Facts) -> dict[str, str | bool]:
    """What a text may ask besides the facts: how it is sent, and how some facts are worded."""
    return {
        "approach": application.approach,
        "lead": application.origin == "referral",
        "channel": follow_up.channel,
        "again": follow_up.why.rule == "R6.bad-moment",
        "evening": follow_up.due_at.hour >= 17,
        "title_says_job": says_job(facts["title"]),
        "one_thing_is_sentence": is_sentence(facts["one_thing"]),
    }


def turn(follow_up: FollowUp, interviews: Sequence[Interview]) -> int:
    """Which of the differing texts is used: for a thank-you by the interviewer's place, else by the step, from 0."""
    if follow_up.kind == "thank-you":
        return turn_of(interviews, follow_up.person.id if follow_up.person else None)
    return follow_up.identity.step
