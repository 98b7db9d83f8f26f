"""Join the contacts that were read to the people that are known: by address, never by guess."""

from __future__ import annotations

from datetime import datetime

from server import cleaning
from server.joining.reading import FoundContact, Read
from server.store import identity, people, rows, settings, times
from server.store.connection import Store
from server.store.people import Detail
from server.store.rows import Row


def merge(db: Store, application: int, read: Read, now: datetime, *, again: bool = False) -> None:
    """Add the contacts of one reading to an application; what the person confirmed, corrected or removed stays.

    ``again``: the same page was read before; whom only that reading found, and nobody dealt with, goes.
    """
    own = own_addresses(db)
    usable = [one for one in (without_own(found, own) for found in read.contacts) if one is not None]
    met = [_merge_one(db, application, one, now) for one in usable]
    if again:
        for link in people.untouched(db, application):
            if link["person"] not in met:
                rows.delete(db, "application_people", link["id"])


def own_addresses(db: Store) -> frozenset[str]:
    """The person's own e-mail addresses and number, as they would stand in a contact."""
    told = settings.load(db)
    return frozenset({address.lower() for address in told.emails} | {digits(told.phone or "")} - {""})


def digits(number: str) -> str:
    """The digits of a number, by which two ways of writing it are compared."""
    return "".join(filter(str.isdigit, number))


def without_own(found: FoundContact, own: frozenset[str]) -> FoundContact | None:
    """A contact without the person's own addresses; None where these were all it had."""
    emails = [one for one in found.emails if one not in own]
    phones = [one for one in found.phones if not _same_number(one, own)]
    if (found.emails or found.phones) and not (emails or phones):
        return None
    return FoundContact(
        name=found.name,
        role=found.role,
        emails=emails,
        phones=phones,
        sure=found.sure,
        evidence_text=found.evidence_text,
        evidence_where=found.evidence_where,
    )


def _same_number(phone: str, own: frozenset[str]) -> bool:
    # The person may have written their number without its country code.
    number = digits(phone.partition(";")[0])
    return any(len(one) >= 7 and number.endswith(one.lstrip("0")) for one in own if one.isdigit())


def _merge_one(db: Store, application: int, found: FoundContact, now: datetime) -> int:
    person = identity.same(db, application, found.name, found.emails, found.phones)
    if person is None:
        person = _add(db, found, now)
    details: tuple[tuple[Detail, list[str]], ...] = (("email", found.emails), ("phone", found.phones))
    for kind, values in details:
        for rank, given in enumerate(values):
            people.add_detail(db, person, kind, given, rank=rank)
    _link(db, application, person, found)
    return person


def _add(db: Store, found: FoundContact, now: datetime) -> int:
    return people.add(
        db,
        {"name": found.name, "name_key": cleaning.name_key(found.name), "added_at": times.to_text(now)},
    )


def _link(db: Store, application: int, person: int, found: FoundContact) -> None:
    known = people.link(db, application, person)
    if known is None:
        people.add_link(
            db,
            application,
            person,
            {
                "role": found.role,
                "rank": people.next_rank(db, application),
                "sure": int(found.sure),
                "evidence_text": found.evidence_text,
                "evidence_where": found.evidence_where,
            },
        )
        return
    rows.update(db, "application_people", known["id"], _link_news(known, found))


def _link_news(known: Row, found: FoundContact) -> Row:
    news: Row = {"sure": max(known["sure"], int(found.sure))}
    if not known["role"] and not known["role_by_hand"]:
        news["role"] = found.role
    if not known["evidence_text"]:
        news |= {"evidence_text": found.evidence_text, "evidence_where": found.evidence_where}
    return news
