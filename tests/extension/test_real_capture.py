"""What is read of a capture of a real page is no worse than what is read of the page itself."""

from __future__ import annotations

import re
from typing import Any

import pytest
import real_pages
from playwright.sync_api import Browser

pytestmark = [pytest.mark.real, pytest.mark.browser]


@pytest.fixture(scope="module")
def captured(chromium: Browser) -> dict[str, list[dict[str, Any]]]:
    """What a click would send of each real page, by file name."""
    with real_pages.saved_pages(chromium) as context:
        return {label["file"]: real_pages.capture(context, label) for label in real_pages.labels()}


def test_captures_score_no_worse_than_their_pages(captured):
    labels, score = real_pages.labels(), real_pages.scorer()
    of_pages = score.score(labels, {label["file"]: real_pages.read_page(label) for label in labels})
    read = {label["file"]: real_pages.read_capture(label, captured[label["file"]]) for label in labels}
    of_captures = score.score(labels, read)
    pages, captures = ({row[0]: row[1:] for row in score.report(tally)} for tally in (of_pages, of_captures))
    lost = sorted(set(of_captures.misses) - set(of_pages.misses))
    assert pages.keys() == captures.keys() and len(pages) > 10
    assert {measure for measure in pages if worth(captures[measure]) < worth(pages[measure])} == set(), "\n".join(lost)


def worth(row: tuple[str, ...]) -> tuple[float, ...]:
    """A row's figures, higher is better: precision, recall, score; or how few were invented."""
    *figures, counts = row
    if counts.endswith("invented"):
        return (-float(counts.split()[0]),)
    return tuple(float(figure) for figure in figures if figure)


def test_captures_of_real_pages_hold_no_script_but_data_and_stay_under_the_limit(captured):
    for file, (top, *_) in captured.items():
        assert len(top["html"].encode()) <= 3_000_000, file
        scripts = re.findall(r"<script(?![^>]*ld\+json)[^>]*>(.{9})", top["html"])
        assert set(scripts) <= {"window.__", "[null,nul"}, file  # a board's state, cut down to the posting
        assert "<style" not in top["html"] and "<svg" not in top["html"], file
