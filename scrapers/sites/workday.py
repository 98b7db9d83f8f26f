"""Workday: wd1.myworkdayjobs.com and its kin."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Workday(Scraper):
    """Workday: wd1.myworkdayjobs.com and its kin."""

    HOSTS = ("myworkdayjobs.com", "myworkdaysite.com", "workday.com")
    MARKS = ("[data-automation-id=jobPostingHeader]", "[data-automation-id=jobPostingPage]")
    WHERE = where(
        title=("[data-automation-id=jobPostingHeader]",),
        location=("[data-automation-id=locations] dd",),
        posted_on=("[data-automation-id=postedOn] dd",),
        reference=("[data-automation-id=requisitionId] dd",),
        employment_type=("[data-automation-id=time] dd",),
        description=("[data-automation-id=jobPostingDescription]",),
    )
