"""The words for each follow-up: what they name, what they never say, and whose words win."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, product
from typing import Any

import pytest
from script_records import AMARA, COLD, DANA, DUE, HISTORY, LEAD, MEI, SAM, SOLICITED, TALK, TOM, follow_up, said

from server.followups.records import Promise, Report, Touch
from server.followups.scripts import write, write_offered

WRITTEN = ("phone", "email", "letter")
TONES = ("warm", "brief", "concrete")
MATRIX = [*product(WRITTEN, TONES)]


def in_tone(tone: str) -> Any:
    return replace(SAM, tone=tone)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["receipt-check", "value-approach", "lead-call", "check-in"])
@pytest.mark.parametrize(("channel", "tone"), MATRIX)
def test_what_answers_a_posting_names_title_place_reference_and_date(kind: str, channel: str, tone: str) -> None:
    words = said(write(follow_up(kind, channel), SOLICITED, in_tone(tone)))
    for fact in ("Office Manager", "on LinkedIn", "NC-4711", "Monday, November 2", "Dana Whitfield"):
        assert fact in words


@pytest.mark.parametrize("kind", ["receipt-check", "value-approach", "lead-call", "check-in"])
@pytest.mark.parametrize(("channel", "tone"), MATRIX)
def test_what_was_sent_cold_names_when_what_work_and_why_them_and_no_vacancy(
    kind: str, channel: str, tone: str
) -> None:
    words = said(write(follow_up(kind, channel), COLD, in_tone(tone)))
    for fact in ("Monday, November 2", "work in office management", "you run the only night clinic in the county"):
        assert fact in words
    assert not re.search(r"\b(?:position|vacancy|posting for|the job)\b", words)


@pytest.mark.parametrize(("channel", "tone", "application"), [*product(WRITTEN, TONES, (SOLICITED, COLD))])
def test_the_value_approach_says_nothing_of_a_resume_nor_of_following_up(
    channel: str, tone: str, application: Any
) -> None:
    for touches in ((), HISTORY):
        words = said(write(follow_up("value-approach", channel), application, in_tone(tone), touches=touches))
        assert not re.search(r"r[ée]sum[ée]|\bcv\b|curriculum|follow(?:ing|ed)?[ -]?up|check(?:ing)? in", words, re.I)
        assert "six years of scheduling patients at a clinic" in words


def test_the_value_approach_quotes_the_line_of_the_posting_it_answers() -> None:
    script = write(follow_up("value-approach", "phone"), SOLICITED, SAM)
    assert "“experience with patient scheduling in a busy practice”" in script.body
    assert script.match and script.match.want == "Experience with patient scheduling in a busy practice"
    assert any("our proposal" in note for note in script.notes)


def test_the_one_thing_that_the_person_chose_is_kept() -> None:
    chosen = replace(SOLICITED, one_thing="I have run Dentrix for three practices")
    script = write(follow_up("value-approach", "email"), chosen, SAM)
    assert "I have run Dentrix for three practices." in script.body
    assert "“working knowledge of Dentrix”" in script.body
    assert script.notes == ()


@pytest.mark.parametrize(
    ("strength", "said_as"),
    [
        ("six years at a front desk", "I bring six years at a front desk."),
        ("Six years at a front desk", "I bring six years at a front desk."),
        ("Scheduled patients for a six-doctor practice", "I scheduled patients for a six-doctor practice."),
        ("Led a team of four", "I led a team of four."),
        ("• Cut no-shows by 30 % with reminder calls", "I cut no-shows by 30 % with reminder calls."),
        ("Trained 4 new receptionists in Dentrix", "I trained 4 new receptionists in Dentrix."),
        ("Trained in Dentrix", "I am trained in Dentrix."),
        ("Calm with patients in a busy clinic", "I am calm with patients in a busy clinic."),
        ("Good at Excel", "I am good at Excel."),
        ("Quick learner", "I am a quick learner."),
        ("Licensed electrician", "I am a licensed electrician."),
        ("Organized and calm", "I am organized and calm."),
        ("Manage a team of six", "I manage a team of six."),
        ("Lead generation", "I bring lead generation."),
        ("QuickBooks", "I bring QuickBooks."),
        ("Dentrix, five years", "I bring Dentrix, five years."),
        ("Fluent Spanish", "I bring fluent Spanish."),
        ("Advanced Excel", "I bring advanced Excel."),
        ("Need-based scheduling", "I bring Need-based scheduling."),
        ("Speed and care", "I bring Speed and care."),
        ("I keep my head when the phones ring", "I keep my head when the phones ring."),
    ],
)
def test_what_one_brings_is_said_as_one_says_it(strength: str, said_as: str) -> None:
    chosen = replace(SOLICITED, one_thing=strength)
    assert f" {said_as}" in write(follow_up("value-approach", "email"), chosen, in_tone("brief")).body


def test_a_line_of_the_resume_serves_where_no_strength_is_named() -> None:
    me = replace(SAM, strengths=(), resume="Front Desk Lead, 2019-2024\n- Scheduled patients in a busy practice")
    script = write(follow_up("value-approach", "phone"), SOLICITED, me)
    assert "I scheduled patients in a busy practice." in script.body


def test_a_lead_hears_who_sent_the_person() -> None:
    assert "Priya Raman" in said(write(follow_up("lead-call", "phone"), LEAD, SAM))


def test_what_is_not_known_is_listed_with_where_to_fill_it_in() -> None:
    bare = replace(SOLICITED, reference=None, posted_where=None)
    script = write(follow_up("receipt-check", "email", person=None), bare, replace(SAM, name=None))
    assert [item.fact for item in script.missing] == ["my_name", "contact", "posted_where", "reference"]
    assert [(item.place, item.field) for item in script.missing][:2] == [("settings", "name"), ("people", "name")]
    assert script.body.startswith("Dear team at Northlake Clinic,")
    assert script.as_dict()["missing"][0] == {"what": "Your name", "where": "Settings, About me"}


def test_a_cold_letter_misses_other_things_than_an_answer() -> None:
    bare = replace(COLD, sort_of_work=None, why_employer=None)
    missed = [item.fact for item in write(follow_up("receipt-check", "phone"), bare, SAM).missing]
    assert missed == ["sort_of_work", "why_employer"]


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Dana Whitfield", "Dear Dana Whitfield,"),
        ("Whitfield, Dana", "Dear Dana Whitfield,"),
        ("Dana Whitfield, PhD", "Dear Dana Whitfield,"),
        ("Ms. Whitfield", "Dear Ms. Whitfield,"),
        ("DANA WHITFIELD", "Dear Dana Whitfield,"),
        ("Dana Whitfield (HR)", "Dear Dana Whitfield,"),
        ("Dana Whitfield, HR Manager", "Dear Dana Whitfield,"),
        ("Dana Whitfield - Recruiter", "Dear Dana Whitfield,"),
        ("O'BRIEN, MEI-LING", "Dear Mei-Ling O'Brien,"),
        ("van der Berg, Jan", "Dear Jan van der Berg,"),
        ("Hiring Manager", "Dear team at Northlake Clinic,"),
        ("HR Department", "Dear team at Northlake Clinic,"),
        (None, "Dear team at Northlake Clinic,"),
    ],
)
def test_a_person_is_greeted_by_the_name_and_a_desk_is_not(name: str | None, greeting: str) -> None:
    someone = replace(DANA, name=name)
    assert write(follow_up("receipt-check", "email", someone), SOLICITED, SAM).body.startswith(greeting)


def test_each_interviewer_reads_other_words() -> None:
    panel = [replace(DANA, id=number, name="Dana Whitfield") for number in range(20, 32)]
    talk = replace(TALK, interviewers=tuple(person.id for person in panel))
    for tone in TONES:
        notes = [
            write(follow_up("thank-you", "email", person, "R5.thank-you"), SOLICITED, in_tone(tone), interviews=(talk,))
            for person in panel
        ]
        assert len({note.body for note in notes}) == len(panel)
        paragraphs = [set(note.body.split("\n\n")[1:-1]) for note in notes]
        assert not any(first & second for first, second in pairwise(paragraphs))


def test_who_is_met_twice_is_thanked_in_other_words() -> None:
    later = replace(TALK, id=2, starts_at=TALK.starts_at + timedelta(days=3), interviewers=(DANA.id,))
    note = follow_up("thank-you", "email", DANA, "R5.thank-you")
    first = write(note, SOLICITED, SAM, interviews=(TALK,))
    second = write(note, SOLICITED, SAM, interviews=(TALK, later))
    assert first.body.split("\n\n")[1] != second.body.split("\n\n")[1].replace("November 8", "November 5")


def test_a_letter_has_the_address_and_the_same_words() -> None:
    someone = replace(DANA, address="12 Harbor Street\nSeattle, WA 98101")
    script = write(follow_up("thank-you", "letter", someone, "R5.thank-you"), SOLICITED, SAM, interviews=(TALK,))
    address = next(section for section in script.sections if section.name == "address")
    assert address.text == "Dana Whitfield\nNorthlake Clinic\n12 Harbor Street\nSeattle, WA 98101"
    assert script.body.startswith("Dear Dana Whitfield,")


def test_a_voicemail_is_said_in_twenty_seconds_each_digit_counted() -> None:
    voicemail = write(follow_up("receipt-check", "phone"), SOLICITED, SAM).voicemail
    assert voicemail and voicemail.words <= 50 and voicemail.seconds <= 20
    assert "(206) 555-0142" in voicemail.text and voicemail.branch
    assert voicemail.words > len(voicemail.text.split())


def touch(outcome: str, day: int, channel: str = "phone", **more: Any) -> Touch:
    at = datetime(2026, 11, day, 15, tzinfo=UTC)
    return Touch(id=day, application=1, person=7, at=at, channel=channel, outcome=outcome, **more)  # type: ignore[arg-type]


def test_no_machine_is_promised_what_is_not_planned() -> None:
    for kind, rule in (("call-back", "R4.call-back"), ("lead-call", "R3.lead"), ("value-approach", "R2.persistent")):
        for application, tone in product((SOLICITED, COLD, LEAD), TONES):
            voicemail = write(follow_up(kind, "phone", rule=rule), application, in_tone(tone)).voicemail
            assert voicemail and not re.search(r"\bI will (?:try|call)\b", voicemail.text)


def test_a_lapsed_promise_is_named() -> None:
    promised = touch("will-call-back", 9, promise=Promise(amount=10, unit="minutes"))
    script = write(follow_up("call-back", "phone", rule="R4.call-back"), SOLICITED, SAM, touches=(promised,))
    assert "call me back within ten minutes" in script.body


def test_what_was_sent_again_is_checked_in_other_words() -> None:
    touches = (touch("never-arrived", 5), touch("email-sent", 6, "email"))
    script = write(follow_up("receipt-check", "email", rule="R6.resend-check"), SOLICITED, SAM, touches=touches)
    assert "On Friday, November 6, I sent you" in script.body and "second time" in script.body


@pytest.mark.parametrize("kind", ["receipt-check", "value-approach", "lead-call", "decision-check"])
@pytest.mark.parametrize("tone", TONES)
def test_who_was_reached_at_a_bad_moment_is_not_greeted_as_a_stranger(kind: str, tone: str) -> None:
    moment = follow_up(kind, "phone", rule="R1.persistent")
    retried = replace(moment, why=replace(moment.why, rule="R6.bad-moment"))
    opening = write(retried, SOLICITED, in_tone(tone), touches=(touch("bad-moment", 6),)).sections[0].text
    assert "I caught you at a bad moment on Friday, November 6." in opening
    assert "not met" not in opening and "not know" not in opening


def test_an_email_after_a_voicemail_says_so() -> None:
    touches = (touch("voicemail-left", 5),)
    script = write(follow_up("receipt-check", "email", rule="R6.voicemail"), SOLICITED, SAM, touches=touches)
    assert "I left you a message on Thursday, November 5" in script.body


def test_yesterday_is_said_only_if_today_is_known() -> None:
    moment, touches = follow_up("receipt-check", "email"), (touch("voicemail-left", 8),)
    assert "message yesterday" in write(moment, SOLICITED, SAM, touches=touches, today=date(2026, 11, 9)).body
    assert "message on Sunday, November 8" in write(moment, SOLICITED, SAM, touches=touches).body


def test_a_date_of_another_year_has_its_year() -> None:
    old = replace(SOLICITED, applied_on=date(2025, 3, 4))
    assert "March 4, 2025" in write(follow_up("receipt-check", "email"), old, SAM).body


@pytest.mark.parametrize(
    ("kind", "rule", "name"),
    [
        ("thank-you", "R6.offer", "thank-you.offer.email"),
        ("closing-note", "R6.rejected", "closing-note.rejected.email"),
        ("closing-note", "R6.filled", "closing-note.rejected.email"),
        ("call-back", "R6.bad-moment", "call-back.bad-moment.email"),
        ("check-in", "R5.check-in", "check-in.interview.email"),
        ("check-in", "R6.arrived-check-in", "check-in.solicited.email"),
    ],
)
def test_an_outcome_has_words_of_its_own(kind: str, rule: str, name: str) -> None:
    assert write(follow_up(kind, "email", rule=rule), SOLICITED, SAM, interviews=(TALK,)).name == name


def test_the_day_each_one_named_is_the_day_they_hear() -> None:
    talk = replace(TALK, reports=(Report(person=8, at=DUE, decision_on=date(2026, 11, 18)),))
    hers, his = (
        write(follow_up("decision-check", "phone", person, "R5.decision"), SOLICITED, SAM, interviews=(talk,)).body
        for person in (DANA, TOM)
    )
    assert "Friday, November 13" in hers and "Wednesday, November 18" in his


def test_the_reminder_names_those_one_meets() -> None:
    script = write(follow_up("interview-reminder", "reminder", None, "R5.evening"), SOLICITED, SAM, interviews=(TALK,))
    assert "Dana Whitfield, Tom Reed, Mei-Ling Ito and Dr. Amara Okafor" in script.body
    assert "next steps" in script.body
    assert {MEI.name, AMARA.name} <= {person.name for person in SOLICITED.people}


def test_a_place_where_it_was_posted_is_said_as_one_says_it() -> None:
    for written, spoken in (
        ("www.linkedin.com", "on LinkedIn"),
        ("boards.greenhouse.io", "on your careers page"),
        ("jobs.northlake.example.com", "on your website"),
        ("The Harbor Gazette", "in The Harbor Gazette"),
        ("at the library", "at the library"),
    ):
        script = write(follow_up("receipt-check", "email"), replace(SOLICITED, posted_where=written), SAM)
        assert f"that you posted {spoken}, reference" in script.body


@pytest.mark.parametrize("title", ["Office Manager (m/w/d)", "OFFICE MANAGER", "Office Manager [f/m/x]"])
def test_a_title_is_said_as_one_says_it(title: str) -> None:
    script = write(follow_up("receipt-check", "email"), replace(SOLICITED, title=title), SAM)
    assert "the Office Manager position" in script.body


@pytest.mark.parametrize(
    "employer", ["Northlake Clinic, Inc.", "Northlake Clinic LLC", "Northlake Clinic GmbH & Co. KG"]
)
def test_an_employer_is_named_without_its_legal_form(employer: str) -> None:
    script = write(follow_up("receipt-check", "email", None), replace(SOLICITED, employer=employer), SAM)
    assert script.body.startswith("Dear team at Northlake Clinic,\n")


@pytest.mark.parametrize("offered", ["referral-question", "courteous-note"])
def test_what_an_absence_offers_can_be_written(offered: Any) -> None:
    script = write_offered(offered, SOLICITED, SAM, DUE, person=DANA)
    assert script.name in ("closing-note.referral.email", "closing-note.withdrawn.email")
