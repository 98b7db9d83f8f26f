"""Applications: one job or employer each, with the posting's wide text in a table of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, cast

from server.followups.records import Application, Person
from server.sentences import Sentence
from server.store import people, rows, times
from server.store.connection import Store
from server.store.errors import NotFoundError
from server.store.rows import Row

WIDE = ("description", "wants", "evidence", "others", "problems")
_JSON = ("pay", "corrected", "wants", "evidence", "others", "problems")
_FLAGS = ("ready", "favourite")


def row(db: Store, application: int) -> Row:
    """Everything kept of one application but its people and history.

    ``pay``, ``corrected``, ``wants``, ``evidence``, ``others``, ``problems`` are plain data; dates and times are ISO
    text; ``addresses`` are the links it was captured from. Raises ``NotFoundError``.
    """
    found = rows.first(
        db,
        "SELECT a.*, p.description, p.wants, p.evidence, p.others, p.problems FROM applications a"
        " LEFT JOIN postings p ON p.application = a.id WHERE a.id = ?",
        (application,),
    )
    if found is None:
        raise NotFoundError(
            Sentence("There is no application %(application)s.", application=application),
            Sentence("Look for it in the list of applications."),
        )
    links = rows.many(db, "SELECT url FROM addresses WHERE application = ? ORDER BY rowid", (application,))
    return _plain(found) | {"addresses": [link["url"] for link in links]}


def _plain(found: Row) -> Row:
    decoded = {key: rows.unpack(found[key]) for key in _JSON if key in found}
    flags = {key: bool(found[key]) for key in _FLAGS if key in found}
    return found | decoded | flags


def exists(db: Store, application: int) -> bool:
    """Whether there is such an application."""
    return rows.value(db, "SELECT 1 FROM applications WHERE id = ?", (application,)) is not None


def count(db: Store) -> int:
    """How many applications there are."""
    return int(rows.value(db, "SELECT count(*) FROM applications"))


def ids(db: Store, *, planned: bool = False) -> list[int]:
    """All applications by id; with ``planned``, those alone that can still have something to do."""
    where = "WHERE stage <> 'closed' OR id IN (SELECT application FROM followups)" if planned else ""
    return [found["id"] for found in rows.many(db, f"SELECT id FROM applications {where} ORDER BY id")]


def records(db: Store, wanted: Collection[int]) -> dict[int, Application]:
    """The planner's records of the ``wanted`` applications, people included, in three queries."""
    found = rows.many(
        db,
        f"SELECT a.*, p.wants FROM applications a LEFT JOIN postings p ON p.application = a.id WHERE a.id {rows.AMONG}",
        (rows.listed(wanted),),
    )
    of = people.of(db, wanted)
    return {one["id"]: _record(one, of.get(one["id"], ())) for one in found}


def record(db: Store, application: int) -> Application:
    """The planner's record of one application. Raises ``NotFoundError``."""
    found = records(db, [application]).get(application)
    if found is None:
        raise NotFoundError(
            Sentence("There is no application %(application)s.", application=application),
            Sentence("Look for it in the list of applications."),
        )
    return found


_SAME = (
    "id",
    "title",
    "employer",
    "approach",
    "origin",
    "stance",
    "stage",
    "closing",
    "reference",
    "posted_where",
    "sort_of_work",
    "location",
    "country",
    "region",
    "timezone",
    "calls",
    "contact",
    "call_hours",
    "wish_text",
    "one_thing",
    "why_employer",
    "referred_by",
    "apply_by",
    "apply_to",
)


def _record(found: Row, of: Iterable[Person]) -> Application:
    same: dict[str, Any] = {key: found[key] for key in _SAME}
    return Application(
        **same,
        favourite=bool(found["favourite"]),
        ready=bool(found["ready"]),
        tracked_at=times.from_text(found["tracked_at"]),
        reopened_at=times.from_text(found["reopened_at"]) if found["reopened_at"] else None,
        applied_on=times.maybe_date(found["applied_on"]),
        applied_at=times.maybe_clock(found["applied_at"]),
        closes_on=times.maybe_date(found["closes_on"]),
        wants=tuple(rows.unpack(found["wants"]) or ()),
        people=tuple(of),
    )


def add(db: Store, fields: Row) -> int:
    """Insert an application (columns of ``applications``; those of ``WIDE`` too) and return its id."""
    wide = {key: _column(key, fields[key]) for key in WIDE if key in fields}
    narrow = {key: _column(key, given) for key, given in fields.items() if key not in WIDE}
    application = cast(int, rows.insert(db, "applications", narrow))
    rows.insert(db, "postings", {"application": application, **wide})
    return application


def change(db: Store, application: int, fields: Row) -> bool:
    """Set columns of an application, wide ones included; says whether anything changed."""
    wide = {key: _column(key, given) for key, given in fields.items() if key in WIDE}
    narrow = {key: _column(key, given) for key, given in fields.items() if key not in WIDE}
    changed = [
        bool(wide) and rows.update(db, "postings", application, wide),
        bool(narrow) and rows.update(db, "applications", application, narrow),
    ]
    return any(changed)


def _column(key: str, given: Any) -> Any:
    if key in _JSON:
        return None if given is None else rows.pack(given)
    return int(given) if isinstance(given, bool) else given


def by_address(db: Store, canonical: str) -> int | None:
    """The application that was captured from this canonical address, if any."""
    return cast("int | None", rows.value(db, "SELECT application FROM addresses WHERE canonical = ?", (canonical,)))


def by_reference(db: Store, employer_key: str, reference_key: str) -> int | None:
    """The application with this employer and requisition number (both normalised), if any."""
    return cast(
        "int | None",
        rows.value(
            db,
            "SELECT id FROM applications WHERE employer_key = ? AND reference_key = ? ORDER BY id",
            (employer_key, reference_key),
        ),
    )


def add_address(db: Store, application: int, canonical: str, url: str) -> None:
    """Note that the application lies at this address too; an address known already stays where it is."""
    if rows.get(db, "addresses", canonical) is None:
        rows.insert(db, "addresses", {"canonical": canonical, "application": application, "url": url})
