"""The variables a text may use: what each is, an example, and where a missing one is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from server.followups.records import Approach
from server.followups.scripts.script import Missing, Place
from server.sentences import Sentence

Facts = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Variable:
    """One fact: what it is, an example, and the field it is filled in at (no place: it follows from what happened)."""

    name: str
    about: Sentence
    example: str
    place: Place | None = None
    field: str = ""
    needed: bool = False
    approach: Approach | None = None
    """The approach it belongs to, if it is missed in one alone."""


WHERE: Mapping[Place, Sentence] = {
    "settings": Sentence("Settings, About me"),
    "application": Sentence("the application's page, Details"),
    "people": Sentence("the application's page, People"),
    "interview": Sentence("the application's page, Interviews"),
}

VARIABLES: tuple[Variable, ...] = (
    Variable("my_name", Sentence("Your name"), "Sam Rivera", "settings", "name", needed=True),
    Variable("my_phone", Sentence("Your phone number"), "(206) 555-0142", "settings", "phone", needed=True),
    Variable("my_email", Sentence("Your e-mail address"), "sam@example.com", "settings", "emails"),
    Variable("contact", Sentence("The name of the person you call or write to"), "Dana Whitfield", "people", "name"),
    Variable("contact_role", Sentence("What the person you call or write to does"), "Hiring Manager"),
    Variable("employer", Sentence("The employer's name"), "Northlake Clinic", "application", "employer", needed=True),
    Variable(
        "title",
        Sentence("The job's title"),
        "Office Manager",
        "application",
        "title",
        needed=True,
        approach="solicited",
    ),
    Variable(
        "posted_where",
        Sentence("Where the job was posted"),
        "on LinkedIn",
        "application",
        "posted_where",
        approach="solicited",
    ),
    Variable(
        "reference",
        Sentence("The posting's reference number, if it has one"),
        "NC-4711",
        "application",
        "reference",
        approach="solicited",
    ),
    Variable(
        "applied_on", Sentence("The day you applied"), "Monday, November 2", "application", "applied_on", needed=True
    ),
    Variable("location", Sentence("Where the job is"), "Seattle"),
    Variable(
        "sort_of_work",
        Sentence("The sort of work you asked for (the end of “I am looking for work in …”)"),
        "work in office management",
        "application",
        "sort_of_work",
        needed=True,
        approach="unsolicited",
    ),
    Variable(
        "why_employer",
        Sentence("Why this employer (the end of “I am writing to you because …”)"),
        "you run the only night clinic in the county",
        "application",
        "why_employer",
        needed=True,
        approach="unsolicited",
    ),
    Variable("referred_by", Sentence("Who sent you there"), "Priya Raman"),
    Variable(
        "one_thing",
        Sentence("The one thing you bring that the posting asks for"),
        "six years at a clinic's front desk",
        "application",
        "one_thing",
        needed=True,
    ),
    Variable("want", Sentence("The posting's line that it answers"), "experience with patient scheduling"),
    Variable("closes_on", Sentence("The closing date"), "Monday, November 30", "application", "closes_on"),
    Variable(
        "touched_when", Sentence("The day of your last message or call to this person"), "on Tuesday, November 10"
    ),
    Variable("touched_by", Sentence("How you last reached out: “called” or “wrote”"), "wrote"),
    Variable("voicemail_when", Sentence("The day you left a message on their machine"), "on Tuesday, November 10"),
    Variable("arrived_when", Sentence("The day they said that it had arrived"), "on Wednesday, November 11"),
    Variable("resent_when", Sentence("The day you sent your application again"), "on Monday, November 9"),
    Variable("promise", Sentence("When they said they would call back"), "within ten minutes"),
    Variable("promised_when", Sentence("The day they said so, if it was not today"), "on Tuesday, November 10"),
    Variable("interview_when", Sentence("The day of the interview"), "on Thursday, November 19"),
    Variable("interview_at", Sentence("The hour at which the interview begins"), "10:00 AM"),
    Variable("interviewers", Sentence("The names of those you meet"), "Dana Whitfield and Tom Reed"),
    Variable(
        "decision_on", Sentence("The day by which they would decide"), "Friday, November 27", "interview", "decision_on"
    ),
    Variable("answer_on", Sentence("The day your answer to their offer is due"), "Friday, December 4"),
)
BY_NAME = {variable.name: variable for variable in VARIABLES}

FLAGS: Mapping[str, Sentence] = {
    "approach": Sentence("“solicited” or “unsolicited”"),
    "lead": Sentence("true for somebody you know or were sent to"),
    "channel": Sentence("“phone”, “email”, “letter” or “reminder”"),
    "again": Sentence("true where you reached them at a bad moment and try once more"),
    "evening": Sentence("true for the reminder the evening before"),
    "title_says_job": Sentence("true if the title itself ends in “position”, “job”, “role” or the like"),
    "one_thing_is_sentence": Sentence("true if the one thing is a sentence of its own (“I …”)"),
}


def missing(names: Iterable[str], facts: Facts, approach: Approach) -> tuple[Missing, ...]:
    """The named facts that are not known and can be filled in somewhere, the needed ones first."""
    wanted = set(names)
    rows = [
        row for row in VARIABLES if row.name in wanted and not facts.get(row.name) and row.approach in (None, approach)
    ]
    found = [
        Missing(row.name, row.about, WHERE[row.place], row.place, row.field, row.needed) for row in rows if row.place
    ]
    return tuple(sorted(found, key=lambda item: not item.needed))
