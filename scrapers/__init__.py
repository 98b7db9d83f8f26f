"""Read job pages: HTML in, a Posting out. A pure library that knows no server and no network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from scrapers.generic import Scraper
from scrapers.page import Page
from scrapers.posting import Apply, Contact, Evidence, Frame, Other, Pay, Posting, Wishes

__all__ = ["Apply", "Contact", "Evidence", "Frame", "Other", "Page", "Pay", "Posting", "Wishes", "scrape"]


def scrape(
    html: str | bytes,
    url: str | None = None,
    *,
    captured_at: datetime | None = None,
    frames: Sequence[Frame] = (),
    selection: str | None = None,
) -> Posting:
    """Read one captured page.

    ``html`` is the page as rendered, ``url`` where it was captured (None if unknown). ``captured_at`` is what relative
    dates count from; without it they stay None. ``frames`` are the frames inside the page: the page's own posting wins,
    and a frame is read where the page has none. ``selection`` is what the person had marked.

    Pure: no network, no clock, no global state. Never raises for what a page holds; what could not be read is said in
    ``Posting.problems``.
    """
    return Scraper(Page(html, url), captured_at=captured_at).read()
