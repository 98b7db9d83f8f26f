"""The person's own words for a follow-up: their templates, their text for one time, and what is wrong with them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from script_records import DUE, SAM, SOLICITED, TALK, follow_up
from test_scripts import TONES

from server.followups.scripts import check_template, preview, template, templates, variables, write

MINE = """## subject
Hi from {{ my_name }}

## body
{{ greeting }}

Is {{ reference }} there? I sent it.

{{ sign_off }}
"""
NAME = "receipt-check.solicited.email"


def test_text_written_for_one_time_wins_over_all() -> None:
    once = replace(follow_up("receipt-check", "email"), body="Just this once.")
    script = write(once, SOLICITED, SAM, templates={NAME: MINE})
    assert (script.body, script.source, script.missing) == ("Just this once.", "once", ())
    assert script.subject == "Hi from Sam Rivera"


def test_an_own_template_is_used_and_ours_comes_back_without_it() -> None:
    moment = follow_up("receipt-check", "email")
    own, ours = write(moment, SOLICITED, SAM, templates={NAME: MINE}), write(moment, SOLICITED, SAM)
    assert own.source == "own" and "Is NC-4711 there? I sent it." in own.body
    assert ours.source == "ours" and own.body != ours.body


def test_a_sentence_of_an_own_template_is_left_out_if_its_fact_is_not_known() -> None:
    bare = replace(SOLICITED, reference=None)
    script = write(follow_up("receipt-check", "email"), bare, SAM, templates={NAME: MINE})
    assert "there?" not in script.body and "I sent it." in script.body
    assert [item.fact for item in script.missing] == ["reference"]


def test_what_an_own_phone_template_leaves_out_is_ours() -> None:
    own = {"receipt-check.solicited.phone": "## question\nIs it there?\n\n## gatekeeper\n"}
    script = write(follow_up("receipt-check", "phone"), SOLICITED, SAM, templates=own)
    assert [section.name for section in script.sections] == [
        "opening",
        "purpose",
        "question",
        "bad-moment",
        "never-arrived",
        "voicemail",
        "not-a-fit",
        "close",
    ]
    assert script.sections[2].text == "Is it there?"


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ("## body\nDear {{ contct }},", 2, "contct"),
        ("## body\n\n{% for x in title %}{% endfor %}", 3, "for"),
        ("## body\n{{ title.__class__.__mro__ }}", 2, "getattr"),
        ("## body\n{{ 'a' * 999999999 }}", 2, "mul"),
        ("## body\n{{ title | center(999999999) }}", 2, "center"),
        ("## body\n{{ lipsum() }}", 2, "lipsum"),
        ("## body\n{{ title", 2, "cannot be read"),
        ("## body\n{% if title %}x", 2, "cannot be read"),
        ("## Body\nhello", 1, "no heading"),
        ("## greetings\nhello", 1, "greetings"),
        ("hello", 1, "No part"),
        ("## subject\nhello", 1, "no text"),
        ("## body\nDear [name of contact],", 2, "[name of contact]"),
        ("## body\n" + "word " * 10_000, 1, "characters"),
    ],
)
def test_a_broken_template_is_told_with_its_line_and_ours_is_used(source: str, line: int, what: str) -> None:
    problems = [problem for problem in check_template(NAME, source) if what in problem.what]
    assert problems and problems[0].line == line and problems[0].do
    script = write(follow_up("receipt-check", "email"), SOLICITED, SAM, templates={NAME: source})
    assert script.source == "ours" and "is not used" in script.notes[0]


def test_a_long_template_is_used_and_said_to_be_long() -> None:
    source = "## body\n" + "word " * 130
    (problem,) = check_template(NAME, source)
    assert not problem.blocking and "130 words" in problem.what
    assert write(follow_up("receipt-check", "email"), SOLICITED, SAM, templates={NAME: source}).source == "own"


def test_a_name_of_no_template_is_an_error() -> None:
    for wrong in ("receipt-check", "../phrases", "phrases", "no-such.text.email"):
        with pytest.raises(KeyError):
            check_template(wrong, "## body\nhello")


def test_a_preview_shows_real_data() -> None:
    script = preview(NAME, MINE, SOLICITED, SAM, DUE)
    assert script.subject == "Hi from Sam Rivera" and script.body.startswith("Dear Dana Whitfield,")


@pytest.mark.parametrize("one", templates(), ids=lambda one: one.name)
def test_every_template_can_be_previewed_in_each_tone(one: Any) -> None:
    for tone in TONES:
        script = preview(one.name, template(one.name, tone), SOLICITED, SAM, DUE, interviews=(TALK,))
        assert script.source == "own" and script.body


def test_every_variable_is_documented() -> None:
    documented = {name for name, about, _ in variables() if about}
    assert {name for one in templates() for name in one.variables} <= documented
    assert {"greeting", "sign_off", "approach"} <= documented
