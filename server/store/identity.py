"""Who is the same person as whom, and how all that belongs to one moves to another."""

from __future__ import annotations

from server import cleaning
from server.store import people, rows
from server.store.connection import Store
from server.store.rows import Row


def matching(db: Store, application: int | None, name: str | None, emails: list[str], phones: list[str]) -> int | None:
    """The person already known by one of these, or None.

    The same e-mail address with a name that does not contradict; the same number with the same name, or (a desk) with
    no name on either side; the same name within the application. Two names at one shared mailbox are two people.
    """
    for known in people.having(db, "email", emails):
        if _agree(known["name_key"], cleaning.name_key(name)):
            return int(known["id"])
    for known in people.having(db, "phone", phones):
        if known["name_key"] == cleaning.name_key(name):
            return int(known["id"])
    key = cleaning.name_key(name)
    return people.named(db, application, key) if application is not None and key else None


def same(db: Store, application: int, name: str | None, emails: list[str], phones: list[str]) -> int | None:
    """As ``matching``; a desk that now has a name gets it, unless it is known from another application as well."""
    person = matching(db, application, name, emails, phones)
    if person is None or name is None:
        return person
    known = people.row(db, person)
    if known["name"] or known["named_by_hand"]:
        return person
    if people.applications_of(db, [person]) != [application]:
        return None
    rows.update(db, "people", person, {"name": name, "name_key": cleaning.name_key(name)})
    return person


def _agree(known: str | None, given: str | None) -> bool:
    """Whether two names (as keys) can be one person's: one is missing, or one's words all occur in the other."""
    if not known or not given:
        return True
    few, many = sorted((known.split(), given.split()), key=len)
    return all(any(_abbreviates(word, other) for other in many) for word in few)


def _abbreviates(word: str, other: str) -> bool:
    return word == other or (len(min(word, other, key=len)) == 1 and word[0] == other[0])


# Where a person is referred to: table, column, and the column that must stay unique beside it.
_REFERENCES = (
    ("touches", "person", None),
    ("touches", "other_person", None),
    ("reports", "person", None),
    ("changes", "person", None),
    ("interviewers", "person", "interview"),
    ("application_people", "person", "application"),
)


def move_all(db: Store, source: int, target: int) -> None:
    """Let everything that belongs to ``source`` belong to ``target``, journaled; only the person's own row is left."""
    _move_details(db, source, target)
    for table, column, beside in _REFERENCES:
        for found in rows.many(db, f"SELECT * FROM {table} WHERE {column} = ?", (source,)):
            twin = beside and _twin(db, table, beside, found[beside], target)
            if twin:
                fold(db, table, twin, found)
            else:
                rows.update(db, table, found["id"], {column: target})
    rekey(db, f"/{source}", f"/{target}", suffix=True)


def _twin(db: Store, table: str, beside: str, value: int, person: int) -> Row | None:
    return rows.first(db, f"SELECT * FROM {table} WHERE {beside} = ? AND person = ?", (value, person))


def fold(db: Store, table: str, twin: Row, found: Row) -> None:
    """Let one row of two that would be the same stay, with what either of them knows."""
    if table == "application_people":
        rows.update(
            db,
            table,
            twin["id"],
            {
                "role": twin["role"] or found["role"],
                "rank": min(twin["rank"], found["rank"]),
                "sure": max(twin["sure"], found["sure"]),
                "confirmed": max(twin["confirmed"], found["confirmed"]),
                "removed": min(twin["removed"], found["removed"]),
                "evidence_text": twin["evidence_text"] or found["evidence_text"],
                "evidence_where": twin["evidence_where"] or found["evidence_where"],
            },
        )
    rows.delete(db, table, found["id"])


def _move_details(db: Store, source: int, target: int) -> None:
    known = {(one["kind"], one["value"]) for one in people.details_of(db, [target]).get(target, [])}
    for one in people.details_of(db, [source]).get(source, []):
        if (one["kind"], one["value"]) in known:
            rows.delete(db, "details", one["id"])
        else:
            rows.update(db, "details", one["id"], {"person": target, "rank": one["rank"] + 100})


def rekey(db: Store, old: str, new: str, *, suffix: bool) -> None:
    """Rewrite the identities of follow-ups that touches and changes refer to, at their end or their beginning."""
    pattern = f"%{old}" if suffix else f"{old}%"
    for table in ("touches", "changes"):
        for found in rows.many(db, f"SELECT id, followup FROM {table} WHERE followup LIKE ?", (pattern,)):
            key = found["followup"]
            renamed = key[: -len(old)] + new if suffix else new + key[len(old) :]
            taken = table == "changes" and rows.first(db, "SELECT id FROM changes WHERE followup = ?", (renamed,))
            if taken:
                rows.delete(db, table, found["id"])
            else:
                rows.update(db, table, found["id"], {"followup": renamed})
