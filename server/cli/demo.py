"""``ringback demo``: look round with invented applications."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from server.cli.common import load_config, own_time
from server.cli.serve import run
from server.config import DEFAULT_PORT


@click.command("demo")
@click.option(
    "--port", type=click.IntRange(1024, 65535), default=DEFAULT_PORT + 1, show_default=True, help="Where to listen."
)
@click.option("--no-open", is_flag=True, help="Do not open the dashboard.")
def command(port: int, no_open: bool) -> None:
    """Open a dashboard filled with invented applications. Your own data are not touched; all of it is gone at the end.

    \b
    Example:
        ringback demo
    """
    from server import demo
    from server.store.connection import prepare

    with tempfile.TemporaryDirectory(prefix="ringback-demo-") as folder:
        config = load_config(Path(folder), port)
        click.echo("Filling a throw-away dashboard with invented applications …")
        with prepare(config.database) as db:
            demo.fill(db, own_time(db))
        run(config, no_open=no_open)
