"""Whose clock counts: the time zone of a contact, by the region of their number, else by a place."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from server.followups import places
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


@lru_cache(maxsize=4096)
def _of_land(phone: str) -> ZoneInfo | None:
    """The zone in which most people of a number's country live, if its zones do not lie far apart."""
    from phonenumbers import NumberParseException, parse, region_code_for_number

    try:
        return find(places.zone_of(region_code_for_number(parse(phone.partition(";")[0]))))
    except NumberParseException:
        return None


def of_contact(contact: Person | None, place: ZoneInfo) -> ZoneInfo:
    """The contact's zone: their number's region, else that of the place given.

    A mobile number may be of several zones: the place is believed if it lies in one of them, else its country.
    """
    phone = contact.phone if contact else None
    names = names_of_number(phone) if phone else ()
    if phone is None or not names or place.key in names:
        return place
    return (find(names[0]) if len(names) == 1 else _of_land(phone)) or place
