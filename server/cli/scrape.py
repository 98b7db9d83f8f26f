"""``ringback scrape``: read pages and print what they say, as JSON."""

from __future__ import annotations

import json

import click


@click.command("scrape")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--url", help="Where the page was captured; it helps to recognise the site and the country.")
def command(files: tuple[str, ...], url: str | None) -> None:
    """Read saved pages and print each posting as JSON, one object a line. FILE - is the standard input.

    A file that is no saved web page is named on the standard error, and the others are still read.

    \b
    Example:
        ringback scrape page.html --url https://jobs.example.com/clerk
    """
    from scrapers import scrape
    from server.saved_page import unpack
    from server.store.errors import InvalidError

    failed = False
    for name in files:
        # Opened one after another: a system lets a process hold a thousand open at most.
        try:
            with click.open_file(name, "rb") as file:
                html, noted = unpack(file.read())
        except OSError as error:
            failed = True
            click.echo(f"Error: {name}: {error.strerror}.", err=True)
        except InvalidError as error:
            failed = True
            click.echo(f"Error: {name}: {error.message} {error.next_step}", err=True)
        else:
            click.echo(json.dumps(scrape(html, url or noted).as_dict(), ensure_ascii=False))
    if failed:
        raise SystemExit(1)
