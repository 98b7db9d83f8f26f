"""Greenhouse: boards.greenhouse.io, job-boards.greenhouse.io, and its board inside a frame."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class Greenhouse(Scraper):
    """Greenhouse: boards.greenhouse.io, job-boards.greenhouse.io, and its board inside a frame."""

    HOSTS = ("greenhouse.io",)
    MARKS = ("#grnhse_app", "#app_body", ".job__title", ".job__description")
    WHERE = where(
        title=(".job__title h1", "h1.job__title", ".app-title"),
        employer=(".company-name",),
        location=(".job__location", "#header .location"),
        description=(".job__description", "#content"),
    )
