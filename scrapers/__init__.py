"""Read job pages: HTML in, a Posting out. A pure library that knows no server and no network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from scrapers.kept import forget
from scrapers.posting import Apply, Contact, Evidence, Frame, Other, Pay, Posting, Wishes

if TYPE_CHECKING:
    from scrapers.generic import Scraper
    from scrapers.page import Page

__all__ = ["Apply", "Contact", "Evidence", "Frame", "Other", "Pay", "Posting", "Wishes", "scrape"]

_FRAMES = 12


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
    and a frame is read where the page has none. ``selection`` is what the person had marked; it is read where neither
    the page nor a frame holds a posting.

    Pure: no network, no clock, no global state. Never raises for what a page holds; what could not be read is said in
    ``Posting.problems``.
    """
    posting = _read(html, url, captured_at)
    if posting.kind in ("posting", "expired"):
        return posting
    for frame in frames[:_FRAMES]:
        inner = _read(frame.html, frame.url, captured_at)
        if inner.kind in ("posting", "expired") and inner.title:
            return _within(inner, posting)
    return posting


def _read(html: str | bytes, url: str | None, captured_at: datetime | None) -> Posting:
    page_class, scraper_for = _reader()
    forget()
    page = page_class(html, url)
    return scraper_for(page)(page, captured_at=captured_at).read()


@cache
def _reader() -> tuple[type[Page], Callable[[Page], type[Scraper]]]:
    """What reads a page, imported at the first: a process that only handles postings carries no parser (20 MB)."""
    from scrapers.page import Page
    from scrapers.sites import scraper_for

    return Page, scraper_for


def _within(inner: Posting, outer: Posting) -> Posting:
    """A frame's posting as the posting of the page around it: at its address, its employer filled in from the page."""
    evidence = dict(inner.evidence)
    if not inner.employer and "employer" in outer.evidence:
        evidence["employer"] = outer.evidence["employer"]
    return replace(
        inner,
        url=outer.url or inner.url,
        employer=inner.employer or outer.employer,
        country=inner.country or outer.country,
        evidence=evidence,
        problems=(*outer.problems, *inner.problems),
    )
