"""R0 to R3: the reminder to apply, and the first step once an application has gone out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from server.followups import drafts, hours, rules
from server.followups.context import Context
from server.followups.records import FollowUp, Identity
from server.followups.rules import Rule
from server.followups.story import Pending, Story
from server.followups.workdays import ONE_DAY
from server.sentences import Sentence, joined, sentences

_FIRST_STEPS = {
    "receipt-check": Sentence("receipt check"),
    "value-approach": Sentence("value approach"),
    "lead-call": Sentence("lead call"),
}
_BY_PHONE = Sentence("by phone where a number is known")
_IN_WRITING = Sentence("in writing where an address is known")


def apply_reminder(context: Context) -> FollowUp:
    """R0: a reminder to apply, with what will follow once it has gone out."""
    application = context.application
    rule = rules.get("R0.apply")
    reason = rules.get("R0.before-closing") if application.closes_on else rule
    notes = [what_follows(context)]
    if application.closes_on is not None and application.closes_on < context.day(application.tracked_at):
        notes.append(
            Sentence("The closing date had passed when you tracked this: ask whether they still take applications.")
        )
    return FollowUp(
        identity=Identity(application=application.id, rule=rule.name),
        kind="apply-reminder",
        channel="reminder",
        due_at=_apply_at(context, rule),
        why=drafts.why(context, reason),
        notes=tuple(notes),
        favourite=application.favourite,
        country=context.workdays.country,
        region=context.workdays.region,
    )


def _apply_at(context: Context, rule: Rule) -> datetime:
    tracked = context.application.tracked_at.astimezone(context.place)
    day = _apply_on(context, rule, tracked.date())
    meeting = context.meeting()
    if day > tracked.date():
        return _own_morning(context, day)
    closes_on = context.application.closes_on
    next_day = context.workdays.after(tracked.date(), 1)
    if hours.lasts_another_hour(meeting, tracked) or (closes_on is not None and tracked.date() <= closes_on < next_day):
        return tracked
    return _own_morning(context, next_day)


def _own_morning(context: Context, day: date) -> datetime:
    """Nine o'clock where the person is, not where the job is: nobody else is asked for anything then."""
    return datetime.combine(day, hours.MORNING, context.own_zone)


def _apply_on(context: Context, rule: Rule, tracked_on: date) -> date:
    closes_on = context.application.closes_on
    if closes_on is None:
        return context.after(rule, tracked_on)
    before = rules.wait(rules.get("R0.before-closing"), context.settings)
    day = context.workdays.before(closes_on, before)
    for away in context.settings.away:
        if away.first <= day <= away.last and closes_on <= away.last:
            day = context.workdays.on_or_before(away.first - ONE_DAY)
    return max(day, tracked_on)


def what_follows(context: Context) -> Sentence:
    """The first rule after applying, in a few words."""
    rule = rules.first(context.track, context.stance)
    text = rules.said(rule, context.settings)
    if rule.kind is None:
        return Sentence("Once it has gone out: %(reason)s", reason=text)
    first = sentences(
        "Once it has gone out: %(step)s after %(num)s business day, %(way)s.",
        "Once it has gone out: %(step)s after %(num)s business days, %(way)s.",
        rules.wait(rule, context.settings),
        step=_FIRST_STEPS[rule.kind],
        way=_BY_PHONE if rule.channels[0] == "phone" else _IN_WRITING,
    )
    return joined(first, text)


def begin(story: Story, applied_at: datetime) -> None:
    """The application has gone out: open the first step of its rule."""
    context = story.context
    if story.mode == "interview":
        return
    rule = rules.first(context.track, context.stance)
    story.mode = "checks"
    if rule.kind is None:
        story.hold(rule)
        return
    earliest = applied_at + timedelta(hours=rule.not_before)
    day = context.after(rule, applied_at.date())
    pending = Pending(rule=rule, day=day, channels=rule.channels, not_before=earliest)
    story.open(_after_closing(context, pending))


def _after_closing(context: Context, pending: Pending) -> Pending:
    """A posting that is still open has nobody reading yet: the first touch waits until the day after it closes."""
    closes_on = context.application.closes_on
    if context.track != "posting" or closes_on is None or closes_on <= pending.day:
        return pending
    rule = rules.get("R1.still-open")
    notes = (Sentence("The posting is open until %(day)s.", day=closes_on), rules.said(rule, context.settings))
    return replace(pending, day=context.after(rule, closes_on), notes=notes)
