"""Personio: ….jobs.personio.de and .com."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Personio(Scraper):
    """Personio: ….jobs.personio.de and .com."""

    HOSTS = ("jobs.personio.de", "jobs.personio.com", "personio.de")
    MARKS = (".job-detail-desc", "[class^=JobDetails_]", ".detail-title")
    WHERE = where(
        title=(".detail-title", "[class^=JobDetails_] h1", "h1.job-title"),
        location=(".detail-subtitle", ".job-office"),
        description=(".job-detail-desc",),
    )
