"""Applications, contacts and touches of an invented employer, made from a few words, for the planner's tests."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from server.followups.records import Application, Away, Change, Interview, Person, Promise, Report, Settings, Touch

SEATTLE = ZoneInfo("America/Los_Angeles")
TABLE = tomllib.loads((Path(__file__).parent / "followup_cases.toml").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = TABLE["case"]


def at(text: str, zone: ZoneInfo = SEATTLE) -> datetime:
    """A wall-clock time such as ``2026-11-09 10:00``, in Seattle if no other zone is given."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


_TOLD_OTHERWISE = {"people", "tracked_at", "applied_on", "applied_at", "closes_on"}
_PLAIN = [field.name for field in fields(Application) if field.name not in _TOLD_OTHERWISE]


def person(who: str | dict[str, Any]) -> Person:
    """One of the invented people of the table, or one told in full; confirmed unless said otherwise."""
    return Person(**({"confirmed": True} | (TABLE["people"][who] if isinstance(who, str) else who)))


def application(case: dict[str, Any] | None = None, **changes: Any) -> Application:
    """The table's usual application with what a case says differently."""
    told = TABLE["usual"] | (case or {}) | changes
    known = {name: told[name] for name in _PLAIN if name in told}
    if told.get("approach") == "unsolicited":
        known.setdefault("origin", "cold")
    return Application(
        **({"id": 12} | known),
        tracked_at=at(told["tracked"]),
        applied_on=date.fromisoformat(told["applied"]) if told["applied"] else None,
        applied_at=time.fromisoformat(told["applied_at"]) if "applied_at" in told else None,
        closes_on=date.fromisoformat(told["closes"]) if "closes" in told else None,
        people=tuple(person(who) for who in told["people"]),
    )


def touch(told: dict[str, Any], number: int, people: tuple[Person, ...] = ()) -> Touch:
    """A touch as the table tells it; without a person it is the application's first contact."""
    told = dict(told)
    who = told.pop("person", None)
    if isinstance(who, str):
        who = TABLE["people"][who]["id"]
    other = told.pop("other", None)
    promise = told.pop("promise", None)
    until = told.pop("until", None)
    fields = {"channel": "phone", "application": 12} | told
    fields["at"] = at(told["at"])
    return Touch(
        id=number,
        person=who if who is not None else (people[0].id if people else None),
        promise=Promise(**promise) if promise else None,
        until=at(until) if until else None,
        other_person=TABLE["people"][other]["id"] if other else None,
        **fields,
    )


def interview(told: dict[str, Any], number: int) -> Interview:
    """An interview as the table tells it."""
    return Interview(
        id=number,
        application=12,
        starts_at=at(told["starts"]),
        ends_at=at(told["ends"]),
        interviewers=tuple(TABLE["people"][name]["id"] for name in told["with"]),
        decision_on=date.fromisoformat(told["decision"]) if told.get("decision") else None,
        held=told.get("held", False),
        reports=tuple(
            Report(
                person=TABLE["people"][said["person"]]["id"],
                at=at(said["at"]),
                decision_on=date.fromisoformat(said["decision"]) if said.get("decision") else None,
                says=said.get("says"),
            )
            for said in told.get("reports", [])
        ),
    )


def settings(told: dict[str, Any] | None = None, **changes: Any) -> Settings:
    """The settings of somebody in Seattle, with what a case says differently."""
    fields = {"timezone": "America/Los_Angeles", "country": "US", "region": "WA"} | (told or {}) | changes
    if "away" in fields:
        fields["away"] = tuple(Away(first=date.fromisoformat(a), last=date.fromisoformat(b)) for a, b in fields["away"])
    for hour in ("hours_from", "hours_to"):
        if isinstance(fields.get(hour), str):
            fields[hour] = time.fromisoformat(fields[hour])
    if "days_off" in fields:
        fields["days_off"] = tuple(fields["days_off"])
    return Settings(**fields)


def change(told: dict[str, Any]) -> Change:
    """What was changed by hand, as the table tells it."""
    fields = dict(told)
    for key in ("due_at", "snoozed_until"):
        if key in fields:
            fields[key] = at(fields[key])
    if isinstance(fields.get("person"), str):
        fields["person"] = TABLE["people"][fields["person"]]["id"]
    return Change(**fields)
