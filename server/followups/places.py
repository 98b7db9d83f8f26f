"""From a place in words to country, region and time zone: ``resolve("Seattle, WA")``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of a place: ISO 3166 country and subdivision, IANA time zone; None where it is not."""

    country: str | None = None
    region: str | None = None
    timezone: str | None = None


def resolve(text: str | None, country: str | None = None) -> Place:
    """The place that the words name; unknown parts stay None."""
    return Place(country=country)


def zone_of(country: str | None, region: str | None = None) -> str | None:
    """The time zone of a country or its region, where it has only one."""
    return None
