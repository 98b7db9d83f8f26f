"""One file a hiring platform or job board. The file is the registration: whatever is here is tried on each page."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from scrapers.generic import Scraper
from scrapers.page import Page
from scrapers.selecting import beginning, begun


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


@cache
def _by_beginning() -> dict[str, dict[str, list[type[Scraper]]]]:
    """The scrapers by what each of their other marks begins with: the kind of name, then the name."""
    found: dict[str, dict[str, list[type[Scraper]]]] = {}
    for scraper in scrapers():
        for mark in scraper.MARKS:
            sign, name = beginning(mark)
            if sign != ".":
                found.setdefault(sign, {}).setdefault(name, []).append(scraper)
    return found


@cache
def _asked() -> tuple[type[Scraper], ...]:
    """The scrapers that judge a page themselves."""
    own = Scraper.has_mark.__func__  # type: ignore[attr-defined]
    return tuple(scraper for scraper in scrapers() if scraper.has_mark.__func__ is not own)  # type: ignore[attr-defined]


def scraper_for(page: Page) -> type[Scraper]:
    """The scraper of the page's site: by host first, then by the page's own marks; the generic one else."""
    parts = page.host.split(".")
    for place in range(len(parts)):
        if scraper := _by_host().get(".".join(parts[place:])):
            return scraper
    marked = _by_class().keys() & page.class_names
    if marked:
        return _by_class()[min(marked)]
    likely = list(_asked())
    for sign, names in _by_beginning().items():
        for name in names.keys() & begun(page, sign):
            likely += names[name]
    own = (scraper for scraper in likely if scraper.has_mark(page))
    return min(own, key=scrapers().index, default=Scraper)
