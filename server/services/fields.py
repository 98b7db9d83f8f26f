"""Correct what is known of an application, and steer it: stage, approach, stance, favourite, the day it was sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

from server import addresses, cleaning
from server.followups.records import Approach, Closing, Origin, Policy, Stage, Stance
from server.sentences import Sentence
from server.services.verb import Done, verb
from server.store import applications, duplicates, times
from server.store.connection import Store, write
from server.store.errors import InvalidError

LIMITS = {
    "title": cleaning.SHORT,
    "employer": cleaning.SHORT,
    "location": cleaning.SHORT,
    "employment_type": cleaning.SHORT,
    "reference": cleaning.SHORT,
    "posted_where": cleaning.SHORT,
    "sort_of_work": cleaning.SHORT,
    "apply_to": addresses.MAX,
    "language": 20,
    "country": 2,
    "region": 10,
    "call_hours": cleaning.SHORT,
    "wish_text": cleaning.LONG,
    "one_thing": cleaning.LONG,
    "why_employer": cleaning.LONG,
    "referred_by": cleaning.SHORT,
}
CHOICES: dict[str, Any] = {
    "approach": Approach,
    "origin": Origin,
    "stance": Stance,
    "stage": Stage,
    "closing": Closing,
    "calls": Policy,
    "contact": Policy,
    "apply_by": Literal["email", "web", "phone", "post"],
}
_NEEDED = ("approach", "origin", "stage", "calls", "contact")
_DAYS = ("posted_on", "closes_on", "applied_on")


def correct(db: Store, application: int, changes: dict[str, Any], *, now: datetime) -> Done:
    """Set fields to what the person says; they stay so whatever is captured later. None empties a field.

    Fields: those of ``LIMITS`` and ``CHOICES``, ``posted_on``, ``closes_on``, ``applied_on`` (dates), ``applied_at``
    (a time), ``pay``, ``wants`` (a list), ``description``, ``timezone``, ``url``, ``favourite``. Filling in a title or
    employer of a page that was a wall or a list makes it planned. Raises ``InvalidError``.
    """
    checked = {name: check(name, given) for name, given in changes.items()}
    before = applications.row(db, application)
    changed = {name: new for name, new in checked.items() if before[name] != new}
    with verb(db, "correct", now, application=application, fields=sorted(changed)) as done:
        if changed:
            corrected = sorted({*before["corrected"], *changed})
            applications.change(
                db,
                application,
                changed | _derived(before, changed, now) | {"corrected": corrected, "updated_at": times.to_text(now)},
            )
            duplicates.suggest(db, [application])
    return done


def _derived(before: dict[str, Any], changed: dict[str, Any], now: datetime) -> dict[str, Any]:
    derived = derived_keys(changed)
    if not before["ready"] and (changed.get("title") or changed.get("employer")):
        derived["ready"] = True
    if changed.get("applied_on") and before["stage"] == "tracked" and "stage" not in changed:
        derived["stage"] = "applied"
    if "stage" in changed and changed["stage"] != "closed" and "closing" not in changed:
        derived["closing"] = None
    if before["stage"] == "closed" and changed.get("stage", "closed") != "closed":
        derived["reopened_at"] = times.to_text(now)
    return derived


def derived_keys(changed: dict[str, Any]) -> dict[str, Any]:
    """The columns that jobs are compared by, for what was changed."""
    keys = {"employer": cleaning.employer_key, "reference": cleaning.reference_key}
    return {f"{name}_key": key(changed[name]) for name, key in keys.items() if name in changed}


def check(name: str, given: Any) -> Any:
    """The value a field takes for what was given, as it is kept. Raises ``InvalidError``."""
    if name in CHOICES:
        return _choice(name, given)
    if name in LIMITS:
        return cleaning.text(given, LIMITS[name])
    if name in _DAYS:
        return _day(name, given)
    others: dict[str, Callable[[Any], Any]] = {
        "applied_at": _clock,
        "pay": cleaning.pay,
        "wants": cleaning.texts,
        "description": cleaning.block,
        "timezone": _zone,
        "url": _url,
        "favourite": bool,
    }
    if name not in others:
        raise InvalidError(
            Sentence("There is no field called “%(name)s”.", name=name), Sentence("Reload the page and try again.")
        )
    return others[name](given)


def _choice(name: str, given: Any) -> Any:
    if given is None and name not in _NEEDED:
        return None
    if given not in get_args(CHOICES[name]):
        raise InvalidError(
            Sentence("“%(given)s” is no value for %(name)s.", given=given, name=name),
            Sentence("Choose one of those offered."),
        )
    return given


def _day(name: str, given: Any) -> str | None:
    if given is None:
        return None
    read = given.isoformat()[:10] if isinstance(given, date) else cleaning.day(given)
    if read is None:
        raise InvalidError(
            Sentence("%(name)s: “%(given)s” is not a date.", name=name, given=given),
            Sentence("Write it like 2026-11-16."),
        )
    return read


def _clock(given: Any) -> str | None:
    if given is None:
        return None
    try:
        return (given if isinstance(given, time) else time.fromisoformat(given)).isoformat("minutes")
    except (ValueError, TypeError) as error:
        raise InvalidError(
            Sentence("“%(given)s” is not a time of day.", given=given), Sentence("Write it like 14:30.")
        ) from error


def _zone(given: Any) -> str | None:
    if given is None:
        return None
    try:
        return ZoneInfo(given).key
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise InvalidError(
            Sentence("There is no time zone called “%(given)s”.", given=given),
            Sentence("Write it like America/New_York."),
        ) from error


def _url(given: Any) -> str | None:
    if given is None:
        return None
    sound = addresses.sound(given if isinstance(given, str) else None)
    if sound is None:
        raise InvalidError(Sentence("That is not a web address."), Sentence("Write it with https:// in front."))
    return cleaning.text(sound, addresses.MAX)


def correct_several(db: Store, several: Iterable[int], changes: dict[str, Any], *, now: datetime) -> list[Done]:
    """Correct the same fields of several applications, all or none; their events follow one another."""
    with write(db):
        return [correct(db, application, changes, now=now) for application in several]


def set_stage(db: Store, application: int, stage: Stage, *, now: datetime, closing: Closing | None = None) -> Done:
    """Move an application to any stage; ``closing`` says how it ended where the stage is *closed*."""
    return correct(db, application, {"stage": stage, "closing": closing if stage == "closed" else None}, now=now)


def set_favourite(db: Store, application: int, favourite: bool, *, now: datetime) -> Done:
    """Mark an application as a favourite, or no longer."""
    return correct(db, application, {"favourite": favourite}, now=now)


def set_approach(
    db: Store, application: int, approach: Approach, origin: Origin, *, now: datetime, stance: Stance | None = None
) -> Done:
    """Say how the application came about, and how bold to be for it; ``stance`` None follows the settings."""
    return correct(db, application, {"approach": approach, "origin": origin, "stance": stance}, now=now)


def mark_applied(db: Store, application: int, on: date, *, now: datetime, at: time | None = None) -> Done:
    """Say that the application went out, on which day and, if known, at what hour (the employer's time)."""
    return correct(db, application, {"applied_on": on, "applied_at": at}, now=now)
