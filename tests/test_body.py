"""The posting's own text: its lines, and nothing of what surrounds them."""

from __future__ import annotations

import pytest

from scrapers import scrape

FILLER = "The kitchen of the clinic feeds two hundred guests a day, and the team is small. " * 5


def description(*parts: str) -> str:
    return scrape(f"<title>Cook</title><h1>Cook</h1><p>{FILLER}</p>{''.join(parts)}").description or ""


def test_each_paragraph_and_item_is_a_line() -> None:
    lines = description("<ul><li>A sharp knife</li><li>Early mornings</li></ul><p>Lunch is<br>at noon.</p>").split("\n")
    assert lines == [FILLER.strip(), "A sharp knife", "Early mornings", "Lunch is", "at noon."]


@pytest.mark.parametrize(
    "line",
    [
        "This website uses cookies",
        "Should you accept cookies, you agree that they are kept.",
        "Wir verwenden Cookies, um die Seite zu verbessern.",
        "Warning: your browser is outdated.",
        "© 2026 Northlake Clinic",
    ],
)
def test_what_no_posting_says_is_left_out(line: str) -> None:
    assert line not in description(f"<div>{line}</div>")


def test_the_cookies_of_a_baker_are_no_noise() -> None:
    assert "You bake bread and cookies for our guests." in description(
        "<p>You bake bread and cookies for our guests.</p>"
    )
