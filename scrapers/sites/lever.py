"""Lever: jobs.lever.co."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Lever(Scraper):
    """Lever: jobs.lever.co."""

    HOSTS = ("lever.co",)
    MARKS = (".posting-headline", "[data-qa=btn-apply-bottom]")
    WHERE = where(
        title=(".posting-headline h2",),
        employer=(".main-header-logo img",),
        location=(".posting-categories .location",),
        employment_type=(".posting-categories .commitment",),
        pay=("[data-qa=salary-range]",),
    )
