"""Teamtailor: ….teamtailor.com and career sites built with it."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Teamtailor(Scraper):
    """Teamtailor: ….teamtailor.com and career sites built with it."""

    HOSTS = ("teamtailor.com",)
    MARKS = ("[data-controller^=careersite]", "link[href*=teamtailor-cdn]", "script[src*=teamtailor-cdn]")
    WHERE = where(
        title=("h1",),
        description=(".company-links", "[data-controller=careersite--jobs--description]"),
    )
