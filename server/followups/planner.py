"""One application's plan: its history folded into what is open, and that placed in people's days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from server.followups import changes as by_hand
from server.followups import checks, context, drafts, interviews, outcomes, rules
from server.followups.context import Context
from server.followups.records import Application, Change, FollowUp, Interview, Plan, Settings, Touch
from server.followups.rules import Rule
from server.followups.story import DECISIONS, ENDING, Pending, Story, is_word
from server.sentences import Sentence


def plan(
    application: Application,
    touches: Iterable[Touch],
    interviews: Iterable[Interview],
    changes: Iterable[Change],
    settings: Settings,
    now: datetime,
) -> Plan:
    """What to do next for one application, when, to whom and why; and why nothing, where nothing is planned.

    Pure: the same input gives the same plan. ``now`` (aware) decides only what lies behind: an interview held, six
    weeks of silence; no due time depends on it.
    """
    return _plan(context.of(application, settings, now), list(touches), list(interviews), list(changes))


def _plan(frame: Context, touches: list[Touch], talks: list[Interview], changed: list[Change]) -> Plan:
    application = frame.application
    if not application.ready:
        return Plan(application=application.id, absences=(drafts.absence(frame, rules.get("R7.not-ready")),))
    touches.sort(key=lambda touch: (touch.at, touch.id))
    talks = interviews.with_those_held(talks, touches)
    story = tell(frame, _that_count(application, touches), talks)
    follow_ups, reasons = _open(story, touches, by_hand.skipped(changed))
    if _silent(story):
        reasons.append(rules.get("R6.silence"))
    conflicts = interviews.conflicts(frame, talks) if story.mode == "interview" else ()
    follow_ups = by_hand.apply(frame, [_told_apart(one, conflicts) for one in follow_ups], changed, touches)
    return Plan(
        application=application.id,
        follow_ups=tuple(sorted(follow_ups, key=lambda planned: (planned.due_at, planned.identity.key))),
        absences=tuple(drafts.absence(frame, rule) for rule in dict.fromkeys(reasons)),
        conflicts=conflicts,
    )


def _told_apart(planned: FollowUp, conflicts: tuple[Sentence, ...]) -> FollowUp:
    """What they say differently stands beside the question about it."""
    asks = planned.identity.rule in (*DECISIONS, "R5.check-in")
    return replace(planned, notes=(*planned.notes, *conflicts)) if asks and conflicts else planned


def tell(frame: Context, touches: Sequence[Touch], talks: Sequence[Interview]) -> Story:
    """The history of an application, event by event."""
    story = Story(frame)
    for _, _, happen in sorted(_events(story, touches, talks), key=lambda event: event[:2]):
        happen()
    _follow_stage(story)
    return story


_Event = tuple[datetime, int, Callable[[], None]]


def _events(story: Story, touches: Sequence[Touch], talks: Sequence[Interview]) -> Iterable[_Event]:
    """Each with its moment; at the same one, applying comes before touches, and those before interviews."""
    frame = story.context
    applied_at = frame.applied
    if applied_at is not None:
        known = frame.application.applied_at is not None
        moment = applied_at if known else context.start_of(applied_at.date(), frame.place)
        yield moment, 0, lambda: checks.begin(story, applied_at)
    for touch in touches:
        yield touch.at, 1, lambda touch=touch: outcomes.apply(story, touch)  # type: ignore[misc]
    for talk in talks:
        yield talk.ends_at, 2, lambda talk=talk: interviews.ended(story, talk)  # type: ignore[misc]
        for report in talk.reports:
            moment = max(report.at, talk.ends_at)
            yield moment, 3, lambda talk=talk, report=report: interviews.reported(story, talk, report)  # type: ignore[misc]


def _that_count(application: Application, touches: list[Touch]) -> list[Touch]:
    """Without the e-mails that came back, which reached nobody, and what closed an application since taken up again."""
    counting: list[Touch] = []
    for touch in touches:
        if application.reopened_at and touch.outcome in ENDING and touch.at <= application.reopened_at:
            continue
        if touch.outcome == "bounced":
            lost = _that_bounced(counting, touch)
            counting = [earlier for earlier in counting if earlier is not lost]
        counting.append(touch)
    return counting


def _that_bounced(earlier: list[Touch], bounce: Touch) -> Touch | None:
    for touch in reversed(earlier):
        same = touch.person == bounce.person and (bounce.followup is None or bounce.followup == touch.followup)
        if touch.outcome == "email-sent" and same:
            return touch
        if is_word(touch) and touch.person == bounce.person:
            return None
    return None


def _follow_stage(story: Story) -> None:
    """The person may have moved the application by hand, past what the touches say."""
    stage = story.context.application.stage
    if stage == "closed" and story.mode != "closed":
        story.mode = "closed"
        story.call_back = None
        story.hold(rules.get("R7.closed"))
    elif stage == "offer" and story.mode in ("checks", "interview"):
        story.mode = "offer"
        story.call_back = None
        story.hold(rules.get("R7.offer-open"))
    elif stage == "interview" and story.mode == "checks":
        story.mode = "interview"
        story.hold(rules.get("R6.invited"))


def _open(story: Story, touches: list[Touch], left_out: set[str]) -> tuple[list[FollowUp], list[Rule]]:
    """Everything that is open, placed; and the reasons for what is not planned."""
    frame = story.context
    found: list[FollowUp] = []
    reasons = [story.absence] if story.absence else []
    if frame.applied is None and story.mode == "checks":
        found.append(checks.apply_reminder(frame))
    for pending in _steps(story, left_out):
        made = drafts.draft(story, pending)
        if isinstance(made, Rule):
            reasons.append(made)
        elif story.mode == "closed" and made.state == "needs-contact":
            reasons.append(rules.get("R7.closed"))
        else:
            found.append(made)
    if story.mode == "interview":
        for talk in story.interviews:
            found += interviews.reminders(frame, talk, touches) + interviews.thank_yous(story, talk, touches)
    return found, reasons


def _steps(story: Story, left_out: set[str]) -> Iterable[Pending]:
    """A call-back promised on the open step stands in its place, but for what they asked for."""
    promised = False
    if story.call_back is not None:
        yield story.call_back
        made = drafts.draft(story, story.call_back)
        stands = isinstance(made, FollowUp) and made.identity.key not in left_out
        promised = stands and story.call_back.in_place
    pending = story.pending
    if pending is not None and (not promised or pending.asked_for):
        yield pending
    yield from story.extra


def _silent(story: Story) -> bool:
    """Whether six weeks have passed since anybody said anything."""
    frame = story.context
    last = max(filter(None, (story.last_touch, frame.applied)), default=None)
    if last is None or story.mode in ("offer", "closed") or frame.applied is None:
        return False
    if any(talk.ends_at > frame.now for talk in story.interviews):
        return False
    days = timedelta(days=rules.wait(rules.get("R6.silence"), frame.settings))
    return frame.day(frame.now) >= frame.day(last) + days
