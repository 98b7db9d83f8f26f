"""The words for each follow-up: what they name, what they never say, and how long they may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

import pytest

from server.followups.records import Application, FollowUp, Identity, Person, Settings, Why
from server.followups.scripts import Script, write

DANA = Person(id=7, name="Dana Whitfield", role="Hiring Manager", email="dana@northlake.example.com")
SOLICITED = Application(
    id=1,
    title="Office Manager",
    employer="Northlake Clinic",
    tracked_at=datetime(2026, 11, 1, tzinfo=UTC),
    applied_on=date(2026, 11, 2),
    stage="applied",
    reference="NC-4711",
    posted_where="LinkedIn",
    wants=("Experience with patient scheduling",),
    people=(DANA,),
)
COLD = replace(
    SOLICITED,
    approach="unsolicited",
    origin="cold",
    title=None,
    reference=None,
    posted_where=None,
    sort_of_work="office management",
    why_employer="You run the only night clinic in the county.",
)
SAM = Settings(name="Sam Rivera", phone="+1 206 555 0142", emails=("sam@example.com",))


def follow_up(kind: str, channel: str, person: Person | None = DANA, rule: str = "R1.single-check") -> FollowUp:
    return FollowUp(
        identity=Identity(application=1, rule=rule, person=person.id if person else None),
        kind=kind,  # type: ignore[arg-type]
        channel=channel,  # type: ignore[arg-type]
        due_at=datetime(2026, 11, 9, 10, tzinfo=UTC),
        why=Why(rule=rule, text="It is time."),
        person=person,
    )


def said(script: Script) -> str:
    return f"{script.subject}\n{script.body}"


TONES = ("warm", "brief", "concrete")


@pytest.mark.parametrize(("channel", "tone"), [*product(("phone", "email"), TONES)])
def test_a_receipt_check_for_a_posting_names_title_place_reference_and_date(channel: str, tone: str) -> None:
    words = said(write(follow_up("receipt-check", channel), SOLICITED, replace(SAM, tone=tone)))
    for fact in ("Office Manager", "on LinkedIn", "NC-4711", "Monday, November 2", "Dana Whitfield"):
        assert fact in words


@pytest.mark.parametrize(("channel", "tone"), [*product(("phone", "email"), TONES)])
def test_a_cold_receipt_check_names_when_what_work_and_why_them_and_no_vacancy(channel: str, tone: str) -> None:
    words = said(write(follow_up("receipt-check", channel), COLD, replace(SAM, tone=tone)))
    for fact in ("Monday, November 2", "work in office management", "you run the only night clinic in the county"):
        assert fact in words
    assert "position" not in words


def test_what_is_not_known_is_listed_with_where_to_fill_it_in() -> None:
    bare = replace(SOLICITED, reference=None, posted_where=None)
    script = write(follow_up("receipt-check", "email", person=None), bare, replace(SAM, name=None))
    assert [item.fact for item in script.missing] == ["my_name", "contact", "posted_where", "reference"]
    assert script.missing[0].where == "Settings, About me"
    assert script.body.startswith("Dear team at Northlake Clinic,")
    assert script.as_dict()["missing"][0] == {"what": "Your name", "where": "Settings, About me"}


def test_a_voicemail_is_said_in_twenty_seconds() -> None:
    voicemail = write(follow_up("receipt-check", "phone"), SOLICITED, SAM).voicemail
    assert voicemail and voicemail.words <= 50 and voicemail.seconds <= 20
    assert "(206) 555-0142" in voicemail.text
