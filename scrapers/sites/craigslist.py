"""Craigslist."""

from __future__ import annotations

from scrapers.generic import Scraper
from scrapers.selecting import select, where
from scrapers.values import Found, text_of


class Craigslist(Scraper):
    """Craigslist."""

    HOSTS = ("craigslist.org",)
    MARKS = ("#titletextonly", ".postingtitletext")
    WHERE = where(
        title=("#titletextonly",),
        posted_on=("time.date",),
        pay=(".remuneration .valu",),
        employment_type=(".employment_type .valu",),
        description=("#postingbody",),
    )

    def location(self) -> Found[str] | None:
        """Behind the title in brackets, else under the map."""
        for line in select(self.page, ".postingtitletext")[:1]:
            _, bracket, place = text_of(line).rpartition("(")
            if bracket and place.endswith(")"):
                return self.at(place.rstrip(") "), line)
        mapped = next(iter(select(self.page, ".mapaddress")), None)
        return self.at(text_of(mapped), mapped) if mapped and text_of(mapped) else super().location()
