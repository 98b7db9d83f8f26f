"""Whom to turn to: the order in which a rule asks for contacts, and the ways in which each can be reached."""

from __future__ import annotations

import re
from collections.abc import Iterable

from server.followups.records import Channel, Person
from server.followups.rules.rule import Whom
from server.sentences import Sentence

_HR = re.compile(
    r"\b(hr|human resources|recruit\w*|talent|people (?:team|operations|partner|manager)|staffing|sourc(?:er|ing)"
    r"|personal\w*|personnel|bewerb\w*|rekrut\w*|ressources humaines|recursos humanos)\b",
    re.I,
)
_MANAGER = re.compile(
    r"\b(hiring manager|manager\w*|head|director|supervisor|lead|leader|chief|owner|founder|principal|president|partner"
    r"|\w*leit(?:er|ung)\w*|chef\w*|geschäftsführ\w*|inhaber\w*|responsable|directeur|directrice|gerente|jef[ea])\b",
    re.I,
)
_HIRING = re.compile(r"\bhiring\b(?! (?:team|assistant|coordinator))", re.I)


def is_hr(person: Person) -> bool:
    """Whether the role is one of staffing rather than of the work itself."""
    return bool(person.role and _HR.search(person.role))


def is_manager(person: Person) -> bool:
    """Whether the role is that of one who decides about the hire."""
    role = person.role or ""
    return bool(_HIRING.search(role) or (_MANAGER.search(role) and not is_hr(person)))


def in_order(people: Iterable[Person], whom: Whom) -> list[Person]:
    """Contacts as a rule asks for them: the named one, else HR, else the main number; or the hiring manager first."""

    def named_first(person: Person) -> tuple[bool, bool, int, int]:
        return (person.name is None, person.name is None and not is_hr(person), person.rank, person.id)

    def manager_first(person: Person) -> tuple[bool, bool, bool, int, int]:
        return (not is_manager(person), *named_first(person))

    return sorted(people, key=manager_first if whom == "manager" else named_first)


def value(person: Person, channel: Channel) -> str | None:
    """The number or address a contact has for a channel, whether it still works or not."""
    return {"phone": person.phone, "email": person.email, "letter": person.address}.get(channel)


def marked_dead(person: Person, channel: Channel) -> bool:
    """Whether what the contact has for a channel is marked as no longer working."""
    return (channel == "phone" and person.phone_dead) or (channel == "email" and person.email_dead)


def label(person: Person | None) -> str:
    """What to call a contact in a sentence."""
    return (person and (person.name or person.role)) or Sentence("this contact")


def are_meant(person: Person, words: str) -> bool:
    """Whether a sentence names a contact: by surname, address or number."""
    folded = words.casefold()
    surname = person.name.split()[-1].casefold() if person.name else ""
    if surname and re.search(rf"\b{re.escape(surname)}\b", folded):
        return True
    if person.email and person.email in folded:
        return True
    # Written in any manner, the last digits are the same.
    digits = re.sub(r"\D", "", (person.phone or "").partition(";")[0])[-6:]
    return len(digits) == 6 and digits in re.sub(r"\D", "", words)
