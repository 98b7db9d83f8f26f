"""From a place in words to country, region and time zone: ``resolve("Seattle, WA")``. No network.

Countries, cities and zones come from the tz database's own tables (package ``tzdata``), regions from the library
``holidays``, for whose calendars they are wanted. What the words do not tell stays None.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_ALIASES = {
    "GB": "uk, united kingdom, great britain, england, scotland, wales, northern ireland",
    "US": "usa, u.s., u.s.a., united states of america, america",
    "DE": "deutschland, allemagne",
    "AT": "osterreich",
    "CH": "schweiz, suisse, svizzera",
    "CZ": "czechia, ceska republika, cesko, tschechien",
    "FR": "frankreich",
    "ES": "espana",
    "IT": "italia",
    "NL": "the netherlands, nederland, holland",
    "BE": "belgie, belgique, belgien",
    "PL": "polska, polen",
    "DK": "danmark",
    "SE": "sverige",
    "NO": "norge",
    "FI": "suomi",
    "PT": "portugal",
    "BR": "brasil",
    "KR": "south korea, republic of korea",
    "AE": "uae",
}
_SPREAD = frozenset(["US", "CA", "AU", "BR", "MX", "RU", "ID", "KZ", "CD", "MN", "GL", "FM", "KI", "AQ"])
"""Countries whose zones lie too far apart for the most populous one to stand for all."""

_STATE_ZONES = {
    "US": {
        "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
        "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
        "America/Denver": "CO ID MT NM UT WY",
        "America/Phoenix": "AZ",
        "America/Los_Angeles": "CA NV OR WA",
        "America/Anchorage": "AK",
        "Pacific/Honolulu": "HI",
        "America/Puerto_Rico": "PR",
    },
    "CA": {
        "America/Toronto": "ON QC",
        "America/Vancouver": "BC",
        "America/Edmonton": "AB NT",
        "America/Regina": "SK",
        "America/Winnipeg": "MB",
        "America/Halifax": "NB NS PE",
        "America/St_Johns": "NL",
        "America/Whitehorse": "YT",
        "America/Iqaluit": "NU",
    },
    "AU": {
        "Australia/Sydney": "ACT NSW",
        "Australia/Melbourne": "VIC",
        "Australia/Brisbane": "QLD",
        "Australia/Adelaide": "SA",
        "Australia/Perth": "WA",
        "Australia/Hobart": "TAS",
        "Australia/Darwin": "NT",
    },
}
"""Where a state spans two zones, the one in which most of its people live."""

_MAIN_CITIES = {
    "US": "atlanta GA, austin TX, baltimore MD, boston MA, charlotte NC, chicago IL, cincinnati OH, cleveland OH, "
    "dallas TX, denver CO, detroit MI, fort worth TX, honolulu HI, houston TX, indianapolis IN, kansas city MO, "
    "las vegas NV, los angeles CA, miami FL, milwaukee WI, minneapolis MN, nashville TN, new orleans LA, new york NY, "
    "new york city NY, nyc NY, oakland CA, orlando FL, palo alto CA, philadelphia PA, phoenix AZ, pittsburgh PA, "
    "raleigh NC, sacramento CA, salt lake city UT, san antonio TX, san diego CA, san francisco CA, san jose CA, "
    "seattle WA, tampa FL, tucson AZ, washington d.c. DC, washington dc DC",
    "CA": "calgary AB, edmonton AB, montreal QC, ottawa ON, quebec city QC, toronto ON, vancouver BC, winnipeg MB",
    "AU": "adelaide SA, brisbane QLD, canberra ACT, darwin NT, hobart TAS, melbourne VIC, perth WA, sydney NSW",
}
"""Cities that postings name without their state, where that leaves the zone open."""

_WITH_STATES = ("US", "CA", "AU")
_CODE = re.compile(r"\s[A-Z]{2,3}$")
_POSTCODE = re.compile(r"\s+\d[\d -]*$")
_PARTS = re.compile(r"[,;/|()•·\n]|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of a place: ISO 3166 country and subdivision, IANA time zone; None where it is not."""

    country: str | None = None
    region: str | None = None
    timezone: str | None = None


