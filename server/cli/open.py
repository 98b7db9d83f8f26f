"""``ringback open``: open the dashboard of the running server."""

from __future__ import annotations

from pathlib import Path

import click

from server.cli.common import Failed, data_option, load_config


@click.command("open")
@click.argument("path", default="/")
@data_option
@click.option("--print", "print_link", is_flag=True, help="Print the link, which works once, instead of opening it.")
def command(path: str, data: Path | None, print_link: bool) -> None:
    """Open the dashboard of the running server, at PATH if one is given.

    \b
    Example:
        ringback open /settings
    """
    from server.launch import make_link, open_dashboard
    from server.store.errors import RunningError
    from server.store.lock import acquire, holder

    config = load_config(data)
    try:
        acquire(config.lock).close()
    except RunningError:
        address = holder(config.lock)
    else:
        raise Failed("Ringback is not running.", "Start it with: ringback serve")
    if print_link or not open_dashboard(config, address, path):
        click.echo(make_link(config, address, path))
