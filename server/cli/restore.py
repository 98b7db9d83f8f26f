"""``ringback restore``: put a copy in place of the data."""

from __future__ import annotations

from pathlib import Path

import click

from server.cli.common import data_option, load_config


@click.command("restore")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@data_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(file: Path, data: Path | None, yes: bool) -> None:
    """Put the copy FILE in place of the data. What was there is kept beside it. The server must be stopped.

    \b
    Example:
        ringback restore ringback-2026-11-16.db
    """
    from server.store import backup, lock

    config = load_config(data)
    backup.check(file)
    if not yes:
        click.confirm(f"Put {file} in place of {config.database}?", abort=True)
    held = lock.acquire(config.lock)
    try:
        former = backup.restore(file, config.database)
    finally:
        held.close()
    click.echo(f"Restored {file}." + (f" What was there is in {former}." if former else ""))
