"""Random histories for the planner's tests: several applications that share contacts, lived through day by day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import note
from hypothesis import strategies as st

from server.followups import arrange, plan
from server.followups.records import (
    Application,
    Away,
    Change,
    FollowUp,
    Interview,
    Person,
    Plan,
    Promise,
    Settings,
    Touch,
)
from server.followups.workdays import Workdays

FIRST_DAY = date(2026, 10, 19)
PLACES = [
    ("US", "WA", "America/Los_Angeles"),
    ("US", "WA", "America/Los_Angeles"),
    ("US", "WA", "America/Los_Angeles"),
    ("US", "NY", "America/New_York"),
    ("DE", "BY", "Europe/Berlin"),
    ("GB", "ENG", "Europe/London"),
    ("IL", None, "Asia/Jerusalem"),
    ("JP", None, "Asia/Tokyo"),
    (None, None, None),
]
PHONES = ["+12065550142", "+12125550143", "+493023125123", "+442079460123"]
ANSWERS = {
    "phone": [
        "arrived", "never-arrived", "no-answer", "no-answer", "engaged", "voicemail-left", "voicemail-left",
        "bad-moment", "will-call-back", "gatekeeper", "wrong-number", "invited", "not-a-fit", "asked-not-to-call",
        "asked-not-to-call", "answered",
    ],
    "email": ["email-sent", "email-sent", "email-sent", "email-sent", "bounced"],
    "letter": ["letter-sent"],
}  # fmt: skip
FROM_THEM = [
    "acknowledged",
    "answered",
    "arrived",
    "will-call-back",
    "invited",
    "rejected",
    "offer",
    "asked-no-contact",
]


@dataclass
class World:
    """Some applications, what has happened with them, and a clock that goes on as the person does what is due."""

    told: Settings
    applications: list[Application]
    now: datetime
    touches: list[Touch] = field(default_factory=list)
    interviews: list[Interview] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def plans(self) -> list[Plan]:
        return [
            plan(
                application,
                [touch for touch in self.touches if touch.application == application.id],
                [talk for talk in self.interviews if talk.application == application.id],
                self.changes,
                self.told,
                self.now,
            )
            for application in self.applications
        ]

    def by_person(self) -> dict[int, list[Touch]]:
        found = defaultdict(list)
        for touch in self.touches:
            if touch.person is not None:
                found[touch.person].append(touch)
        return found

    def arranged(self) -> tuple[FollowUp, ...]:
        return arrange(self.plans(), self.by_person(), self.told, self.now)

    def application(self, follow_up: FollowUp) -> Application:
        return next(known for known in self.applications if known.id == follow_up.identity.application)

    def log(self, application: int, outcome: str, **fields: Any) -> None:
        number = len(self.touches) + 1
        told = {"at": self.now, "channel": "email", "person": None} | fields
        self.touches.append(Touch(id=number, application=application, outcome=outcome, **told))  # type: ignore[arg-type]

    def story(self) -> str:
        """What happened, for whoever reads a failure."""
        done = [
            f"{t.at} {t.application}/{t.person} {t.direction} {t.channel} {t.outcome} {t.followup}"
            for t in self.touches
        ]
        next_ = [f"{f.due_at} {f.identity.key} {f.channel} {f.state} asked={f.asked_for}" for f in self.arranged()]
        return "\n".join([*done, f"now {self.now}", *next_])

    def days(self, follow_up: FollowUp) -> Workdays:
        return Workdays(follow_up.country, follow_up.region)


@st.composite
def people(draw: st.DrawFn) -> list[Person]:
    """A few, most of whom can be called and written to, so that promises about one person are put to the test."""
    found = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        found.append(
            Person(
                id=number,
                name=draw(st.sampled_from([f"Person {number}", None])),
                role=draw(st.sampled_from(["hiring manager", "HR", None])),
                email=draw(st.sampled_from([*[f"p{number}@one.example.com"] * 4, None])),
                phone=draw(st.sampled_from([*PHONES[:1] * 3, *PHONES, None])),
                address=draw(st.sampled_from(["1 Example Street", None])),
                may_call=draw(st.sampled_from([True] * 6 + [False])),
                may_contact=draw(st.sampled_from([True] * 9 + [False])),
                confirmed=draw(st.booleans()),
                rank=number,
            )
        )
    return found


@st.composite
def told(draw: st.DrawFn) -> Settings:
    hours = draw(st.sampled_from([(9, 17), (0, 23), (6, 20), (12, 14), (17, 22), (7, 10)]))
    away = draw(
        st.sampled_from([(), *((Away(first=date(2026, 10, day), last=date(2026, 10, 30)),) for day in (26, 27))])
    )
    return Settings(
        timezone=draw(st.sampled_from(["America/Los_Angeles", "America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo"])),
        country="US",
        region="WA",
        stance=draw(st.sampled_from(["reserved", "single-check", "persistent"])),
        hours_from=time(hours[0]),
        hours_to=time(hours[1]),
        days_off=draw(st.sampled_from([(5, 6), (5, 6), (0, 5, 6), ()])),
        away=away,
        daily_number=draw(st.sampled_from([1, 2, 8])),
    )


@st.composite
def applications(draw: st.DrawFn, known: list[Person]) -> list[Application]:
    found = []
    for number in range(1, draw(st.integers(2, 5)) + 1):
        country, region, zone = draw(st.sampled_from(PLACES))
        approach, origin = draw(
            st.sampled_from([("solicited", "posting"), ("unsolicited", "cold"), ("unsolicited", "referral")])
        )
        applied_on = draw(st.sampled_from([*[FIRST_DAY + timedelta(days=day) for day in (0, 0, 0, 1, 18)], None]))
        found.append(
            Application(
                id=number,
                title="Assistant",
                employer="Employer",
                approach=approach,
                origin=origin,
                stance=draw(st.sampled_from([None, "reserved", "single-check", "persistent", "persistent"])),
                stage="applied" if applied_on else "tracked",
                favourite=draw(st.booleans()),
                tracked_at=datetime.combine(FIRST_DAY, time(8), ZoneInfo("UTC")),
                applied_on=applied_on,
                closes_on=draw(st.sampled_from([None, None, FIRST_DAY + timedelta(days=12)])),
                country=country,
                region=region,
                timezone=zone,
                calls=draw(st.sampled_from(["unstated"] * 4 + ["welcome", "forbidden"])),
                contact=draw(st.sampled_from(["unstated"] * 7 + ["forbidden"])),
                call_hours=draw(st.sampled_from([*[None] * 5, "Mo-Fr 14-16", "Tuesdays 10 am to noon", "8 to 12:30"])),
                people=tuple(
                    draw(st.lists(st.sampled_from(known), min_size=min(1, number % 5), unique_by=lambda one: one.id))
                ),
            )
        )
    return found


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A world after some weeks in which the person did what was due, and others did as they liked."""
    world = World(
        draw(told()), draw(applications(draw(people()))), datetime.combine(FIRST_DAY, time(18), ZoneInfo("UTC"))
    )
    for _ in range(draw(st.integers(0, 9))):
        if draw(st.integers(0, 3)) == 0:
            _they_act(draw, world)
        else:
            _do_what_is_next(draw, world)
    world.now += timedelta(hours=draw(st.integers(0, 100)))
    note(world.story())
    return world


