"""R7's promises, over random histories of several applications that share contacts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from followup_histories import World, is_free, open_ones, was_named, worlds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.followups import overdue, zones
from server.followups.records import Away, Change, FollowUp, Touch

ONE_OFF = settings(
    max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
MANY = settings(ONE_OFF, max_examples=400)
Promised: TypeAlias = Callable[[World, list[FollowUp]], None]
PROMISES: list[Promised] = []


def promise(kept: Promised) -> Promised:
    """One of R7's promises: asserted of what is open in a world."""
    PROMISES.append(kept)
    return kept


@given(worlds())
@MANY
def test_every_promise_is_kept(world: World):
    found = open_ones(world)
    for kept in PROMISES:
        kept(world, found)


REACHED_NOBODY = {"no-answer", "engaged", "bounced", "wrong-number", "gatekeeper", "acknowledged"}


@promise
def never_two_touches_to_one_person_on_a_day(world: World, found: list[FollowUp]) -> None:
    """Not two planned, and none planned beside one that was made; what is overdue counts as done today."""
    own = ZoneInfo(world.told.timezone)
    taken: dict[int, list[datetime]] = defaultdict(list)
    for touch in world.touches:
        if touch.person is not None and touch.outcome not in REACHED_NOBODY:
            taken[touch.person].append(touch.at)
    for follow_up in sorted(found, key=lambda follow_up: not is_free(follow_up)):
        if follow_up.person is None:
            continue
        moment = follow_up.due_at
        if moment.astimezone(own).date() < world.now.astimezone(own).date():
            moment = world.now
        zone = follow_up.due_at.tzinfo
        same = [
            other
            for other in taken[follow_up.person.id]
            if other.astimezone(zone).date() == moment.astimezone(zone).date()
        ]
        assert is_free(follow_up) or not same
        taken[follow_up.person.id].append(moment)


@promise
def never_outside_hours(world: World, found: list[FollowUp]) -> None:
    own = ZoneInfo(world.told.timezone)
    for follow_up in found:
        clock, day = follow_up.due_at.time(), follow_up.due_at.date()
        if follow_up.channel == "phone" and not was_named(world, follow_up):
            assert time(9) <= clock < time(12) or time(13) <= clock < time(17)
            assert world.days(follow_up).includes(day)
            yours = follow_up.due_at.astimezone(own)
            assert world.told.hours_from <= yours.time() < world.told.hours_to
            assert yours.weekday() not in world.told.days_off
        elif follow_up.channel in ("email", "letter") and not is_free(follow_up):
            assert world.days(follow_up).includes(day)
            today = {touch.at for touch in world.touches if touch.outcome in ("wrong-number", "bounced")}
            assert clock == time(9) or follow_up.due_at in today


@promise
def a_contact_is_called_by_their_own_clock(world: World, found: list[FollowUp]) -> None:
    for follow_up in found:
        if follow_up.person is None or follow_up.channel == "reminder":
            continue
        named = zones.names_of_number(follow_up.person.phone) if follow_up.person.phone else ()
        application = world.application(follow_up)
        place = application.timezone or world.told.timezone
        assert str(follow_up.due_at.tzinfo) == (named[0] if len(named) == 1 else place)


@promise
def never_a_call_where_calls_are_forbidden(world: World, found: list[FollowUp]) -> None:
    asked = {t.person for t in world.touches if t.outcome in ("asked-not-to-call", "asked-no-contact")}
    banned = {t.application for t in world.touches if t.outcome in ("asked-not-to-call", "asked-no-contact")}
    for follow_up in found:
        if follow_up.channel != "phone" or follow_up.identity.rule.startswith("R4."):
            continue
        application = world.application(follow_up)
        assert "forbidden" not in (application.calls, application.contact)
        assert follow_up.person is not None
        assert follow_up.person.may_call
        assert follow_up.person.id not in asked
        assert application.id not in banned


