"""What spans applications: one touch a day to one person, days away, the daily number, limits, and the order."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, datetime
from typing import Any

import followup_world as world

from server.followups import arrange, plan
from server.followups.records import Application, FollowUp, Person, Plan, Settings, Touch

NOW = world.at("2026-11-02 13:00")
HERE = world.settings()


def other_person(number: int) -> Person:
    return Person(id=100 + number, name=f"Person {number}", email=f"p{number}@other.example.com", confirmed=True)


def applied(number: int, **changes: Any) -> Application:
    """An application of its own with a contact of its own, if nothing else is said."""
    application = world.application(**{"people": []} | changes)
    fields = {"id": number} | ({} if application.people else {"people": (other_person(number),)})
    return type(application)(
        **{name: getattr(application, name) for name in type(application).__dataclass_fields__} | fields
    )


def arranged(
    applications: list[Application], touches: list[Touch] | None = None, settings: Settings = HERE, now: datetime = NOW
) -> tuple[FollowUp, ...]:
    touches = touches or []
    plans = [
        plan(application, [t for t in touches if t.application == application.id], [], [], settings, now)
        for application in applications
    ]
    return arrange(plans, by_person(touches), settings, now)


def by_person(touches: list[Touch]) -> dict[int, list[Touch]]:
    found = defaultdict(list)
    for touch in touches:
        if touch.person is not None:
            found[touch.person].append(touch)
    return found


def days(follow_ups: tuple[FollowUp, ...]) -> list[str]:
    return [f"{follow_up.identity.application} {follow_up.due_at:%a %d %b %H:%M}" for follow_up in follow_ups]


def sent(number: int, application: int, when: str, person: int = 1, **changes: Any) -> Touch:
    fields = {"channel": "email", "outcome": "email-sent"} | changes
    return Touch(id=number, application=application, person=person, at=world.at(when), **fields)


def test_one_person_of_two_applications_is_turned_to_on_two_days():
    found = arranged([applied(1, people=["dana"]), applied(2, people=["dana"])])
    assert days(found) == ["1 Mon 09 Nov 10:00", "2 Tue 10 Nov 10:00"]


def test_the_next_day_skips_a_holiday_and_the_weekend():
    found = arranged(
        [applied(1, people=["dana"], applied="2026-11-03"), applied(2, people=["dana"], applied="2026-11-03")]
    )
    assert days(found) == ["1 Tue 10 Nov 10:00", "2 Thu 12 Nov 10:00"]


def test_a_touch_made_that_day_for_another_application_puts_it_off():
    found = arranged([applied(1, people=["dana"])], [sent(1, 9, "2026-11-09 09:30")], now=world.at("2026-11-09 09:40"))
    assert days(found) == ["1 Tue 10 Nov 10:00"]


def test_an_attempt_that_reached_nobody_puts_nothing_off():
    tried = sent(1, 9, "2026-11-09 09:30", channel="phone", outcome="no-answer")
    assert days(arranged([applied(1, people=["dana"])], [tried])) == ["1 Mon 09 Nov 10:00"]


def test_what_is_overdue_stays_but_not_beside_a_touch_of_today():
    late = world.at("2026-11-17 09:00")
    alone = arranged([applied(1, people=["dana"])], now=late)
    assert days(alone) == ["1 Mon 09 Nov 10:00"]
    beside = arranged([applied(1, people=["dana"])], [sent(1, 9, "2026-11-17 08:30")], now=late)
    assert days(beside) == ["1 Wed 18 Nov 10:00"]


def test_two_overdue_to_one_person_are_not_both_for_today():
    found = arranged([applied(1, people=["dana"]), applied(2, people=["dana"])], now=world.at("2026-11-17 09:00"))
    assert days(found) == ["1 Mon 09 Nov 10:00", "2 Wed 18 Nov 10:00"]


def test_no_day_holds_more_than_the_daily_number():
    found = arranged([applied(n) for n in range(1, 8)], settings=world.settings(daily_number=3))
    assert Counter(follow_up.due_at.date() for follow_up in found) == {
        date(2026, 11, 9): 3,
        date(2026, 11, 10): 3,
        date(2026, 11, 12): 1,
    }


def test_what_was_done_that_day_counts_towards_the_daily_number():
    done = [sent(n, 50 + n, "2026-11-09 09:00", person=50 + n) for n in range(1, 3)]
    found = arranged([applied(1), applied(2)], done, world.settings(daily_number=3), world.at("2026-11-09 09:10"))
    assert days(found) == ["1 Mon 09 Nov 09:00", "2 Tue 10 Nov 09:00"]


def test_favourites_keep_their_day_when_it_is_full():
    crowd = [applied(1), applied(2), applied(3, favourite=True)]
    found = arranged(crowd, settings=world.settings(daily_number=1))
    assert days(found) == ["3 Mon 09 Nov 09:00", "1 Tue 10 Nov 09:00", "2 Thu 12 Nov 09:00"]


def test_away_everything_waits_for_the_return_and_is_spread():
    settings = world.settings(away=[("2026-11-07", "2026-11-15")], daily_number=2)
    found = arranged([applied(n) for n in range(1, 6)], settings=settings, now=world.at("2026-11-16 08:00"))
    assert [when.split(" ", 1)[1] for when in days(found)] == [
        "Mon 16 Nov 09:00",
        "Mon 16 Nov 09:00",
        "Tue 17 Nov 09:00",
        "Tue 17 Nov 09:00",
        "Wed 18 Nov 09:00",
    ]
    assert all("Moved to after your return." in follow_up.notes for follow_up in found)


def test_what_was_overdue_when_they_left_waits_as_well():
    settings = world.settings(away=[("2026-11-12", "2026-11-15")])
    assert days(arranged([applied(1)], settings=settings, now=world.at("2026-11-11 08:00"))) == ["1 Mon 09 Nov 09:00"]
    assert days(arranged([applied(1)], settings=settings, now=world.at("2026-11-13 08:00"))) == ["1 Mon 16 Nov 09:00"]


def test_a_promised_call_back_waits_for_the_return_too():
    settings = world.settings(away=[("2026-11-10", "2026-11-13")])
    promise = world.touch(
        {
            "at": "2026-11-09 15:00",
            "outcome": "will-call-back",
            "application": 1,
            "promise": {"amount": 1, "unit": "days"},
        }
        | {"person": "dana"},
        1,
    )
    assert days(arranged([applied(1, people=["dana"])], [promise], settings)) == ["1 Mon 16 Nov 10:00"]


def test_what_the_person_moved_by_hand_stays_and_others_make_way():
    first, second = applied(1, people=["dana"]), applied(2, people=["dana"])
    change = world.change({"followup": "2/R1.single-check/0/1", "due_at": "2026-11-09 16:10"})
    plans = [plan(first, [], [], [], HERE, NOW), plan(second, [], [], [change], HERE, NOW)]
    settings = world.settings(away=[("2026-11-01", "2026-11-01")], daily_number=1)
    assert days(arrange(plans, {}, settings, NOW)) == ["2 Mon 09 Nov 16:10", "1 Tue 10 Nov 10:00"]


def test_order_promised_then_after_interviews_then_favourites_then_the_rest():
    promise = {"outcome": "will-call-back", "promise": {"amount": 10, "unit": "minutes"}, "person": 102}
    touches = [
        world.touch({"at": "2026-11-09 09:30", "application": 2} | promise, 1),
        sent(2, 3, "2026-10-26 15:00", person=103, outcome="interview-held", channel="phone"),
        sent(3, 3, "2026-10-26 17:00", person=103),
    ]
    crowd = [applied(1), applied(2), applied(3), applied(4, favourite=True)]
    found = arranged(crowd, touches, now=world.at("2026-11-09 12:00"))
    assert [follow_up.identity.application for follow_up in found] == [2, 3, 4, 1]


def test_those_in_need_of_a_contact_come_last_and_take_no_room():
    lost = plan(world.application(people=[], id=1), [], [], [], HERE, NOW)
    known = plan(applied(2), [], [], [], HERE, NOW)
    found = arrange([lost, known], {}, world.settings(daily_number=1), NOW)
    assert [(follow_up.identity.application, follow_up.state) for follow_up in found] == [
        (2, "open"),
        (1, "needs-contact"),
    ]


def test_never_more_than_two_unanswered_to_one_person_over_all_applications():
    touches = [sent(1, 8, "2026-10-20 09:00"), sent(2, 9, "2026-10-28 09:00")]
    (held,) = arranged([applied(1, people=["dana"])], touches)
    assert held.state == "needs-contact"
    assert any("enough messages to answer" in note for note in held.notes)
    answered = sent(3, 9, "2026-10-29 09:00", direction="in", outcome="answered")
    (free,) = arranged([applied(1, people=["dana"])], [*touches, answered])
    assert free.state == "open"


def test_planned_messages_count_towards_the_limit():
    found = arranged([applied(n, people=["dana"]) for n in (1, 2, 3)])
    assert [follow_up.state for follow_up in found] == ["open", "open", "needs-contact"]


def test_one_who_asked_for_no_calls_is_called_for_no_other_application():
    asked = sent(1, 9, "2026-10-28 09:00", channel="phone", outcome="asked-not-to-call")
    (written,) = arranged([applied(1, people=["dana"])], [asked])
    assert (written.channel, days((written,))) == ("email", ["1 Mon 09 Nov 09:00"])
    (lost,) = arranged([applied(1, people=["phone_only"])], [sent(1, 9, "2026-10-28 09:00", 4, **_asked())])
    assert lost.state == "needs-contact"


def _asked() -> dict[str, str]:
    return {"channel": "phone", "outcome": "asked-not-to-call"}


def test_arranging_again_changes_nothing():
    plans = [plan(applied(n, people=["dana"]), [], [], [], HERE, NOW) for n in (1, 2)]
    once = arrange(plans, {}, HERE, NOW)
    assert arrange(plans, {}, HERE, NOW) == once
    again = [Plan(application=f.identity.application, follow_ups=(f,)) for f in once]
    assert arrange(again, {}, HERE, NOW) == once


def test_a_call_put_off_to_where_the_hours_no_longer_meet_becomes_an_email():
    """On Friday the clocks of Berlin and Seattle lie eight hours apart, from Monday on nine."""
    eva = {"id": 41, "name": "Eva Stein", "email": "eva@northlake.example.com", "phone": "+493023125123"}
    place = {"country": "DE", "region": "BE", "timezone": "Europe/Berlin", "call_hours": "Mo-Fr 14-16 Uhr"}
    early = world.settings(hours_from="07:00", hours_to="08:00")
    crowd = [applied(n, people=[eva], applied="2026-10-23", **place) for n in (1, 2)]
    first, second = arranged(crowd, settings=early, now=world.at("2026-10-26 09:00"))
    assert (first.channel, days((first,))) == ("phone", ["1 Fri 30 Oct 15:00"])
    assert (second.channel, days((second,))) == ("email", ["2 Mon 02 Nov 09:00"])
    assert any("never overlap" in note for note in second.notes)


def test_a_call_that_waits_for_the_return_and_finds_no_hour_becomes_an_email():
    eva = {"id": 41, "name": "Eva Stein", "email": "eva@northlake.example.com", "phone": "+493023125123"}
    place = {"country": "DE", "region": "BE", "timezone": "Europe/Berlin", "call_hours": "Mo-Fr 14-16 Uhr"}
    away = world.settings(hours_from="07:00", hours_to="08:00", away=[("2026-10-30", "2026-11-01")])
    (late,) = arranged([applied(1, people=[eva], applied="2026-10-23", **place)], settings=away)
    assert (late.channel, days((late,))) == ("email", ["1 Mon 02 Nov 09:00"])


def test_what_finds_no_room_before_the_journey_waits_for_the_return():
    settings = world.settings(away=[("2026-11-10", "2026-11-13")], daily_number=1)
    assert days(arranged([applied(1), applied(2)], settings=settings)) == ["1 Mon 09 Nov 09:00", "2 Mon 16 Nov 09:00"]


def test_a_day_of_theirs_is_one_day_even_where_midnight_falls_into_it_here():
    """For somebody in Berlin an e-mail to Seattle at half past nine and a call at four are on two days of their own."""
    here = world.settings(timezone="Europe/Berlin", hours_from="00:00", hours_to="23:59", days_off=[])
    dana = [applied(1, people=["dana"], call_hours="after 4 pm")]
    assert days(arranged(dana, settings=here)) == ["1 Mon 09 Nov 16:00"]
    written = [sent(1, 9, "2026-11-09 09:30")]
    assert days(arranged(dana, written, here, world.at("2026-11-09 09:40"))) == ["1 Tue 10 Nov 16:00"]
