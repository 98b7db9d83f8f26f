"""Which text belongs to a follow-up: its kind, the occasion, the channel."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from server.followups.records import Application, Channel, FollowUp, Touch
from server.followups.scripts.happened import resent

AFTER = ("offer", "rejected", "filled", "withdrawn", "not-a-fit")
"""The outcomes after which nothing is waited for any more; each has words of its own."""
SAME = {"filled": "rejected", "not-a-fit": "referral"}
BY_RULE = {"R6.resend-check": "resent", "R6.bad-moment": "bad-moment"}
CHANNELS: dict[Channel, tuple[str, ...]] = {
    "phone": ("phone", "reminder"),
    "email": ("email", "reminder"),
    "letter": ("letter", "email", "reminder"),
    "reminder": ("reminder", "email"),
}


def name_for(follow_up: FollowUp, application: Application, touches: Sequence[Touch], available: Container[str]) -> str:
    """The name of the text for a follow-up, the most particular one there is."""
    for occasion in occasions(follow_up, application, touches):
        for channel in CHANNELS[follow_up.channel]:
            name = f"{follow_up.kind}.{occasion}.{channel}"
            if name in available:
                return name
    raise KeyError(f"no text for {follow_up.kind} by {follow_up.channel}")


def occasions(follow_up: FollowUp, application: Application, touches: Sequence[Touch]) -> Iterator[str]:
    """What the follow-up is occasioned by, the most particular first."""
    rule = follow_up.identity.rule
    if rule in BY_RULE:
        yield BY_RULE[rule]
    if outcome := outcome_of(follow_up, application, touches):
        yield SAME.get(outcome, outcome)
    if resent(touches):
        yield "resent"
    if application.stage == "interview" or rule.startswith("R5"):
        yield "interview"
    yield application.approach
    yield from ("any", "interview")


def outcome_of(follow_up: FollowUp, application: Application, touches: Sequence[Touch]) -> str | None:
    """The outcome that ended the waiting, if one did: named by the rule, else the last one, else by the stage."""
    named = [outcome for outcome in AFTER if outcome in follow_up.identity.rule]
    if named:
        return named[0]
    last = [touch.outcome for touch in sorted(touches, key=lambda touch: touch.at) if touch.outcome in AFTER]
    if last:
        return last[-1]
    if application.closing in AFTER:
        return application.closing
    return "offer" if application.stage == "offer" else None
