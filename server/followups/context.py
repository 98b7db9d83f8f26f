"""What one application is planned in: its place, its calendar, the stance, and the hours of each contact."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from server.followups import call_hours, places, rules, zones
from server.followups.hours import NOON, Meeting
from server.followups.records import Application, Person, Settings, Stance
from server.followups.rules import Rule, Track
from server.followups.workdays import Workdays

_UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Context:
    """An application with everything that does not change while it is planned."""

    application: Application
    settings: Settings
    now: datetime
    stance: Stance
    track: Track
    place: ZoneInfo
    own_zone: ZoneInfo
    workdays: Workdays
    people: dict[int, Person]
    _meetings: dict[ZoneInfo, Meeting] = field(default_factory=dict)

    def day(self, moment: datetime) -> date:
        """The day of a moment in the employer's place."""
        return moment.astimezone(self.place).date()

    def meeting(self, contact: Person | None = None) -> Meeting:
        """The contact's hours and the person's own; the employer's place stands for a contact of no known place."""
        zone = zones.of_contact(contact, self.place)
        if zone not in self._meetings:
            self._meetings[zone] = Meeting(
                zone=zone,
                workdays=self.workdays,
                calls=call_hours.read(self.application.call_hours),
                own_zone=self.own_zone,
                own_from=self.settings.hours_from,
                own_to=self.settings.hours_to,
                days_off=self.settings.days_off,
            )
        return self._meetings[zone]

    def after(self, rule: Rule, day: date) -> date:
        """The day on which a rule is due that counts from ``day``; calendar days roll forward to a business day."""
        days = rules.wait(rule, self.settings)
        if rule.unit == "cd":
            return self.workdays.on_or_after(day + timedelta(days=days))
        return self.workdays.after(day, days)

    @property
    def applied(self) -> datetime | None:
        """When it went out, in the employer's place: noon where the hour is unknown; None while it has not."""
        application = self.application
        if application.applied_on:
            return datetime.combine(application.applied_on, application.applied_at or NOON, self.place)
        if application.stage == "tracked":
            return None
        return datetime.combine(self.day(application.tracked_at), NOON, self.place)

    @property
    def calls_forbidden(self) -> bool:
        """Whether the posting itself asks for no calls, or for no contact at all."""
        return "forbidden" in (self.application.calls, self.application.contact)

    @property
    def contact_forbidden(self) -> bool:
        """Whether the posting itself asks for no contact."""
        return self.application.contact == "forbidden"


def of(application: Application, settings: Settings, now: datetime) -> Context:
    """The context of an application. A place that is unknown counts as the person's own."""
    own = zones.find(settings.timezone) or _UTC
    country, region, zone = _place(application, settings)
    return Context(
        application=application,
        settings=settings,
        now=now,
        stance=application.stance or settings.stance,
        track=rules.track(application.approach, application.origin),
        place=zones.find(zone) or own,
        own_zone=own,
        workdays=Workdays(country, region),
        people={person.id: person for person in application.people},
    )


def _place(application: Application, settings: Settings) -> tuple[str, str | None, str | None]:
    found = places.resolve(application.location, application.country)
    country = application.country or found.country
    if not country:
        return settings.country, settings.region, application.timezone
    region = application.region or found.region
    return country, region, application.timezone or found.timezone or places.zone_of(country, region)


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time(), zone)
