"""Personio: ….jobs.personio.de and .com."""

from __future__ import annotations

from scrapers.generic import Scraper
from scrapers.selecting import select, where
from scrapers.values import Found, text_of


class Personio(Scraper):
    """Personio: ….jobs.personio.de and .com."""

    HOSTS = ("jobs.personio.de", "jobs.personio.com", "personio.de")
    MARKS = (".job-position-title", ".jb-description-item", ".detail-block-description", ".job-detail-desc")
    WHERE = where(
        title=(".job-position-title", "h1.detail-title", "h1.job-title"),
        employment_type=(".detail-subtitle",),
        location=(".job-office",),
        description=(".job-detail-desc",),
    )

    def location(self) -> Found[str] | None:
        """The line under the title ends with it: "Permanent, full-time · Konstanz"."""
        for line in select(self.page, ".detail-subtitle")[:1]:
            place = text_of(line).rpartition("·")[2].strip()
            if place:
                return self.at(place, line)
        return super().location()
