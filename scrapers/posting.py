"""The records a page is read into: frozen, comparable, and JSON as they stand through ``as_dict``."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal, TypeAlias

Kind: TypeAlias = Literal["posting", "employer", "list", "expired", "wall"]
Wish: TypeAlias = Literal["forbidden", "welcome", "unstated"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame inside the captured page: its own address and its rendered HTML."""

    url: str | None
    html: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a value was read from, and where on the page they stood (a CSS path, or ``json-ld``)."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Pay:
    """What is paid, in whole or decimal units of an ISO 4217 currency; ``per`` is the period."""

    min: float | int | None
    max: float | int | None
    currency: str | None
    per: Literal["hour", "day", "week", "month", "year"] | None


@dataclass(frozen=True, slots=True)
class Apply:
    """How the employer wants to be applied to, and the address, link or number for it."""

    by: Literal["email", "web", "phone", "post"] | None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or desk to follow up with. E-mails are lower case, phones E.164 (``;ext=`` for extensions)."""

    name: str | None
    role: str | None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    sure: bool = False
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """An address or number on the page that is not for following up, and why not."""

    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the page itself asks of applicants about calls and about contact of any kind."""

    calls: Wish = "unstated"
    contact: Wish = "unstated"
    hours: str | None = None
    text: str | None = None

    @property
    def verdict(self) -> Wish:
        """``forbidden`` if either calls or all contact are; else what is said of calls."""
        return "forbidden" if "forbidden" in (self.calls, self.contact) else self.calls


@dataclass(frozen=True, slots=True)
class Posting:
    """One page, read. A value the page does not state is None or empty; ``problems`` says what could not be read."""

    kind: Kind
    title: str | None = None
    employer: str | None = None
    location: str | None = None
    employment_type: str | None = None
    posted_on: date | None = None
    closes_on: date | None = None
    reference: str | None = None
    pay: Pay | None = None
    apply: Apply | None = None
    language: str | None = None
    description: str | None = None
    wants: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    others: tuple[Other, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    url: str | None = None
    country: str | None = None
    site: str | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The posting as JSON types alone: numbers, strings, lists, dicts, ISO 8601 dates."""
        record = asdict(self)
        for key in ("posted_on", "closes_on"):
            record[key] = record[key].isoformat() if record[key] else None
        for key in ("wants", "contacts", "others", "problems"):
            record[key] = list(record[key])
        for contact in record["contacts"]:
            contact["emails"], contact["phones"] = list(contact["emails"]), list(contact["phones"])
        record["calls"] = self.wishes.verdict
        return record
