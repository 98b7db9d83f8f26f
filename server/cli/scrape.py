"""``ringback scrape``: read pages and print what they say, as JSON."""

from __future__ import annotations

import json
from typing import BinaryIO

import click


@click.command("scrape")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.File("rb"))
@click.option("--url", help="Where the page was captured; it helps to recognise the site and the country.")
def command(files: tuple[BinaryIO, ...], url: str | None) -> None:
    """Read saved pages and print each posting as JSON, one object a line. FILE - is the standard input.

    \b
    Example:
        ringback scrape page.html --url https://jobs.example.com/clerk
    """
    from scrapers import scrape

    for file in files:
        click.echo(json.dumps(scrape(file.read(), url).as_dict(), ensure_ascii=False))
