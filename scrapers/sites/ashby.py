"""Ashby: jobs.ashbyhq.com."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Ashby(Scraper):
    """Ashby: jobs.ashbyhq.com."""

    HOSTS = ("ashbyhq.com",)
    MARKS = (".ashby-job-posting-heading", ".ashby-job-posting-left-pane")
    WHERE = where(
        title=(".ashby-job-posting-heading",),
        description=(".ashby-job-posting-right-pane",),
    )
