"""The country that a page speaks for: what its numbers and dates are read by, and its hours are planned in."""

from __future__ import annotations

import pytest

from scrapers import scrape
from scrapers.countries import country_of_place

PAGE = """<html lang="{lang}"><head><title>Bar manager</title></head><body><main><h1>Bar manager</h1>
<p>Location: {place}</p><p>Northlake Inn is looking for a bar manager. Please call Dana Example on {number}.</p></main>
</body></html>"""


@pytest.mark.parametrize(
    ("lang", "place", "number", "country", "dialled"),
    [
        ("en", "Leeds", "0113 496 0345", "GB", "+441134960345"),
        ("en-US", "Leeds", "0113 496 0345", "GB", "+441134960345"),
        ("en-US", "Seattle, WA", "206-555-0142", "US", "+12065550142"),
        ("en-US", "Swanmere", "206-555-0142", "US", "+12065550142"),
        ("en-GB", "Swanmere", "0113 496 0345", "GB", "+441134960345"),
        ("en", "Dublin, OH", "206-555-0142", "US", "+12065550142"),
        ("en", "Amsterdam", "020 791 0123", "NL", "+31207910123"),
    ],
)
def test_a_town_of_note_stands_for_its_country(lang: str, place: str, number: str, country: str, dialled: str) -> None:
    posting = scrape(PAGE.format(lang=lang, place=place, number=number))
    assert posting.country == country
    assert [phone for contact in posting.contacts for phone in contact.phones] == [dialled]


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("London, Ontario, Canada", "CA"),
        ("Paris, TX", "US"),
        ("Yerevan, with travel to regions", "AM"),
        ("Utrecht / hybrid", "NL"),
        ("US-WA-Seattle", "US"),
        ("Birmingham", None),
        ("Reading", None),
        ("A split shift", None),
    ],
)
def test_a_state_or_country_outweighs_the_town(place: str, country: str | None) -> None:
    assert country_of_place(place) == country
