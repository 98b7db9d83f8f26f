"""How long planning takes: 1,000 applications with their histories, planned and arranged. Run: python bench/planning.py

Prints the best of five runs in one process, and beside it the first, which also loads the calendars.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from server.followups import arrange, plan
from server.followups.records import Application, Interview, Outcome, Person, Plan, Settings, Touch

HOW_MANY = 1000
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PLACES = [("US", "WA", "America/Los_Angeles"), ("DE", "BY", "Europe/Berlin"), ("GB", None, "Europe/London")]
PHONES = ["+12065550142", "+493023125123", "+442079460123"]
OUTCOMES: list[Outcome] = ["no-answer", "voicemail-left", "email-sent", "arrived", "answered", "bad-moment", "invited"]
SETTINGS = Settings(timezone="America/Los_Angeles", region="WA", stance="persistent", daily_number=10)

History = tuple[Application, list[Touch], list[Interview]]


def histories(seed: int = 1) -> list[History]:
    """Applications with two contacts each, three to seven touches, and an interview for every fifth."""
    chance = random.Random(seed)
    numbers = iter(range(1, HOW_MANY * 10))
    return [history(chance, number, numbers.__next__) for number in range(1, HOW_MANY + 1)]


def history(chance: random.Random, number: int, count: Callable[[], int]) -> History:
    """One application and what has happened with it."""
    place = chance.randrange(3)
    country, region, zone = PLACES[place]
    applied_on = date(2026, 9, 1) + timedelta(days=chance.randrange(80))
    people = tuple(contact(number * 2 + side, PHONES[place]) for side in range(2))
    application = Application(
        id=number,
        title="Assistant",
        employer=f"Employer {number}",
        approach=chance.choice(["solicited", "unsolicited"]),
        stage="applied",
        favourite=chance.random() < 0.1,
        tracked_at=datetime.combine(applied_on, time(8), UTC),
        applied_on=applied_on,
        country=country,
        region=region,
        timezone=zone,
        people=people,
    )
    begins = datetime.combine(applied_on, time(17), UTC)
    touches = [
        Touch(
            id=count(),
            application=number,
            person=people[0].id,
            at=begins + timedelta(days=3 * nth),
            channel="phone",
            outcome=chance.choice(OUTCOMES),
        )
        for nth in range(1, chance.randrange(4, 9))
    ]
    return application, touches, [interview(number, people, begins)] if number % 5 == 0 else []


def contact(number: int, phone: str) -> Person:
    """A contact who can be called and written to."""
    return Person(id=number, name=f"Person {number}", email=f"p{number}@one.example.com", phone=phone, rank=number)


def interview(number: int, people: tuple[Person, ...], begins: datetime) -> Interview:
    """An interview three weeks after applying."""
    starts_at = begins + timedelta(days=20)
    return Interview(
        id=number,
        application=number,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        interviewers=tuple(person.id for person in people),
    )


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def main() -> None:
    """Plan and arrange, and print how long it took."""
    known = histories()
    by_person = defaultdict(list)
    for _, touches, _ in known:
        for touch in touches:
            by_person[touch.person or 0].append(touch)
    plans: list[Plan] = []

    def everything() -> None:
        plans[:] = [plan(application, touches, talks, [], SETTINGS, NOW) for application, touches, talks in known]
        arrange(plans, by_person, SETTINGS, NOW)

    first = seconds(everything)
    best = min(seconds(everything) for _ in range(5))
    steps = sum(len(planned.follow_ups) for planned in plans)
    print(f"{len(plans)} applications, {sum(map(len, by_person.values()))} touches -> {steps} follow-ups")
    print(f"first {first:.2f} s, best of five {best:.2f} s")
    print(f"arrange alone {seconds(lambda: arrange(plans, by_person, SETTINGS, NOW)):.2f} s")
    crowd = [plan(application, [], [], [], SETTINGS, NOW) for application, _, _ in known]
    print(f"arrange without any history {seconds(lambda: arrange(crowd, {}, SETTINGS, NOW)):.2f} s")


if __name__ == "__main__":
    main()