@lru_cache(maxsize=4096)
def resolve(text: str | None, country: str | None = None) -> Place:
    """The place that the words name (``"Perth, WA"``, ``"Remote, UK"``), in the country if one is given."""
    parts = [part.strip() for part in _PARTS.split(text or "") if part.strip()]
    land = country.upper() if country else _country(parts)
    if land is None:
        return Place()
    region = next((code for part in reversed(parts) if (code := _region(land, part))), None) or _of_city(land, parts)
    return Place(land, region, zone_of(land, region) if region in _zones_of_states(land) else _zone(land, parts))


def zone_of(country: str | None, region: str | None = None) -> str | None:
    """The time zone of a country or of its region; None where it has several that lie far apart."""
    if not country:
        return None
    by_state = _zones_of_states(country.upper())
    if region and region.upper().rpartition("-")[2] in by_state:
        return by_state[region.upper().rpartition("-")[2]]
    zones = _zones()[country.upper()]
    return None if country.upper() in _SPREAD or not zones else next(iter(zones.values()))


def _zone(land: str, parts: list[str]) -> str | None:
    cities = _zones()[land]
    return next((cities[city] for part in parts for city in _as_city(part) if city in cities), None) or zone_of(land)


def _country(parts: list[str]) -> str | None:
    """The country that the parts name: by its name, by a state of it, or by a city that a time zone is called after."""
    names = _country_names()
    named = next((names[_folded(part)] for part in reversed(parts) if _folded(part) in names), None)
    if named:
        return named
    cities = _cities()
    home = next((cities[city] for part in parts for city in _as_city(part) if city in cities), None)
    if home in parts:
        return home
    lands = [land for land in (home, *_WITH_STATES) if land]
    return next((land for part in reversed(parts) for land in lands if _region(land, part)), home)


def _of_city(land: str, parts: list[str]) -> str | None:
    states = _states_of_cities(land)
    return next((states[city] for part in parts for city in _as_city(part) if city in states), None)


@lru_cache(maxsize=8)
def _states_of_cities(land: str) -> dict[str, str]:
    entries = (entry.rpartition(" ") for entry in _MAIN_CITIES.get(land, "").split(", "))
    return {city: state for city, _, state in entries if state}


def _as_city(part: str) -> tuple[str, str]:
    """A part as a city, and without the code of a state behind it: ``Sydney NSW``."""
    return _folded(part), _folded(_CODE.sub("", part))


def _region(land: str, part: str) -> str | None:
    """The code of a country's subdivision: from ``Washington``, ``WA``, ``WA 98101`` or ``Seattle WA``."""
    names, codes = _regions(land)
    bare = _POSTCODE.sub("", part)
    code = bare if bare in codes else (_CODE.search(bare) or [""])[0].strip()
    return code if code in codes else names.get(_folded(bare))


@lru_cache(maxsize=64)
def _regions(land: str) -> tuple[dict[str, str], frozenset[str]]:
    """A country's subdivisions as the library of holidays knows them: names, folded, to codes; and the codes."""
    from holidays import country_holidays

    try:
        calendar: Any = country_holidays(land)
    except NotImplementedError:
        return {}, frozenset()
    aliases = calendar.subdivisions_aliases.items()
    return {_folded(name): code for name, code in aliases}, frozenset(calendar.subdivisions)


@lru_cache(maxsize=8)
def _zones_of_states(land: str) -> dict[str, str]:
    return {code: zone for zone, codes in _STATE_ZONES.get(land, {}).items() for code in codes.split()}


@lru_cache(maxsize=1)
def _zones() -> dict[str, dict[str, str]]:
    """By country: the cities that its time zones are called after, most populous zone first."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for country, _, zone, *_ in _table("zone.tab"):
        found[country][_folded(zone.rpartition("/")[2].replace("_", " "))] = zone
    return found


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    main = {city: country for country in _MAIN_CITIES for city in _states_of_cities(country)}
    return main | {city: country for country, zones in _zones().items() for city in zones}


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    names = {_folded(name): code for code, name in _table("iso3166.tab")}
    return names | {name: code for code, others in _ALIASES.items() for name in others.split(", ")}


def _table(name: str) -> list[list[str]]:
    text = files("tzdata").joinpath("zoneinfo", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(plain.casefold().split())