def _do_what_is_next(draw: st.DrawFn, world: World) -> None:
    todo = [
        follow_up for follow_up in world.arranged() if follow_up.state == "open" and follow_up.channel != "reminder"
    ]
    if not todo:
        world.now += timedelta(days=1)
        return
    follow_up = draw(st.sampled_from(todo[:2]))
    world.now = max(world.now, follow_up.due_at) + timedelta(minutes=draw(st.integers(1, 40)))
    assert follow_up.person is not None
    outcome = draw(st.sampled_from(ANSWERS[follow_up.channel]))
    fields = _details(draw, world, outcome, world.application(follow_up))
    world.log(
        follow_up.identity.application,
        outcome,
        person=follow_up.person.id,
        channel=follow_up.channel,
        followup=follow_up.identity.key,
        **fields,
    )


def _they_act(draw: st.DrawFn, world: World) -> None:
    world.now += timedelta(hours=draw(st.integers(1, 80)))
    application = draw(st.sampled_from(world.applications))
    person = draw(st.sampled_from([*(person.id for person in application.people), None]))
    written = [touch for touch in world.touches if touch.outcome == "email-sent"]
    if written and draw(st.integers(0, 3)) == 0:
        last = written[-1]
        world.log(last.application, "bounced", person=last.person, followup=last.followup)
    elif draw(st.integers(0, 3)) == 0:
        starts_at = world.now + timedelta(hours=draw(st.integers(-30, 100)))
        world.interviews.append(
            Interview(
                id=len(world.interviews) + 1,
                application=application.id,
                starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=1),
                interviewers=tuple(person.id for person in application.people[:2]),
                decision_on=draw(st.sampled_from([None, (starts_at + timedelta(days=6)).date()])),
            )
        )
    else:
        outcome = draw(st.sampled_from(FROM_THEM))
        fields = _details(draw, world, outcome, application)
        world.log(application.id, outcome, person=person, direction="in", **fields)


def _details(draw: st.DrawFn, world: World, outcome: str, application: Application) -> dict[str, Any]:
    if outcome == "will-call-back":
        unit = draw(st.sampled_from(["minutes", "hours", "days"]))
        return {"promise": Promise(amount=draw(st.integers(1, 30 if unit == "minutes" else 3)), unit=unit)}
    if outcome == "bad-moment":
        return {"until": draw(st.sampled_from([None, world.now + timedelta(hours=3)]))}
    if outcome == "gatekeeper":
        return {"other_person": draw(st.sampled_from([*(person.id for person in application.people), None]))}
    return {}


def open_ones(world: World) -> list[FollowUp]:
    return [follow_up for follow_up in world.arranged() if follow_up.state == "open"]


def is_free(follow_up: FollowUp) -> bool:
    """Whether they asked for it, or R7 excepts it by name."""
    return follow_up.asked_for or follow_up.kind == "thank-you"


def was_named(world: World, follow_up: FollowUp) -> bool:
    named = {touch.until for touch in world.touches if touch.until}
    return follow_up.due_at in named
