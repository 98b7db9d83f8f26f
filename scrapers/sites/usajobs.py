"""USAJOBS: the job announcements of the United States government."""

from __future__ import annotations

from datetime import date

from scrapers.dates import find_dates
from scrapers.generic import Scraper
from scrapers.selecting import select, where
from scrapers.values import Found, text_of


class Usajobs(Scraper):
    """USAJOBS: the job announcements of the United States government."""

    HOSTS = ("usajobs.gov",)
    MARKS = (".usajobs-joa-banner", ".usajobs-joa-summary", ".usajobs-joa-section")
    WHERE = where(
        title=(".usajobs-joa-banner__title", "#job-title"),
        employer=(".usajobs-joa-banner__agency", ".usajobs-joa-banner__dept"),
        location=(
            ".usajobs-joa-locations__body-label",
            ".usajobs-joa-locations__city",
            ".usajobs-joa-locations__list-item",
        ),
    )

    def posted_on(self) -> Found[date] | None:
        """The first of "Open & closing dates"."""
        return self._open(0) or super().posted_on()

    def closes_on(self) -> Found[date] | None:
        """The second of them."""
        return self._open(1) or super().closes_on()

    def _open(self, which: int) -> Found[date] | None:
        for item in select(self.page, ".usajobs-joa-summary__item"):
            text = text_of(item)
            if text.casefold().startswith("open & closing"):
                days = sorted(find_dates(text, month_first=True), key=lambda dated: dated.start)
                return self.at(days[which].day, item) if len(days) == 2 else None
        return None