@promise
def no_contact_cancels_all_but_answers(world: World, found: list[FollowUp]) -> None:
    answers = ("R4.", "R5.thank-you", "R5.decision", "R5.reminder", "R6.offer", "R0.")
    for follow_up in found:
        if world.application(follow_up).contact == "forbidden":
            assert follow_up.identity.rule.startswith(answers)
        if follow_up.person and not follow_up.person.may_contact:
            assert follow_up.identity.rule.startswith(answers)


@promise
def never_more_unanswered_messages_than_fit(world: World, found: list[FollowUp]) -> None:
    """At most two in a row to one person, three after an interview, planned ones too; thank-yous ask for no answer."""
    silent: Counter[int] = Counter()
    for touch in sorted(world.touches, key=lambda touch: (touch.at, touch.id)):
        if touch.followup and "R5.thank-you" in touch.followup:
            continue
        if touch.person is None:
            silent.clear()  # whoever it was that they heard from
            continue
        if touch.outcome in ("email-sent", "letter-sent", "voicemail-left") and not _bounced_later(world, touch):
            silent[touch.person] += 1
        elif touch.outcome not in REACHED_NOBODY:
            silent[touch.person] = 0
    planned: Counter[int] = Counter()
    for follow_up in found:
        if follow_up.person is None or is_free(follow_up) or follow_up.kind == "closing-note":
            continue
        planned[follow_up.person.id] += 1
        most = 3 if follow_up.identity.rule.startswith("R5.") or _met(world, follow_up) else 2
        assert planned[follow_up.person.id] <= most
        if not world.interviews:
            assert silent[follow_up.person.id] < most


def _bounced_later(world: World, touch: Touch) -> bool:
    return any(
        other.outcome == "bounced" and other.person == touch.person and other.application == touch.application
        for other in world.touches
        if other.at >= touch.at
    )


def _met(world: World, follow_up: FollowUp) -> bool:
    return any(talk.application == follow_up.identity.application for talk in world.interviews)


@promise
def never_more_calls_than_the_stance_allows(world: World, found: list[FollowUp]) -> None:
    for application in world.applications:
        mine = [touch for touch in world.touches if touch.application == application.id]
        met = any(talk.application == application.id for talk in world.interviews)
        if met or any(touch.outcome == "invited" for touch in mine):
            continue
        stance = application.stance or world.told.stance
        made = [
            touch
            for touch in mine
            if touch.channel == "phone"
            and touch.direction == "out"
            and touch.outcome not in REACHED_NOBODY | {"bad-moment"}
            and not (touch.followup and ("/R4." in touch.followup or "/R6.bad-moment" in touch.followup))
        ]
        limit = 2 if stance == "persistent" else 1
        named = sum(touch.outcome == "bad-moment" and touch.until is not None for touch in mine)
        planned = [
            follow_up
            for follow_up in found
            if follow_up.identity.application == application.id
            and follow_up.channel == "phone"
            and not follow_up.asked_for
            and not follow_up.identity.rule.startswith("R6.bad-moment")
        ]
        assert len(made) + len(planned) <= limit + named


@given(worlds())
@settings(ONE_OFF, max_examples=200)
def test_planning_again_changes_nothing(world: World):
    plans, found = world.plans(), world.arranged()
    assert world.plans() == plans
    assert world.arranged() == found
    world.touches.reverse()
    world.interviews.reverse()
    assert world.plans() == plans
    assert world.arranged() == found


@given(worlds())
@ONE_OFF
def test_each_follow_up_is_one_and_is_not_planned_again_once_done(world: World):
    keys = [follow_up.identity.key for planned in world.plans() for follow_up in planned.follow_ups]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert set(keys) & {touch.followup for touch in world.touches} == set()


@given(worlds(), st.integers(1, 60))
@ONE_OFF
def test_no_due_time_slides_as_the_days_go_by(world: World, later: int):
    before = {f.identity.key: f.due_at for planned in world.plans() for f in planned.follow_ups}
    world.now += timedelta(days=later)
    after = {f.identity.key: f.due_at for planned in world.plans() for f in planned.follow_ups}
    assert {key: due_at for key, due_at in after.items() if key in before} == {
        key: due_at for key, due_at in before.items() if key in after
    }
    gone = {key.split("/")[1] for key in before.keys() - after.keys()}
    assert gone <= {"R5.reminder-evening", "R5.reminder-hours", "R4.call-back", "R4.call-back-days", "R6.bad-moment"}


