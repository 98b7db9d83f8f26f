"""What is said to the person is kept as it was made: its message and its values, whatever these hold."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from server.followups.records import Absence, FollowUp, Identity, Plan, Why
from server.sentences import Sentence, from_plain, joined, sentences, to_plain
from server.store import codec

SAID = (
    Sentence("Nothing is planned."),
    Sentence("Left out by you: %(reason)s", reason="50 % of it is “travel” %(no)s"),
    Sentence("The posting is open until %(day)s.", day=date(2026, 11, 30)),
    sentences("after %(num)s business day", "after %(num)s business days", 5),
    joined(Sentence("They said no."), Sentence("Say %(what)s.", what=Sentence("thank you"))),
)


def made_of(sentence):
    return sentence.message, sentence.many, dict(sentence.values)


ENGLISH = (
    "Nothing is planned.",
    "Left out by you: 50 % of it is “travel” %(no)s",
    "The posting is open until 30 November 2026.",
    "after 5 business days",
    "They said no. Say thank you.",
)


def test_a_sentence_is_its_english():
    assert SAID == ENGLISH


def test_one_thing_is_told_apart_from_several():
    assert sentences("after %(num)s day", "after %(num)s days", 1) == "after 1 day"
    assert sentences("after %(num)s day", "after %(num)s days", 0) == "after 0 days"


@pytest.mark.parametrize("sentence", SAID, ids=str)
def test_a_sentence_comes_back_from_json_as_it_was_made(sentence):
    back = from_plain(to_plain(sentence))
    assert back == sentence
    assert made_of(back) == made_of(sentence)


def test_a_plan_keeps_how_its_sentences_were_made():
    why = Why(rule="R1.single-check", text=SAID[4])
    step = FollowUp(
        identity=Identity(application=1, rule="R1.single-check"),
        kind="receipt-check",
        channel="email",
        due_at=datetime(2026, 11, 24, 17, tzinfo=UTC),
        why=why,
        notes=SAID[:3],
    )
    kept = Plan(application=1, follow_ups=(step,), absences=(Absence(application=1, why=why),), conflicts=(SAID[3],))
    plan = codec.decode_plan(codec.encode_plan(kept))
    assert plan == kept
    assert made_of(plan.follow_ups[0].why.text) == made_of(SAID[4])
    assert [made_of(note) for note in plan.follow_ups[0].notes] == [made_of(note) for note in SAID[:3]]
    assert made_of(plan.conflicts[0]) == made_of(SAID[3])
