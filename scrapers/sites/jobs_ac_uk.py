"""jobs.ac.uk: universities and research, mostly in the United Kingdom."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class JobsAcUk(Scraper):
    """jobs.ac.uk: universities and research, mostly in the United Kingdom."""

    HOSTS = ("jobs.ac.uk",)
    MARKS = (".j-advert__title", ".j-advert-details__container")
    WHERE = where(
        title=(".j-advert__title",),
        employer=(".j-advert__employer",),
    )
