"""Invented people and applications that the tests of the scripts share."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from server.followups.records import (
    Application,
    FollowUp,
    Identity,
    Interview,
    Person,
    Promise,
    Settings,
    Touch,
    Why,
)
from server.followups.scripts import Script

DANA = Person(id=7, name="Dana Whitfield", role="Hiring Manager", email="dana@northlake.example.com")
TOM = Person(id=8, name="Tom Reed", role="Supervisor")
MEI = Person(id=9, name="Mei-Ling Ito")
AMARA = Person(id=10, name="Dr. Amara Okafor")
SOLICITED = Application(
    id=1,
    title="Office Manager",
    employer="Northlake Clinic",
    tracked_at=datetime(2026, 11, 1, tzinfo=UTC),
    applied_on=date(2026, 11, 2),
    closes_on=date(2026, 11, 20),
    stage="applied",
    reference="NC-4711",
    posted_where="LinkedIn",
    wants=("Experience with patient scheduling in a busy practice", "Working knowledge of Dentrix"),
    people=(DANA, TOM, MEI, AMARA),
)
COLD = replace(
    SOLICITED,
    approach="unsolicited",
    origin="cold",
    title=None,
    reference=None,
    posted_where=None,
    closes_on=None,
    wants=(),
    sort_of_work="office management",
    why_employer="You run the only night clinic in the county.",
)
LEAD = replace(COLD, origin="referral", referred_by="Priya Raman")
SAM = Settings(
    name="Sam Rivera",
    phone="+1 206 555 0142",
    emails=("sam@example.com",),
    strengths=("six years of scheduling patients at a clinic", "QuickBooks"),
)
DUE = datetime(2026, 11, 9, 10, tzinfo=UTC)
TALK = Interview(
    id=1,
    application=1,
    starts_at=datetime(2026, 11, 5, 14, tzinfo=UTC),
    ends_at=datetime(2026, 11, 5, 15, tzinfo=UTC),
    interviewers=(7, 8, 9, 10),
    decision_on=date(2026, 11, 13),
    held=True,
)
HISTORY = (
    Touch(id=1, application=1, person=7, at=datetime(2026, 11, 3, 10, tzinfo=UTC), channel="phone", outcome="arrived"),
    Touch(
        id=2,
        application=1,
        person=7,
        at=datetime(2026, 11, 4, 10, tzinfo=UTC),
        channel="phone",
        outcome="will-call-back",
        promise=Promise(amount=10, unit="minutes"),
    ),
    Touch(
        id=3,
        application=1,
        person=7,
        at=datetime(2026, 11, 6, 10, tzinfo=UTC),
        channel="phone",
        outcome="voicemail-left",
    ),
)


def follow_up(kind: str, channel: str, person: Person | None = DANA, rule: str = "R1.single-check") -> FollowUp:
    """A follow-up of a kind, as the planner gives it."""
    return FollowUp(
        identity=Identity(application=1, rule=rule, person=person.id if person else None),
        kind=kind,  # type: ignore[arg-type]
        channel=channel,  # type: ignore[arg-type]
        due_at=DUE,
        why=Why(rule=rule, text="It is time."),
        person=person,
    )


def said(script: Script) -> str:
    """All words of a script that others may read or hear."""
    return f"{script.subject}\n{script.body}"
