"""StepStone: .de, .at, .be, .nl."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Stepstone(Scraper):
    """StepStone: .de, .at, .be, .nl."""

    HOSTS = ("stepstone.de", "stepstone.at", "stepstone.be", "stepstone.nl", "stepstone.fr")
    MARKS = ("[data-at=header-job-title]", ".at-header-company-jobTitle", ".at-listing__list-icons_location")
    WHERE = where(
        title=("[data-at=header-job-title]", ".at-header-company-jobTitle"),
        employer=("[data-at=header-company-name]", "[data-at=metadata-company-name]", ".at-header-company-name"),
        location=("[data-at=metadata-location]", ".at-listing__list-icons_location"),
        posted_on=("[data-at=metadata-online-date]", ".at-listing__list-icons_date"),
        employment_type=("[data-at=metadata-work-type]", ".at-listing__list-icons_work-type"),
    )
