"""``ringback autostart``: start with the computer, or no longer."""

from __future__ import annotations

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

    try:
        result = switch(state == "on", data=data.absolute() if data else None, port=port)
    except AutostartError as error:
        raise Failed(str(error)) from error
    click.echo(result.text)
