"""``ringback export``: write what is kept to a file for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from server import exports
from server.cli.common import Failed, data_option, open_data, own_time


@click.group("export")
def command() -> None:
    """Write what is kept to a file that other programs read.

    \b
    Example:
        ringback export calls --format csv -o calls.csv
    """


@command.command("calls")
@click.option("--format", "name", type=click.Choice(exports.formats()), default="csv", show_default=True)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Else the terminal."
)
@data_option
def calls(name: str, output: Path | None, data: Path | None) -> None:
    """Write the call list: every open follow-up with whom to call or write to, why, and the script.

    \b
    Example:
        ringback export calls --format csv -o calls.csv
    """
    with open_data(data) as db:
        content = exports.calls(db, name, own_time(db))
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise Failed(f"{output} cannot be written: {error.strerror}.", "Choose another place by -o.") from error
    click.echo(f"Wrote {output}.")
