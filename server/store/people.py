"""People: one row each however many applications they belong to, so that promises about one person hold for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Literal, TypeAlias, cast

from server.followups.records import Person
from server.sentences import Sentence
from server.store import rows
from server.store.connection import Store
from server.store.errors import NotFoundError
from server.store.rows import Row

Detail: TypeAlias = Literal["email", "phone"]

_LINKS = (
    "SELECT l.*, p.name, p.address, p.may_call, p.may_contact FROM application_people l"
    " JOIN people p ON p.id = l.person"
)


def of(db: Store, applications: Collection[int]) -> dict[int, list[Person]]:
    """The planner's records of the people of some applications, first choice first; removed ones left out."""
    links = rows.many(
        db,
        f"{_LINKS} WHERE l.application {rows.AMONG} AND NOT l.removed ORDER BY l.rank, l.id",
        (rows.listed(applications),),
    )
    details = details_of(db, {link["person"] for link in links})
    found = defaultdict(list)
    for link in links:
        found[link["application"]].append(_person(link, details.get(link["person"], [])))
    return dict(found)


def _person(link: Row, details: list[Row]) -> Person:
    email, phone = best(details, "email"), best(details, "phone")
    return Person(
        id=link["person"],
        name=link["name"],
        role=link["role"],
        email=email["value"] if email else None,
        phone=phone["value"] if phone else None,
        address=link["address"],
        email_dead=bool(email and email["dead_at"]),
        phone_dead=bool(phone and phone["dead_at"]),
        may_call=bool(link["may_call"]),
        may_contact=bool(link["may_contact"]),
        confirmed=bool(link["confirmed"]),
        sure=bool(link["sure"]),
        rank=link["rank"],
    )


def best(details: list[Row], kind: Detail) -> Row | None:
    """The detail of one kind to use: not removed, living ones first, then by rank; None where there is none."""
    fitting = [detail for detail in details if detail["kind"] == kind and not detail["removed"]]
    return min(fitting, key=lambda detail: (bool(detail["dead_at"]), detail["rank"], detail["id"]), default=None)


def details_of(db: Store, people: Collection[int]) -> dict[int, list[Row]]:
    """E-mail addresses and phone numbers by person: ``kind``, ``value``, ``dead_at``, ``dead_why``, ``removed``."""
    found = defaultdict(list)
    sql = f"SELECT * FROM details WHERE person {rows.AMONG} ORDER BY rank, id"
    for detail in rows.many(db, sql, (rows.listed(people),)):
        found[detail["person"]].append(detail)
    return dict(found)


def links(db: Store, application: int) -> list[Row]:
    """The contacts of an application as its page shows them, removed ones last.

    Columns of ``application_people`` (``role``, ``sure``, ``confirmed``, ``removed``, ``source``, ``evidence_text``,
    ``evidence_where``) with the person's ``name``, ``address``, ``may_call``, ``may_contact``, and ``details``.
    """
    found = rows.many(db, f"{_LINKS} WHERE l.application = ? ORDER BY l.removed, l.rank, l.id", (application,))
    details = details_of(db, {link["person"] for link in found})
    return [link | {"details": details.get(link["person"], [])} for link in found]


def link(db: Store, application: int, person: int) -> Row | None:
    """How a person belongs to an application, removed or not; None where they do not."""
    sql = "SELECT * FROM application_people WHERE application = ? AND person = ?"
    return rows.first(db, sql, (application, person))


def row(db: Store, person: int) -> Row:
    """One person, with ``details``. Raises ``NotFoundError``."""
    found = rows.get(db, "people", person)
    if found is None:
        raise NotFoundError(
            Sentence("There is no contact %(person)s.", person=person), Sentence("Look for them in the list of people.")
        )
    return found | {"details": details_of(db, [person]).get(person, [])}


def add(db: Store, fields: Row) -> int:
    """Insert a person (columns of ``people``) and return the id."""
    return cast(int, rows.insert(db, "people", fields))


def add_link(db: Store, application: int, person: int, fields: Row) -> int:
    """Join a person to an application (columns of ``application_people``)."""
    return cast(int, rows.insert(db, "application_people", {"application": application, "person": person, **fields}))


def add_detail(db: Store, person: int, kind: Detail, given: str, *, rank: int = 0) -> bool:
    """Note an address or number of a person; one that is known already, even if removed or dead, stays as it is."""
    known = "SELECT 1 FROM details WHERE person = ? AND kind = ? AND value = ?"
    if rows.value(db, known, (person, kind, given)):
        return False
    rows.insert(db, "details", {"person": person, "kind": kind, "value": given, "rank": rank})
    return True


def having(db: Store, kind: Detail, values: Collection[str]) -> list[Row]:
    """The people who have one of these addresses or numbers, oldest first, each with the ``value`` that was found."""
    sql = (
        "SELECT p.*, d.value FROM details d JOIN people p ON p.id = d.person"
        f" WHERE d.kind = ? AND d.value {rows.AMONG} AND NOT d.removed ORDER BY p.id"
    )
    return rows.many(db, sql, (kind, rows.listed(values)))


def named(db: Store, application: int, name_key: str) -> int | None:
    """The person of an application with this normalised name, removed or not."""
    sql = (
        "SELECT l.person FROM application_people l JOIN people p ON p.id = l.person"
        " WHERE l.application = ? AND p.name_key = ? ORDER BY l.id"
    )
    return cast("int | None", rows.value(db, sql, (application, name_key)))


def applications_of(db: Store, people: Collection[int]) -> list[int]:
    """The applications some people belong to or were touched in."""
    sql = (
        f"SELECT application FROM application_people WHERE person {rows.AMONG}"
        f" UNION SELECT application FROM touches WHERE person {rows.AMONG} ORDER BY 1"
    )
    return [found["application"] for found in rows.many(db, sql, [rows.listed(people)] * 2)]


def untouched(db: Store, application: int) -> list[Row]:
    """The contacts of an application that stem from one page alone and that nobody has confirmed or dealt with."""
    sql = (
        "SELECT l.* FROM application_people l WHERE l.application = :one AND l.source = 'page' AND NOT l.confirmed"
        " AND NOT l.removed AND (SELECT count(*) FROM captures c WHERE c.application = :one) = 1"
        " AND NOT EXISTS (SELECT 1 FROM touches t WHERE t.application = :one"
        " AND l.person IN (t.person, t.other_person))"
        " AND NOT EXISTS (SELECT 1 FROM interviewers w JOIN interviews i ON i.id = w.interview"
        " WHERE i.application = :one AND w.person = l.person)"
    )
    return rows.many(db, sql, {"one": application})


def next_rank(db: Store, application: int) -> int:
    """A rank behind all contacts an application has."""
    sql = "SELECT coalesce(max(rank), -1) + 1 FROM application_people WHERE application = ?"
    return cast(int, rows.value(db, sql, (application,)))
