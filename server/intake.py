"""The one path in: keep the capture, read it, merge it into an application and its contacts, plan.

``keep`` commits the page before anything else is tried; ``take_in`` stores what a reader made of it; ``fail`` notes
that it could not be read. ``receive`` does the whole of it with a reader that is handed in.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, TypeAlias

from server import addresses, cleaning, planning
from server.followups.records import FollowUp, Stance
from server.joining import contacts, jobs, reading
from server.parser_version import parser_version
from server.sentences import Sentence
from server.store import captures, duplicates, events, followups, times
from server.store.captures import KeptPage
from server.store.connection import Store, write
from server.store.errors import InvalidError, NotFoundError
from server.store.rows import Row

Reader: TypeAlias = Callable[[KeptPage], dict[str, Any]]
State: TypeAlias = Literal["read", "reading", "unreadable"]
Approach: TypeAlias = Literal["solicited", "unsolicited", "lead"]

MOST_FRAMES = 100


class UnreadableError(Exception):
    """Raised by a reader: the page could not be read. The text says why, for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A page as it was sent (CONTRACT.md, Captures). ``frames`` are mappings with ``url`` and ``html``."""

    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    url: str | None = None
    title: str | None = None
    html: str = ""
    frames: tuple[dict[str, Any], ...] = ()
    selection: str | None = None
    captured_at: datetime | None = None
    approach: Approach = "solicited"
    origin: Literal["posting", "phone", "cold", "referral"] | None = None
    stance: Stance | None = None
    applied_on: date | None = None
    extension: str | None = None
    marked: Literal["contact"] | None = None
    """What the person said the selection is."""
    facts: dict[str, Any] = field(default_factory=dict)
    """Fields the person typed in themselves (adding by hand): they outrank what is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of a capture. ``created`` is False for an id that was known already: nothing was changed then."""

    id: str
    application: int | None
    state: State
    problem: str | None
    known_since: datetime | None
    posting: dict[str, Any] | None
    next: FollowUp | None
    created: bool


def receive(db: Store, capture: Capture, read: Reader, *, now: datetime) -> Received:
    """Take a capture all the way in. Raises ``InvalidError`` or ``FullError``; the page is kept or nothing is."""
    kept = keep(db, capture, now=now)
    if not kept.created:
        return kept
    read_kept(db, kept.id, read, now=now)
    return status(db, kept.id, created=True)


def read_kept(db: Store, identifier: str, read: Reader, *, now: datetime) -> Received:
    """Read a kept capture, the first time or again, and store what was read or why it could not be."""
    try:
        posting = read(captures.page(db, identifier))
    except UnreadableError as error:
        return fail(db, identifier, str(error), now=now)
    return take_in(db, identifier, posting, now=now)


def keep(db: Store, capture: Capture, *, now: datetime) -> Received:
    """Commit a capture as it came, compressed; it can be read later. A known id changes nothing."""
    identifier = _identifier(capture.id)
    with write(db):
        if captures.get(db, identifier) is not None:
            return status(db, identifier)
        html = sound(capture.html)
        frames = [_frame(frame) for frame in capture.frames[:MOST_FRAMES]]
        captures.add(db, _columns(capture, identifier, now), html, [frame for frame in frames if frame])
    return status(db, identifier, created=True)


def _identifier(given: str) -> str:
    try:
        return str(uuid.UUID(given))
    except (ValueError, AttributeError, TypeError) as error:
        raise InvalidError(Sentence("The capture's id is not a UUID."), Sentence("Update the extension.")) from error


def sound(html: str) -> str:
    """A page's text as it can be kept: lone surrogates, which are no characters, replaced."""
    return html.encode("utf-8", "replace").decode()


def _frame(frame: dict[str, Any]) -> dict[str, Any] | None:
    html = frame.get("html")
    return {"url": addresses.sound(frame.get("url")), "html": sound(html)} if isinstance(html, str) and html else None


