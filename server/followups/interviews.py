"""R5: before, on the day of and after an interview, and what those who led it say of the decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from server.followups import drafts, people, rules
from server.followups.context import Context
from server.followups.hours import EVENING, LATEST, MORNING
from server.followups.records import FollowUp, Identity, Interview, Report, Touch
from server.followups.rules import Rule
from server.followups.story import SENT, Pending, Story, parts_of
from server.followups.workdays import ONE_DAY
from server.sentences import Sentence, joined


def with_those_held(interviews: Iterable[Interview], touches: Iterable[Touch]) -> list[Interview]:
    """The interviews in order, and one for each logged as held of which nothing else is known."""
    known = sorted(interviews, key=lambda talk: (talk.ends_at, talk.id))
    for touch in touches:
        if touch.outcome == "interview-held" and not any(_is_of(touch, talk) for talk in known):
            met = (touch.person,) if touch.person is not None else ()
            known.append(
                Interview(
                    id=-touch.id,
                    application=touch.application,
                    starts_at=touch.at,
                    ends_at=touch.at,
                    interviewers=met,
                    held=True,
                )
            )
    return sorted(known, key=lambda talk: (talk.ends_at, talk.id))


def _is_of(touch: Touch, talk: Interview) -> bool:
    """Whether *interview held* speaks of this talk, rather than of a later one that nobody entered."""
    return talk.starts_at <= touch.at <= talk.ends_at + timedelta(days=10 if talk.held else 7)


def ended(story: Story, talk: Interview) -> None:
    """An interview: the checks before it are off, and a decision check follows it, whether it is past or to come."""
    over = talk.ends_at <= story.context.now
    if story.mode in ("closed", "offer") and not talk.held:
        return
    story.mode = "interview"
    story.interviews.append(talk)
    if over:
        story.call_back = None
        story.unanswered.clear()
        story.last_touch = talk.ends_at
    story.decision_step = _step(talk)
    story.decision = _decision(story, talk, until=talk.ends_at)
    story.open(story.decision)


def reported(story: Story, talk: Interview, report: Report) -> None:
    """Somebody said when they decide: the check follows the new date."""
    story.unanswered.pop(report.person, None)
    if story.mode != "interview" or not story.interviews or story.interviews[-1].id != talk.id:
        return
    if report.decision_on is None:
        return
    story.decision = replace(_decision(story, talk, until=report.at), step=story.decision_step)
    story.open(story.decision)


def _step(talk: Interview) -> int:
    """What a step of an interview springs from: its id below zero; of one known by a touch alone, the touch's."""
    return -talk.id


def _decision(story: Story, talk: Interview, until: datetime) -> Pending:
    context = story.context
    promised = promised_on(talk, until)
    rule = rules.get("R5.decision-promised" if promised else "R5.decision")
    day = context.after(rule, promised or context.day(talk.ends_at))
    order = people.in_order((context.people[p] for p in talk.interviewers if p in context.people), rule.whom)
    turn = tuple(person.id for person in order)
    return Pending(rule=rule, day=day, channels=rule.channels, step=_step(talk), turn=turn)


def promised_on(talk: Interview, until: datetime) -> date | None:
    """The day on which they promised to decide: the latest that those who reported name, else the one given then."""
    said = [report.decision_on for report in latest(talk, until).values() if report.decision_on]
    return max(said) if said else talk.decision_on


def latest(talk: Interview, until: datetime | None = None) -> dict[int, Report]:
    """Each contact's last word with a date on it, or their last word at all."""
    found: dict[int, Report] = {}
    for report in sorted(talk.reports, key=lambda report: report.at):
        if (until is None or report.at <= until) and (report.decision_on or report.person not in found):
            found[report.person] = report
    return found


def conflicts(context: Context, interviews: Iterable[Interview]) -> tuple[Sentence, ...]:
    """What two contacts say differently of the same application: shown until it is settled in writing."""
    said: dict[int, Report] = {}
    for talk in interviews:
        if talk.decision_on and len(talk.interviewers) == 1:
            only = talk.interviewers[0]
            said[only] = Report(person=only, at=talk.ends_at, decision_on=talk.decision_on)
        said |= {p: report for p, report in latest(talk).items() if _is_newer(report, said.get(p))}
    dates = {report.decision_on for report in said.values() if report.decision_on}
    words = {(report.says or "").strip().casefold() for report in said.values() if report.says}
    if len(dates) < 2 and len(words) < 2:
        return ()
    return (joined(*(_sentence(context, report) for report in said.values()), rules.get("R5.conflict").text),)


