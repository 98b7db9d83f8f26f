"""``ringback autostart``: start with the computer, or no longer."""

from __future__ import annotations

import os
from pathlib import Path

import click

from server.cli.common import Failed, data_option


@click.command("autostart")
@click.argument("state", type=click.Choice(["on", "off"]))
@click.option("--port", type=click.IntRange(1024, 65535), help="Where to listen.")
@data_option
def command(state: str, port: int | None, data: Path | None) -> None:
    """Start Ringback when you log in, so that reminders come, or stop doing so.

    \b
    Example:
        ringback autostart on
    """
    from server.autostart import AutostartError, switch
    from server.config import data_dir

    try:
        # The service does not see this terminal's RINGBACK_DATA.
        elsewhere = data_dir(data) if data or os.environ.get("RINGBACK_DATA") else None
        result = switch(state == "on", data=elsewhere, port=port)
    except AutostartError as error:
        raise Failed(str(error)) from error
    click.echo(result.text)
