"""Recruitee: ….recruitee.com and career sites built with it."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Recruitee(Scraper):
    """Recruitee: ….recruitee.com and career sites built with it."""

    HOSTS = ("recruitee.com",)
    MARKS = ("[data-cy=offer-title]", ".custom-css-style-job-location")
    WHERE = where(
        title=("[data-cy=offer-title]", "h1"),
        location=(
            ".custom-css-style-job-location",
            "[data-testid=styled-location-name]",
            ".custom-css-style-job-location-city",
        ),
    )
