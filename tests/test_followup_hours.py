"""The hours of calls and messages: two clocks, the employer's wishes, the change of clocks, leap days, year ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

import followup_world as world
import pytest

from server.followups import call_hours, overdue, plan, zones
from server.followups.call_hours import OFFICE
from server.followups.records import Person
from server.followups.workdays import Workdays

BERLIN = ZoneInfo("Europe/Berlin")
US = Workdays("US", "WA")


@pytest.mark.parametrize(
    ("words", "windows", "weekdays"),
    [
        ("weekdays 2 to 4 pm", ((14, 16),), {0, 1, 2, 3, 4}),
        ("Mo-Fr 9-11 Uhr", ((9, 11),), {0, 1, 2, 3, 4}),
        ("between 10 am and noon", ((10, 12),), None),
        ("9am-5pm", ((9, 12), (13, 17)), None),
        ("Tuesdays and Thursdays, 10:00-11:30", ((10, 11.5),), {1, 3}),
        ("after 3 pm", ((15, 17),), None),
        ("before 10", ((9, 10),), None),
        ("dienstags bis donnerstags von 8 bis 12 Uhr", ((9, 12),), {1, 2, 3}),
        ("evenings, 6 to 8 pm", ((18, 20),), None),
        ("9 to 5", ((9, 12), (13, 17)), None),
        ("mittwochs ab 14 Uhr", ((14, 17),), {2}),
        ("vormittags, mit Anmeldung für die Sprechstunde", ((9, 12),), None),
        ("du lundi au vendredi, entre 9h et midi", ((9, 12),), {0, 1, 2, 3, 4}),
        ("mardi et jeudi de 14h30 à 16h", ((14.5, 16),), {1, 3}),
        ("l'après-midi à partir de 15h", ((15, 17),), None),
        ("de lunes a viernes de 10 a 13 h", ((10, 12),), {0, 1, 2, 3, 4}),
        ("entre las 9:30 y las 11", ((9.5, 11),), None),
        ("dal lunedì al giovedì dalle ore 15 alle 17", ((15, 17),), {0, 1, 2, 3}),
        ("entre as 10h e as 12h", ((10, 12),), None),
        ("segunda-feira a quinta-feira, das 14h às 16h", ((14, 16),), {0, 1, 2, 3}),
        ("dinsdag t/m donderdag tussen 9 en 11 uur", ((9, 11),), {1, 2, 3}),
        ("op werkdagen vanaf 13.30 uur", ((13.5, 17),), {0, 1, 2, 3, 4}),
        ("vardagar mellan kl. 10 och 11.30", ((10, 11.5),), {0, 1, 2, 3, 4}),
        ("man-tor kl. 9-11", ((9, 11),), {0, 1, 2, 3}),
        ("tirsdag og torsdag fra kl. 13", ((13, 17),), {1, 3}),
        ("hverdager mellom kl. 10 og 12", ((10, 12),), {0, 1, 2, 3, 4}),
        ("arkisin klo 9–11", ((9, 11),), {0, 1, 2, 3, 4}),
        ("keskiviikkona klo 14 jälkeen", ((14, 17),), {2}),
        ("Po-Pá od 8 do 11 hod.", ((9, 11),), {0, 1, 2, 3, 4}),
        ("v úterý a ve čtvrtek mezi 13 a 15 hod", ((13, 15),), {1, 3}),
        ("od poniedziałku do piątku w godz. 10-12", ((10, 12),), {0, 1, 2, 3, 4}),
    ],
)
def test_call_hours_in_words(words: str, windows: tuple[tuple[float, float], ...], weekdays: set[int] | None):
    found = call_hours.read(words)
    assert found.windows == tuple((clock(first), clock(last)) for first, last in windows)
    assert found.weekdays == (frozenset(weekdays) if weekdays else None)


def clock(hour: float) -> time:
    return time(int(hour), round(hour % 1 * 60))


@pytest.mark.parametrize("words", [None, "", "during office hours", "25 to 99"])
def test_words_that_name_no_hour_mean_office_hours(words: str | None):
    assert call_hours.read(words).windows == OFFICE


def test_business_days_of_a_place():
    assert US.after(date(2026, 11, 6), 5) == date(2026, 11, 16)
    assert US.before(date(2026, 11, 12), 1) == date(2026, 11, 10)
    assert US.after(date(2026, 12, 31), 1) == date(2027, 1, 4)
    assert US.after(date(2028, 2, 28), 1) == date(2028, 2, 29)
    assert Workdays("US").includes(date(2026, 11, 27)) and not US.includes(date(2026, 11, 27))
    assert Workdays("US", "US-WA").after(date(2026, 11, 25), 1) == date(2026, 11, 30)


def test_a_weekend_that_is_not_saturday_and_sunday():
    israel = Workdays("IL")
    assert israel.includes(date(2026, 11, 1)) and not israel.includes(date(2026, 10, 30))


def test_a_place_without_a_calendar_has_weekends_and_no_holidays():
    assert Workdays("ZZ").after(date(2026, 12, 24), 1) == date(2026, 12, 25)
    assert Workdays("US", "nowhere").after(date(2026, 12, 24), 1) == date(2026, 12, 28)


def test_a_number_tells_the_zone_of_its_contact():
    berlin = Person(id=1, phone="+493023125123")
    free = Person(id=2, phone="+18005550100")
    assert zones.of_contact(berlin, world.SEATTLE) == BERLIN
    assert zones.of_contact(free, world.SEATTLE) == world.SEATTLE
    assert zones.of_contact(None, world.SEATTLE) == world.SEATTLE
    for phone, zone in (
        ("+447400123456", "Europe/London"),
        ("+353861234567", "Europe/Dublin"),
        ("+34612345678", "Europe/Madrid"),
        ("+61412345678", "America/Los_Angeles"),
    ):
        assert zones.of_contact(Person(id=3, phone=phone), world.SEATTLE).key == zone
    canary = ZoneInfo("Atlantic/Canary")
    assert zones.of_contact(Person(id=3, phone="+34612345678"), canary) == canary
    assert zones.names_of_number("not a number") == ()


def test_a_call_is_due_on_the_clock_of_the_contact():
    ada = {"id": 41, "name": "Eva Stein", "phone": "+493023125123"}
    mine = world.settings(hours_from="00:00", hours_to="23:59", days_off=[])
    (step,) = plan(
        world.application(people=[ada], country="DE", region="BE", timezone="Europe/Berlin"), [], [], [], mine, NOW
    ).follow_ups
    assert step.due_at.isoformat() == "2026-11-09T10:00:00+01:00"
    assert step.due_at == world.at("2026-11-09 01:00")


NOW = world.at("2026-11-02 13:00")


@pytest.mark.parametrize(
    ("applied", "due"),
    [
        ("2026-10-30", "2026-11-06T10:00:00-08:00"),  # the clocks go back on 1 November
        ("2027-03-11", "2027-03-18T10:00:00-07:00"),  # and forward on 14 March
        ("2027-12-30", "2028-01-07T10:00:00-08:00"),  # 31 December: New Year's Day is observed
        ("2028-02-24", "2028-03-02T10:00:00-08:00"),  # over 29 February
    ],
)
def test_the_hour_on_the_wall_stays(applied: str, due: str):
    (step,) = plan(world.application(applied=applied), [], [], [], world.settings(), NOW).follow_ups
    assert step.due_at.isoformat() == due


def test_a_promise_in_hours_is_real_hours_over_the_change_of_clocks():
    """Two hours promised at 23:30 before the clocks go back lapse in the night; the call is in the morning."""
    touch = world.touch(
        {
            "at": "2026-10-31 23:30",
            "outcome": "will-call-back",
            "promise": {"amount": 2, "unit": "hours"},
            "person": "dana",
        },
        1,
    )
    (step,) = plan(world.application(), [touch], [], [], world.settings(), NOW).follow_ups
    assert step.due_at == world.at("2026-11-02 10:00")


def test_overdue_counts_their_business_days():
    application = world.application()
    (step,) = plan(application, [], [], [], world.settings(), NOW).follow_ups
    assert step.due_at == world.at("2026-11-09 10:00")
    assert [
        overdue(step, application, world.at(now))
        for now in ("2026-11-09 09:00", "2026-11-09 17:00", "2026-11-10 09:00", "2026-11-11 09:00", "2026-11-16 09:00")
    ] == [0, 0, 1, 1, 4]
    assert overdue(replace(step, state="needs-contact"), application, world.at("2026-12-16 09:00")) == 0


def test_today_is_the_persons_own_day_near_midnight():
    """A call in Tokyo that falls on the next day of the person's has that day's rules: it is their Friday there."""
    tokyo = {"id": 42, "name": "Jun Mori", "phone": "+18005550142"}
    mine = world.settings(timezone="America/Los_Angeles", hours_from="16:00", hours_to="23:00", days_off=[5, 6])
    place = {"country": "JP", "region": "", "timezone": "Asia/Tokyo", "applied": "2026-11-09"}
    (step,) = plan(world.application(people=[tokyo], **place), [], [], [], mine, NOW).follow_ups
    assert step.due_at.isoformat() == "2026-11-17T10:00:00+09:00"
    assert step.due_at.astimezone(world.SEATTLE) == world.at("2026-11-16 17:00")


def test_a_reminder_to_apply_comes_in_the_morning_of_the_person_who_applies():
    far_away = world.application(
        tracked="2026-11-02 11:00", applied="", stage="tracked", timezone="Asia/Tokyo", country="JP", location="Tokyo"
    )
    steps = plan(far_away, (), (), (), world.settings(), world.at("2026-11-02 11:00")).follow_ups
    assert [step.due_at for step in steps] == [world.at("2026-11-06 09:00")]


WHO = {"id": 91, "name": "Ada Example", "email": "ada@pier.example", "phone": "+12065550191"}
ELSE = {"id": 92, "name": "Ben Sample", "email": "ben@pier.example", "phone": "+12065550192", "rank": 1}


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("Please call Ada Example with questions.", True),
        ("Questions? Call 206 555 0191.", True),
        ("Call Ben Sample about the pay.", False),
        ("Questions about pay: (206) 555-0192", False),
        ("Ada Example and Ben Sample are glad to help.", True),
        ("We are glad about calls.", True),
    ],
)
def test_words_that_point_to_somebody_else_are_not_quoted_for_a_step(words: str, quoted: bool):
    told = world.application(people=[WHO, ELSE], calls="welcome", wish_text=words)
    (step,) = plan(told, (), (), (), world.settings(), world.at("2026-11-09 09:00")).follow_ups
    assert step.person is not None and step.person.id == 91
    assert step.why.quote == (words if quoted else None)


def test_whoever_may_not_be_called_is_looked_for_without_a_call():
    told = world.application(people=[], calls="forbidden", wish_text="No phone calls.")
    (step,) = plan(told, (), (), (), world.settings(), world.at("2026-11-09 09:00")).follow_ups
    assert step.state == "needs-contact"
    assert not any("switchboard" in note for note in step.notes)
    (other,) = plan(world.application(people=[]), (), (), (), world.settings(), world.at("2026-11-09 09:00")).follow_ups
    assert any("switchboard" in note for note in other.notes)
