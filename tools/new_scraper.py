#!/usr/bin/env python3
"""Write a new site file and its fixture pair, to be corrected: ``make scraper NAME``.

Standard library alone, so that it runs before anything is installed. Writes nothing where anything is there already.

    python3 tools/new_scraper.py NAME
"""

from __future__ import annotations

import argparse
import keyword
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 40

SITE = '''"""{title}: say in a line which platform or board this is, and where its pages are found."""

from scrapers.generic import Scraper
from scrapers.selecting import where


class {cls}(Scraper):
    """{title}: say in a line which platform or board this is, and where its pages are found."""

    # Whose pages these are: its hosts, and what only its pages carry, for a page whose address is not known.
    HOSTS = ("{css}.example.com",)
    MARKS = (".{css}-job__title",)
    # The elements a field stands in, best first: ".class", "#id", "[attribute=value]", "tag.class", ".outer .inner".
    # The generic reader reads most fields right without a word here: keep the lines it needs, take out the others.
    # Where a page needs more than that, override the field's method (see scrapers/generic.py).
    WHERE = where(
        title=(".{css}-job__title",),
        employer=(".{css}-job__company",),
        location=(".{css}-job__place",),
        description=(".{css}-job__text",),
    )
'''

PAGE = """<!DOCTYPE html>
<!-- Invented. Give it the elements, classes and attributes of the site's pages, and nothing of a real posting. -->
<html lang="en-US">
<head>
  <meta charset="utf-8">
  <title>Office Manager | {title}</title>
</head>
<body>
  <nav><a href="/">Home</a> <a href="/jobs">All jobs</a></nav>
  <main>
    <h1 class="{css}-job__title">Office Manager</h1>
    <p class="{css}-job__company">Northlake Clinic</p>
    <p class="{css}-job__place">Seattle, WA</p>
    <div class="{css}-job__text">
      <p>Northlake Clinic looks after four thousand families by the lake. You keep its front office running: the
        calendar, the letters, the telephone, and a friendly word for whoever comes through the door.</p>
      <h2>Requirements</h2>
      <ul>
        <li>Two years in a busy office</li>
        <li>Friendly on the telephone</li>
      </ul>
      <p>Contact: Dana Whitfield, Hiring Manager, dana@northlake.example.com, (206) 555-0142</p>
    </div>
  </main>
  <aside>
    <h2>Similar jobs</h2>
    <a href="/jobs/2">Receptionist</a>
  </aside>
</body>
</html>
"""

EXPECTED = """{{
  "url": "https://{css}.example.com/jobs/1",
  "site": "{name}",
  "kind": "posting",
  "title": "Office Manager",
  "employer": "Northlake Clinic",
  "location": "Seattle, WA",
  "wants": ["Two years in a busy office", "Friendly on the telephone"],
  "contacts": [
    {{
      "name": "Dana Whitfield",
      "role": "Hiring Manager",
      "emails": ["dana@northlake.example.com"],
      "phones": ["+12065550142"]
    }}
  ],
  "calls": "unstated",
  "problems": []
}}
"""

NEXT = """Wrote
  {site}
  {page}
  {expected}

Next:
  1. Make the page look like one of the site's: its elements, classes and attributes, with invented words.
  2. Say in the .json what a careful person reads off it. Any key of Posting.as_dict() may stand there; what is not
     named is not compared. "captured_at" is the time that "3 days ago" counts from.
  3. Correct the site file until this passes:  .venv/bin/python -m pytest tests/test_sites.py -k {name}"""


class RefusedError(Exception):
    """Why nothing was written, for a person."""


def checked(name: str, root: Path) -> str:
    """The name, if it can be a site's. Raises ``RefusedError`` with what to type instead."""
    if not name:
        raise RefusedError("Which site? For example: make scraper northlake_jobs")
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", name) or keyword.iskeyword(name):
        better = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
        better = better if re.match("[a-z]", better) and not keyword.iskeyword(better) else f"site_{better}".strip("_")
        raise RefusedError(
            f"{name!r} cannot be the name of a site file: lower-case letters, digits and single underscores, beginning "
            f"with a letter. Try: make scraper {better[:LONGEST]}"
        )
    if len(name) > LONGEST:
        raise RefusedError(f"{name!r} is longer than {LONGEST} characters. Give it a shorter name.")
    makefile = root / "Makefile"
    if makefile.exists() and re.search(rf"^{name}:", makefile.read_text("utf-8"), re.M):
        raise RefusedError(f"{name!r} is what another make target is called. Try: make scraper {name}_jobs")
    return name


def write_site(name: str, root: Path = ROOT) -> list[Path]:
    """Write the site file, the page and what should be read from it. Raises ``RefusedError`` and writes nothing."""
    checked(name, root)
    folder = root / "tests" / "fixtures" / "sites" / name
    texts = {
        root / "scrapers" / "sites" / f"{name}.py": SITE,
        folder / "posting.html": PAGE,
        folder / "posting.json": EXPECTED,
    }
    if there := [str(path.relative_to(root)) for path in texts if path.exists()]:
        raise RefusedError(f"Nothing was written, for this is there already: {', '.join(there)}")
    words = name.split("_")
    parts = {
        "name": name,
        "title": " ".join(word.capitalize() for word in words),
        "cls": "".join(word.capitalize() for word in words),
        "css": "-".join(words),
    }
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(**parts), encoding="utf-8")
    return list(texts)


def main() -> None:
    """Write what the command line names, and say what to do next."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", nargs="?", default="", help="the site's name, as its file will be called")
    parser.add_argument("--root", type=Path, default=ROOT, help="the project's folder, if not this one")
    arguments = parser.parse_args()
    try:
        written = write_site(arguments.name.strip(), arguments.root)
    except RefusedError as refused:
        sys.exit(f"ringback: {refused}")
    site, page, expected = (str(path.relative_to(arguments.root)) for path in written)
    print(NEXT.format(site=site, page=page, expected=expected, name=arguments.name.strip()))


if __name__ == "__main__":
    main()
