"""R6: what each outcome does to the story of an application. One function an outcome, in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from server.followups import attempts, rules
from server.followups.records import Channel, Outcome, Touch
from server.followups.rules import Rule
from server.followups.story import (
    DECISIONS,
    SENT,
    Pending,
    Story,
    again,
    answers,
    concerns,
    is_call,
    is_made,
    is_touch,
    is_word,
    rule_of,
    step,
    who,
)

_FROM_THE_EMPLOYER: tuple[Outcome, ...] = ("invited", "offer", "rejected", "filled")
"""Words that answer for everybody there."""
_SENT_BY: dict[str, Channel] = {"email-sent": "email", "letter-sent": "letter", "voicemail-left": "phone"}


def apply(story: Story, touch: Touch) -> None:
    """Let one touch act on the story, in the order in which they happened."""
    person = who(story, touch)
    _count(story, touch, person)
    if rule_of(touch) == "R5.thank-you" and not is_word(touch):
        attempts.mark_dead(story, touch, person)
    else:
        _ACTS[touch.outcome](story, touch, person)


def _count(story: Story, touch: Touch, person: int | None) -> None:
    if not is_touch(touch):
        return
    story.last_touch = touch.at
    story.calls += is_call(touch)
    if person is not None:
        story.turned_to.add(person)
    if touch.outcome in _FROM_THE_EMPLOYER:
        story.unanswered.clear()
    elif is_word(touch):
        story.unanswered.pop(person or 0, None)
    elif touch.outcome in SENT and person is not None:
        story.unanswered[person] += 1


def _sent(story: Story, touch: Touch, person: int | None) -> None:
    if touch.direction == "in":
        _answered(story, touch, person)
    elif story.call_back is not None and story.pending is not None and answers(story.pending, touch):
        _go_on(story, story.pending, touch, person)
    elif concerns(story, touch):
        story.call_back = None
        if story.pending is not None and concerns(story, touch):
            _go_on(story, story.pending, touch, person)


def _go_on(story: Story, made: Pending, touch: Touch, person: int | None) -> None:
    """Plan what follows a message that was sent, if anything does."""
    context = story.context
    if story.mode in ("closed", "offer"):
        story.hold(rules.get("R7.closed" if story.mode == "closed" else "R7.offer-open"))
    elif made.rule.name in (*DECISIONS, "R5.check-in"):
        story.decision = None
        story.decision_step = touch.id
        after_talk(story, touch, person)
    elif (written := _after_voicemail(story, made, touch)) is not None:
        story.open(step(story, written, touch, person, others=False))
    elif made.rule.name == "R6.arrived-check-in":
        story.checked_in = True
        story.hold(rules.get("R6.sent"))
    elif (following := rules.then(made.rule, context.track, context.stance)) is not None:
        story.open(_following(story, following, touch, person))
    else:
        story.hold(rules.get("R6.sent"))


def _after_voicemail(story: Story, made: Pending, touch: Touch) -> Rule | None:
    """What a voicemail is followed by, whatever it was left for; None where the stance has no rule for that."""
    if touch.outcome != "voicemail-left" or "phone" not in made.rule.channels:
        return None
    try:
        return rules.on("voicemail-left", story.context.track, story.context.stance)
    except KeyError:
        return None


def _following(story: Story, rule: Rule, touch: Touch, person: int | None) -> Pending:
    if rule.whom == "another":
        return step(story, rule, touch, None)
    used = _SENT_BY[touch.outcome]
    other = tuple(channel for channel in rule.channels if channel != used)
    return step(story, rule, touch, person, others=False, channels=(*other, *(c for c in rule.channels if c == used)))


def after_talk(story: Story, touch: Touch, person: int | None) -> None:
    """After a decision check or check-in: the persistent check in again, with the next interviewer in turn."""
    rule = rules.get("R5.check-in")
    if story.context.stance in rule.stances:
        story.open(step(story, rule, touch, None, turn=_turn(story, person), others=False))
    else:
        story.hold(rules.get("R5.asked"))


def _turn(story: Story, last: int | None) -> tuple[int, ...]:
    met = tuple(dict.fromkeys(person for talk in story.interviews for person in talk.interviewers))
    if last not in met:
        return met
    place = met.index(last) + 1
    return met[place:] + met[:place]


def _thanked(story: Story, touch: Touch) -> bool:
    """Whether their answer shows that the thank-you which was still open has been said: then nothing is left to do."""
    said = story.mode in ("offer", "closed") and answers(story.pending, touch)
    if said:
        story.hold(rules.get("R7.closed" if story.mode == "closed" else "R7.offer-open"))
    return said


def _arrived(story: Story, touch: Touch, person: int | None) -> None:
    by_a_machine = touch.outcome == "acknowledged"
    if by_a_machine and (story.call_back or story.mode != "checks"):
        return
    story.call_back = None
    if _thanked(story, touch):
        return
    if story.mode == "interview":
        _said_something(story, touch, person)
    elif story.mode == "checks":
        _being_read(story, touch, person)


def _said_something(story: Story, touch: Touch, person: int | None) -> None:
    """Their word after an interview that decides nothing: the check stands while its day has not come."""
    if rule_of(touch) in DECISIONS:
        story.decision_step = touch.id
    if story.decision is not None and story.decision.day > story.context.day(touch.at):
        story.open(replace(story.decision, step=story.decision_step))
    elif story.interviews:
        after_talk(story, touch, person)


def _being_read(story: Story, touch: Touch, person: int | None) -> None:
    if story.context.applied is None:
        return
    checking_in = story.pending is not None and story.pending.rule.name == "R6.arrived-check-in"
    if checking_in and touch.outcome == "acknowledged":
        return
    rule = rules.on("arrived", story.context.track, story.context.stance)
    if rule.kind is not None and not story.checked_in:
        story.open(step(story, rule, touch, person))
    else:
        story.hold(rules.get("R6.arrived"))


def _never_arrived(story: Story, touch: Touch, person: int | None) -> None:
    story.no_further_call = True
    resend = step(story, rules.get("R6.never-arrived"), touch, person, how="at-once", at=touch.at, asked_for=True)
    if story.mode == "interview":
        if is_made(story, touch):
            after_talk(story, touch, person)
        story.call_back = resend
    else:
        story.call_back = None
        story.open(resend)


def _answered(story: Story, touch: Touch, person: int | None) -> None:
    story.call_back = None
    if not _thanked(story, touch) and story.mode in ("checks", "interview") and story.context.applied is not None:
        story.hold(rules.get("R6.answered"))


def _invited(story: Story, touch: Touch, person: int | None) -> None:
    story.mode = "interview"
    story.call_back = None
    story.decision = None
    story.hold(rules.get("R6.invited"))


def _nothing(story: Story, touch: Touch, person: int | None) -> None:
    """The interview held is an event of its own, made beside the touches."""


def _offer(story: Story, touch: Touch, person: int | None) -> None:
    """Thank them; an offer logged once more, to say when the answer is due, asks for no second thank-you."""
    if story.mode != "offer":
        _end(story, "R7.offer-open")
        story.mode = "offer"
        thanks = rules.get("R6.offer")
        story.open(step(story, thanks, touch, person, how="today", at=touch.at))
    if touch.until is not None:
        rule = rules.get("R6.offer-answer")
        due_on = story.context.day(touch.until)
        day = story.context.workdays.before(due_on, rules.wait(rule, story.context.settings))
        story.extra = [step(story, rule, touch, None, day=max(day, story.context.day(touch.at)), at=touch.at)]


def _end(story: Story, rule: str) -> None:
    story.mode = "closed"
    story.call_back = None
    story.decision = None
    story.extra = []
    story.hold(rules.get(rule))


def _withdrawn(story: Story, touch: Touch, person: int | None) -> None:
    _end(story, "R6.withdrawn")


def _not_a_fit(story: Story, touch: Touch, person: int | None) -> None:
    _end(story, "R6.not-a-fit")


def _rejected(story: Story, touch: Touch, person: int | None) -> None:
    _end(story, "R7.closed")
    story.open(step(story, rules.get("R6.rejected"), touch, person))


def _asked_not_to_call(story: Story, touch: Touch, person: int | None) -> None:
    story.no_calls = True
    rule = rules.get("R6.asked-not-to-call")
    day = story.context.after(rule, story.context.day(touch.at))
    if story.call_back is not None:
        story.call_back = again(story.call_back, touch, reason=rule, they_call=False, day=day)
    if story.pending is not None and "phone" in story.pending.channels:
        later = max(day, story.pending.day)
        story.pending = again(story.pending, touch, reason=rule, day=later, person=story.pending.person)


def _asked_no_contact(story: Story, touch: Touch, person: int | None) -> None:
    story.no_contact_since = touch.at
    story.call_back = None
    story.decision = None
    if story.mode != "closed" or story.pending is not None:
        story.extra = []
        story.hold(rules.get("R6.asked-no-contact"))


_Act = Callable[[Story, Touch, int | None], None]
_ACTS: dict[Outcome, _Act] = {
    **dict.fromkeys(SENT, _sent),
    "arrived": _arrived,
    "acknowledged": _arrived,
    "never-arrived": _never_arrived,
    "answered": _answered,
    "no-answer": attempts.no_answer,
    "engaged": attempts.no_answer,
    "bad-moment": attempts.bad_moment,
    "will-call-back": attempts.will_call_back,
    "gatekeeper": attempts.gatekeeper,
    "wrong-number": attempts.dead_end,
    "bounced": attempts.dead_end,
    "invited": _invited,
    "interview-held": _nothing,
    "offer": _offer,
    "not-a-fit": _not_a_fit,
    "rejected": _rejected,
    "filled": _rejected,
    "withdrawn": _withdrawn,
    "asked-not-to-call": _asked_not_to_call,
    "asked-no-contact": _asked_no_contact,
}
