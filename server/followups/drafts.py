"""From a step that is open to a follow-up: to whom, by which channel, at what hour, and with which notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from server.followups import hours, people, rules
from server.followups.context import Context
from server.followups.records import Absence, Channel, FollowUp, Identity, Person, Why
from server.followups.rules import Rule
from server.followups.story import Pending, Story
from server.sentences import Sentence, joined

_AFTER_TALK = ("R5.thank-you", "R5.decision", "R5.decision-promised", "R6.offer")
"""What answers something they began themselves, so that a wish for no contact does not hold it back."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a step may turn to, and why not the others."""

    context: Context
    story: Story
    pending: Pending

    def candidates(self) -> list[Person]:
        """Contacts in the order in which the step asks for them, without those who are out of the question."""
        pending = self.pending
        fixed = self.context.people.get(pending.person or 0)
        ordered = people.in_order(self.context.people.values(), pending.rule.whom)
        if pending.turn:
            met = [self.context.people[p] for p in pending.turn if p in self.context.people]
            rest = [person for person in ordered if person not in met] if pending.others or not met else []
            ordered = [*met, *rest]
        if fixed is not None:
            ordered = [fixed, *(other for other in ordered if other is not fixed)] if pending.others else [fixed]
        return [person for person in ordered if self._may_be_asked(person)]

    def _may_be_asked(self, person: Person) -> bool:
        if person.id in self.story.wrong_people:
            return False
        is_another = person.id not in self.story.turned_to or person.id == self.pending.person
        if self.pending.rule.whom == "another" and not is_another:
            return False
        return person.may_contact or self.began_by_them

    @property
    def began_by_them(self) -> bool:
        """Whether the step answers what they began: a promised call-back, an interview."""
        return self.pending.they_call or self.pending.rule.name in _AFTER_TALK

    def ways(self, person: Person) -> list[Channel]:
        """The channels by which the step can reach a contact, in its order. Forbidden calls become e-mails."""
        wanted = self.pending.channels
        if "phone" in wanted and "email" not in wanted:
            wanted = (*wanted, "email")
        return [channel for channel in wanted if self._works(person, channel)]

    def _works(self, person: Person, channel: Channel) -> bool:
        known = people.value(person, channel)
        if not known or people.marked_dead(person, channel) or self.story.is_dead(person, channel, known):
            return False
        return channel != "phone" or self.may_call(person)

    def may_call(self, person: Person) -> bool:
        """Whether a call is allowed: by their own words first, then by how many were made."""
        if self.pending.they_call:
            return True
        if self.context.calls_forbidden or self.story.forbids_calls or not person.may_call:
            return False
        return self.pending.asked_for or self._calls_left()

    def _calls_left(self) -> bool:
        if self.story.mode == "interview":
            return True
        limit = self.pending.rule.calls
        return not self.story.no_further_call and (limit is None or self.story.calls < limit)

    def spent(self, person: Person) -> bool:
        """Whether as many messages in a row as are fit went unanswered by this contact."""
        free = self.pending.asked_for or self.pending.rule.kind in ("thank-you", "closing-note")
        return not free and self.story.unanswered[person.id] >= self.story.limit().most


def draft(story: Story, pending: Pending) -> FollowUp | Rule:
    """The follow-up of an open step; or the rule that says why there is none."""
    context = story.context
    reach = Reach(context, story, pending)
    if pending.channels == ("reminder",):
        return _made(reach, None, "reminder", _evening(reach), pending.notes)
    if context.contact_forbidden and not reach.began_by_them:
        return rules.get("R7.no-contact")
    candidates = reach.candidates()
    if pending.rule.whom == "another" and not candidates:
        return rules.get("R7.no-other-person")
    reachable = [person for person in candidates if reach.ways(person)]
    willing = [person for person in reachable if not reach.spent(person)]
    if reachable and not willing:
        return story.limit()
    for made in _placed(reach, willing):
        return made
    return _needs_contact(reach, bool(willing))


def _evening(reach: Reach) -> datetime:
    """The evening of the day of a reminder; at once where that is over."""
    evening = reach.context.meeting().on(reach.pending.day, hours.EVENING)
    since = reach.pending.at
    return evening if since is None or evening > since else since.astimezone(reach.context.place)


def _placed(reach: Reach, willing: list[Person]) -> Iterator[FollowUp]:
    for person in willing:
        never_met = False
        for channel in reach.ways(person):
            due_at = _hour(reach, person, channel)
            if due_at is None:
                never_met = True
            else:
                yield _follow_up(reach, person, channel, due_at, never_met)


def _hour(reach: Reach, person: Person | None, channel: Channel) -> datetime | None:
    pending = reach.pending
    meeting = reach.context.meeting(person)
    if channel == "phone":
        return _call_hour(meeting, pending)
    if pending.how == "at-once" and pending.at is not None:
        return meeting.local(pending.at)
    if pending.how in ("today", "promise") and pending.at is not None:
        return hours.message_today(meeting, pending.at)
    return hours.message(meeting, pending.day, pending.not_before)


