"""The command ``ringback``: a file in this folder is a command of that name, imported when it is called."""

from __future__ import annotations

import errno
import importlib
import logging
import pkgutil
import sqlite3
from pathlib import Path
from typing import Any

import click

from server.cli.common import Failed

# What the log says concerns no person at a terminal; ``serve`` writes it to a file.
logging.getLogger("server").addHandler(logging.NullHandler())


class Commands(click.Group):
    """The commands of this folder. An error is told in a sentence, with what to do next, and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(
            module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]) if module.name != "common"
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; None where there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"server.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command and tell its errors as a person needs them."""
        from server.clock import BadClockError
        from server.store.errors import StoreError, translate

        try:
            return super().invoke(ctx)
        except StoreError as error:
            raise Failed(error.message, error.next_step) from error
        except sqlite3.Error as error:
            shown = translate(error)
            if shown is None:
                raise
            raise Failed(shown.message, shown.next_step) from error
        except BadClockError as error:
            raise Failed(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            raise Failed(_refused(error), "Choose another place.") from error


def _refused(error: OSError) -> str:
    """What the system refused, in a sentence."""
    if isinstance(error, PermissionError):
        return f"{error.filename} may not be used by this account."
    return f"{error.filename or 'A file'} cannot be used: {error.strerror}."


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="ringback", prog_name="ringback")
def main() -> None:
    """Track the jobs you apply for; know whom to call, when, and what to say. All of it stays on this machine.

    \b
    Example:
        ringback serve
    """
