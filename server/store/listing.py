"""The list of applications: filtered, sorted, searched, a page at a time, each with what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from server.followups.records import FollowUp
from server.store import codec, rows, search, times
from server.store.connection import Store
from server.store.rows import Row

PAGE = 50

FILTERS = {
    "": "1",
    "open": "a.stage <> 'closed'",
    "favourite": "a.favourite",
    "tracked": "a.stage = 'tracked'",
    "applied": "a.stage = 'applied'",
    "in-contact": "a.stage = 'in-contact'",
    "interview": "a.stage = 'interview'",
    "offer": "a.stage = 'offer'",
    "closed": "a.stage = 'closed'",
    "solicited": "a.approach = 'solicited'",
    "unsolicited": "a.approach = 'unsolicited' AND a.origin <> 'referral'",
    "lead": "a.approach = 'unsolicited' AND a.origin = 'referral'",
    "needs-contact": "a.id IN (SELECT application FROM followups WHERE state = 'needs-contact')",
    "needs-details": "NOT a.ready",
}
_NEXT_DUE = "(SELECT min(due_at) FROM followups f WHERE f.application = a.id AND f.state = 'open')"
SORTS = {
    "": "a.favourite DESC, a.tracked_at DESC, a.id DESC",
    "next": f"a.favourite DESC, {_NEXT_DUE} IS NULL, {_NEXT_DUE}, a.id DESC",
    "applied": "a.favourite DESC, a.applied_on IS NULL, a.applied_on DESC, a.id DESC",
    "employer": "a.favourite DESC, a.employer IS NULL, a.employer COLLATE NOCASE, a.title COLLATE NOCASE, a.id",
    "title": "a.favourite DESC, a.title IS NULL, a.title COLLATE NOCASE, a.id",
    "closes": "a.favourite DESC, a.closes_on IS NULL, a.closes_on, a.id",
}
"""What may be asked for; anything else counts as the first."""

_COLUMNS = "a.id, a.title, a.employer, a.location, a.stage, a.closing, a.favourite, a.ready, a.applied_on, a.tracked_at"


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list. ``total`` counts all that match; ``pages`` is at least 1."""

    rows: tuple[Row, ...]
    total: int
    page: int
    pages: int


def page(db: Store, *, typed: str = "", show: str = "", sort: str = "", number: int = 1, size: int = PAGE) -> Listing:
    """The ``number``-th page of what matches, ``size`` a page, in four queries whatever the data.

    ``found`` of a row is where the words typed were found (``search.excerpts``).
    """
    where = FILTERS.get(show, FILTERS[""])
    given: list[object] = []
    if typed:
        query = search.quoted(typed)
        where += " AND a.id IN (SELECT rowid FROM search_fts WHERE search_fts MATCH ?)" if query else " AND 0"
        given += [query] if query else []
    total = int(rows.value(db, f"SELECT count(*) FROM applications a WHERE {where}", given))
    pages = max(1, -(-total // size))
    number = min(max(1, number), pages)
    order = SORTS.get(sort, SORTS[""])
    sql = f"SELECT {_COLUMNS} FROM applications a WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
    found = rows.many(db, sql, [*given, size, (number - 1) * size])
    wanted = [one["id"] for one in found]
    ahead, places = next_of(db, wanted), search.excerpts(db, typed, wanted)
    return Listing(tuple(_shown(one, ahead) | {"found": places.get(one["id"])} for one in found), total, number, pages)


def _shown(one: Row, ahead: dict[int, FollowUp]) -> Row:
    return one | {
        "favourite": bool(one["favourite"]),
        "ready": bool(one["ready"]),
        "applied_on": times.maybe_date(one["applied_on"]),
        "tracked_at": times.from_text(one["tracked_at"]),
        "next": ahead.get(one["id"]),
    }


def next_of(db: Store, applications: list[int]) -> dict[int, FollowUp]:
    """What comes next in each of some applications: an open follow-up before one that needs a contact."""
    # One look into the index an application: the first alone is decoded, however much is planned.
    sql = (
        "SELECT one.value AS application, (SELECT record FROM followups f WHERE f.application = one.value"
        " AND f.state IN ('open', 'needs-contact') ORDER BY f.state = 'open' DESC, f.due_at, f.position, f.key LIMIT 1)"
        " AS record FROM json_each(?) one"
    )
    found = rows.many(db, sql, (rows.listed(applications),))
    return {one["application"]: codec.decode_follow_up(one["record"]) for one in found if one["record"] is not None}
