"""What several commands share: the data option, opening the data, errors for people, text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

if TYPE_CHECKING:
    from server.config import Config
    from server.store.connection import Store

F = TypeVar("F", bound=Callable[..., Any])


class Failed(click.ClickException):
    """A command that could not do its work: what happened, and what to do next."""

    def __init__(self, message: str, next_step: str = "") -> None:
        """Join both sentences."""
        super().__init__(f"{message} {next_step}".strip())


def read_day(_: click.Context, __: click.Parameter, value: str | None) -> date | Literal["today"] | None:
    """Read an option's day: ISO 8601, or ``today``, which is the person's own and known once the data are open."""
    if value is None:
        return None
    if value == "today":
        return "today"
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a day. Write it like 2026-11-16.") from error


def read_past_day(context: click.Context, parameter: click.Parameter, value: str | None) -> Any:
    """Read an option's day, which must have come: one that has not would have nothing fall due for months."""
    day = read_day(context, parameter, value)
    if isinstance(day, date):
        from server import clock

        # The day begins first 14 hours east of Greenwich; which zone is the person's own is known with the data.
        if day > clock.now("Etc/GMT-14").date():
            raise click.BadParameter(f"{value} is still to come. Leave it out for a job you have not applied for yet.")
    return day


def read_address(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Read an option's web address."""
    from server import addresses

    if value is not None and addresses.sound(value) is None:
        raise click.BadParameter(f"{value!r} is not a web address. Write it with https:// in front.")
    return value


def data_option(command: F) -> F:
    """Add ``--data DIR``."""
    return click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="DIR",
        help="Where the data live; else RINGBACK_DATA, else this system's place for them.",
    )(command)


def load_config(data: Path | None, port: int | None = None) -> Config:
    """Return the configuration. Raises ``Failed`` where the directory cannot be made."""
    from server import config

    try:
        return config.load(data, port)
    except OSError as error:
        raise Failed(f"{error.filename} cannot be used: {error.strerror}.", "Choose another by --data.") from error


def open_data(data: Path | None) -> Store:
    """Open the data, made or brought up to date where needed. The caller closes them."""
    from server.store.connection import prepare

    return prepare(load_config(data).database)


def own_time(db: Store) -> datetime:
    """Return the time now in the person's own zone."""
    from server import planning

    return planning.present(db)


def print_plan(steps: list[dict[str, Any]], now: datetime) -> None:
    """Print follow-ups with their reasons, as ``describe.follow_ups`` gives them, their hours on both clocks."""
    for step in steps:
        when = datetime.fromisoformat(step["due_at"])
        contact = step["contact"] or {}
        who = ", ".join(part for part in (contact.get("name"), contact.get("role")) if part)
        where = contact.get("phone") if step["channel"] == "phone" else contact.get("email")
        job = " · ".join(part for part in (step["title"], step["employer"]) if part)
        mine = when.astimezone(now.tzinfo)
        here = f" ({mine:%a %H:%M} here)" if mine.utcoffset() != when.utcoffset() else ""
        late = "due since " if when < now else ""
        click.echo(f"{late}{when:%a %d %b %Y, %H:%M} {when.tzname() or ''}{here}  {step['channel']}  {step['kind']}")
        click.echo(f"    {job or 'untitled'}")
        if who or where:
            click.echo(f"    {' — '.join(part for part in (who, where) if part)}")
        for note in step["notes"]:
            click.echo(f"    Note: {note}")
        _print_why(step["why"])


def shorten(words: str) -> str:
    """The beginning of somebody's own words, as long as three lines of a terminal."""
    return textwrap.shorten(words, 240, placeholder=" …")


def _print_why(why: dict[str, Any]) -> None:
    advice = [f"for: {', '.join(why['for'])}"] if why["for"] else []
    advice += [f"against: {', '.join(why['against'])}"] if why["against"] else []
    click.echo(f"    Why: {why['text']} [{'; '.join([why['rule'], *advice])}]")
    if why["quote"]:
        click.echo(f"    They wrote: “{shorten(why['quote'])}”")
