"""Jobs.cz and Práce.cz, the boards of LMC."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class JobsCz(Scraper):
    """Jobs.cz and Práce.cz, the boards of LMC."""

    HOSTS = ("jobs.cz", "prace.cz")
    MARKS = ("[data-test^=jd-]",)
    WHERE = where(
        title=("[data-test=jd-header-title]",),
        location=("[data-test=jd-info-location]",),
        description=("[data-test=jd-body-richtext]",),
    )
