"""From a place in words to country, region and time zone."""

from __future__ import annotations

import pytest

from server.followups.places import Place, resolve, zone_of


@pytest.mark.parametrize(
    ("words", "country", "place"),
    [
        ("Seattle, WA", None, Place("US", "WA", "America/Los_Angeles")),
        ("Seattle WA", None, Place("US", "WA", "America/Los_Angeles")),
        ("Seattle, WA 98101", "US", Place("US", "WA", "America/Los_Angeles")),
        ("Austin, Texas, United States", None, Place("US", "TX", "America/Chicago")),
        ("Portland, OR (hybrid)", None, Place("US", "OR", "America/Los_Angeles")),
        ("Vancouver, BC", None, Place("CA", "BC", "America/Vancouver")),
        ("Vancouver, WA", None, Place("US", "WA", "America/Los_Angeles")),
        ("London, ON", None, Place("CA", "ON", "America/Toronto")),
        ("London", None, Place("GB", None, "Europe/London")),
        ("Edinburgh, Scotland", None, Place("GB", "SCT", "Europe/London")),
        ("Remote, UK", None, Place("GB", None, "Europe/London")),
        ("Perth, WA", None, Place("AU", "WA", "Australia/Perth")),
        ("Sydney NSW 2000", None, Place("AU", "NSW", "Australia/Sydney")),
        ("Paris, TX", None, Place("US", "TX", "America/Chicago")),
        ("San Francisco", None, Place("US", "CA", "America/Los_Angeles")),
        ("Boston", "US", Place("US", "MA", "America/New_York")),
        ("Montréal", "CA", Place("CA", "QC", "America/Toronto")),
        ("Berlin, DE", None, Place("DE", "BE", "Europe/Berlin")),
        ("München, Bayern", "DE", Place("DE", "BY", "Europe/Berlin")),
        ("Toronto, CA", None, Place("CA", "ON", "America/Toronto")),
        ("Los Angeles, CA", None, Place("US", "CA", "America/Los_Angeles")),
        ("Praha", "CZ", Place("CZ", None, "Europe/Prague")),
        ("Zürich", "CH", Place("CH", "ZH", "Europe/Zurich")),
        ("Auckland", "NZ", Place("NZ", "AUK", "Pacific/Auckland")),
    ],
)
def test_a_place_in_words(words: str, country: str | None, place: Place):
    assert resolve(words, country) == place


@pytest.mark.parametrize("words", ["Remote", "", None, "anywhere you like"])
def test_words_that_name_no_place(words: str | None):
    assert resolve(words) == Place()


def test_a_country_whose_zones_lie_far_apart_has_none_of_its_own():
    assert resolve("Remote", "US") == Place("US")
    assert zone_of("BR") is None
    assert zone_of("ES") == "Europe/Madrid"
    assert zone_of(None) is None


def test_the_region_of_a_country_decides_its_zone():
    assert zone_of("US", "WA") == zone_of("us", "US-WA") == "America/Los_Angeles"
