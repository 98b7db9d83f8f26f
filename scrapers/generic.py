"""The reader for any page: one method a field; structured data first, then labels, marks, and the page's own text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from bs4 import Tag

from scrapers import (
    applying,
    body,
    contacts,
    employers,
    kinds,
    locations,
    paying,
    references,
    terms,
    titles,
    wants,
    when,
)
from scrapers.closed import is_closed
from scrapers.facts import Facts
from scrapers.language import guess_language
from scrapers.lazy import cached_property
from scrapers.page import Page
from scrapers.posting import Apply, Contact, Evidence, Kind, Pay, Posting
from scrapers.selecting import select, where
from scrapers.values import Found, text_of

# What a pane shows before its job has arrived is shorter than this.
_LEAST_TEXT = 200


class Scraper(Facts):
    """Reads one page. A site's scraper derives from this and overrides only what its pages do differently.

    ``HOSTS`` and ``MARKS`` say whose pages these are: a host by name or ending (``greenhouse.io`` is also
    ``job-boards.greenhouse.io``, never ``notgreenhouse.io``), or any mark of the page itself. ``WHERE`` says in which
    elements a field stands on them; marks and elements are selectors as ``scrapers.selecting`` knows them. A field that
    no element of ``WHERE`` gives is read as on any page. ``PANE`` names the element in which a page of search results
    shows the job that is open: what stands outside it is other jobs'.
    """

    HOSTS: tuple[str, ...] = ()
    MARKS: tuple[str, ...] = ()
    WHERE = where()
    PANE: tuple[str, ...] = ()

    def __init__(self, page: Page, *, captured_at: datetime | None = None) -> None:
        """``captured_at`` is what relative dates count from; without it they are not read."""
        super().__init__(page, captured_at=captured_at)
        pane = next((tag for selector in self.PANE for tag in select(page, selector)[:1]), None)
        if pane is not None and len(text_of(pane)) > _LEAST_TEXT:
            page.keep_only(pane)

    @classmethod
    def has_mark(cls, page: Page) -> bool:
        """Whether the page itself says that it is the site's."""
        return any(select(page, mark) for mark in cls.MARKS)

    @classmethod
    def name(cls) -> str | None:
        """The site's name: that of its file."""
        package, _, module = cls.__module__.rpartition(".")
        return module if package == "scrapers.sites" else None

    def read(self) -> Posting:
        """Everything the page says, as a posting."""
        kind = self.kind()
        evidence: dict[str, Evidence] = {}
        values: dict[str, Any] = {}
        for field in FIELDS:
            hit = self._field(field) if self._wanted(field, kind) else None
            if hit is not None:
                values[field], evidence[field] = hit.value, hit.evidence
            if field == "title":
                self.title_text = values.get("title")
            elif field == "employer":
                self.employer_text = values.get("employer")
        asked = self.wants(values.get("description")) if kind in ("posting", "expired") else ()
        language = self.language()
        people = contacts.find(
            self.page, country=self.country, language=language, employer=values.get("employer"), kind=kind
        )
        if people.said is not None:
            evidence["calls"] = people.said
        if self._wanted("apply", kind) and (way := self.apply(people.contacts)):
            values["apply"], evidence["apply"] = way.value, way.evidence
        return Posting(
            kind=kind,
            wants=asked,
            language=language,
            contacts=people.contacts,
            others=people.others,
            wishes=people.wishes,
            url=self.page.url,
            country=self.country,
            site=self.name(),
            evidence=evidence,
            problems=tuple(self.page.problems),
            **values,
        )

    def _field(self, field: str) -> Found[Any] | None:
        for selector in self.WHERE.get(field, ()):
            for tag in select(self.page, selector)[:5]:
                if hit := READERS[field](self, tag):
                    return hit
        found: Found[Any] | None = getattr(self, field)()
        return found

    def _wanted(self, field: str, kind: Kind) -> bool:
        """A wall has nothing to read, a list no job of its own, an employer's page no title and no dates."""
        if kind == "wall":
            return False
        if kind == "list":
            return field == "description"
        return kind != "employer" or field in ("employer", "location", "apply", "description")

    @cached_property
    def marked_title(self) -> str | None:
        """The words of the site's own mark of a title; a plain heading is none."""
        marks = (selector for selector in self.WHERE.get("title", ()) if selector not in ("h1", "h2"))
        return next((text_of(tag) for selector in marks for tag in select(self.page, selector)[:1]), None)

    def kind(self) -> Kind:
        """What the page is. Where the site's own mark of a title stands, it is a posting, whatever is around it."""
        if self.marked_title and not kinds.is_wall(self):
            return "expired" if is_closed(self) else "posting"
        return kinds.find_kind(self)

    def title(self) -> Found[str] | None:
        """The job's title."""
        return titles.find_title(self)

    def employer(self) -> Found[str] | None:
        """The organisation that hires."""
        return employers.find_employer(self)

    def location(self) -> Found[str] | None:
        """The place of work, "Remote" included."""
        return locations.find_location(self)

    def employment_type(self) -> Found[str] | None:
        """Full-time, part-time, internship …"""
        return terms.find_type(self)

    def pay(self) -> Found[Pay] | None:
        """What is paid."""
        return paying.find_pay(self)

    def posted_on(self) -> Found[date] | None:
        """The day it was put up."""
        return when.find_posted(self)

    def closes_on(self) -> Found[date] | None:
        """The last day to apply."""
        return when.find_closes(self)

    def reference(self) -> Found[str] | None:
        """The employer's own number for it."""
        return references.find_reference(self)

    def apply(self, people: Sequence[Contact] = ()) -> Found[Apply] | None:
        """How to apply, and where; ``people`` are the contacts of the page."""
        return applying.find_apply(self, people)

    def description(self) -> Found[str] | None:
        """The posting's text, one line a paragraph or item."""
        return body.find_description(self)

    def wants(self, description: str | None) -> tuple[str, ...]:
        """What is asked for, line by line."""
        return wants.find_wants(self, description)

    def language(self) -> str | None:
        """The language the posting is written in, as its two-letter code: by its words, else as declared."""
        declared = self.page.lang[:2].lower() if self.page.lang else None
        return guess_language(self.page.text[-6000:] if len(self.page.text) > 6000 else self.page.text) or declared


FIELDS = (
    "title",
    "employer",
    "location",
    "employment_type",
    "posted_on",
    "closes_on",
    "reference",
    "pay",
    "description",
)

# How the words of an element that WHERE names become a field's value.
READERS: dict[str, Callable[[Facts, Tag], Found[Any] | None]] = {
    "title": titles.from_element,
    "employer": employers.from_element,
    "location": locations.from_element,
    "employment_type": terms.type_from_element,
    "posted_on": when.from_element,
    "closes_on": when.from_element,
    "reference": references.from_element,
    "pay": paying.from_element,
    "description": body.from_element,
}
