"""One file a hiring platform or job board. The file is the registration: whatever is here is tried on each page."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from scrapers.generic import Scraper
from scrapers.page import Page


@cache
def scrapers() -> tuple[type[Scraper], ...]:
    """The scraper of every file in this folder, in order of the file names."""
    found: list[type[Scraper]] = []
    for module_info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{module_info.name}")
        found.extend(
            value
            for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, Scraper) and value.__module__ == module.__name__
        )
    return tuple(found)


@cache
def _by_host() -> dict[str, type[Scraper]]:
    """The scrapers by their hosts; a page's is one of these or below it."""
    return {host: scraper for scraper in reversed(scrapers()) for host in scraper.HOSTS}


@cache
def _by_class() -> dict[str, type[Scraper]]:
    """The scrapers by the marks that are a bare class; most marks are, and all of them are one look-up a page."""
    return {mark[1:]: scraper for scraper in reversed(scrapers()) for mark in scraper.MARKS if mark.startswith(".")}


def scraper_for(page: Page) -> type[Scraper]:
    """The scraper of the page's site: by host first, then by the page's own marks; the generic one else."""
    parts = page.host.split(".")
    for place in range(len(parts)):
        if scraper := _by_host().get(".".join(parts[place:])):
            return scraper
    marked = _by_class().keys() & page.class_names
    if marked:
        return _by_class()[min(marked)]
    return next((scraper for scraper in scrapers() if scraper.has_mark(page)), Scraper)
