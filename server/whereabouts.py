"""Where the person seems to be, until they say so: the machine's time zone, and the country that zone lies in."""

from __future__ import annotations

import os
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

FALLBACK_ZONE = "UTC"
FALLBACK_COUNTRY = "US"

_LOCALTIME = Path("/etc/localtime")


@lru_cache(maxsize=1)
def timezone() -> str:
    """The IANA name of the machine's time zone; ``UTC`` where it does not tell.

    From ``TZ``, else from where ``/etc/localtime`` points (Linux, macOS). Windows keeps no IANA name.
    """
    named = os.environ.get("TZ", "").lstrip(":")
    if _known(named):
        return _plain(named)
    try:
        target = str(_LOCALTIME.readlink())
    except OSError:
        return FALLBACK_ZONE
    name = target.partition("zoneinfo/")[2]
    return _plain(name) if _known(name) else FALLBACK_ZONE


def _plain(name: str) -> str:
    return "UTC" if name in ("Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "Zulu", "UCT") else name


def _known(name: str) -> bool:
    try:
        return bool(name) and ZoneInfo(name).key == name
    except (OSError, ValueError, KeyError):
        return False


@lru_cache(maxsize=8)
def country(zone: str) -> str:
    """The country (ISO 3166) of a time zone by the zone table of tz (zone.tab); ``US`` for a zone of no country."""
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return next((row[0] for row in rows if row[2] == zone), FALLBACK_COUNTRY)
