"""SmartRecruiters: jobs.smartrecruiters.com."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Smartrecruiters(Scraper):
    """SmartRecruiters: jobs.smartrecruiters.com."""

    HOSTS = ("smartrecruiters.com",)
    MARKS = (".jobad-main", "spl-job-location")
    WHERE = where(
        title=("h1.job-title", ".job-title"),
        location=("spl-job-location", ".job-details [itemprop=address]"),
        description=(".job-sections",),
    )
