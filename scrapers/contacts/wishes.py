"""What a page asks of applicants about calls and about contact of any kind."""

from __future__ import annotations

from scrapers.page import Page
from scrapers.posting import Wishes


def find(page: Page) -> Wishes:
    """The wishes a page states, with the sentence they were read from."""
    return Wishes()
