"""The reader for any page: one method a field; structured data first, then labels, marks, and the page's own text."""

from __future__ import annotations

from datetime import date
from typing import Any

from scrapers import body, employers, kinds, locations, terms, titles, when
from scrapers.facts import Facts, Found
from scrapers.language import guess_language
from scrapers.posting import Apply, Evidence, Kind, Pay, Posting


class Scraper(Facts):
    """Reads one page. A site's scraper derives from this and overrides only what its pages do differently."""

    def read(self) -> Posting:
        """Everything the page says, as a posting."""
        kind = self.kind()
        evidence: dict[str, Evidence] = {}
        values: dict[str, Any] = {}
        for field in FIELDS:
            hit = getattr(self, field)() if self._wanted(field, kind) else None
            if hit is not None:
                values[field] = hit.value
                evidence[field] = hit.evidence
            if field == "title":
                self.title_text = values.get("title")
        wants = self.wants(values.get("description")) if kind in ("posting", "expired") else ()
        return Posting(
            kind=kind,
            wants=wants,
            language=self.language(),
            url=self.page.url,
            country=self.country,
            evidence=evidence,
            problems=tuple(self.page.problems),
            **values,
        )

    def _wanted(self, field: str, kind: Kind) -> bool:
        """A wall has nothing to read, a list no job of its own, an employer's page no title and no dates."""
        if kind == "wall":
            return False
        if kind == "list":
            return field == "description"
        return kind != "employer" or field in ("employer", "location", "apply", "description")

    def kind(self) -> Kind:
        """What the page is."""
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
        return terms.find_pay_of(self)

    def posted_on(self) -> Found[date] | None:
        """The day it was put up."""
        return when.find_posted(self)

    def closes_on(self) -> Found[date] | None:
        """The last day to apply."""
        return when.find_closes(self)

    def reference(self) -> Found[str] | None:
        """The employer's own number for it."""
        return terms.find_reference(self)

    def apply(self) -> Found[Apply] | None:
        """How to apply, and where."""
        return terms.find_apply(self)

    def description(self) -> Found[str] | None:
        """The posting's text, one line a paragraph or item."""
        return body.find_description(self)

    def wants(self, description: str | None) -> tuple[str, ...]:
        """What is asked for, line by line."""
        return body.find_wants(self, description)

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
    "apply",
    "description",
)
