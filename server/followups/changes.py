"""What the person decided by hand, laid over what the rules say. It survives every new plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from server.followups import hours, people
from server.followups.context import Context
from server.followups.records import Change, Channel, FollowUp, Person, State, Touch
from server.sentences import Sentence

ONE_PER_PERSON = ("R5.thank-you",)
"""Rules whose follow-ups to several people are several: what was changed for one is not meant for another."""


def apply(
    context: Context, planned: list[FollowUp], changes: Iterable[Change], touches: Iterable[Touch]
) -> list[FollowUp]:
    """The follow-ups with each change made; one that named another contact in the meantime keeps its change."""
    by_key = {change.followup: change for change in changes}
    if not by_key:
        return planned
    loose = {_without_person(key): change for key, change in by_key.items()}
    answered = {touch.id: touch.followup or "" for touch in touches}
    found = []
    for follow_up in planned:
        change = by_key.get(follow_up.identity.key) or _of_another_contact(follow_up, loose)
        change = change or _words_of_earlier(follow_up, by_key, answered)
        found.append(_changed(context, follow_up, change) if change else follow_up)
    return found


def skipped(changes: Iterable[Change]) -> set[str]:
    """The keys of the follow-ups that the person left out."""
    return {change.followup for change in changes if change.skipped}


def _of_another_contact(follow_up: FollowUp, loose: dict[str, Change]) -> Change | None:
    """What was changed while the step had another contact, or none: all but the words, which were for that one."""
    if follow_up.identity.rule in ONE_PER_PERSON:
        return None
    change = loose.get(_without_person(follow_up.identity.key))
    return replace(change, subject=None, body=None) if change else None


def _words_of_earlier(follow_up: FollowUp, by_key: dict[str, Change], answered: dict[int, str]) -> Change | None:
    """The person's own words for a try that did not settle the matter: they serve for the next one as well."""
    earlier = by_key.get(answered.get(follow_up.identity.step, ""))
    if earlier is None or earlier.followup.rpartition("/")[2] != follow_up.identity.key.rpartition("/")[2]:
        return None
    return Change(followup=follow_up.identity.key, subject=earlier.subject, body=earlier.body)


def _without_person(key: str) -> str:
    return key.rpartition("/")[0]


def _changed(context: Context, planned: FollowUp, change: Change) -> FollowUp:
    person = context.people.get(change.person or 0, planned.person)
    channel = change.channel or planned.channel
    changed = replace(
        planned,
        person=person,
        channel=channel,
        state=_state(planned, change, person, channel),
        notes=(*planned.notes, *_notes(context, change, person)),
        subject=planned.subject if change.subject is None else change.subject,
        body=planned.body if change.body is None else change.body,
        by_hand=bool(change.due_at or change.snoozed_until),
        changed=True,
    )
    due_at = change.due_at or planned.due_at
    if change.snoozed_until and change.snoozed_until > due_at:
        return _woken(context, changed, change.snoozed_until)
    if change.due_at:
        return replace(changed, due_at=due_at.astimezone(planned.due_at.tzinfo))
    if person is not planned.person or channel != planned.channel:
        return replace(changed, due_at=_placed(context, changed))
    return changed


def _woken(context: Context, snoozed: FollowUp, until: datetime) -> FollowUp:
    """What was put off, up again: then, or as soon after as suits its contact's day."""
    meeting = context.meeting(snoozed.person)
    if snoozed.channel == "reminder":
        return replace(snoozed, due_at=meeting.local(until))
    if snoozed.channel != "phone":
        return replace(snoozed, due_at=hours.message_today(meeting, until))
    due_at = hours.call_at(meeting, until)
    if due_at is None:
        never = Sentence("Their hours for calls and yours never overlap: an e-mail address would help.")
        return replace(snoozed, due_at=meeting.local(until), notes=(*snoozed.notes, never))
    return replace(snoozed, due_at=due_at)


def _state(planned: FollowUp, change: Change, person: Person | None, channel: Channel) -> State:
    if change.skipped:
        return "skipped"
    if change.person is None and change.channel is None:
        return planned.state
    return "open" if channel == "reminder" or (person and people.value(person, channel)) else "needs-contact"


def _notes(context: Context, change: Change, person: Person | None) -> list[Sentence]:
    notes = []
    if change.skipped and change.reason:
        notes.append(Sentence("Left out by you: %(reason)s", reason=change.reason))
    elif change.skipped:
        notes.append(Sentence("Left out by you."))
    if change.channel == "phone" and (context.calls_forbidden or (person and not person.may_call)):
        notes.append(Sentence("They ask not to be called; you chose a call all the same."))
    return notes


def _placed(context: Context, changed: FollowUp) -> datetime:
    """The hour that fits another contact or channel, on the same day where that can be."""
    meeting = context.meeting(changed.person)
    day = changed.due_at.date()
    if changed.channel == "phone":
        return hours.call(meeting, day) or changed.due_at
    return changed.due_at if changed.channel == "reminder" else hours.message(meeting, day)
