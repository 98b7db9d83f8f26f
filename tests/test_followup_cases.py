"""Every worked case of ``followup_cases.toml``, and that each rule has one and each names rules that exist."""

from __future__ import annotations

from collections import Counter
from typing import Any

import followup_world as world
import pytest

from server.followups import plan
from server.followups.records import FollowUp, Plan
from server.followups.rules import RULES


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
    return names | {rule.name for rule in RULES.values() if any(rule.text in sentence for sentence in words)}


@pytest.mark.parametrize("name", sorted(RULES))
def test_each_rule_has_its_worked_case(name: str):
    title = RULES[name].case
    case = next((case for case in world.CASES if case["title"] == title), None)
    assert case is not None, f"add the case “{title}” to tests/followup_cases.toml"
    assert name in case["rules"], f"the case “{title}” does not say that it works {name}"


def test_each_case_names_rules_that_exist():
    assert {name for case in world.CASES for name in case["rules"]} <= set(RULES)


def test_the_table_can_be_told_apart():
    assert [title for title, count in Counter(case["title"] for case in world.CASES).items() if count > 1] == []
