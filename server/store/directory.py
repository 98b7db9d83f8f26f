"""The directory: people across applications, a page at a time, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass

from server.store import people, rows
from server.store.connection import Store
from server.store.rows import Row


@dataclass(frozen=True, slots=True)
class Directory:
    """One page of people, and how many there are on all pages together."""

    rows: list[Row]
    total: int


def page(db: Store, *, typed: str = "", limit: int = 50, offset: int = 0) -> Directory:
    """People across applications, by name: with ``details``, ``applications`` (number), ``employers``, ``last_touch``.

    ``typed`` is looked for in names, addresses and numbers.
    """
    where = "p.id IN (SELECT person FROM application_people WHERE NOT removed)"
    if typed.strip():
        where += (
            " AND (p.name LIKE :like ESCAPE '\\' OR p.id IN (SELECT person FROM details WHERE NOT removed"
            " AND value LIKE :like ESCAPE '\\'))"
        )
    given = {"like": _like(typed), "limit": limit, "offset": offset}
    order = "p.name IS NULL, p.name COLLATE NOCASE, p.id"
    # Those of this page first: the sorter would else work out what is shown beside every name there is.
    sql = (
        f"SELECT p.*, {_BESIDE} FROM people p WHERE p.id IN (SELECT p.id FROM people p WHERE {where}"
        f" ORDER BY {order} LIMIT :limit OFFSET :offset) ORDER BY {order}"
    )
    found = rows.many(db, sql, given)
    details = people.details_of(db, [one["id"] for one in found])
    total = rows.value(db, f"SELECT count(*) FROM people p WHERE {where}", given)
    return Directory([one | {"details": details.get(one["id"], [])} for one in found], int(total))


def alike(db: Store, person: int, *, limit: int = 5) -> list[Row]:
    """Others who may be this person: of the same name, or reached by the same address or number."""
    sql = (
        f"SELECT p.*, {_BESIDE} FROM people p WHERE p.id <> :one AND p.id IN (SELECT person FROM application_people"
        " WHERE NOT removed) AND (p.name_key = (SELECT name_key FROM people WHERE id = :one) OR p.id IN (SELECT"
        " d.person FROM details d JOIN details own ON own.person = :one AND own.kind = d.kind AND own.value = d.value"
        " WHERE NOT d.removed AND NOT own.removed)) ORDER BY p.id LIMIT :limit"
    )
    return rows.many(db, sql, {"one": person, "limit": limit})


_BESIDE = (
    "(SELECT count(*) FROM application_people l WHERE l.person = p.id AND NOT l.removed) AS applications,"
    " (SELECT group_concat(DISTINCT a.employer) FROM application_people l JOIN applications a"
    " ON a.id = l.application WHERE l.person = p.id AND NOT l.removed) AS employers,"
    " (SELECT group_concat(DISTINCT l.role) FROM application_people l"
    " WHERE l.person = p.id AND NOT l.removed) AS roles,"
    " (SELECT max(at) FROM touches t WHERE t.person = p.id) AS last_touch"
)


def _like(typed: str) -> str:
    sound = typed.strip()[:200].encode("utf-8", "replace").decode().replace("\0", "")
    for special in ("\\", "%", "_"):
        sound = sound.replace(special, "\\" + special)
    return f"%{sound}%"


def of_person(db: Store, person: int) -> list[Row]:
    """The applications a person belongs to: ``id``, ``title``, ``employer``, ``stage``, ``role``, ``removed``."""
    sql = (
        "SELECT a.id, a.title, a.employer, a.stage, a.closing, a.tracked_at, l.role, l.removed, l.confirmed, l.sure,"
        " l.evidence_text, l.evidence_where FROM application_people l JOIN applications a ON a.id = l.application"
        " WHERE l.person = ? ORDER BY a.tracked_at DESC, a.id DESC"
    )
    return rows.many(db, sql, (person,))
