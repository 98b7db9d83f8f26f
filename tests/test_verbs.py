"""The verbs: each changes what it says, is planned at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest

from server import intake, planning
from server.dashboard import agenda
from server.followups.records import FollowUp, Outcome, Promise
from server.services import contacts, erasing, fields, history, notes, outcomes, preferences, steps, talks
from server.services.verb import Done
from server.store import applications, captures, events, followups, insights, interviews, people, rows, settings
from server.store import notes as kept_notes
from server.store.connection import Store, prepare
from server.store.errors import ConflictError, InvalidError, NotFoundError

PACIFIC = ZoneInfo("America/Los_Angeles")
NOW = datetime(2026, 11, 2, 10, 0, tzinfo=PACIFIC)
LATER = datetime(2026, 11, 9, 10, 30, tzinfo=PACIFIC)
POSTING: dict[str, Any] = {
    "kind": "posting",
    "title": "Office Manager",
    "employer": "Northlake Clinic",
    "location": "Seattle, WA",
    "country": "US",
    "contacts": [
        {"name": "Dana Whitfield", "emails": ["dana@northlake.example.com"], "phones": ["+12065550142"], "sure": True},
        {"name": "Lee Park", "emails": ["lee@northlake.example.com"], "phones": [], "sure": False},
    ],
}


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Store]:
    with prepare(tmp_path / "ringback.db") as store:
        preferences.save(store, {"timezone": "America/Los_Angeles", "country": "US"}, now=NOW)
        yield store


@pytest.fixture
def one(db: Store) -> int:
    capture = intake.Capture(url="https://a.example/1", html="<p>", applied_on=date(2026, 11, 2))
    return intake.receive(db, capture, lambda page: POSTING, now=NOW).application or 0


def step(db: Store, one: int) -> FollowUp:
    return next(found for found in followups.of(db, one) if found.state == "open")


def everything(db: Store) -> dict[str, list[dict[str, Any]]]:
    counting = ("events", "marks", "plans", "search_fts", "sqlite", "_")
    names = [name for name in db.table_names() if not name.startswith(counting)]
    return {name: sorted(rows.many(db, f"SELECT * FROM {name}"), key=repr) for name in names}


def dana(db: Store, one: int) -> int:
    return applications.record(db, one).people[0].id


VERBS: dict[str, Callable[[Store, int], Done]] = {
    "correct": lambda db, one: fields.correct(db, one, {"title": "Manager", "wants": ["calm"], "pay": None}, now=LATER),
    "stage": lambda db, one: fields.set_stage(db, one, "closed", closing="declined", now=LATER),
    "favourite": lambda db, one: fields.set_favourite(db, one, True, now=LATER),
    "approach": lambda db, one: fields.set_approach(db, one, "unsolicited", "cold", stance="reserved", now=LATER),
    "applied": lambda db, one: fields.mark_applied(db, one, date(2026, 11, 3), at=time(14, 30), now=LATER),
    "outcome": lambda db, one: outcomes.log(db, one, "voicemail-left", followup=step(db, one).identity.key, now=LATER),
    "dead": lambda db, one: outcomes.log(db, one, "wrong-number", person=dana(db, one), now=LATER),
    "ban": lambda db, one: outcomes.log(db, one, "asked-no-contact", person=dana(db, one), now=LATER),
    "move": lambda db, one: steps.move(db, step(db, one).identity.key, LATER + timedelta(days=3), now=LATER),
    "snooze": lambda db, one: steps.snooze(db, step(db, one).identity.key, LATER + timedelta(hours=3), now=LATER),
    "skip": lambda db, one: steps.skip(db, step(db, one).identity.key, "not now", now=LATER),
    "retext": lambda db, one: steps.retext(db, step(db, one).identity.key, "Hello", "My own words", now=LATER),
    "rechannel": lambda db, one: steps.rechannel(db, step(db, one).identity.key, "email", now=LATER),
    "redirect": lambda db, one: steps.redirect(
        db, step(db, one).identity.key, applications.record(db, one).people[1].id, now=LATER
    ),
    "contact": lambda db, one: contacts.add(db, one, name="Kim", phone="(206) 555-0177", now=LATER),
    "confirm": lambda db, one: contacts.confirm(db, one, applications.record(db, one).people[1].id, now=LATER),
    "remove": lambda db, one: contacts.remove(db, one, dana(db, one), now=LATER),
    "prefer": lambda db, one: contacts.prefer(db, one, applications.record(db, one).people[1].id, now=LATER),
    "contact-corrected": lambda db, one: contacts.correct(
        db, one, dana(db, one), {"name": "Dana W.", "role": "owner", "phone": None, "email": "d@e.example"}, now=LATER
    ),
    "interview": lambda db, one: talks.add(
        db, one, LATER + timedelta(days=2), interviewers=[dana(db, one)], decision_on=date(2026, 11, 20), now=LATER
    ),
    "note": lambda db, one: notes.add(db, one, "a note", now=LATER),
    "document": lambda db, one: notes.add_document(db, one, "CV.pdf", now=LATER),
}


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_can_be_taken_back_to_the_letter(db: Store, one: int, name: str):
    planning.replan_all(db, LATER)
    before = everything(db)
    done = VERBS[name](db, one)
    assert everything(db) != before
    assert done.event is not None
    history.undo(db, done.event, now=LATER)
    assert everything(db) == before
    with pytest.raises(NotFoundError):
        history.undo(db, done.event, now=LATER)


def test_undo_goes_back_step_by_step_and_refuses_to_overwrite_a_later_change(db: Store, one: int):
    first = fields.correct(db, one, {"title": "A"}, now=LATER)
    fields.correct(db, one, {"title": "B"}, now=LATER)
    with pytest.raises(ConflictError):
        history.undo(db, first.event or 0, now=LATER)
    history.undo_last(db, one, now=LATER)
    history.undo_last(db, one, now=LATER)
    assert applications.record(db, one).title == "Office Manager"
    with pytest.raises(NotFoundError):
        history.undo_last(db, one, now=LATER)


def test_a_verb_that_changes_nothing_leaves_no_trace(db: Store, one: int):
    before = len(events.timeline(db, one))
    assert fields.correct(db, one, {"title": "Office Manager"}, now=LATER).event is None
    assert len(events.timeline(db, one)) == before


@pytest.mark.parametrize("outcome", get_args(Outcome))
def test_every_outcome_can_be_logged_and_taken_back(db: Store, one: int, outcome: Outcome):
    planning.replan_all(db, LATER)
    before = everything(db)
    promise = Promise(amount=10, unit="minutes") if outcome == "will-call-back" else None
    done = outcomes.log(db, one, outcome, followup=step(db, one).identity.key, promise=promise, now=LATER)
    history.undo(db, done.event or 0, now=LATER)
    assert everything(db) == before


@pytest.mark.parametrize(
    ("outcome", "stage", "closing"),
    [
        ("arrived", "in-contact", None),
        ("no-answer", "applied", None),
        ("acknowledged", "applied", None),
        ("invited", "interview", None),
        ("offer", "offer", None),
        ("rejected", "closed", "rejected"),
        ("filled", "closed", "filled"),
        ("withdrawn", "closed", "withdrawn"),
    ],
)
def test_outcomes_move_the_stage_forward_by_themselves(
    db: Store, one: int, outcome: Any, stage: str, closing: str | None
):
    outcomes.log(db, one, outcome, now=LATER)
    assert (applications.record(db, one).stage, applications.record(db, one).closing) == (stage, closing)


def test_an_outcome_never_moves_the_stage_back(db: Store, one: int):
    outcomes.log(db, one, "offer", now=LATER)
    outcomes.log(db, one, "answered", now=LATER)
    assert applications.record(db, one).stage == "offer"
    outcomes.log(db, one, "rejected", now=LATER)
    outcomes.log(db, one, "arrived", now=LATER)
    assert applications.record(db, one).stage == "closed"
    outcomes.log(db, one, "invited", now=LATER)
    assert (applications.record(db, one).stage, applications.record(db, one).closing) == ("interview", None)


@pytest.mark.parametrize(
    ("outcome", "may"), [("asked-not-to-call", (False, True)), ("asked-no-contact", (False, False))]
)
def test_what_a_person_asked_for_holds_in_all_their_applications(
    db: Store, one: int, outcome: Any, may: tuple[bool, bool]
):
    other = {**POSTING, "title": "Nurse"}
    two = intake.receive(
        db, intake.Capture(url="https://a.example/2", html="<p>"), lambda page: other, now=NOW
    ).application
    outcomes.log(db, one, outcome, person=dana(db, one), now=LATER)
    person = applications.record(db, two or 0).people[0]
    assert (person.may_call, person.may_contact) == may


@pytest.mark.parametrize(("outcome", "policy"), [("asked-not-to-call", "calls"), ("asked-no-contact", "contact")])
def test_a_ban_by_nobody_in_particular_is_the_employers_for_good(db: Store, one: int, outcome: Any, policy: str):
    for person in applications.record(db, one).people:
        contacts.remove(db, one, person.id, now=LATER)
    outcomes.log(db, one, outcome, now=LATER)
    assert applications.row(db, one)[policy] == "forbidden"
    welcoming = {**POSTING, "wishes": {"calls": "welcome", "contact": "welcome"}}
    intake.receive(db, intake.Capture(url="https://a.example/1", html="<p>"), lambda page: welcoming, now=LATER)
    assert applications.row(db, one)[policy] == "forbidden"


def test_the_detail_that_was_used_is_the_one_marked_dead(db: Store, one: int):
    person = dana(db, one)
    outcomes.log(db, one, "email-sent", person=person, now=LATER)
    outcomes.log(db, one, "bounced", person=person, now=LATER)
    assert {found["value"]: bool(found["dead_at"]) for found in people.details_of(db, [person])[person]} == {
        "dana@northlake.example.com": True,
        "+12065550142": False,
    }
    detail = next(found for found in people.details_of(db, [person])[person] if found["dead_at"])
    contacts.revive(db, person, detail["id"], now=LATER)
    assert not applications.record(db, one).people[0].email_dead


def test_a_gatekeepers_hint_puts_the_right_person_first(db: Store, one: int):
    lee = applications.record(db, one).people[1].id
    outcomes.log(db, one, "gatekeeper", person=dana(db, one), other_person=lee, now=LATER)
    assert applications.record(db, one).people[0].id == lee


@pytest.mark.parametrize(
    "given",
    [
        {"outcome": "will-call-back"},
        {"outcome": "hung-up"},
        {"outcome": "arrived", "at": LATER + timedelta(days=1)},
        {"outcome": "will-call-back", "promise": Promise(amount=0, unit="days")},
    ],
)
def test_an_outcome_that_cannot_be_is_refused(db: Store, one: int, given: dict[str, Any]):
    with pytest.raises(InvalidError):
        outcomes.log(db, one, now=LATER, **given)


@pytest.mark.parametrize(
    "changes",
    [{"title2": "x"}, {"stage": "flying"}, {"closes_on": "soon"}, {"timezone": "Mars/Base"}, {"url": "javascript:x"},
     {"applied_at": "noonish"}, {"stance": "reckless"}],
)  # fmt: skip
def test_a_correction_that_cannot_be_is_refused(db: Store, one: int, changes: dict[str, Any]):
    with pytest.raises(InvalidError):
        fields.correct(db, one, changes, now=LATER)


def test_what_was_decided_before_a_contact_was_found_is_kept_and_can_be_dropped(db: Store):
    capture = intake.Capture(url="https://a.example/2", html="<p>", applied_on=date(2026, 11, 2))
    number = intake.receive(db, capture, lambda page: POSTING | {"contacts": []}, now=NOW).application or 0
    (waiting,) = followups.of(db, number)
    moved_to = datetime(2026, 11, 12, 11, 0, tzinfo=PACIFIC)
    steps.move(db, waiting.identity.key, moved_to, now=LATER)
    contacts.add(db, number, name="Dana Whitfield", email="dana@northlake.example.com", now=LATER)
    found = step(db, number)
    assert (found.due_at, found.changed) == (moved_to, True)
    steps.retext(db, found.identity.key, None, "My own words", now=LATER)
    assert (step(db, number).due_at, step(db, number).body) == (moved_to, "My own words")
    steps.restore(db, found.identity.key, now=LATER)
    assert (step(db, number).changed, step(db, number).body) == (False, None)


def test_what_is_put_off_comes_up_again_in_the_hours_of_its_contact(db: Store, one: int):
    """Tomorrow is a holiday there, and eight in the morning is no hour for a call."""
    steps.snooze(db, step(db, one).identity.key, datetime(2026, 11, 11, 8, 0, tzinfo=PACIFIC), now=LATER)
    assert step(db, one).due_at == datetime(2026, 11, 12, 10, 0, tzinfo=PACIFIC)


def test_a_moved_follow_up_stays_where_it_was_put_through_every_new_plan(db: Store, one: int):
    moved_to = datetime(2026, 11, 12, 11, 0, tzinfo=PACIFIC)
    key = step(db, one).identity.key
    steps.move(db, key, moved_to, now=LATER)
    preferences.save(db, {"daily_number": 3}, now=LATER)
    notes.add(db, one, "a note", now=LATER)
    planning.replan_all(db, LATER + timedelta(days=1))
    assert (step(db, one).due_at, step(db, one).by_hand) == (moved_to, True)
    steps.restore(db, key, now=LATER)
    assert step(db, one).due_at == datetime(2026, 11, 9, 10, 0, tzinfo=PACIFIC)


def test_interviews_keep_their_zone_their_people_and_what_was_reported(db: Store, one: int):
    start = datetime(2026, 11, 12, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    done = talks.add(db, one, start, interviewers=[dana(db, one)], place="Room 2", now=LATER)
    assert applications.record(db, one).stage == "interview"
    interview = done.id or 0
    talks.hold(db, interview, decision_on=date(2026, 11, 20), now=LATER)
    talks.report(db, interview, dana(db, one), says="Two weeks", now=LATER)
    kept = interviews.of(db, [one])[one][0]
    assert (kept.starts_at, str(kept.starts_at.tzinfo), kept.held) == (start, "Europe/Berlin", True)
    assert (kept.decision_on, kept.interviewers, kept.reports[0].says) == (
        date(2026, 11, 20),
        (dana(db, one),),
        "Two weeks",
    )
    taken_off = talks.remove(db, interview, now=LATER)
    assert interviews.of(db, [one]) == {}
    history.undo(db, taken_off.event or 0, now=LATER)
    assert interviews.of(db, [one])[one][0] == kept
    with pytest.raises(InvalidError):
        talks.add(db, one, start, ends_at=start, now=LATER)
    with pytest.raises(NotFoundError):
        talks.add(db, one, start, interviewers=[999], now=LATER)


def test_notes_are_edited_and_removed_and_had_back(db: Store, one: int):
    note = notes.add(db, one, "first", now=LATER).id or 0
    notes.edit(db, note, "second", now=LATER)
    notes.remove(db, note, now=LATER)
    history.undo_last(db, one, now=LATER)
    history.undo_last(db, one, now=LATER)
    assert [found["text"] for found in kept_notes.of(db, one)] == ["first"]
    with pytest.raises(InvalidError):
        notes.add(db, one, " \n ", now=LATER)


def test_settings_plan_everything_anew_and_can_be_taken_back(db: Store, one: int):
    assert step(db, one).identity.rule == "R1.single-check"
    assert preferences.save(db, {"stance": "persistent", "name": "Sam"}, now=LATER) == ["stance", "name"]
    assert step(db, one).identity.rule != "R1.single-check"
    history.undo_last(db, now=LATER)
    assert (step(db, one).identity.rule, settings.load(db).name) == ("R1.single-check", None)
    for bad in ({"stance": "reckless"}, {"colour": "red"}, {"daily_number": "many"}):
        with pytest.raises(InvalidError):
            preferences.save(db, bad, now=LATER)


def test_kept_pages_can_be_deleted_and_what_was_read_stays(db: Store, one: int):
    assert erasing.pages(db, application=one, now=LATER) == 1
    assert not captures.of(db, one)[0]["kept"]
    with pytest.raises(NotFoundError):
        captures.page(db, captures.of(db, one)[0]["id"])
    assert applications.record(db, one).title == "Office Manager"


def test_deleting_one_application_leaves_what_another_needs(db: Store, one: int):
    other = {**POSTING, "title": "Nurse", "contacts": POSTING["contacts"][:1]}
    two = intake.receive(
        db, intake.Capture(url="https://a.example/2", html="<p>"), lambda page: other, now=NOW
    ).application
    erasing.application(db, one, now=LATER)
    assert [person.name for person in applications.record(db, two or 0).people] == ["Dana Whitfield"]
    assert [found["name"] for found in rows.many(db, "SELECT name FROM people")] == ["Dana Whitfield"]
    with pytest.raises(NotFoundError):
        erasing.application(db, one, now=LATER)


def test_the_queries_of_the_day_are_as_many_whatever_the_data(db: Store, one: int):
    def queries() -> int:
        asked: list[str] = []
        with db.tracer(lambda sql, _: asked.append(sql)):
            found = agenda.load(db, settings.load(db), LATER)
        assert found.due
        return len(asked)

    few = queries()
    for number in range(12):
        read = {**POSTING, "reference": f"R-{number}"}
        capture = intake.Capture(url=f"https://b.example/{number}", html="<p>", applied_on=date(2026, 11, 2))
        intake.receive(db, capture, lambda page, read=read: read, now=NOW)
    assert queries() == few


def test_the_first_request_of_a_day_plans_anew_and_the_second_does_not(db: Store, one: int):
    planning.ensure_planned(db, LATER)
    assert not planning.ensure_planned(db, LATER + timedelta(hours=5))
    assert planning.ensure_planned(db, LATER + timedelta(hours=14))


def test_insights_count_what_was_answered_after_a_follow_up(db: Store):
    for number in range(12):
        read = {**POSTING, "title": f"Job {number}", "reference": f"R-{number}", "contacts": []}
        capture = intake.Capture(url=f"https://b.example/{number}", html="<p>", applied_on=date(2026, 11, 2))
        one = intake.receive(db, capture, lambda page, read=read: read, now=NOW).application or 0
        if number < 9:
            outcomes.log(db, one, "email-sent" if number % 3 else "voicemail-left", now=LATER)
        if number < 4:
            outcomes.log(db, one, "invited", now=LATER + timedelta(days=1))
        if number == 11:
            outcomes.log(db, one, "rejected", now=LATER)
    found = insights.load(db, "single-check")
    assert found.funnel == {"tracked": 12, "applied": 12, "in-contact": 5, "interview": 4, "offer": 0, "hired": 0}
    assert [(part.hits, part.total, part.few) for part in (found.followed, found.waited)] == [
        (4, 9, False),
        (1, 3, True),
    ]
    assert {part.label: (part.hits, part.total) for part in found.by["channel"]} == {"email": (2, 6), "phone": (2, 3)}
    assert [part.label for part in found.by["waited"]] == ["4-7"]


def test_a_closing_note_after_their_word_is_no_following_up(db: Store, one: int):
    fields.mark_applied(db, one, date(2026, 11, 2), now=NOW)
    outcomes.log(db, one, "rejected", now=LATER, direction="in", channel="email")
    outcomes.log(db, one, "email-sent", now=LATER + timedelta(hours=1))
    found = insights.load(db, "single-check")
    assert (found.followed.total, found.waited.hits, found.waited.total) == (0, 1, 1)


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"), [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1.0)]
)
def test_intervals_are_wilsons(hits: int, total: int, low: float, high: float):
    found = insights.share("x", hits, total)
    assert (round(found.low, 3), round(found.high, 3)) == (low, high)


def test_today_says_how_many_more_are_due_than_it_shows(db: Store, one: int):
    preferences.save(db, {"daily_number": 50}, now=NOW)
    for number in range(agenda.DUE_SHOWN + 3):
        read = {**POSTING, "contacts": [{"name": f"P {number}", "emails": [f"p{number}@e.example"], "sure": True}]}
        capture = intake.Capture(url=f"https://b.example/{number}", html="<p>", applied_on=date(2026, 11, 2))
        intake.receive(db, capture, lambda page, read=read: read, now=NOW)
    shown = agenda.load(db, settings.load(db), LATER)
    assert (len(shown.due), sum(shown.counts.values())) == (agenda.DUE_SHOWN, agenda.DUE_SHOWN + 4)
    assert shown.counts == {"email": agenda.DUE_SHOWN + 3, "phone": 1}
