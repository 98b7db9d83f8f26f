"""R6: attempts that did not settle the matter, and promises to call back: the same step again, in another way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

from server.followups import rules
from server.followups.hours import half_after
from server.followups.records import Channel, Touch
from server.followups.story import Pending, Story, again, concerns, is_made, step
from server.sentences import Sentence

_DEAD: dict[str, Channel] = {"wrong-number": "phone", "bounced": "email"}


def no_answer(story: Story, touch: Touch, person: int | None) -> None:
    """Nobody picked up: the other half of the next business day; after three tries, in writing or by voicemail."""
    current = story.current
    if current is None or not concerns(story, touch) or touch.direction == "in":
        return
    if "phone" not in current.rule.channels:
        return
    tries = current.tries + 1
    last = rules.get("R6.three-tries")
    rule = rules.get("R6.no-answer") if tries < last.most else last
    ways: tuple[Channel, ...] = ("phone", "email")
    if tries >= last.most:
        ways = ("email", "phone") if tries == last.most else ("email",)
    meeting = story.context.meeting(story.context.people.get(person or 0))
    retried = again(
        current,
        touch,
        tries=tries,
        reason=rule,
        channels=ways,
        person=person,
        half=half_after(meeting, touch.at),
        day=story.context.after(rule, meeting.local(touch.at).date()),
        notes=(Sentence("Leave a voicemail if nobody picks up."),) if tries == last.most else (),
    )
    story.retry(retried)


def bad_moment(story: Story, touch: Touch, person: int | None) -> None:
    """They were busy: the time they named, else the next business day."""
    rule = rules.get("R6.bad-moment")
    meeting = story.context.meeting(story.context.people.get(person or 0))
    day = story.context.after(rule, meeting.local(touch.at).date())
    current = story.current
    if current is None or "phone" not in current.rule.channels:
        in_place = story.mode == "checks" or is_made(story, touch)
        current = story.call_back = Pending(rule=rule, day=day, channels=rule.channels, in_place=in_place)
    retried = again(current, touch, reason=rule, person=person, tries=0, half=half_after(meeting, touch.at), day=day)
    if touch.until is not None:
        named = meeting.local(touch.until)
        retried = replace(retried, how="named", at=named, day=named.date(), asked_for=True)
    story.retry(replace(retried, channels=("phone", "email")))


def will_call_back(story: Story, touch: Touch, person: int | None) -> None:
    """R4: a promise is called back when it has lapsed."""
    promise = touch.promise
    meeting = story.context.meeting(story.context.people.get(person or 0))
    if promise is None or promise.unit == "days":
        rule = rules.get("R4.call-back-days")
        lapses = story.context.workdays.after(meeting.local(touch.at).date(), promise.amount if promise else 1)
        made = step(story, rule, touch, person, day=story.context.after(rule, lapses))
    else:
        rule = rules.get("R4.call-back")
        length = timedelta(**{promise.unit: promise.amount * rule.stretch})
        due = (touch.at.astimezone(UTC) + length).astimezone(meeting.zone)
        made = step(story, rule, touch, person, how="promise", at=due, day=due.date())
    in_place = story.mode == "checks" or is_made(story, touch)
    story.call_back = replace(made, asked_for=True, they_call=True, in_place=in_place)


def gatekeeper(story: Story, touch: Touch, person: int | None) -> None:
    """Somebody passed the person on: the same step, to the right contact."""
    if person is not None and person != touch.other_person:
        story.wrong_people.add(person)
    if story.current is not None:
        rule = rules.get("R6.gatekeeper")
        day = story.context.after(rule, story.context.day(touch.at))
        ways = story.current.rule.channels
        passed_on = again(story.current, touch, reason=rule, person=touch.other_person, day=day, channels=ways)
        story.retry(replace(passed_on, half="first", tries=0, others=True))


def mark_dead(story: Story, touch: Touch, person: int | None) -> None:
    """Remember the number or address that did not work."""
    if person is not None and touch.outcome in _DEAD:
        story.dead.add((person, _DEAD[touch.outcome], touch.detail))


def dead_end(story: Story, touch: Touch, person: int | None) -> None:
    """A wrong number or an address that bounces: the same step by another way, today."""
    mark_dead(story, touch, person)
    bad = _DEAD[touch.outcome]
    current = story.current
    if current is None or bad not in current.rule.channels or not concerns(story, touch):
        return
    ways = tuple(channel for channel in current.rule.channels if channel != bad)
    channels = ways if person is None else (*ways, bad)
    rule = rules.get(f"R6.{touch.outcome}")
    day = story.context.day(touch.at)
    elsewhere = again(current, touch, reason=rule, person=person, channels=channels, how="today", at=touch.at, day=day)
    story.retry(replace(elsewhere, others=True, tries=0))
