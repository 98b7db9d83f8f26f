"""Workable: apply.workable.com and ….workable.com."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Workable(Scraper):
    """Workable: apply.workable.com and ….workable.com."""

    HOSTS = ("workable.com",)
    MARKS = ("[data-ui=job-title]", "[data-ui=job-description]")
    WHERE = where(
        title=("[data-ui=job-title]",),
        location=("[data-ui=job-location]",),
        employment_type=("[data-ui=job-type]",),
    )
