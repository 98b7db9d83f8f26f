"""StartupJobs.cz: a page whose frame alone is markup; the job itself stands in the state its script starts from."""

from __future__ import annotations

import json
from typing import Any

from scrapers.body import html_lines
from scrapers.generic import Scraper
from scrapers.lazy import cached_property
from scrapers.page import Page
from scrapers.posting import Kind, Pay
from scrapers.values import Found, found, plain

_STATE = "__NUXT_DATA__"
_PERIODS = {"hourly": "hour", "daily": "day", "monthly": "month", "yearly": "year"}
_DEEPEST = 6


class Startupjobs(Scraper):
    """StartupJobs.cz, read from the state of its page where the job is not in the markup."""

    HOSTS = ("startupjobs.cz", "startupjobs.com")

    @classmethod
    def has_mark(cls, page: Page) -> bool:
        """The site names itself, and carries its state."""
        return _STATE in page.ids and "startupjobs" in (page.meta("og:site_name") or "").lower()

    @cached_property
    def offer(self) -> dict[str, Any]:
        """The job in the page's state; empty where there is none that can be read."""
        script = self.page.by_id(_STATE)
        try:
            cells = json.loads(script.get_text() if script else "[]")
        except (ValueError, RecursionError) as error:
            self.page.problems.append(f"The page's state is not JSON: {error}"[:300])
            return {}
        for cell in cells if isinstance(cells, list) else []:
            if isinstance(cell, dict) and {"company", "name", "status"} <= cell.keys():
                offer = _resolved(cells, cell, 0)
                return offer if isinstance(offer, dict) else {}
        return {}

    def kind(self) -> Kind:
        """A job of the state is a posting; what its status says of it counts."""
        if not self.offer:
            return super().kind()
        return "expired" if self.offer.get("status") in ("expired", "archived", "closed") else "posting"

    def title(self) -> Found[str] | None:
        """The name of the job, in the page's language."""
        name = plain(self._in_language(self.offer.get("name")))
        return found(name, name, f"#{_STATE}") if name else super().title()

    def employer(self) -> Found[str] | None:
        """The company of the job."""
        company = self.offer.get("company")
        name = plain(company.get("name")) if isinstance(company, dict) else ""
        return found(name, name, f"#{_STATE}") if name else super().employer()

    def location(self) -> Found[str] | None:
        """The first place of the job, in the page's language."""
        places = self._in_language(self.offer.get("locations"))
        place = places[0] if isinstance(places, list) and places and isinstance(places[0], dict) else {}
        town = plain(place.get("compact") or place.get("expanded") or place.get("name"))
        return found(town, town, f"#{_STATE}") if town else super().location()

    def pay(self) -> Found[Pay] | None:
        """What the job pays."""
        salary = self.offer.get("salary")
        if not isinstance(salary, dict):
            return super().pay()
        low, high = (salary.get(key) if isinstance(salary.get(key), int) else None for key in ("minimum", "maximum"))
        per: Any = _PERIODS.get(str(salary.get("measure")))
        if not (low or high) or per is None:
            return None
        currency = plain(salary.get("currency")) or None
        return found(Pay(low or high, high or low, currency, per), f"{low} – {high} {currency}", f"#{_STATE}")

    def description(self) -> Found[str] | None:
        """The text of the job."""
        text = self._in_language(self.offer.get("description"))
        lines = html_lines(text) if isinstance(text, str) else ""
        return found(lines[:20_000], lines, f"#{_STATE}") if lines else super().description()

    def _in_language(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return value.get((self.page.lang or "cs")[:2]) or next(iter(value.values()), None)


def _resolved(cells: list[Any], value: Any, depth: int) -> Any:
    """A value of the state with what it points to: numbers inside lists and objects are places in ``cells``."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, dict):
        return {key: _at(cells, place, depth) for key, place in list(value.items())[:60]}
    if isinstance(value, list):
        if len(value) == 2 and isinstance(value[0], str):  # ["Reactive", 7]: a wrapper
            return _at(cells, value[1], depth)
        return [_at(cells, place, depth) for place in value[:20]]
    return value


def _at(cells: list[Any], place: Any, depth: int) -> Any:
    known = isinstance(place, int) and not isinstance(place, bool) and 0 <= place < len(cells)
    return _resolved(cells, cells[place], depth + 1) if known else None
