"""Every text, in every tone, with every fact present or absent: no hole, no placeholder, never too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from script_records import COLD, DANA, HISTORY, LEAD, SAM, SOLICITED, TALK, follow_up, said

from server.followups.records import Application, Channel, Closing, FollowUp, Kind, Outcome, Settings, Stage
from server.followups.scripts import Script, check_template, template, templates, write

TONES = ("warm", "brief", "concrete")
OCCASIONS = (
    *(("receipt-check", rule) for rule in ("R1.single-check", "R6.resend-check")),
    ("value-approach", "R1.persistent"),
    ("lead-call", "R3.lead"),
    *(("call-back", rule) for rule in ("R4.call-back", "R6.bad-moment")),
    ("resend", "R6.never-arrived"),
    *(("thank-you", rule) for rule in ("R5.thank-you", "R6.offer")),
    ("decision-check", "R5.decision"),
    *(("check-in", rule) for rule in ("R6.arrived-check-in", "R5.check-in")),
    *(("closing-note", rule) for rule in ("R6.rejected", "R6.withdrawn", "R6.not-a-fit", "R6.silence")),
)
REMINDERS = (
    ("apply-reminder", "R0.apply"),
    ("interview-reminder", "R5.evening"),
    ("decision-check", "R6.offer-answer"),
)
MOMENTS = [(k, r, c) for k, r in OCCASIONS for c in ("phone", "email", "letter")] + [
    (k, r, "reminder") for k, r in REMINDERS
]
APPLICATIONS = (SOLICITED, COLD, LEAD)
FACTS_OF_APPLICATION = (
    "title",
    "employer",
    "posted_where",
    "reference",
    "applied_on",
    "closes_on",
    "sort_of_work",
    "why_employer",
    "referred_by",
)
ABSENT = (*FACTS_OF_APPLICATION, "my_name", "my_phone", "contact", "one_thing", "history")
FLAWS = {
    "two spaces": r"  ",
    "a space before punctuation": r"\s[,.;:!?”]",
    "punctuation twice": r"[,.;:?!]\s*[,.;:](?!\w)|[.?!]{2}|,,",
    "an empty pair": r"“\s*”|\(\s*\)|“\s",
    "a value of the program": r"\b(?:None|True|False|undefined|nan)\b",
    "a mark of the template": r"\{\{|\}\}|\{%|%\}|\{#|\ue000",
    "a placeholder": r"\[|\]|\bXX+\b|<[a-z]+>",
    "a line that begins with punctuation": r"(?m)^\s*[,.;:!?)]",
    "a sentence that begins small": r"(?:^|[.?!] )(?!e-mail)[a-z]",
    "a gender guessed": r"\b(?:Mr|Mrs|Ms|Sir|Madam|his|her|he|she)\b\.?",
    "nobody's salutation": r"Dear Hiring|To whom|Dear Sir",
    "three lines apart": r"\n{3}",
    "a sentence cut short": r"(?m)\b(?:because|and|or|the|an?|reference|my|your)\s*[.,;:?!]?\s*$",
    "a small word before punctuation": r"\b(?:because|and|or|the|an?|reference)[.,;:?!]",
}


def without(application: Application, settings: Settings, absent: frozenset[str]) -> tuple[Application, Settings]:
    """The records without some facts."""
    gone: dict[str, Any] = {name: None for name in FACTS_OF_APPLICATION if name in absent}
    mine: dict[str, Any] = {name: None for name in ("name", "phone") if f"my_{name}" in absent}
    if "one_thing" in absent:
        gone["wants"], mine["strengths"] = (), ()
    return replace(application, **gone), replace(settings, **mine)


def script_without(moment: FollowUp, application: Application, tone: str, absent: frozenset[str]) -> Script:
    """The script for a moment, some facts being absent."""
    known, me = without(application, replace(SAM, tone=tone), absent)
    if "contact" in absent:
        moment = replace(moment, person=None)
    told = () if "history" in absent else (HISTORY, (TALK,))
    return write(moment, known, me, touches=told[0] if told else (), interviews=told[1] if told else ())


def flaws(script: Script) -> Iterator[str]:
    """What a strict reader would mark in a script."""
    parts = [section.text for section in script.sections if section.name != "address"] or script.body.split("\n\n")
    for text in filter(None, (script.subject, script.body, *parts)):
        for flaw, pattern in FLAWS.items():
            if flaw == "a sentence that begins small" and text == script.body:
                continue
            if found := re.search(pattern, text):
                yield f"{script.name}: {flaw}: …{text[max(0, found.start() - 40) : found.end() + 20]!r}"
    if not script.body or any(not section.text for section in script.sections):
        yield f"{script.name}: nothing is said"


def too_long(script: Script) -> Iterator[str]:
    if script.channel != "phone" and script.words > 120:
        yield f"{script.name}: {script.words} words"
    if script.voicemail and (script.voicemail.words > 50 or script.voicemail.seconds > 20):
        yield f"{script.name}: a voicemail of {script.voicemail.words} words, {script.voicemail.seconds} s"


@pytest.mark.parametrize(("kind", "rule", "channel"), MOMENTS)
def test_a_text_reads_well_whatever_is_not_known(kind: str, rule: str, channel: str) -> None:
    moment = follow_up(kind, channel, rule=rule)
    found: set[str] = set()
    for application in APPLICATIONS:
        for tone in TONES:
            for absent in (frozenset(), frozenset(ABSENT), *(frozenset({fact}) for fact in ABSENT)):
                script = script_without(moment, application, tone, absent)
                found.update((*flaws(script), *too_long(script)))
    assert not found


@given(
    moment=st.sampled_from(MOMENTS),
    application=st.sampled_from(APPLICATIONS),
    tone=st.sampled_from(TONES),
    absent=st.frozensets(st.sampled_from(ABSENT)),
)
def test_a_text_reads_well_with_any_facts_missing(
    moment: tuple[str, str, str], application: Application, tone: str, absent: frozenset[str]
) -> None:
    kind, rule, channel = moment
    script = script_without(follow_up(kind, channel, rule=rule), application, tone, absent)
    assert not [*flaws(script), *too_long(script)]


LONG = {
    "title": "Senior Regional Coordinator for Community Outreach and Volunteer Programs in the Northern Counties",
    "employer": "The Very Reverend Foundation for the Advancement of Applied Horticultural Sciences and Beekeeping",
    "posted_where": "the notice board of the municipal library in the old town, second floor",
    "reference": "REQ-2026-0000-4711-A/B-0815 (please quote)",
    "sort_of_work": "coordinating volunteers, teaching beginners, keeping bees, and whatever else a small trust needs",
    "why_employer": "you have kept the orchard open to schools for thirty years, in fair weather and foul, and because "
    "every teacher I know talks about the day their class spent there as if it had been the whole year",
    "one_thing": "eleven years of organizing volunteers across four counties, with a budget that never once ran over, "
    "two floods, and a waiting list of people who wanted to join",
    "referred_by": "Professor Emerita Maria del Carmen Fernandez-Llorente y Quiroga",
}


@pytest.mark.parametrize(("kind", "rule", "channel"), MOMENTS)
def test_long_facts_make_no_long_text(kind: str, rule: str, channel: str) -> None:
    someone = replace(DANA, name="Maximiliane Alexandra von Hohenfels-Waldenburg")
    me = replace(SAM, name="Bartholomew Fitzgerald Montgomery-Smythe", phone="+49 30 23125 8123", country="US")
    found: set[str] = set()
    for application in APPLICATIONS:
        known = {name: value for name, value in LONG.items() if name == "one_thing" or getattr(application, name)}
        for tone in TONES:
            script = write(
                follow_up(kind, channel, someone, rule),
                replace(application, **known),  # type: ignore[arg-type]
                replace(me, tone=tone),  # type: ignore[arg-type]
                touches=HISTORY,
                interviews=(TALK,),
            )
            found.update((*flaws(script), *too_long(script)))
    assert not found


HOSTILE = st.one_of(
    st.sampled_from(
        (
            "{{ 7 * 7 }}",
            "{% for x in range(9) %}x{% endfor %}",
            "{{ settings.__class__.__mro__ }}",
            "## subject\nsold",
            'O\'Brien & "Söhne" <script>alert(1)</script>',
            "line\r\nBcc: other@example.com",
            "\ue000\u202e",
            "{# gone #}{{",
        )
    ),
    st.text(min_size=1, max_size=40),
)


@given(value=HOSTILE, moment=st.sampled_from(MOMENTS), tone=st.sampled_from(TONES))
def test_what_was_read_off_a_page_is_words_and_nothing_else(
    value: str, moment: tuple[str, str, str], tone: str
) -> None:
    kind, rule, channel = moment
    known = {name: value for name in (*FACTS_OF_APPLICATION, "one_thing") if not name.endswith("_on")}
    application = replace(SOLICITED, **known, wants=(value,))  # type: ignore[arg-type]
    me = replace(SAM, name=value, phone=value, strengths=(value,), tone=tone)  # type: ignore[arg-type]
    script = write(follow_up(kind, channel, replace(DANA, name=value), rule), application, me, interviews=(TALK,))
    assert "\n" not in (script.subject or "")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e\ue000]", said(script))
    assert [*too_long(script)] == []


@pytest.mark.parametrize("value", ["{{ 7 * 7 }}", "{% if 1 %}{{ title }}{% endif %}", 'O\'Brien & <b>"Söhne"</b>'])
def test_a_title_that_looks_like_a_template_is_shown_as_it_stands(value: str) -> None:
    script = write(follow_up("receipt-check", "email"), replace(SOLICITED, title=value), SAM)
    assert f"for the {value} position that you posted" in script.body


def test_every_text_stands_the_check_that_a_person_s_own_must() -> None:
    problems = {one.name: check_template(one.name, template(one.name)) for one in templates()}
    assert {name: found for name, found in problems.items() if found} == {}


@pytest.mark.parametrize("name", [one.name for one in templates() if one.name.endswith(".phone")])
def test_every_call_has_its_parts_and_its_branches(name: str) -> None:
    parts = next(one.parts for one in templates() if one.name == name)
    assert {"opening", "purpose", "question", "bad-moment", "voicemail", "gatekeeper", "close"} <= set(parts)
    if not name.startswith(("thank-you.", "closing-note.")):
        assert {"never-arrived", "not-a-fit"} <= set(parts)


@pytest.mark.parametrize("one", templates(), ids=lambda one: one.name)
def test_every_text_says_what_it_is(one: Any) -> None:
    assert one.title != one.name
    assert one.about.endswith(".")


@pytest.mark.parametrize("one", templates(), ids=lambda one: one.name)
def test_tones_differ_in_more_than_a_word(one: Any) -> None:
    if one.name.endswith(".reminder"):
        return
    texts = {tone: template(one.name, tone) for tone in TONES}
    assert len(set(texts.values())) == 3, "write the parts that differ under “## name brief” and “## name concrete”"


def test_every_text_is_said_on_some_occasion() -> None:
    used = {
        write(follow_up(kind, channel, rule=rule), application, SAM, interviews=(TALK,)).name
        for kind, rule, channel in MOMENTS
        for application in APPLICATIONS
    }
    assert {one.name for one in templates()} == used, "name the file kind.occasion.channel, as choose.py asks for it"


@given(
    kind=st.sampled_from(get_args(Kind)),
    channel=st.sampled_from(get_args(Channel)),
    stage=st.sampled_from(get_args(Stage)),
    closing=st.none() | st.sampled_from(get_args(Closing)),
    application=st.sampled_from(APPLICATIONS),
    outcome=st.sampled_from(get_args(Outcome)),
)
def test_whatever_is_planned_or_changed_by_hand_has_words(
    kind: str, channel: str, stage: Any, closing: Any, application: Application, outcome: Any
) -> None:
    known = replace(application, stage=stage, closing=closing)
    script = write(follow_up(kind, channel), known, SAM, touches=(replace(HISTORY[0], outcome=outcome),))
    assert script.body and not [*flaws(script), *too_long(script)]
