"""A contact that the person marked on a page: they said themselves that it is one, so it is sure."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from scrapers.posting import Contact, Evidence, Posting

MARKED = "marked by you"
_LONGEST_NAME = 60
_MOST_WORDS = 5


def with_marked(posting: Posting, text: str) -> Posting:
    """The posting with the contacts in ``text`` first; what the page itself said of the same person is kept."""
    others = list(posting.contacts)
    marked = []
    for contact in contacts_in(text, posting):
        same = [other for other in others if _same(contact, other)]
        others = [other for other in others if other not in same]
        marked.append(_joined(contact, same))
    return replace(posting, contacts=(*marked, *others))


def contacts_in(text: str, posting: Posting) -> tuple[Contact, ...]:
    """The contacts in marked text, read as part of that posting; a few words without an address are a name."""
    # Imported here, as in ``scrape``: who only handles postings carries no parser.
    from scrapers import contacts
    from scrapers.page import Page

    lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    page = Page(f"<body><main>{lines}</main></body>", posting.url)
    found = contacts.find(page, country=posting.country, language=posting.language, employer=posting.employer)
    evidence = Evidence(" ".join(text.split()), MARKED)
    read = [replace(contact, sure=True, evidence=evidence) for contact in found.contacts]
    return tuple(read) or _as_name(text, evidence)


def _as_name(text: str, evidence: Evidence) -> tuple[Contact, ...]:
    name = evidence.text.strip(" ,;:.")
    is_name = name and len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS and name[0].isupper()
    if not is_name or any(character.isdigit() or character in "@/<>" for character in name):
        return ()
    return (Contact(name=name, role=None, sure=True, evidence=evidence),)


def _same(one: Contact, other: Contact) -> bool:
    if set(one.emails) & set(other.emails) or set(one.phones) & set(other.phones):
        return True
    return one.name is not None and one.name == other.name


def _joined(contact: Contact, same: list[Contact]) -> Contact:
    for other in same:
        contact = replace(
            contact,
            name=contact.name or other.name,
            role=contact.role or other.role,
            emails=tuple(dict.fromkeys((*contact.emails, *other.emails))),
            phones=tuple(dict.fromkeys((*contact.phones, *other.phones))),
        )
    return contact
