"""USAJOBS: the job announcements of the United States government."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Usajobs(Scraper):
    """USAJOBS: the job announcements of the United States government."""

    HOSTS = ("usajobs.gov",)
    MARKS = (".usajobs-joa-banner", ".usajobs-joa-summary", ".usajobs-joa-section")
    WHERE = where(
        title=(".usajobs-joa-banner__title", "#job-title"),
        employer=(".usajobs-joa-banner__agency", ".usajobs-joa-banner__dept"),
        location=(".usajobs-joa-locations__body-label", ".usajobs-joa-locations__city"),
    )
