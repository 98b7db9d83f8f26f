"""What spans applications: one touch a day to one person, days away, the daily number, and the order to do it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from server.followups import rules
from server.followups.diary import Diary
from server.followups.limits import Limits
from server.followups.records import FollowUp, Plan, Settings, Touch
from server.sentences import Sentence

_LAST = ("open", "needs-contact", "skipped")
_TRIED = 500


def arrange(
    plans: Iterable[Plan],
    touches_by_person: Mapping[int, Sequence[Touch]],
    settings: Settings,
    now: datetime,
) -> tuple[FollowUp, ...]:
    """All follow-ups in the order in which they should be done: due ones first, those in need of a contact last.

    ``plans`` are as ``plan`` made them, ``touches_by_person`` what was done with each contact in any application.
    What the person moved by hand stays; what they asked for, thank-yous and reminders only wait while the person is
    away. Everything else never falls on a day on which its contact is turned to anyway, nor on a full day. Pure.
    """
    diary = Diary(settings, now, _each_once(touches_by_person))
    limits = Limits(touches_by_person)
    planned = [follow_up for plan in plans for follow_up in plan.follow_ups]
    standing = [follow_up for follow_up in planned if follow_up.state == "open"]
    arranged = [follow_up for follow_up in planned if follow_up.state != "open"]
    present = [_without_call(diary, limits, _back_from_away(diary, follow_up)) for follow_up in standing]
    for follow_up in sorted(present, key=lambda follow_up: (not _is_fixed(follow_up), *_by_day(diary, follow_up))):
        allowed = limits.held(follow_up)
        if allowed.state == "open":
            allowed = _settled(diary, allowed)
        if allowed.state == "open":
            diary.take(allowed)
        arranged.append(allowed)
    return tuple(sorted(arranged, key=lambda follow_up: _order(diary, follow_up)))


def _each_once(touches_by_person: Mapping[int, Sequence[Touch]]) -> Iterable[Touch]:
    return {touch.id: touch for touches in touches_by_person.values() for touch in touches}.values()


def _is_fixed(follow_up: FollowUp) -> bool:
    """Whether a follow-up keeps its day whatever else there is."""
    free = follow_up.asked_for or follow_up.kind == "thank-you" or follow_up.channel == "reminder"
    return follow_up.by_hand or free


def _back_from_away(diary: Diary, follow_up: FollowUp) -> FollowUp:
    if follow_up.by_hand or follow_up.kind == "interview-reminder":
        return follow_up
    moved = follow_up
    while (day := diary.after_away(moved)) is not None:
        moved = replace(moved, due_at=diary.placed_from(moved, day))
    if moved is follow_up:
        return follow_up
    moved = replace(moved, notes=(*follow_up.notes, Sentence("Moved to after your return.")))
    return moved if diary.can_be_made(moved) else _written(diary, moved, rules.get("R7.no-call-hours").said())


def _without_call(diary: Diary, limits: Limits, follow_up: FollowUp) -> FollowUp:
    """An e-mail in the place of a call that the contact asked not to have, in whatever application they did."""
    if not limits.asks_for_no_call(follow_up) or follow_up.person is None:
        return follow_up
    return _written(diary, follow_up, Sentence("They asked not to be called: an e-mail instead."))


def _settled(diary: Diary, follow_up: FollowUp) -> FollowUp:
    """The follow-up on the first day on which nothing stands against it."""
    if _is_fixed(follow_up):
        return follow_up
    moved = follow_up
    for _ in range(_TRIED):
        if diary.fits(moved):
            break
        moved = replace(moved, due_at=diary.next_time(moved))
    if moved is follow_up or diary.can_be_made(moved):
        return moved
    written = _written(diary, moved, rules.get("R7.no-call-hours").said())
    return _settled(diary, written) if written.state == "open" else written


def _written(diary: Diary, follow_up: FollowUp, note: Sentence) -> FollowUp:
    """An e-mail in the place of a call; in need of an address where none is known."""
    written = replace(follow_up, channel="email", notes=(*follow_up.notes, note))
    if not follow_up.person or not follow_up.person.email or follow_up.person.email_dead:
        return replace(written, state="needs-contact")
    return replace(written, due_at=diary.placed(written, follow_up.due_at.date()))


def _by_day(diary: Diary, follow_up: FollowUp) -> tuple[object, ...]:
    return (diary.own_day(follow_up.due_at), _class(follow_up), follow_up.due_at, follow_up.identity.key)


def _class(follow_up: FollowUp) -> int:
    """Promised call-backs, then what follows interviews, then favourites, then the rest."""
    if follow_up.asked_for:
        return 0
    if follow_up.identity.rule.startswith(("R5.", "R6.offer")):
        return 1
    return 2 if follow_up.favourite else 3


def _order(diary: Diary, follow_up: FollowUp) -> tuple[object, ...]:
    day = max(diary.own_day(follow_up.due_at), diary.today)
    first = not follow_up.favourite
    return (
        _LAST.index(follow_up.state),
        day,
        _class(follow_up),
        first,
        follow_up.due_at,
        follow_up.identity.key,
    )
