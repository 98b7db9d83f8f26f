"""Invented applications in all states, taken in and worked on through the same doors as real ones."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from server import intake, planning
from server.clock import zone
from server.demo.places import ME, PLACES, WALL, Place, earlier
from server.followups.records import Outcome, Promise
from server.intake import Capture
from server.services import contacts, fields, notes, outcomes, preferences, talks, tracking
from server.store import applications, followups, people
from server.store.captures import KeptPage
from server.store.connection import Store

__all__ = ["ME", "PLACES", "fill"]


def fill(db: Store, now: datetime, *, with_earlier: bool = True) -> None:
    """Fill empty data with the invented applications, as somebody would have who began some months ago.

    Without those of the earlier months it goes quicker, and there is little to count.
    """
    preferences.save(db, ME, now=now - timedelta(days=130))
    for place in (*PLACES, *(earlier() if with_earlier else ())):
        _track(db, place, now)
    wall = Capture(html=WALL, url="https://login.example.com/jobs/81", captured_at=now - timedelta(days=1))
    intake.receive(db, wall, _read, now=now - timedelta(days=1))
    planning.replan_all(db, now)


def _read(page: KeptPage) -> dict[str, Any]:
    from scrapers import scrape

    return scrape(page.html, page.url, captured_at=page.captured_at).as_dict()


def _track(db: Store, place: Place, now: datetime) -> None:
    local = now.astimezone(zone(ME["timezone"]))
    sent = _at(local, place.applied or 2, 9)
    capture = Capture(
        html=place.page,
        url=f"https://{place.host}/jobs/{len(place.title)}",
        title=place.title,
        captured_at=sent,
        approach=place.approach,
        stance=place.stance,
        applied_on=sent.date() if place.applied is not None else None,
        facts=place.more.get("facts", {}),
    )
    number = tracking.add(db, capture, _read, now=sent).application
    if number is None:
        return
    for days, outcome in place.happened:
        _happened(db, number, outcome, _at(local, days, 11))
    _extras(db, number, place, local)


def _at(local: datetime, days: int, hour: int) -> datetime:
    return datetime.combine(local.date() - timedelta(days=days), time(hour, 5), local.tzinfo)


def _happened(db: Store, number: int, outcome: Outcome, at: datetime) -> None:
    people = applications.record(db, number).people
    open_ones = [one for one in followups.of(db, number) if one.state == "open"]
    outcomes.log(
        db,
        number,
        outcome,
        now=at,
        followup=open_ones[0].identity.key if open_ones else None,
        person=people[0].id if people else None,
        channel="email" if outcome == "email-sent" else "phone",
        promise=Promise(amount=1, unit="days") if outcome == "will-call-back" else None,
        until=at + timedelta(days=9) if outcome == "offer" else None,
    )


def _extras(db: Store, number: int, place: Place, local: datetime) -> None:
    if place.more.get("document"):
        notes.add_document(db, number, place.more["document"], now=_at(local, place.applied or 0, 10))
    if place.more.get("favourite"):
        fields.set_favourite(db, number, True, now=_at(local, 7, 9))
    if place.more.get("note"):
        notes.add(db, number, place.more["note"], now=_at(local, 6, 18))
    if place.more.get("dead"):
        person = applications.record(db, number).people[0].id
        detail = people.best(people.row(db, person)["details"], place.more["dead"])
        if detail:
            contacts.bury(db, person, detail["id"], now=_at(local, 1, 10))
    if place.more.get("wrote"):
        at = _at(local, (place.applied or 0) - 9, 15)
        outcomes.log(db, number, "rejected", now=at, channel="email", direction="in")
        _happened(db, number, "email-sent", at + timedelta(hours=2))
    elif place.more.get("closed"):
        fields.set_stage(db, number, "closed", now=_at(local, 20, 18), closing="no-answer")
    if "interview" in place.more:
        _interview(db, number, place, local)


def _interview(db: Store, number: int, place: Place, local: datetime) -> None:
    name, _, role = place.more.get("second", "").partition(", ")
    if name:
        contacts.add(db, number, now=_at(local, 14, 12), name=name, role=role)
    people = [person.id for person in applications.record(db, number).people]
    starts = _at(local, -place.more["interview"], 14)
    made = talks.add(
        db, number, starts, now=_at(local, 14, 12), interviewers=people, place="At their office, second floor"
    )
    if starts < local and made.id is not None:
        talks.hold(db, made.id, now=starts + timedelta(hours=2), decision_on=(local - timedelta(days=1)).date())
        _happened(db, number, "email-sent", _at(local, place.more["thanked"], 8))
