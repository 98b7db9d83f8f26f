"""Whose clock counts: the time zone of a contact, by the region of their number, else by a place."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from server.followups.records import Person


@lru_cache(maxsize=1024)
def find(name: str | None) -> ZoneInfo | None:
    """The zone of an IANA name, or None where there is none of that name."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=4096)
def names_of_number(phone: str) -> tuple[str, ...]:
    """The IANA names of the zones a number's region lies in; none for a number that says nothing of its place."""
    from phonenumbers import NumberParseException, parse
    from phonenumbers.timezone import time_zones_for_number

    try:
        names = time_zones_for_number(parse(phone.partition(";")[0]))
    except NumberParseException:
        return ()
    return tuple(name for name in names if find(name))


def of_contact(contact: Person | None, place: ZoneInfo) -> ZoneInfo:
    """The contact's zone: their number's region where that names one zone, else that of the place given."""
    names = names_of_number(contact.phone) if contact and contact.phone else ()
    return (find(names[0]) if len(names) == 1 else None) or place
