"""One application out of two, without losing a note, a touch, a page or a change made by hand."""

from __future__ import annotations

from server.store import applications, identity, rows
from server.store.connection import Store
from server.store.rows import Row

_MOVED = ("captures", "touches", "interviews", "notes", "documents", "events", "changes")
_NOT_FILLED = (
    "id",
    "kind",
    "ready",
    "stage",
    "closing",
    "corrected",
    "tracked_at",
    "updated_at",
    "favourite",
    "addresses",
)


def join(db: Store, keep: int, gone: int) -> None:
    """Move everything of ``gone`` to ``keep``, fill its gaps, and delete ``gone``; journaled, so undo restores both."""
    kept, other = applications.row(db, keep), applications.row(db, gone)
    applications.change(db, keep, _filled(kept, other))
    for table in _MOVED:
        for found in rows.many(db, f"SELECT id FROM {table} WHERE application = ?", (gone,)):
            rows.update(db, table, found["id"], {"application": keep})
    for found in rows.many(db, "SELECT canonical FROM addresses WHERE application = ?", (gone,)):
        rows.update(db, "addresses", found["canonical"], {"application": keep})
    _move_contacts(db, keep, gone)
    identity.rekey(db, f"{gone}/", f"{keep}/", suffix=False)
    rows.delete(db, "postings", gone)
    rows.delete(db, "applications", gone)


def _filled(kept: Row, other: Row) -> Row:
    filled: Row = {
        name: given
        for name, given in other.items()
        if name not in _NOT_FILLED and kept[name] in (None, "", [], {}, "unstated") and given not in (None, "", [], {})
    }
    for policy in ("calls", "contact"):
        if other[policy] == "forbidden":
            filled[policy] = "forbidden"
    filled["corrected"] = sorted({*kept["corrected"], *(name for name in filled if name in other["corrected"])})
    filled["favourite"] = kept["favourite"] or other["favourite"]
    filled["ready"] = kept["ready"] or other["ready"]
    filled["tracked_at"] = min(kept["tracked_at"], other["tracked_at"])
    if kept["stage"] != other["stage"]:
        filled |= _further(kept, other)
    return filled


_STAGES = ("closed", "tracked", "applied", "in-contact", "interview", "offer")


def _further(kept: Row, other: Row) -> Row:
    """The stage that is further on; one that is still open counts for more than one that is closed."""
    ahead = max(kept, other, key=lambda one: _STAGES.index(one["stage"]))
    return {"stage": ahead["stage"], "closing": ahead["closing"]}


def _move_contacts(db: Store, keep: int, gone: int) -> None:
    known = {
        found["person"]: found
        for found in rows.many(db, "SELECT * FROM application_people WHERE application = ?", (keep,))
    }
    for found in rows.many(db, "SELECT * FROM application_people WHERE application = ? ORDER BY rank, id", (gone,)):
        twin = known.get(found["person"])
        if twin is None:
            rows.update(db, "application_people", found["id"], {"application": keep, "rank": found["rank"] + 1000})
        else:
            identity.fold(db, "application_people", twin, found)