def _call_hour(meeting: hours.Meeting, pending: Pending) -> datetime | None:
    if pending.at is None:
        return hours.call(meeting, pending.day, pending.half, pending.not_before)
    if pending.how == "named":
        return meeting.local(pending.at)
    if pending.how == "promise":
        return hours.call_at(meeting, pending.at)
    return hours.call_today(meeting, pending.at)


def _follow_up(reach: Reach, person: Person, channel: Channel, due_at: datetime, never_met: bool) -> FollowUp:
    notes = [*reach.pending.notes, *_doubts(person)]
    if never_met:
        notes.append(rules.get("R7.no-call-hours").text)
    elif channel != "phone" and "phone" in reach.pending.channels and person.phone and not reach.may_call(person):
        notes.append(_why_no_call(reach, person))
    if channel == "phone":
        notes += _call_notes(reach, person, due_at)
    return _made(reach, person, channel, due_at, tuple(notes))


def _made(
    reach: Reach, person: Person | None, channel: Channel, due_at: datetime, notes: tuple[Sentence, ...]
) -> FollowUp:
    pending, context = reach.pending, reach.context
    number = person.id if person else None
    return FollowUp(
        identity=Identity(application=context.application.id, rule=pending.rule.name, step=pending.step, person=number),
        kind=pending.rule.kind or "check-in",
        channel=channel,
        due_at=due_at,
        why=why(context, pending.rule, pending.reason, person),
        person=person,
        notes=notes,
        favourite=context.application.favourite,
        asked_for=pending.asked_for,
        country=context.workdays.country,
        region=context.workdays.region,
        call_hours=context.application.call_hours,
        unanswered=reach.story.unanswered[number or 0],
    )


def _doubts(person: Person) -> list[Sentence]:
    if person.confirmed:
        return []
    if person.sure:
        return [Sentence("Found on the page, not yet confirmed.")]
    return [Sentence("Found on the page, and not sure: confirm who this is before you use it.")]


def _call_notes(reach: Reach, person: Person, due_at: datetime) -> list[Sentence]:
    notes = []
    if reach.pending.how == "named" and not reach.context.meeting(person).in_call_hours(due_at):
        notes.append(Sentence("They named this time themselves; it lies outside the hours in which calls are planned."))
    if reach.context.application.call_hours:
        notes.append(Sentence("They ask to be called: “%(hours)s”.", hours=reach.context.application.call_hours))
    return notes


def _why_no_call(reach: Reach, person: Person) -> Sentence:
    if reach.context.calls_forbidden:
        return Sentence("The employer asks not to be called: an e-mail instead.")
    if reach.story.forbids_calls or not person.may_call:
        return Sentence("No calls, as %(who)s asked: an e-mail instead.", who=people.label(person))
    return Sentence("All the calls that make sense here have been made: an e-mail instead.")


def _needs_contact(reach: Reach, never_met: bool) -> FollowUp:
    """The step with nobody to turn to: never due, its time is only where it would stand."""
    pending, context = reach.pending, reach.context
    person = context.people.get(pending.person or 0)
    ways = pending.channels if pending.they_call or not context.calls_forbidden else ("email",)
    channel = ways[0] if ways else "email"
    stands = _hour(reach, person, channel)
    due_at = stands or hours.message(context.meeting(person), pending.day, pending.not_before)
    notes = _how_to_find(reach)
    if never_met:
        notes.append(Sentence("Their hours for calls and yours never overlap: an e-mail address would help."))
    return replace(_made(reach, person, channel, due_at, tuple(notes)), state="needs-contact")


def _how_to_find(reach: Reach) -> list[Sentence]:
    application = reach.context.application
    notes = [rules.get("R7.needs-contact").text]
    if reach.context.calls_forbidden:
        notes = [rules.get("R7.needs-address").text]
        if any(person.phone for person in application.people):
            notes.append(Sentence("The employer asks not to be called, so an e-mail address is needed."))
    if application.apply_to and application.apply_by in ("email", "phone"):
        notes.append(
            Sentence(
                "The posting takes applications at %(place)s: ask there whom to turn to.", place=application.apply_to
            )
        )
    return notes


def why(context: Context, rule: Rule, reason: Rule | None = None, person: Person | None = None) -> Why:
    """Why a step is planned, or nothing is: the rule, who is for and against it, and the employer's own words."""
    return Why(
        rule=(reason or rule).name,
        text=joined(*(rules.said(one, context.settings) for one in dict.fromkeys((reason or rule, rule)))),
        for_=rule.for_ or (reason.for_ if reason else ()),
        against=rule.against,
        quote=_quote(context, person),
    )


def _quote(context: Context, person: Person | None) -> str | None:
    """The employer's own words on being contacted; none that point to somebody else than the step's person."""
    application = context.application
    spoken = application.call_hours or application.calls != "unstated" or application.contact != "unstated"
    words = application.wish_text if spoken else None
    if words and person and not context.calls_forbidden and not people.are_meant(person, words):
        others = (other for other in application.people if other.id != person.id)
        return None if any(people.are_meant(other, words) for other in others) else words
    return words


def absence(context: Context, rule: Rule) -> Absence:
    """Nothing is planned, for the reason that the rule gives, with what can be done instead."""
    return Absence(application=context.application.id, why=why(context, rule), offer=rule.offer)
