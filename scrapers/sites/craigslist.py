"""Craigslist."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Craigslist(Scraper):
    """Craigslist."""

    HOSTS = ("craigslist.org",)
    MARKS = ("#titletextonly", ".postingtitletext")
    WHERE = where(
        title=("#titletextonly",),
        location=(".postingtitletext small", ".mapaddress"),
        posted_on=("time.date",),
        description=("#postingbody",),
    )