ByHand: TypeAlias = Callable[[FollowUp], dict[str, Any]]
BY_HAND: list[ByHand] = [
    lambda follow_up: {"due_at": follow_up.due_at + timedelta(days=3, minutes=17)},
    lambda follow_up: {"snoozed_until": follow_up.due_at + timedelta(days=9)},
    lambda follow_up: {"skipped": True, "reason": "not needed"},
    lambda follow_up: {"subject": "Mine", "body": "My own words"},
    lambda follow_up: {"channel": "letter"},
    lambda follow_up: {"person": 1},
]


@given(worlds(), st.sampled_from(BY_HAND), st.data())
@ONE_OFF
def test_what_was_changed_by_hand_stays(
    world: World, by_hand: Callable[[FollowUp], dict[str, Any]], data: st.DataObject
):
    planned = [follow_up for each in world.plans() for follow_up in each.follow_ups]
    if not planned:
        return
    chosen = data.draw(st.sampled_from(planned))
    told = by_hand(chosen)
    if "person" in told and 1 not in {person.id for person in world.application(chosen).people}:
        return
    world.changes.append(Change(followup=chosen.identity.key, **told))
    _others_act(world, chosen)
    if "due_at" in told:
        _that_day_is_bad(world, told["due_at"])
    for _ in range(2):
        found = next(f for f in world.arranged() if f.identity.key == chosen.identity.key)
        assert found.due_at == told.get("due_at", found.due_at)
        assert found.due_at >= told.get("snoozed_until", found.due_at)
        assert found.changed
        meet = not any("never overlap" in note for note in found.notes)
        if "snoozed_until" in told and found.state == "open" and meet:
            never_outside_hours(world, [found])
        if "person" in told:
            assert found.person and found.person.id == told["person"]
        assert (found.state == "skipped") == told.get("skipped", False)
        assert (found.subject, found.body) == (told.get("subject"), told.get("body"))
        assert found.channel == told.get("channel", found.channel)
        world.now += timedelta(minutes=1)


def _that_day_is_bad(world: World, moment: datetime) -> None:
    """The person is away then, and has no room for more: they put it there all the same."""
    day = moment.astimezone(ZoneInfo(world.told.timezone)).date()
    world.told = replace(world.told, away=(Away(first=day, last=day),), daily_number=1)


def _others_act(world: World, chosen: FollowUp) -> None:
    """Something happens in every other application on the very day that was chosen."""
    for application in world.applications:
        if application.id != chosen.identity.application and chosen.person is not None:
            world.log(application.id, "email-sent", person=chosen.person.id, at=chosen.due_at)


@given(worlds())
@ONE_OFF
def test_who_has_no_contact_is_never_overdue(world: World):
    world.now += timedelta(days=90)
    for follow_up in world.arranged():
        late = overdue(follow_up, world.application(follow_up), world.now)
        assert late == 0 or follow_up.state == "open"
        assert follow_up.state != "open" or follow_up.channel == "reminder" or follow_up.person is not None


@promise
def no_day_holds_more_than_the_daily_number(world: World, found: list[FollowUp]) -> None:
    """What they asked for, thank-yous and reminders apart; what was done that day counts."""
    own = ZoneInfo(world.told.timezone)
    done = Counter(t.at.astimezone(own).date() for t in world.touches if t.direction == "out" and t.person)
    planned: Counter[date] = Counter()
    for follow_up in found:
        if not is_free(follow_up) and follow_up.channel != "reminder":
            planned[follow_up.due_at.astimezone(own).date()] += 1
    for day, count in planned.items():
        assert count <= max(0, world.told.daily_number - done[day])


@promise
def nothing_but_interviews_falls_on_days_away(world: World, found: list[FollowUp]) -> None:
    own = ZoneInfo(world.told.timezone)
    for follow_up in found:
        if follow_up.kind != "interview-reminder":
            day = follow_up.due_at.astimezone(own).date()
            assert not any(away.first <= day <= away.last for away in world.told.away)
