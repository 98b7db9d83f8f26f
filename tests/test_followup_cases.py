"""Every worked case of ``followup_cases.toml``, and that each rule has one and each names rules that exist."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, get_args

import followup_world as world
import pytest

from server.dashboard.words import SOURCES
from server.followups import plan, rules
from server.followups.records import FollowUp, Outcome, Plan, Stance
from server.followups.rules import RULES, Rule
from server.followups.story import NO_TOUCH
from server.sentences import Sentence


def told(follow_up: FollowUp) -> str:
    person = follow_up.person.name or follow_up.person.role if follow_up.person else "?"
    state = "" if follow_up.state == "open" else f" {follow_up.state}"
    return f"{follow_up.due_at:%a %Y-%m-%d %H:%M} {follow_up.channel} {follow_up.kind} {person}{state}"


def planned(case: dict[str, Any]) -> Plan:
    application = world.application(case)
    touches = [world.touch(told, n, application.people) for n, told in enumerate(case.get("touches", []), 1)]
    talks = [world.interview(told, n) for n, told in enumerate(case.get("interviews", []), 1)]
    changes = [world.change(told) for told in case.get("changes", [])]
    now = world.at(case.get("now", world.TABLE["usual"]["now"]))
    return plan(application, touches, talks, changes, world.settings(case.get("settings")), now)


@pytest.mark.parametrize("case", world.CASES, ids=[case["title"] for case in world.CASES])
def test_case(case: dict[str, Any]):
    made = planned(case)
    assert [told(follow_up) for follow_up in made.follow_ups] == case["plan"]
    reasons = [f"{absence.why.rule} {absence.offer or ''}".strip() for absence in made.absences]
    assert reasons == case.get("nothing", [])
    notes = "\n".join(note for follow_up in made.follow_ups for note in follow_up.notes)
    for words in case.get("notes", []):
        assert words in notes
    for words in case.get("conflicts", []):
        assert words in "\n".join(made.conflicts)
    assert bool(made.conflicts) == bool(case.get("conflicts"))
    if "quote" in case:
        assert case["quote"] in [thing.why.quote for thing in (*made.follow_ups, *made.absences)]
    assert set(case["rules"]) <= shown(made)


def shown(made: Plan) -> set[str]:
    """The rules that a plan names, or whose sentence it shows."""
    names = {absence.why.rule for absence in made.absences}
    names |= {name for follow_up in made.follow_ups for name in (follow_up.identity.rule, follow_up.why.rule)}
    words = [note for follow_up in made.follow_ups for note in follow_up.notes] + list(made.conflicts)
    return names | {rule.name for rule in RULES.values() if any(rule.said() in sentence for sentence in words)}


@pytest.mark.parametrize("name", sorted(RULES))
def test_each_rule_has_its_worked_case(name: str):
    title = RULES[name].case
    case = next((case for case in world.CASES if case["title"] == title), None)
    assert case is not None, f"add the case “{title}” to tests/followup_cases.toml"
    assert name in case["rules"], f"the case “{title}” does not say that it works {name}"


def test_each_case_names_rules_that_exist():
    assert {name for case in world.CASES for name in case["rules"]} <= set(RULES)


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Rule], None]]:
    """Put a row among the rules, for one test."""

    def put(row: Rule) -> None:
        monkeypatch.setitem(RULES, row.name, row)
        rules.on.cache_clear()
        rules.then.cache_clear()

    yield put
    monkeypatch.undo()
    rules.on.cache_clear()
    rules.then.cache_clear()


@pytest.mark.parametrize("name", [rule.name for rule in RULES.values() if rule.wait or rule.most or rule.stretch > 1])
def test_a_wait_or_a_limit_stands_in_its_row_alone(name: str, rows: Callable[[Rule], None]):
    """Changing the number in the row changes what its case plans, and the sentence that explains it."""
    row = RULES[name]
    changed = replace(row, wait=row.wait and row.wait + 1, most=row.most and row.most + 1, stretch=row.stretch * 2 - 1)
    case = next(case for case in world.CASES if case["title"] == row.case)
    before = planned(case)
    rows(changed)
    assert planned(case) != before
    assert row.said() == row.text or row.said() != changed.said()


def test_a_row_is_all_that_a_new_rule_takes(rows: Callable[[Rule], None]):
    """Somebody who wants one more e-mail after an unanswered call to a lead adds a row, and nothing else."""
    case = {
        "approach": "unsolicited",
        "origin": "referral",
        "stance": "persistent",
        "touches": [{"at": "2026-11-05 10:05", "outcome": "voicemail-left"}],
    }
    assert planned(case).follow_ups == ()
    row = Rule(
        name="R3.persistent-email",
        on="unanswered",
        after="R3.persistent",
        stances=("persistent",),
        kind="lead-call",
        channels=("email",),
        whom="same",
        wait=4,
        text=Sentence("Your call is unanswered for %(wait)s: write."),
        case="-",
    )
    rows(row)
    (made,) = planned(case).follow_ups
    assert told(made) == "Thu 2026-11-12 09:00 email lead-call Dana Whitfield"
    assert made.why.text == "Your call is unanswered for 4 business days: write."


def test_why_names_the_wait_that_the_person_set():
    (made,) = planned({"settings": {"waits": {"R1.single-check": 3}}}).follow_ups
    assert made.why.text.startswith("Ask once, 3 business days after you answered the posting")


@pytest.mark.parametrize("name", sorted(RULES))
def test_each_rule_says_who_speaks_for_it_and_no_voice_on_both_sides(name: str):
    rule = RULES[name]
    assert set(rule.for_) & set(rule.against) == set()
    assert {rules.source(voice) for voice in (*rule.for_, *rule.against)} <= set(rules.SOURCES)
    assert set(rule.for_) | set(rule.against) <= set(SOURCES), "name the voice in server/dashboard/words.py"


def test_the_table_can_be_told_apart():
    assert [title for title, count in Counter(case["title"] for case in world.CASES).items() if count > 1] == []


TRACKS = {"posting": ("solicited", "posting"), "cold": ("unsolicited", "cold"), "lead": ("unsolicited", "referral")}
OUTCOMES = tomllib.loads((Path(__file__).parent / "followup_outcomes.toml").read_text(encoding="utf-8"))
THANKS = tuple(
    {"at": "2026-11-09 17:05", "outcome": "email-sent", "channel": "email", "person": who} for who in ("dana", "hugo")
)
_CHANNELS = {"email-sent": "email", "bounced": "email", "letter-sent": "letter", "acknowledged": "email"}
_BY_THEM = ("answered", "acknowledged", "invited", "offer", "rejected", "filled")


def of(track: str, stance: str) -> dict[str, Any]:
    told = {"stance": stance, "people": ["dana", "hugo"]}
    if track == "interview":
        talk = {"starts": "2026-11-09 14:00", "ends": "2026-11-09 15:00", "with": ["dana", "hugo"], "held": True}
        return told | {"interviews": [talk], "touches": [*THANKS], "now": "2026-11-10 09:00"}
    approach, origin = TRACKS[track]
    return told | {"approach": approach, "origin": origin}


def first_of(track: str, stance: str) -> Plan:
    return planned(of(track, stance))


def after(track: str, stance: str, outcome: str) -> Plan:
    case = of(track, stance)
    return planned(case | told_of(case, next(iter(first_of(track, stance).follow_ups), None), outcome))


def lines(made: Plan) -> list[str]:
    """A plan as the table tells it: its follow-ups, else the rules that say why there are none."""
    return [told(one) for one in made.follow_ups] or [f"nothing: {one.why.rule}" for one in made.absences]


@pytest.mark.parametrize("stance", get_args(Stance))
@pytest.mark.parametrize("track", [*TRACKS, "interview"])
def test_every_outcome_leads_where_the_table_says(track: str, stance: str):
    table = OUTCOMES[track][stance]
    assert lines(first_of(track, stance)) == table["first"]
    found = {outcome: lines(after(track, stance, outcome)) for outcome in get_args(Outcome)}
    assert found == {outcome: table.get(outcome, "missing") for outcome in found}


REACHED = [outcome for outcome in get_args(Outcome) if outcome not in (*NO_TOUCH, "asked-not-to-call")]
"""Outcomes after which the step they were logged for is done, whatever comes next."""
STILL_TO_DO = {("never-arrived", "bad-moment"), ("never-arrived", "will-call-back"), ("offer", "offer")}
"""What was asked for is still to be sent, and an offer logged once more, with its date, still to be thanked for."""


@pytest.mark.parametrize("stance", get_args(Stance))
@pytest.mark.parametrize("track", [*TRACKS, "interview"])
def test_what_was_done_is_not_asked_for_again_whatever_two_things_happen(track: str, stance: str):
    case = of(track, stance)
    first = next(iter(planned(case).follow_ups), None)
    asked_again = []
    for one in get_args(Outcome):
        once = case | told_of(case, first, one)
        second = next((step for step in planned(once).follow_ups if step.channel != "reminder"), None)
        for other in REACHED if second else ():
            if (one, other) in STILL_TO_DO:
                continue
            twice = once | told_of(once, second, other)
            if second.identity.key in {step.identity.key for step in planned(twice).follow_ups}:
                asked_again.append(f"{one}, {other}: {second.identity.key}")
    assert asked_again == []


def told_of(case: dict[str, Any], step: FollowUp | None, outcome: str) -> dict[str, Any]:
    """A case in which something came of a step five minutes after it was due, or after what happened last."""
    before = [*case.get("touches", [])]
    due = step.due_at if step else world.at("2026-11-09 10:00")
    last = max((world.at(touch["at"]) for touch in before), default=due)
    at = f"{max(due, last) + timedelta(minutes=5):%Y-%m-%d %H:%M}"
    happened = {
        "at": at,
        "outcome": outcome,
        "channel": _CHANNELS.get(outcome, "phone"),
        "direction": "in" if outcome in _BY_THEM else "out",
        "followup": step.identity.key if step else None,
        "person": {2: "hugo"}.get(step.person.id if step and step.person else 1, "dana"),
    }
    if outcome == "will-call-back":
        happened["promise"] = {"amount": 10, "unit": "minutes"}
    if outcome == "gatekeeper":
        happened["other"] = "hugo"
    return {"touches": [*before, happened], "now": at}
