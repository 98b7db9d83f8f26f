"""Every site file on its fixture pairs: ``fixtures/sites/SITE/CASE.html``, and beside it what is to be read from it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from scrapers import Frame, scrape

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "fixtures" / "sites"
MEND = "`make scraper NAME` writes a site file and its pair; correct them, or take out what is left over"


@dataclass(frozen=True)
class Case:
    """A fixture pair: a page, and the keys of ``Posting.as_dict()`` that a careful person would read off it."""

    site: str
    html: str
    expected: dict[str, Any]

    def read(self, url: str | None) -> dict[str, Any]:
        """Read the page as if captured at ``url``, and keep what the pair speaks of."""
        captured_at = self.expected.get("captured_at")
        at = datetime.fromisoformat(captured_at) if captured_at else None
        return spoken_of(scrape(self.html, url, captured_at=at).as_dict(), self.values)

    @property
    def values(self) -> dict[str, Any]:
        """What is compared: all but where and when the page was captured."""
        return {key: value for key, value in self.expected.items() if key not in ("url", "captured_at")}


def spoken_of(read: Any, expected: Any) -> Any:
    """What was read, less the keys of objects that the expected value does not name."""
    if isinstance(read, dict) and isinstance(expected, dict):
        return {key: spoken_of(read.get(key), value) for key, value in expected.items()}
    if isinstance(read, list) and isinstance(expected, list) and len(read) == len(expected):
        return [spoken_of(one, other) for one, other in zip(read, expected, strict=True)]
    return read


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*/*.json")):
        page = path.with_suffix(".html")
        html = page.read_text("utf-8") if page.exists() else ""
        case = Case(path.parent.name, html, json.loads(path.read_text("utf-8")))
        found.append(pytest.param(case, id=f"{case.site}/{path.stem}"))
    return found


def test_each_site_file_has_a_pair_and_each_pair_a_site_file() -> None:
    files = {path.stem for path in (ROOT / "scrapers" / "sites").glob("*.py")} - {"__init__"}
    pairs = {path.parent.name for path in FOLDER.glob("*/*.json")}
    assert files == pairs, MEND


def test_each_page_has_its_expectation_and_each_expectation_its_page() -> None:
    pages = {str(path.with_suffix("").relative_to(FOLDER)) for path in FOLDER.rglob("*.html")}
    expectations = {str(path.with_suffix("").relative_to(FOLDER)) for path in FOLDER.rglob("*.json")}
    assert pages == expectations, MEND


@pytest.mark.parametrize("case", cases())
def test_a_page_is_read_as_its_pair_says(case: Case) -> None:
    assert case.read(case.expected["url"]) == case.values


@pytest.mark.parametrize("case", cases())
def test_a_page_without_its_address_is_known_by_its_own_marks(case: Case) -> None:
    assert case.read(None) == case.values


@pytest.mark.parametrize("case", cases())
def test_a_pair_names_its_site_and_what_every_page_has(case: Case) -> None:
    assert case.expected["site"] == case.site
    assert {"url", "kind", "title", "employer", "location", "contacts", "calls"} <= case.expected.keys()


@pytest.mark.parametrize("case", cases())
def test_a_page_inside_a_frame_is_read_like_the_page_itself(case: Case) -> None:
    outer = "<title>Careers</title><body><h1>Careers</h1><p>Please pick what you would like to do with us.</p>"
    captured_at = case.expected.get("captured_at")
    at = datetime.fromisoformat(captured_at) if captured_at else None
    frame = Frame(case.expected["url"], case.html)
    read = scrape(outer, "https://careers.example.com/", captured_at=at, frames=[frame]).as_dict()
    if case.expected["kind"] in ("posting", "expired"):
        assert spoken_of(read, case.values) == case.values
    else:
        assert read["kind"] != "posting"
