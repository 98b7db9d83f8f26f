"""``ringback backup``: write a whole copy of the data."""

from __future__ import annotations

from pathlib import Path

import click

from server.cli.common import Failed, data_option, open_data


@click.command("backup")
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@data_option
@click.option("--force", is_flag=True, help="Replace FILE if it is there.")
def command(file: Path, data: Path | None, force: bool) -> None:
    """Write a whole copy of the data to FILE, while the server runs or not. It holds all that you entered.

    \b
    Example:
        ringback backup ringback-2026-11-16.db
    """
    from server.store import backup

    if file.exists() and not force:
        raise Failed(f"{file} is there already.", "Choose another name, or add --force to replace it.")
    with open_data(data) as db:
        backup.copy(db, file)
    click.echo(f"Wrote {file}. Bring it back with: ringback restore {file}")
