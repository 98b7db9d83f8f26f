"""Contacts: confirm, correct, add, remove, order, merge. What the person says stays whatever is captured later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from server import cleaning
from server.sentences import Sentence
from server.services.verb import Done, verb
from server.store import applications, identity, people, rows, settings, times
from server.store.connection import Store
from server.store.errors import ConflictError, InvalidError, NotFoundError
from server.store.people import Detail
from server.store.rows import Row


def add(
    db: Store,
    application: int,
    *,
    now: datetime,
    name: str | None = None,
    role: str | None = None,
    email: str | None = None,
    phone: str | None = None,
    address: str | None = None,
) -> Done:
    """Add a contact to an application; one known by that address elsewhere is the same person.

    ``email`` and ``phone`` as ``cleaning`` takes them (E.164). Raises ``InvalidError`` where nothing usable is given.
    """
    given = check(db, {"name": name, "role": role, "email": email, "phone": phone, "address": address}, application)
    details: dict[Detail, str | None] = {"email": given["email"], "phone": given["phone"]}
    applications.record(db, application)
    with verb(db, "contact-added", now, application=application, name=given["name"]) as done:
        person = identity.same(db, application, given["name"], _given(given["email"]), _given(given["phone"]))
        if person is None:
            person = _new(db, given, now)
        _set_details(db, person, details)
        _join(db, application, person, given["role"])
        done.person = done.id = person
    return done


def _new(db: Store, given: dict[str, Any], now: datetime) -> int:
    return people.add(
        db,
        {
            "name": given["name"],
            "name_key": cleaning.name_key(given["name"]),
            "address": given["address"],
            "named_by_hand": int(given["name"] is not None),
            "added_at": times.to_text(now),
        },
    )


def check(db: Store, given: dict[str, Any], application: int | None = None) -> dict[str, Any]:
    """What is given of a new contact, as it is kept: ``name``, ``role``, ``email``, ``phone``, ``address``.

    A number without a country code is read as one of the application's country, else of the person's own. Raises
    ``InvalidError``.
    """
    checked = {
        "name": cleaning.text(given.get("name")),
        "role": cleaning.text(given.get("role")),
        "email": _email(given.get("email")),
        "phone": _phone(given.get("phone"), country(db, application)),
        "address": cleaning.block(given.get("address"), cleaning.LONG),
    }
    if not any(checked[name] for name in ("name", "email", "phone", "address")):
        raise InvalidError(
            Sentence("A contact needs a name, an address or a number."), Sentence("Fill in at least one of them.")
        )
    return checked


def country(db: Store, application: int | None = None) -> str:
    """The country (ISO 3166) whose way of writing numbers is meant: the application's, else the person's own."""
    place = applications.record(db, application).country if application is not None else None
    return place or settings.load(db).country


def _given(one: str | None) -> list[str]:
    return [one] if one else []


def _join(db: Store, application: int, person: int, role: str | None) -> None:
    given: Row = {"confirmed": 1, "sure": 1, "removed": 0}
    given |= {"role": role, "role_by_hand": 1} if role else {}
    known = people.link(db, application, person)
    if known:
        rows.update(db, "application_people", known["id"], given)
    else:
        people.add_link(db, application, person, given | {"source": "hand", "rank": people.next_rank(db, application)})


def _set_details(db: Store, person: int, details: dict[Detail, str | None]) -> None:
    """Make each given detail the first of its kind; one that was dead or removed lives again."""
    for kind, given in details.items():
        if given is None:
            continue
        known = [one for one in people.details_of(db, [person]).get(person, []) if one["kind"] == kind]
        first = min((one["rank"] for one in known), default=0) - 1
        same = next((one for one in known if one["value"] == given), None)
        if same is None:
            people.add_detail(db, person, kind, given, rank=first)
        elif people.best(known, kind) != same or same["dead_at"]:
            rows.update(db, "details", same["id"], {"rank": first, "removed": 0, "dead_at": None, "dead_why": None})


def confirm(db: Store, application: int, person: int, *, now: datetime) -> Done:
    """Say that a contact read off the page is right. Raises ``NotFoundError``."""
    link = _link(db, application, person)
    with verb(db, "contact-confirmed", now, application=application, person=person) as done:
        rows.update(db, "application_people", link["id"], {"confirmed": 1, "removed": 0})
    return done


def remove(db: Store, application: int, person: int, *, now: datetime) -> Done:
    """Take a contact off an application; a later capture does not bring it back. Raises ``NotFoundError``."""
    link = _link(db, application, person)
    with verb(db, "contact-removed", now, application=application, person=person) as done:
        rows.update(db, "application_people", link["id"], {"removed": 1})
    return done


def prefer(db: Store, application: int, person: int, *, now: datetime) -> Done:
    """Make a contact the first choice of an application. Raises ``NotFoundError``."""
    link = _link(db, application, person)
    lowest = min(one["rank"] for one in people.links(db, application))
    with verb(db, "contact-preferred", now, application=application, person=person) as done:
        rows.update(db, "application_people", link["id"], {"rank": lowest - 1, "removed": 0})
    return done


def correct(db: Store, application: int, person: int, changes: dict[str, Any], *, now: datetime) -> Done:
    """Correct ``name``, ``role``, ``email``, ``phone``, ``address``, ``may_call`` or ``may_contact`` of a contact.

    A new address or number takes the former one's place, which a later capture does not bring back; None removes it.
    Raises ``InvalidError`` or ``NotFoundError``.
    """
    link = _link(db, application, person)
    details: dict[Detail, str | None] = {}
    if "email" in changes:
        details["email"] = _email(changes["email"])
    if "phone" in changes:
        details["phone"] = _phone(changes["phone"], country(db, application))
    with verb(db, "contact-corrected", now, application=application, person=person, fields=sorted(changes)) as done:
        rows.update(db, "people", person, _columns(changes))
        if "role" in changes:
            role = cleaning.text(changes["role"])
            rows.update(db, "application_people", link["id"], {"role": role, "role_by_hand": 1})
        for kind, given in details.items():
            _replace(db, person, kind, given)
        rows.update(db, "application_people", link["id"], {"confirmed": 1, "removed": 0})
        done.replanned |= set(people.applications_of(db, [person]))
    return done


def _columns(changes: dict[str, Any]) -> Row:
    columns: Row = {}
    if "name" in changes:
        name = cleaning.text(changes["name"])
        columns |= {"name": name, "name_key": cleaning.name_key(name), "named_by_hand": 1}
    if "address" in changes:
        columns["address"] = cleaning.block(changes["address"], cleaning.LONG)
    return columns | {name: int(bool(changes[name])) for name in ("may_call", "may_contact") if name in changes}


def _replace(db: Store, person: int, kind: Detail, given: str | None) -> None:
    former = people.best(people.details_of(db, [person]).get(person, []), kind)
    if former and former["value"] != given:
        rows.update(db, "details", former["id"], {"removed": 1})
    _set_details(db, person, {kind: given})


def revive(db: Store, person: int, detail: int, *, now: datetime) -> Done:
    """Say that an address or number marked dead is right after all. Raises ``NotFoundError``."""
    _detail(db, person, detail)
    with verb(db, "detail-revived", now, person=person) as done:
        rows.update(db, "details", detail, {"dead_at": None, "dead_why": None, "removed": 0})
        done.replanned |= set(people.applications_of(db, [person]))
    return done


def bury(db: Store, person: int, detail: int, *, now: datetime) -> Done:
    """Say that an address or number is dead. Raises ``NotFoundError``."""
    _detail(db, person, detail)
    with verb(db, "detail-dead", now, person=person) as done:
        rows.update(db, "details", detail, {"dead_at": times.to_text(now), "dead_why": "by hand"})
        done.replanned |= set(people.applications_of(db, [person]))
    return done


def _detail(db: Store, person: int, detail: int) -> Row:
    found = rows.get(db, "details", detail)
    if found is None or found["person"] != person:
        raise NotFoundError(Sentence("That address or number is no longer there."), Sentence("Reload the page."))
    return found


def merge(db: Store, keep: int, others: Sequence[int], *, now: datetime) -> Done:
    """Make several people one: ``keep``, with all their addresses, applications and history. Undoable.

    A ban of one of them holds for the one that is left. Raises ``ConflictError`` or ``NotFoundError``.
    """
    if keep in others or not others:
        raise ConflictError(
            Sentence("A person cannot be merged with themselves."), Sentence("Choose two different people.")
        )
    kept, gone = people.row(db, keep), [people.row(db, other) for other in others]
    with verb(db, "people-merged", now, person=keep, names=[one["name"] for one in gone]) as done:
        done.replanned |= set(people.applications_of(db, [keep, *others]))
        done.data["applications"] = sorted(done.replanned)
        for one in gone:
            identity.move_all(db, one["id"], keep)
            rows.delete(db, "people", one["id"])
        names = [one for one in [kept, *gone] if one["name"]]
        chosen = next((one for one in names if one["named_by_hand"]), names[0] if names else kept)
        same = {column: chosen[column] for column in ("name", "name_key", "named_by_hand")}
        bans = {column: min(one[column] for one in [kept, *gone]) for column in ("may_call", "may_contact")}
        address = next((one["address"] for one in [kept, *gone] if one["address"]), None)
        rows.update(db, "people", keep, same | bans | {"address": address})
    return done


def _link(db: Store, application: int, person: int) -> Row:
    link = people.link(db, application, person)
    if link is None:
        raise NotFoundError(
            Sentence("That contact does not belong to this application."), Sentence("Reload the application's page.")
        )
    return link


def _email(given: Any) -> str | None:
    read = cleaning.email(given)
    if read is None and given:
        raise InvalidError(
            Sentence("“%(given)s” is not an e-mail address.", given=given), Sentence("Write it like name@example.com.")
        )
    return read


def _phone(given: Any, country: str) -> str | None:
    read = cleaning.phone(given, country)
    if read is None and given:
        raise InvalidError(
            Sentence("“%(given)s” is not a phone number.", given=given),
            Sentence("Write it with its country code, like +1 206 555 0142."),
        )
    return read
