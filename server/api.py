"""What the extension calls. ``docs/api.md`` says all of it; a test holds it and ``docs/openapi.json`` to the routes."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

import msgspec
from flask import Blueprint, Flask, Response, g, request

from server import addresses, describe, intake, planning
from server.dashboard.language import said
from server.database import get_db
from server.door_json import decode
from server.errors import Refusal
from server.followups.records import Application
from server.guard import without_token
from server.reading import reading_queue
from server.sentences import Sentence
from server.services import contacts, fields
from server.session import csrf
from server.shapes import CaptureIn, CorrectionsIn, KnownIn, NothingIn, ProofIn, StatusIn
from server.store import access, applications, followups, settings
from server.store.errors import NotFoundError

T = TypeVar("T")

WAIT_SECONDS = 2.0
"""How long an answer to a capture waits for the reading."""
LONG_PAGE = 500_000
LONG_PAGE_WAIT_SECONDS = 0.3
"""A page of more characters than that is read for seconds: it is acknowledged first, and asked about after."""
DUE_SHOWN = 20

blueprint = Blueprint("api", __name__, url_prefix="/api")


def install(app: Flask) -> None:
    """Open the extension's door. Its calls carry a token, which no form can send: they need no CSRF token."""
    csrf.exempt(blueprint)
    app.register_blueprint(blueprint)


def body(kind: type[T]) -> T:
    """The request's JSON as ``kind``. Raises a 400 ``Refusal`` that names the place where it does not fit."""
    return decode(request.get_data(cache=False), kind)


def reply(content: Any, status: int = 200) -> Response:
    """JSON text of plain data; what is said to the person is said in their language."""
    return Response(msgspec.json.encode(content, enc_hook=said), status, mimetype="application/json")


@blueprint.post("/captures")
def add_capture() -> Response:
    """Keep a page, have it read, and say what was found; 201, or 200 where this capture was sent before."""
    sent = body(CaptureIn)
    now = planning.present(get_db())
    kept = intake.keep(get_db(), _capture(sent), now=now)
    if kept.created:
        reading_queue().add(kept.id)
    reading_queue().wait(kept.id, WAIT_SECONDS if len(sent.html) <= LONG_PAGE else LONG_PAGE_WAIT_SECONDS)
    return reply(_received(kept.id), 201 if kept.created else 200)


def _capture(sent: CaptureIn) -> intake.Capture:
    return intake.Capture(
        id=sent.id,
        url=sent.url,
        title=sent.title,
        html=sent.html,
        frames=tuple({"url": frame.url, "html": frame.html} for frame in sent.frames),
        selection=sent.selection,
        captured_at=_sensible(sent.captured_at),
        approach=sent.approach,
        origin=sent.origin,
        stance=sent.stance,
        applied_on=sent.applied_on,
        extension=sent.extension,
        marked=sent.marked,
    )


def _sensible(moment: datetime | None) -> datetime | None:
    # The year 1 has no earlier hour to move to another zone by; a clock that is so wrong tells nothing.
    return moment if moment and 1970 < moment.year < 2200 else None


def _received(identifier: str) -> dict[str, Any]:
    db = get_db()
    received = intake.status(db, identifier)
    first = describe.follow_ups(db, [received.next])[:1] if received.next else []
    return {
        "id": received.id,
        "application": received.application,
        "state": received.state,
        "problem": received.problem,
        "known_since": received.known_since.isoformat() if received.known_since else None,
        "posting": describe.posting(db, received.posting, received.application),
        "choices": _choices(applications.record(db, received.application)) if received.application else None,
        "next": first[0] if first else None,
    }


def _choices(application: Application) -> dict[str, Any]:
    applied = application.applied_on
    return {
        "approach": application.approach,
        "origin": application.origin,
        "stance": application.stance,
        "applied_on": applied.isoformat() if applied else None,
    }


@blueprint.post("/captures/status")
def capture_status() -> Response:
    """Say what has become of a capture."""
    capture = body(StatusIn).id.lower()
    if intake.status(get_db(), capture).state == "reading":
        # One that is not queued was put off, by a full disk for instance; whoever asks wants to see it read.
        reading_queue().add(capture)
        reading_queue().wait(capture, WAIT_SECONDS)
    return reply(_received(capture))


@blueprint.post("/known")
def known() -> Response:
    """Say whether a job at this address is tracked already, and since when."""
    canonical = addresses.canonical(addresses.sound(body(KnownIn).url))
    found = applications.by_address(get_db(), canonical) if canonical else None
    if found is None:
        return reply({"application": None})
    record = applications.record(get_db(), found)
    return reply({"application": {"id": found, "since": record.tracked_at.isoformat(), "title": record.title}})


@blueprint.post("/due")
def due() -> Response:
    """Say how many follow-ups are due today, the first of them, and when the next one after now falls due."""
    body(NothingIn)
    db = get_db()
    now = planning.present(db)
    planning.ensure_planned(db, now, wait=False)
    told = settings.load(db)
    end = planning.end_of_day(told, now)
    steps = followups.due(db, now, limit=DUE_SHOWN)
    coming = followups.between(db, now, end, limit=1)
    return reply(
        {
            "count": followups.count_due(db, end),
            "items": describe.follow_ups(db, steps),
            "next_at": coming[0].due_at.isoformat() if coming else None,
        }
    )


@blueprint.post("/corrections")
def correct() -> Response:
    """Take the person's corrections of what was found."""
    sent = body(CorrectionsIn)
    db = get_db()
    now = planning.present(db)
    if not applications.exists(db, sent.application):
        raise NotFoundError(Sentence("This application is no longer there."), Sentence("Track the page again."))
    changes = msgspec.to_builtins(sent.changes)
    people = changes.pop("contacts", [])
    if changes:
        fields.correct(db, sent.application, changes, now=now)
    corrected = [_correct_contact(sent.application, change, now) for change in people]
    plan = describe.plan(db, sent.application)
    return reply({"application": sent.application, "contacts": corrected, "follow_ups": plan})


def _correct_contact(application: int, change: dict[str, Any], now: datetime) -> int | None:
    """Add, correct or take off one contact; the id of the person it is."""
    person, removed = change.pop("id", None), change.pop("removed", False)
    if person is None:
        return contacts.add(get_db(), application, now=now, **change).id
    if removed:
        contacts.remove(get_db(), application, person, now=now)
    else:
        contacts.correct(get_db(), application, person, change, now=now)
    return int(person)


@blueprint.post("/proof")
@without_token
def proof() -> Response:
    """Prove that this server knows a token, before the extension sends it anything."""
    sent = body(ProofIn)
    origin = request.headers["Origin"]
    made = access.prove(get_db(), sent.id, origin, request.host, sent.nonce)
    if made is None:
        raise Refusal(401, "not-paired", Sentence("This browser is not connected."), Sentence("Connect it again."))
    return reply({"proof": made})


@blueprint.post("/hello")
def hello() -> Response:
    """Say that the token is good, and what the dashboard calls this browser."""
    body(NothingIn)
    return reply({"browser": g.browser.name})
