"""Interviews: arrange, change, mark as held, note what each interviewer reported, take off."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from server import cleaning
from server.followups.records import Report
from server.sentences import Sentence
from server.services.verb import Done, verb
from server.store import applications, codec, interviews, people, rows, times
from server.store.connection import Store
from server.store.errors import InvalidError, NotFoundError
from server.store.rows import Row

USUAL_LENGTH = timedelta(hours=1)


def add(
    db: Store,
    application: int,
    starts_at: datetime,
    *,
    now: datetime,
    ends_at: datetime | None = None,
    interviewers: Collection[int] = (),
    place: str | None = None,
    decision_on: date | None = None,
    note: str | None = None,
) -> Done:
    """Add an interview (aware times; an hour long if no end is given). The stage moves to *interview*."""
    stage = applications.record(db, application).stage
    fields = _fields(starts_at, ends_at, place, decision_on, note)
    _belong(db, application, interviewers)
    with verb(db, "interview-added", now, application=application, starts_at=fields["starts_at"]) as done:
        done.id = interviews.add(db, {"application": application, **fields})
        interviews.set_interviewers(db, done.id, interviewers)
        if stage in ("tracked", "applied", "in-contact"):
            applications.change(db, application, {"stage": "interview", "updated_at": times.to_text(now)})
    return done


def change(
    db: Store,
    interview: int,
    starts_at: datetime,
    *,
    now: datetime,
    ends_at: datetime | None = None,
    interviewers: Collection[int] = (),
    place: str | None = None,
    decision_on: date | None = None,
    note: str | None = None,
) -> Done:
    """Replace all that is known of an interview but its reports and whether it was held."""
    application = interviews.row(db, interview)["application"]
    fields = _fields(starts_at, ends_at, place, decision_on, note)
    _belong(db, application, interviewers)
    with verb(db, "interview-changed", now, application=application, starts_at=fields["starts_at"]) as done:
        done.id = interview
        rows.update(db, "interviews", interview, fields)
        interviews.set_interviewers(db, interview, interviewers)
    return done


def _fields(
    starts_at: datetime, ends_at: datetime | None, place: str | None, decision_on: date | None, note: str | None
) -> Row:
    end = ends_at or starts_at + USUAL_LENGTH
    if end <= starts_at:
        raise InvalidError(Sentence("The interview ends before it begins."), Sentence("Correct its hours."))
    return {
        "starts_at": times.to_text(starts_at),
        "ends_at": times.to_text(end),
        "zone": codec.zone_of(starts_at),
        "place": cleaning.text(place, cleaning.LONG),
        "decision_on": decision_on.isoformat() if decision_on else None,
        "note": cleaning.block(note, cleaning.LONG),
    }


def _belong(db: Store, application: int, wanted: Collection[int]) -> None:
    known = {link["person"] for link in people.links(db, application)}
    if not set(wanted) <= known:
        raise NotFoundError(
            Sentence("An interviewer is not among the application's contacts."),
            Sentence("Add them as a contact first."),
        )


def hold(db: Store, interview: int, *, now: datetime, held: bool = True, decision_on: date | None = None) -> Done:
    """Say that an interview took place (or not), and for which day a decision was promised."""
    application = interviews.row(db, interview)["application"]
    fields: Row = {"held": int(held)}
    if decision_on:
        fields["decision_on"] = decision_on.isoformat()
    with verb(db, "interview-held", now, application=application, held=held) as done:
        done.id = interview
        rows.update(db, "interviews", interview, fields)
        if applications.record(db, application).stage in ("tracked", "applied", "in-contact"):
            applications.change(db, application, {"stage": "interview", "updated_at": times.to_text(now)})
    return done


def report(
    db: Store,
    interview: int,
    person: int,
    *,
    now: datetime,
    says: str | None = None,
    decision_on: date | None = None,
    at: datetime | None = None,
) -> Done:
    """Note what one contact said about the decision: their words, or the day. Raises ``InvalidError`` for neither."""
    application = interviews.row(db, interview)["application"]
    words = cleaning.text(says, cleaning.LONG)
    if words is None and decision_on is None:
        raise InvalidError(Sentence("What they said is missing."), Sentence("Note their words or the day they named."))
    _belong(db, application, [person])
    with verb(db, "interview-report", now, application=application, person=person, says=words) as done:
        given = Report(person=person, at=at or now, decision_on=decision_on, says=words)
        done.id = interviews.add_report(db, interview, given)
    return done


def remove(db: Store, interview: int, *, now: datetime) -> Done:
    """Take an interview off, with its reports. Undoable."""
    application = interviews.row(db, interview)["application"]
    with verb(db, "interview-removed", now, application=application) as done:
        interviews.remove(db, interview)
    return done
