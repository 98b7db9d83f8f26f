"""What is asked for, as lines: under known headings and headings that read like them, and nothing that follows."""

from __future__ import annotations

import pytest

from scrapers import scrape

FILLER = "<p>" + "The kitchen of the clinic feeds two hundred guests a day, and the team is small. " * 4 + "</p>"


def wants(*parts: str) -> tuple[str, ...]:
    return scrape(f"<title>Cook</title><h1>Cook</h1>{FILLER}{''.join(parts)}").wants


@pytest.mark.parametrize(
    "heading",
    [
        "<h3>Requirements</h3>",
        "<p>Server engineer requirements:</p>",
        "<p><b>EDUCATION &amp; EXPERIENCE</b></p>",
        "<p>Minimum Education and Experience Requirements:</p>",
        "<p>Requirements for this position:</p>",
        "<p>You must possess:</p>",
        "<p>The ideal candidate will have:</p>",
        "<p># Role requirements</p>",
        "<h2>Was Sie mitbringen</h2>",
        "<h2>Votre profil</h2>",
    ],
)
def test_a_heading_opens_them(heading: str) -> None:
    assert wants(heading, "<ul><li>A sharp knife</li><li>Early mornings</li></ul>") == (
        "A sharp knife",
        "Early mornings",
    )


@pytest.mark.parametrize(
    "line",
    [
        "<li>Contact: Jane Doe, 206-555-0142</li>",
        "<li>Principal Investigator: Prof. Jane Doe</li>",
        "<li>Anna Moreau, Karl Lind, Mia Holm: Cryogenic amplifiers for cooks. Journal of Kitchens 12, 2026</li>",
        "<li>Northlake is an equal opportunity employer.</li>",
        "<li>For consideration, send your resume to jobs@northlake.example.com</li>",
        "<li>Job Type: Full-time</li>",
        "<li>www.northlake.example.com</li>",
    ],
)
def test_what_is_none(line: str) -> None:
    assert wants("<h3>Requirements</h3><ul><li>A sharp knife</li>", line, "</ul>") == ("A sharp knife",)


def test_items_that_run_together_are_told_apart() -> None:
    text = "Join the kitchen.Required Skills:• A sharp knife• Early mornings• Good humour"
    assert wants(f"<p>{text}</p>") == ("A sharp knife", "Early mornings", "Good humour")


def test_an_item_is_no_heading() -> None:
    items = "<ul><li>Strong written and verbal communication skills</li><li>Dishes</li></ul>"
    assert wants(f"<p>What you do here:</p>{items}") == ()