def _is_newer(report: Report, known: Report | None) -> bool:
    return known is None or report.at >= known.at


def _sentence(context: Context, report: Report) -> Sentence:
    who, words = people.label(context.people.get(report.person)), (report.says or "").strip()
    if report.decision_on is None:
        return Sentence("%(who)s says “%(words)s”.", who=who, words=words)
    if not words:
        return Sentence("%(who)s names %(day)s for the decision.", who=who, day=report.decision_on)
    return Sentence(
        "%(who)s names %(day)s for the decision and says “%(words)s”.", who=who, day=report.decision_on, words=words
    )


def reminders(context: Context, talk: Interview, touches: list[Touch]) -> list[FollowUp]:
    """The evening before and two hours before, while the interview is still to come."""
    if talk.held or talk.starts_at <= context.now:
        return []
    starts = talk.starts_at.astimezone(context.place)
    evening = datetime.combine(starts.date() - ONE_DAY, EVENING, context.place)
    hours = timedelta(hours=rules.wait(rules.get("R5.reminder-hours"), context.settings))
    due = {
        "R5.reminder-evening": evening,
        "R5.reminder-hours": (talk.starts_at.astimezone(UTC) - hours).astimezone(context.place),
    }
    made = [_reminder(context, rules.get(name), talk, at) for name, at in due.items()]
    answered = {touch.followup for touch in touches}
    return [reminder for reminder in made if reminder.identity.key not in answered]


def _reminder(context: Context, rule: Rule, talk: Interview, due_at: datetime) -> FollowUp:
    return FollowUp(
        identity=Identity(application=context.application.id, rule=rule.name, step=_step(talk)),
        kind="interview-reminder",
        channel="reminder",
        due_at=due_at,
        why=drafts.why(context, rule),
        favourite=context.application.favourite,
        country=context.workdays.country,
        region=context.workdays.region,
    )


def thank_yous(story: Story, talk: Interview, touches: list[Touch]) -> list[FollowUp]:
    """One thank-you to each interviewer who has had none yet."""
    if story.no_contact_since is not None and talk.ends_at <= story.no_contact_since:
        return []
    owed = [(person, _tries(talk, person, touches)) for person in dict.fromkeys(talk.interviewers)]
    made = [_thank_you(story, talk, person, tries) for person, tries in owed if tries is not None]
    return [thanks for thanks in made if isinstance(thanks, FollowUp)]


def _tries(talk: Interview, person: int, touches: list[Touch]) -> list[Touch] | None:
    """The thank-yous to an interviewer that did not arrive; None once one has, or a message that answers no step."""
    steps = {str(_step(talk))}
    tries = []
    for touch in touches:
        rule, step, whom = parts_of(touch)
        is_thanks = rule == "R5.thank-you" and step in steps and whom == str(person)
        unasked = rule is None and touch.person == person and touch.at >= talk.ends_at
        if touch.outcome in SENT and touch.direction == "out" and (is_thanks or unasked):
            return None
        if is_thanks:
            tries.append(touch)
            steps.add(str(touch.id))
    return tries


def _thank_you(story: Story, talk: Interview, person: int, tries: list[Touch]) -> FollowUp | Rule:
    rule = rules.get("R5.thank-you")
    contact = story.context.people.get(person)
    zone = story.context.meeting(contact).zone
    ended_at, wait = talk.ends_at.astimezone(zone), rules.wait(rule, story.context.settings)
    at = max([thank_at(ended_at, timedelta(hours=wait)), *(touch.at.astimezone(zone) for touch in tries)])
    step = tries[-1].id if tries else _step(talk)
    pending = Pending(rule=rule, day=at.date(), channels=rule.channels, step=step, person=person)
    return drafts.draft(story, replace(pending, others=False, how="at-once", at=at))


def thank_at(ended_at: datetime, wait: timedelta) -> datetime:
    """That long after the end, at the latest at 20:00; after an end later than 18:00, at 09:00 the next morning."""
    if ended_at.time() > EVENING:
        return datetime.combine(ended_at.date() + ONE_DAY, MORNING, ended_at.tzinfo)
    return min(ended_at + wait, datetime.combine(ended_at.date(), LATEST, ended_at.tzinfo))
