"""Recruitee: ….recruitee.com and career sites built with it."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Recruitee(Scraper):
    """Recruitee: ….recruitee.com and career sites built with it."""

    HOSTS = ("recruitee.com",)
    MARKS = (".custom-css-style-job-title", ".custom-css-style-job-location", "[data-cy=offer-title]")
    WHERE = where(
        title=(".custom-css-style-job-title", "[data-cy=offer-title]", "h1"),
        employer=(".custom-css-style-navigation-logo span", ".custom-css-style-navigation-logo img"),
        location=(
            ".custom-css-style-job-location",
            "[data-testid=styled-location-name]",
            ".custom-css-style-job-location-city",
        ),
    )
