"""Contacts that structured data states outright: ``applicationContact``, ``contactPoint``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scrapers.contacts import emails, phones
from scrapers.contacts.phones import Numbering
from scrapers.posting import Contact, Evidence
from scrapers.structured import Item

_OF_THE_JOB = ("applicationContact", "hiringManager", "recruiter", "contactPoint", "contactPoints")


def find(items: list[Item], numbering: Numbering) -> list[Contact]:
    """The contacts of a page's one job. With several jobs in the data nobody knows whose they are: none are taken."""
    if len(items) != 1:
        return []
    found = []
    for key in _OF_THE_JOB:
        for entry in _objects(items[0].get(key)):
            if contact := _contact(entry, key, numbering):
                found.append(contact)
    return found


def _objects(value: Any) -> Iterator[Item]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            yield entry


def _contact(entry: Item, key: str, numbering: Numbering) -> Contact | None:
    name = entry.get("name") if isinstance(entry.get("name"), str) else None
    role = next((entry[k] for k in ("jobTitle", "contactType") if isinstance(entry.get(k), str)), None)
    mails = [a for a in (emails.normalize(text.removeprefix("mailto:")) for text in _strings(entry.get("email"))) if a]
    numbers = [n for n in (phones.parse(text, numbering()) for text in _strings(entry.get("telephone"))) if n]
    if not (mails or numbers or (name and key != "contactPoint")):
        return None
    text = ", ".join(part for part in (name, role, *mails, *_strings(entry.get("telephone"))) if part)
    return Contact(
        name=" ".join(name.split()) if name else None,
        role=role,
        emails=tuple(mails),
        phones=tuple(numbers),
        sure=key != "contactPoint",
        evidence=Evidence(text[:300], "json-ld"),
    )


def _strings(value: Any) -> list[str]:
    return [
        text.strip()[:254]
        for text in (value if isinstance(value, list) else [value])
        if isinstance(text, str) and text.strip()
    ]
