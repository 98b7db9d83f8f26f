"""The reader for any page: one method a field; structured data first, then meta elements, then the page's own text."""

from __future__ import annotations

from datetime import datetime

from scrapers.page import Page
from scrapers.posting import Evidence, Kind, Posting


class Scraper:
    """Reads one page. A site's scraper derives from this and overrides only what its pages do differently."""

    def __init__(self, page: Page, *, captured_at: datetime | None = None) -> None:
        """``captured_at`` is what relative dates ("3 days ago") count from; without it they are not read."""
        self.page = page
        self.captured_at = captured_at
        self.evidence: dict[str, Evidence] = {}

    def read(self) -> Posting:
        """Everything the page says, as a posting."""
        title = self.title()
        language = self.language()
        return Posting(
            kind=self.kind(),
            title=title,
            language=language,
            url=self.page.url,
            evidence=self.evidence,
            problems=tuple(self.page.problems),
        )

    def kind(self) -> Kind:
        """What the page is."""
        return "posting"

    def title(self) -> str | None:
        """The job's title."""
        if headings := self.page.tags("h1"):
            return " ".join(headings[0].get_text(" ").split()) or None
        return self.page.title or None

    def language(self) -> str | None:
        """The language the posting is written in, as its two-letter code."""
        return self.page.lang[:2].lower() if self.page.lang else None