def _columns(capture: Capture, identifier: str, now: datetime) -> Row:
    url = cleaning.text(addresses.sound(capture.url), addresses.MAX)
    return {
        "id": identifier,
        "url": url,
        "canonical": addresses.canonical(url),
        "title": cleaning.text(capture.title),
        "selection": cleaning.block(capture.selection, cleaning.PAGE),
        "captured_at": times.to_text(capture.captured_at or now),
        "received_at": times.to_text(now),
        "request": {
            "approach": capture.approach,
            "origin": capture.origin,
            "stance": capture.stance,
            "applied_on": capture.applied_on.isoformat() if capture.applied_on else None,
            "extension": cleaning.text(capture.extension, 40),
            "marked": capture.marked,
            "facts": capture.facts,
        },
    }


def take_in(db: Store, identifier: str, posting: dict[str, Any], *, now: datetime) -> Received:
    """Store what was read from a kept capture and plan; reading a page again later merges in the same way."""
    outcome = {"state": "read", "problem": None, "posting": cleaning.tree(posting)}
    with write(db):
        # Within the transaction: the command line may have taken the same capture in a moment ago.
        capture = _capture(db, identifier)
        _merge(db, capture, reading.clean(posting, capture), outcome, now)
    return status(db, identifier)


def fail(db: Store, identifier: str, problem: str, *, now: datetime) -> Received:
    """Note that a kept capture could not be read; it becomes an application that waits for its details."""
    with write(db):
        capture = _capture(db, identifier)
        if capture["state"] != "read":
            read = reading.unread(capture, cleaning.text(problem, cleaning.LONG) or "The page could not be read.")
            _merge(db, capture, read, {"state": "unreadable", "problem": read.problems[0]}, now)
    return status(db, identifier)


def _capture(db: Store, identifier: str) -> Row:
    capture = captures.get(db, identifier)
    if capture is None:
        raise NotFoundError(Sentence("That capture is not known."), Sentence("Capture the page again."))
    return capture


def _merge(db: Store, capture: Row, read: reading.Read, outcome: Row, now: datetime) -> None:
    """Part of a transaction."""
    merged = jobs.merge(db, capture, read, now)
    again = capture["state"] != "reading"
    contacts.merge(db, merged.application, read, now, again=again)
    if capture["known_since"] is None and not merged.created and capture["application"] is None:
        outcome |= {"known_since": times.to_text(merged.tracked_at)}
    if merged.created:
        # Taking this back would delete the page; that is `erasing`, which asks first.
        db.journal.clear()
    if db.journal or not again:
        called = "read-again" if again else "tracked" if merged.created else "captured-again"
        data = {"capture": capture["id"], "kind": read.kind, "problems": list(read.problems)}
        events.record(db, called, now, application=merged.application, data=data)
    outcome |= {"application": merged.application, "parser_version": parser_version()}
    captures.change(db, capture["id"], outcome)
    duplicates.suggest(db, [merged.application])
    planning.replan(db, [merged.application], now)


def read_again(db: Store, identifier: str, read: Reader, *, now: datetime) -> bool:
    """Read a kept page once more; says whether that changed anything. What cannot be read keeps what was known."""
    capture = _capture(db, identifier)
    if capture["state"] == "reading":
        read_kept(db, identifier, read, now=now)
        return True
    try:
        posting = read(captures.page(db, identifier))
    except UnreadableError:
        with write(db):
            captures.change(db, identifier, {"parser_version": parser_version()})
        return False
    before = events.last_id(db)
    take_in(db, identifier, posting, now=now)
    return events.last_id(db) != before


def status(db: Store, identifier: str, *, created: bool = False) -> Received:
    """What has become of a capture so far. Raises ``NotFoundError``."""
    capture = _capture(db, identifier)
    application = capture["application"]
    planned = followups.of(db, application) if application is not None else []
    return Received(
        id=identifier,
        application=application,
        state=capture["state"],
        problem=capture["problem"],
        known_since=times.maybe_time(capture["known_since"]),
        posting=capture["posting"],
        next=next((one for one in planned if one.state == "open"), None),
        created=created,
    )
