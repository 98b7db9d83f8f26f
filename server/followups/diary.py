"""The days of the person and of those they turn to: what is taken, what has room, and where a touch can move to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from server.followups import call_hours, hours, zones
from server.followups.records import FollowUp, Settings, Touch
from server.followups.story import is_touch
from server.followups.workdays import ONE_DAY, Workdays

_NEAR = timedelta(days=2)
_UTC = ZoneInfo("UTC")


class Diary:
    """Who is turned to on which day, and how much each of the person's days holds. Made anew for each arrangement."""

    def __init__(self, settings: Settings, now: datetime, touches: Iterable[Touch]) -> None:
        self._settings = settings
        self._own = zones.find(settings.timezone) or _UTC
        self.now = now.astimezone(self._own)
        self.today = self.now.date()
        self._moments: dict[int, list[datetime]] = defaultdict(list)
        self._load: dict[date, int] = defaultdict(int)
        for touch in touches:
            self._take_touch(touch)

    def _take_touch(self, touch: Touch) -> None:
        if touch.person is not None and is_touch(touch):
            self._moments[touch.person].append(touch.at)
        if touch.direction == "out":
            self._load[self.own_day(touch.at)] += 1

    def own_day(self, moment: datetime) -> date:
        """The person's own calendar day at a moment."""
        return moment.astimezone(self._own).date()

    def take(self, follow_up: FollowUp) -> None:
        """A follow-up keeps its time: its contact and the person have that day taken."""
        if follow_up.channel == "reminder":
            return
        if follow_up.person is not None:
            self._moments[follow_up.person.id].append(self._effective(follow_up.due_at))
        self._load[self.own_day(follow_up.due_at)] += 1

    def fits(self, follow_up: FollowUp) -> bool:
        """Whether nothing else stands against the time of a follow-up: no touch to the same contact, and room."""
        return self.has_room(self.own_day(follow_up.due_at)) and self._is_alone(follow_up)

    def _is_away(self, day: date) -> bool:
        return any(away.first <= day <= away.last for away in self._settings.away)

    def has_room(self, day: date) -> bool:
        """Whether the person is there on a day, and it holds less than their daily number."""
        return not self._is_away(day) and self._load[day] < max(1, self._settings.daily_number)

    def _is_alone(self, follow_up: FollowUp) -> bool:
        if follow_up.person is None:
            return True
        moment = self._effective(follow_up.due_at)
        zone = follow_up.due_at.tzinfo
        for other in self._moments[follow_up.person.id]:
            near = abs(other - moment) < _NEAR
            if near and (
                other.astimezone(zone).date() == moment.astimezone(zone).date()
                or self.own_day(other) == self.own_day(moment)
            ):
                return False
        return True

    def _effective(self, due_at: datetime) -> datetime:
        """What is overdue would be done today."""
        return self.now if self.own_day(due_at) < self.today else due_at

    def next_time(self, follow_up: FollowUp) -> datetime:
        """The next day with room on which a follow-up can be done, at its own hour where that can be."""
        day = self.own_day(follow_up.due_at) + ONE_DAY
        while not self.has_room(day):
            day += ONE_DAY
        return self.placed_from(follow_up, day)

    def placed_from(self, follow_up: FollowUp, own_day: date) -> datetime:
        """The time of a follow-up on or after a day of the person's own, which may be another one for the contact."""
        day = own_day - ONE_DAY
        while self.own_day(moment := self.placed(follow_up, day)) < own_day:
            day += ONE_DAY
        return moment

    def placed(self, follow_up: FollowUp, day: date) -> datetime:
        """The time of a follow-up on or after a day of its contact's."""
        meeting = self._meeting(follow_up)
        same_hour = meeting.on(day, follow_up.due_at.time())
        if follow_up.channel == "reminder":
            return same_hour
        if follow_up.channel != "phone":
            return hours.message(meeting, day)
        if meeting.in_call_hours(same_hour):
            return same_hour
        return hours.call(meeting, day) or meeting.on(meeting.workdays.on_or_after(day), same_hour.time())

    def can_be_made(self, follow_up: FollowUp) -> bool:
        """Whether its time suits both, if it is a call: hours that met before a change of clocks may no longer meet."""
        return follow_up.channel != "phone" or self._meeting(follow_up).in_call_hours(follow_up.due_at)

    def _meeting(self, follow_up: FollowUp) -> hours.Meeting:
        zone = follow_up.due_at.tzinfo
        return hours.Meeting(
            zone=zone if isinstance(zone, ZoneInfo) else _UTC,
            workdays=Workdays(follow_up.country, follow_up.region),
            calls=call_hours.read(follow_up.call_hours),
            own_zone=self._own,
            own_from=self._settings.hours_from,
            own_to=self._settings.hours_to,
            days_off=self._settings.days_off,
        )

    def after_away(self, follow_up: FollowUp) -> date | None:
        """The first day after the person's return, if they are away when it is due; None if they are there.

        What was already overdue when they left waits for their return as well.
        """
        day = due = self.own_day(follow_up.due_at)
        for away in sorted(self._settings.away, key=lambda away: away.first):
            left_undone = day < away.first <= self.today
            if away.first <= day <= away.last or left_undone:
                day = away.last + ONE_DAY
        return day if day != due else None
