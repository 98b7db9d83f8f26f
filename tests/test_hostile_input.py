"""Pages made to hold a reader up: what is too much is left out and said, and what else the page holds is still read."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import scrapers
from scrapers import Frame, scrape

ROOT = Path(__file__).resolve().parent.parent
POSTING = (
    "<h1>Cook</h1><p>Company: Northlake Kitchen</p><p>Contact: Jane Doe, Head Chef, jane@northlake.example.com</p>"
    "<p>" + "We cook for two hundred guests a day, in a kitchen with a view of the harbour. " * 6 + "</p>"
)

# What comes behind or round a posting, and what is then said of it.
TOO_MUCH = {
    "characters": ("<p>" + "word " * 620_000, "longer than 3,000,000 characters"),
    "elements": ("<b>" * 250_000, "more than 120,000 elements"),
    "lines": ("<pre>" + "a\n" * 160_000 + "</pre>", "more than 150,000 lines"),
    "addresses": ("<p>" + "a@b.example.com " * 3_000, "e-mail addresses: only the first 200"),
    "numbers": ("<p>206-555-0142</p>" * 400, "telephone numbers: only the first 200"),
    "figures": ("<p>" + "1-" * 60_000, "not all were looked at for telephone numbers"),
    "mail links": ("<a href='mailto:a@b.example.com'>x</a>" * 300, "links to write or call: only the first 200"),
    "contact lines": ("<p>Contact</p>" * 1_200, "lines speak of contacts: only the first 1000"),
    "microdata": (
        "<div itemscope itemtype='https://schema.org/Thing'>" + "<div itemprop=a>" * 2_000 + "x" + "</div>" * 2_001,
        "microdata is too large",
    ),
    "deep JSON-LD": ("<script type=application/ld+json>" + "[" * 100_000 + "</script>", "nested too deeply"),
    "long JSON-LD": ("<script type=application/ld+json>" + " 1" * 600_000 + "</script>", "longer than 1,000,000"),
    "broken JSON-LD": ("<script type=application/ld+json>{'title': 1}</script>", "JSON-LD block 1 is not JSON"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_is_too_much_is_said_and_the_rest_is_read(name: str) -> None:
    bait, said = TOO_MUCH[name]
    posting = scrape(POSTING + bait)
    assert any(said in problem for problem in posting.problems), posting.problems
    assert (posting.title, posting.employer) == ("Cook", "Northlake Kitchen")
    assert "Jane Doe" in [contact.name for contact in posting.contacts]


# What once cost, or might cost, far more than its size.
BAITS = {
    "deep elements": "<div>" * 20_000,
    "deep tables": "<table><tr><td>" * 6_000,
    "crossed elements": "<b><p>" * 30_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">",
    "a huge attribute": "<p title='" + "x" * 1_000_000 + "'>",
    "a huge class": "<p class='" + "job-title " * 100_000 + "'>",
    "a huge mail link": "<a href='mailto:" + "a@b.example.com," * 60_000 + "'>x</a>",
    "a huge title": "<title>" + "hiring a Cook in " * 60_000 + "</title>",
    "a huge description": "<meta property=og:title content='" + "Cook - " * 100_000 + "'>",
    "a huge language": "<html lang='" + "de-" * 200_000 + "'>",
    "at-signs": "<p>" + "@" * 100_000,
    "addresses that are none": "<p>" + "a@" * 100_000,
    "words for at-signs": "<p>" + "jane at lab dot " * 10_000,
    "digits": "<p>" + "1" * 100_000,
    "numbers in a row": "<p>" + "206-555-0142 " * 5_000,
    "a table of numbers": "<table>" + "<tr><td>Phone</td><td>206-555-0142</td></tr>" * 2_000 + "</table>",
    "capitals": "<p>" + "A" * 200_000,
    "names": "<p>" + "Anna Berg " * 30_000,
    "initials": "<p>" + "A. " * 60_000,
    "legal forms": "<p>" + "Xy GmbH " * 40_000,
    "towns": "<p>" + ("A" * 5_900 + ", CA ") * 30,
    "hyphens in a place": "<p>We cook in our house in " + "A-" * 3_000,
    "capitals in a place": "<p>Northlake Kitchen in " + "Aa " * 30_000,
    "days to apply by": ("<p>apply by " + "1 " * 200 + "2026</p>") * 300,
    "applications": "<p>" + "apply at A, submit your " * 8_000,
    "wants in one line": "<p>Requirements:</p><p>" + "Ab Cd, " * 3_000,
    "bullets": "<p>Requirements</p><p>" + "A" * 20_000 + "••••",
    "references": "<p>ref " + "A-" * 20_000,
    "money": "<p>" + "$1,000 - " * 40_000,
    "dates": "<p>" + "2026-11-02 " * 20_000,
    "cues": "<p>" + "contact " * 60_000,
    "bans": "<p>" + "no calls please " * 30_000,
    "sentences": "<p>" + "Abc is looking for " * 10_000,
    "titles of address": "<p>" + "Dr. " * 100_000,
    "entities": "&#x41;" * 150_000,
    "entities in entities": "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
    + "&b;" * 50_000,
    "broken tags": "<a " * 200_000,
    "broken comments": "<!--" * 150_000,
    "broken quotes": '<p a="' * 100_000,
    "NUL": "\0" * 500_000,
    "lone surrogates": "\ud800" * 500_000,
    "combining marks": "a" + "\u0301" * 500_000,
    "turned text": "\u202e" * 500_000,
    "drawings": "<svg>" * 60_000,
    "microdata in microdata": "<div itemscope itemprop=a itemtype='https://schema.org/JobPosting'>" * 10_000,
    "items": "<script type=application/ld+json>[" + '{"@type":"Thing"},' * 40_000 + "{}]</script>",
    "blocks": "<script type=application/ld+json>{}</script>" * 5_000,
    "backslashes": "<script type=application/ld+json>" + "\\" * 400_000 + "</script>",
}


@pytest.mark.parametrize("name", BAITS)
def test_a_posting_behind_a_bait_is_still_read(name: str) -> None:
    posting = scrape(BAITS[name] + "</p></a></title></svg></table>" + POSTING)
    assert posting.as_dict()["kind"] in ("posting", "employer", "list", "expired", "wall")


def test_a_frame_made_to_hold_up_leaves_the_page() -> None:
    posting = scrape(POSTING, frames=[Frame(None, "<b>" * 250_000)] * 50)
    assert (posting.title, posting.problems) == ("Cook", ())


WRONG_CHARSETS = (
    "shift_jis",
    "utf-16",
    "utf-7",
    "iso-2022-jp",
    "hz-gb-2312",
    "x-user-defined",
    "rot13",
    "zlib",
    "idna",
    "",
)


@pytest.mark.parametrize("charset", WRONG_CHARSETS)
def test_a_page_that_lies_about_its_charset_is_read(charset: str) -> None:
    named = POSTING.replace("Northlake", "Café Ørsted")
    assert scrape(f"<meta charset='{charset}'>{named}".encode()).employer == "Café Ørsted Kitchen"
    broken = scrape(f"<meta charset='{charset}'>".encode() + POSTING.encode() + b"<p>\xff\xfe\x80</p>")
    assert broken.title is None or "Cook" in broken.title


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of the library, by where it lies."""
    found: dict[str, re.Pattern[str]] = {}

    def collect(value: Any, name: str, depth: int = 0) -> None:
        if isinstance(value, re.Pattern):
            found.setdefault(name, value)
        elif isinstance(value, (tuple, list)) and depth < 3:
            for number, one in enumerate(value):
                collect(one, f"{name}[{number}]", depth + 1)
        elif isinstance(value, dict) and depth < 3:
            for key, one in value.items():
                collect(one, f"{name}[{key}]", depth + 1)

    for module in pkgutil.walk_packages(scrapers.__path__, "scrapers."):
        for name, value in vars(importlib.import_module(module.name)).items():
            collect(value, f"{module.name}.{name}")
    return found


SEARCH = """
import resource, sys
sys.path[:0] = [{tests!r}, {root!r}]
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from test_hostile_input import patterns
size = 1_000
pieces = ("a", "1", "A", "Aa ", "A, ", "a.", "a@", "1-", "(1) ", "a, ", "$1,", "no ", "- ", "de ", "[at]", "a dot ")
for name, pattern in patterns().items():
    print(name, flush=True)
    for piece in pieces:
        text = piece * (size // len(piece)) + "!"
        for _ in pattern.finditer(text if isinstance(pattern.pattern, str) else text.encode()):
            pass
print("done")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on processor time there")
def test_no_pattern_runs_away() -> None:
    script = SEARCH.format(tests=str(ROOT / "tests"), root=str(ROOT))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.endswith("done\n"), [*done.stdout.splitlines()[-1:], done.stderr[-500:]]
