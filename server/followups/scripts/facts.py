"""The facts a script may use, taken from the records as plain, tidy words; and where a missing one is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from server.followups.records import Application, FollowUp, Interview, Settings, Touch
from server.followups.scripts.happened import answer_due, last_message, promise, resent, talk, turn_of
from server.followups.scripts.match import Match
from server.followups.scripts.phrasing import (
    clause,
    is_sentence,
    person_name,
    phone_text,
    posted_where,
    says_job,
    shorten,
    title_text,
    work,
)
from server.followups.scripts.script import Missing, Place

Facts = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Variable:
    """One fact: what it is, an example, and the field it is filled in at (None: it follows from what happened)."""

    name: str
    about: str
    example: str
    place: Place | None = None
    field: str = ""
    needed: bool = False


WHERE: Mapping[Place, str] = {
    "settings": "Settings, About me",
    "application": "the application's page, Details",
    "people": "the application's page, People",
    "interview": "the application's page, Interviews",
}

VARIABLES: tuple[Variable, ...] = (
    Variable("my_name", "Your name", "Sam Rivera", "settings", "name", needed=True),
    Variable("my_phone", "Your phone number", "(206) 555-0142", "settings", "phone", needed=True),
    Variable("my_email", "Your e-mail address", "sam@example.com", "settings", "emails"),
    Variable("contact", "The name of the person you call or write to", "Dana Whitfield", "people", "name"),
    Variable("contact_role", "What the person you call or write to does", "Hiring Manager"),
    Variable("employer", "The employer's name", "Northlake Clinic", "application", "employer", needed=True),
    Variable("title", "The job's title", "Office Manager", "application", "title", needed=True),
    Variable("posted_where", "Where the job was posted", "on LinkedIn", "application", "posted_where"),
    Variable("reference", "The posting's reference number, if it has one", "NC-4711", "application", "reference"),
    Variable("applied_on", "The day you applied", "Monday, November 2", "application", "applied_on", needed=True),
    Variable("location", "Where the job is", "Seattle"),
    Variable(
        "sort_of_work", "The sort of work you asked for", "work in office management", "application", "sort_of_work"
    ),
    Variable(
        "why_employer",
        "Why this employer (the end of “I am writing to you because …”)",
        "you run the only night clinic in the county",
        "application",
        "why_employer",
    ),
    Variable("referred_by", "Who sent you there", "Priya Raman"),
    Variable("one_thing", "The one thing you bring", "six years at a clinic's front desk", "application", "one_thing"),
    Variable("want", "The posting's line that it answers", "experience with patient scheduling"),
    Variable("touched_on", "The day of your last message or call to this person", "Tuesday, November 10"),
    Variable("touched_by", "How you last reached out: “called” or “wrote”", "wrote"),
    Variable("resent_on", "The day you sent your application again", "Monday, November 9"),
    Variable("promise", "When they said they would call back", "in ten minutes"),
    Variable("interview_on", "The day of the interview", "Thursday, November 19", "interview", "starts_at"),
    Variable("decision_on", "The day by which they would decide", "Friday, November 27", "interview", "decision_on"),
    Variable("answer_on", "The day your answer to their offer is due", "Friday, December 4"),
    Variable("closes_on", "The closing date", "Monday, November 30", "application", "closes_on"),
)
BY_NAME = {variable.name: variable for variable in VARIABLES}


def gather(
    follow_up: FollowUp,
    application: Application,
    settings: Settings,
    touches: Sequence[Touch] = (),
    interviews: Sequence[Interview] = (),
    best: Match | None = None,
) -> Facts:
    """Every variable's value for one follow-up, or None where it is not known. ``best`` is the one thing's match."""
    today = follow_up.due_at.date()
    person = follow_up.person.id if follow_up.person else None
    sent = last_message(touches, person)
    talked = talk(interviews, person)
    again = resent(touches)
    decision = talked.decision_on if talked else None
    return {
        **_me(settings, application),
        **_job(application, today, best),
        "contact": person_name(follow_up.person.name) if follow_up.person else None,
        "contact_role": shorten(follow_up.person.role, 6) if follow_up.person else None,
        "touched_on": day(sent.at.date(), today) if sent else None,
        "touched_by": ("called" if sent.channel == "phone" else "wrote") if sent else None,
        "resent_on": day(again.at.date(), today) if again else None,
        "promise": promise(touches),
        "interview_on": day(talked.starts_at.date(), today) if talked else None,
        "decision_on": day(decision, today),
        "answer_on": day(answer_due(touches), today),
    }


def _me(settings: Settings, application: Application) -> Facts:
    return {
        "my_name": shorten(settings.name, 6),
        "my_phone": phone_text(settings.phone, settings.country, application.country),
        "my_email": shorten(next(iter(settings.emails), None), 1),
    }


def _job(application: Application, today: date, best: Match | None) -> Facts:
    return {
        "employer": shorten(application.employer, 8),
        "title": title_text(application.title),
        "posted_where": posted_where(application.posted_where),
        "reference": shorten(application.reference, 4),
        "applied_on": day(application.applied_on, today),
        "closes_on": day(application.closes_on, today),
        "location": shorten(application.location, 6),
        "sort_of_work": work(application.sort_of_work),
        "why_employer": clause(application.why_employer, 25),
        "referred_by": person_name(application.referred_by),
        "one_thing": clause(application.one_thing or (best.strength if best else None), 22),
        "want": clause(best.want, 12) if best else None,
    }


def day(value: date | None, today: date) -> str | None:
    """A date in words: with its weekday if it is near, with its year if that is another."""
    if value is None:
        return None
    if value.year != today.year and abs((value - today).days) > 60:
        return format_date(value, "MMMM d, y", locale="en_US")
    return format_date(value, "EEEE, MMMM d" if abs((value - today).days) <= 60 else "MMMM d", locale="en_US")


def missing(names: Sequence[str], facts: Facts) -> tuple[Missing, ...]:
    """The named facts that are not known and can be filled in somewhere, the needed ones first."""
    rows = [BY_NAME[name] for name in names if name in BY_NAME and not facts.get(name)]
    found = [
        Missing(row.name, row.about, WHERE[row.place], row.place, row.field, row.needed) for row in rows if row.place
    ]
    return tuple(sorted(found, key=lambda item: not item.needed))


def example_facts() -> Facts:
    """Each variable's example, for showing what a template does before there is an application."""
    return {variable.name: variable.example for variable in VARIABLES}


def flags(follow_up: FollowUp, application: Application, facts: Facts) -> dict[str, str | bool]:
    """What a text may ask besides the facts: how it is sent, and how some facts are worded."""
    return {
        "approach": application.approach,
        "lead": application.origin == "referral",
        "channel": follow_up.channel,
        "evening": follow_up.due_at.hour >= 17,
        "title_says_job": says_job(facts["title"]),
        "one_thing_is_sentence": is_sentence(facts["one_thing"]),
    }


def turn(follow_up: FollowUp, interviews: Sequence[Interview]) -> int:
    """Which of the differing texts a person gets: their place among the interviewers, from 0."""
    return turn_of(interviews, follow_up.person.id if follow_up.person else None)
