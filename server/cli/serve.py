"""``ringback serve``: run the server and open the dashboard."""

from __future__ import annotations

import shlex
import shutil
import signal
import sys
import threading
from pathlib import Path
from types import FrameType

import click

from server.cli.common import Failed, data_option, load_config
from server.config import DEFAULT_PORT, Config, platform_data_dir


@click.command("serve")
@click.option(
    "--port", type=click.IntRange(1024, 65535), default=DEFAULT_PORT, show_default=True, help="Where to listen."
)
@data_option
@click.option("--no-open", is_flag=True, help="Do not open the dashboard.")
def command(port: int, data: Path | None, no_open: bool) -> None:
    """Run the server on 127.0.0.1 and open the dashboard. Stop it with Ctrl+C.

    If it runs already, the dashboard of the running one is opened.

    \b
    Example:
        ringback serve --port 7465 --no-open
    """
    run(load_config(data, port), no_open=no_open)


def run(config: Config, *, no_open: bool) -> None:
    """Serve until stopped; where a server runs on these data already, open its dashboard.

    Raises ``Failed`` where the port is taken, or where a server runs and none is to be opened.
    """
    from server import clock, serving
    from server.store.errors import RunningError
    from server.store.lock import holder

    clock.now()  # A RINGBACK_NOW that is no time is told now, not at the first request.
    address = serving.address_of(config)

    def ready() -> None:
        click.echo(f"Ringback is running at {address}/ — stop it with Ctrl+C.")
        if no_open:
            click.echo(f"Open its dashboard with: {_program()} open{_data(config)}")
        else:
            threading.Thread(target=_open, args=(config, address), daemon=True).start()

    signal.signal(signal.SIGTERM, _stop)
    try:
        serving.serve(config, ready)
    except serving.PortTakenError as error:
        raise Failed(
            str(error), f"Choose another, such as --port {config.port + 1}, and set it in the extension’s settings too."
        ) from error
    except RunningError as error:
        if no_open:
            raise Failed(error.message, error.next_step) from error
        click.echo(f"{error.message} Opening its dashboard.")
        _open(config, holder(config.lock))


def _program() -> str:
    """How this command is called from a terminal: in an environment of its own it is not on the path."""
    return "ringback" if shutil.which("ringback") else sys.argv[0]


def _data(config: Config) -> str:
    return "" if config.data == platform_data_dir() else f" --data {shlex.quote(str(config.data))}"


def _open(config: Config, address: str) -> None:
    from server.launch import make_link, open_dashboard

    opened = open_dashboard(config, address)
    # A browser that is kept in a box of its own may not read the file; the person can follow the link by hand.
    if not opened or sys.stdout.isatty():
        click.echo(f"If no page opens, open this link (once, within two minutes): {make_link(config, address)}")


def _stop(_: int, __: FrameType | None) -> None:
    raise SystemExit(0)
