"""What was read from a page, cleaned at the door, as the columns and contacts it may become."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from scrapers.posting import Kind, Wish
from server import addresses, cleaning
from server.store.rows import Row

MOST_CONTACTS = 40
KINDS: tuple[str, ...] = get_args(Kind)
Page = Literal["posting", "employer", "list", "expired", "wall", "unread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundContact:
    """A person or desk as read; addresses and numbers are such that they can be mailed and dialled."""

    name: str | None
    role: str | None
    emails: list[str]
    phones: list[str]
    sure: bool
    evidence_text: str | None = None
    evidence_where: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One reading of one page. ``fields`` are columns of ``applications`` and ``postings`` that the page states."""

    kind: Page
    fields: Row = field(default_factory=dict)
    contacts: list[FoundContact] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def clean(posting: dict[str, Any], capture: Row) -> Read:
    """A posting (``Posting.as_dict``) as it may be kept: texts bounded, dates real, addresses usable."""
    kind: Page = cleaning.choice(posting.get("kind"), Kind, "posting")
    fields = _fields(posting) | {"url": capture["url"], "posted_where": _posted_where(posting, capture)}
    if kind in ("wall", "list") and not fields["title"]:
        fields["title"] = capture["title"]
    return Read(
        kind=kind,
        fields={name: given for name, given in fields.items() if given not in (None, "", [], {})},
        contacts=contacts(posting),
        problems=cleaning.texts(posting.get("problems")),
    )


def unread(capture: Row, problem: str) -> Read:
    """What a page that could not be read still tells: where it lies, and its title."""
    fields = {"url": capture["url"], "title": capture["title"], "posted_where": addresses.host(capture["url"])}
    return Read(kind="unread", fields={name: given for name, given in fields.items() if given}, problems=[problem])


def _fields(posting: dict[str, Any]) -> Row:
    apply, wishes = _part(posting, "apply"), _part(posting, "wishes")
    employer, reference = cleaning.text(posting.get("employer")), cleaning.text(posting.get("reference"))
    return {
        "title": cleaning.text(posting.get("title")),
        "employer": employer,
        "employer_key": cleaning.employer_key(employer),
        "reference": reference,
        "reference_key": cleaning.reference_key(reference),
        "location": cleaning.text(posting.get("location")),
        "country": _country(posting.get("country")),
        "employment_type": cleaning.text(posting.get("employment_type")),
        "posted_on": cleaning.day(posting.get("posted_on")),
        "closes_on": cleaning.day(posting.get("closes_on")),
        "pay": cleaning.pay(posting.get("pay")),
        "apply_by": cleaning.choice(apply.get("by"), Literal["email", "web", "phone", "post"], None),
        "apply_to": cleaning.text(apply.get("to"), addresses.MAX),
        "language": cleaning.text(posting.get("language"), 20),
        "description": cleaning.block(posting.get("description")),
        "wants": cleaning.texts(posting.get("wants")),
        "others": cleaning.tree(posting.get("others")) or [],
        "evidence": cleaning.tree(_part(posting, "evidence")),
        "calls": cleaning.choice(wishes.get("calls"), Wish, "unstated"),
        "contact": cleaning.choice(wishes.get("contact"), Wish, "unstated"),
        "call_hours": cleaning.text(wishes.get("hours")),
        "wish_text": cleaning.text(wishes.get("text"), cleaning.LONG),
    }


def _part(posting: dict[str, Any], name: str) -> dict[str, Any]:
    part = posting.get(name)
    return part if isinstance(part, dict) else {}


def _country(given: Any) -> str | None:
    code = (cleaning.text(given, 2) or "").upper()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def _posted_where(posting: dict[str, Any], capture: Row) -> str | None:
    return cleaning.text(posting.get("site"), 100) or addresses.host(capture["url"])


def contacts(posting: dict[str, Any]) -> list[FoundContact]:
    """The contacts of a posting that have at least a name, an address or a number."""
    given = posting.get("contacts")
    read = [_contact(one) for one in given[:MOST_CONTACTS] if isinstance(one, dict)] if isinstance(given, list) else []
    return [one for one in read if one.name or one.emails or one.phones]


def _contact(given: dict[str, Any]) -> FoundContact:
    evidence = _part(given, "evidence")
    return FoundContact(
        name=cleaning.text(given.get("name"), 200),
        role=cleaning.text(given.get("role"), 200),
        emails=[one for one in map(cleaning.email, _list(given, "emails")) if one],
        phones=[one for one in map(cleaning.phone, _list(given, "phones")) if one],
        sure=given.get("sure") is True,
        evidence_text=cleaning.text(evidence.get("text"), cleaning.LONG),
        evidence_where=cleaning.text(evidence.get("where")),
    )


def _list(given: dict[str, Any], name: str) -> list[Any]:
    part = given.get(name)
    return part[:20] if isinstance(part, list) else []
