"""Every follow-up that the worked cases plan has a script, and the right text for what occasioned it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import followup_world as world
import pytest
from test_followup_cases import planned
from test_script_texts import flaws, too_long

from server.followups.scripts import write

OCCASIONS = {
    "R6.offer": "thank-you.offer.",
    "R6.offer-answer": "decision-check.offer.",
    "R6.rejected": "closing-note.rejected.",
    "R6.resend-check": "receipt-check.resent.",
    "R6.bad-moment": "call-back.bad-moment.",
    "R5.check-in": "check-in.interview.",
    "R5.thank-you": "thank-you.interview.",
}


@pytest.mark.parametrize("case", world.CASES, ids=[case["title"] for case in world.CASES])
def test_what_is_planned_can_be_said(case: dict[str, Any]) -> None:
    application = replace(world.application(case), title="Office Manager")
    touches = [world.touch(told, n, application.people) for n, told in enumerate(case.get("touches", []), 1)]
    talks = [world.interview(told, n) for n, told in enumerate(case.get("interviews", []), 1)]
    me = replace(world.settings(case.get("settings")), name="Sam Rivera", phone="+1 206 555 0199")
    for follow_up in planned(case).follow_ups:
        script = write(replace(follow_up, body=None), application, me, touches=touches, interviews=talks)
        assert script.kind == follow_up.kind and script.channel == follow_up.channel
        assert script.name.startswith(OCCASIONS.get(follow_up.identity.rule, f"{follow_up.kind}."))
        assert not [*flaws(script), *too_long(script)]
