"""``ringback due``: list the follow-ups that are due."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Literal

import click

from server.cli.common import data_option, open_data, own_time, print_plan, read_day


@click.command("due")
@click.option("--on", callback=read_day, metavar="DATE", help="Everything due on or before this day; else today.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, as docs/api.md describes it.")
@click.option("--needs-contact", is_flag=True, help="List instead what waits for somebody to be found.")
@data_option
def command(on: date | Literal["today"] | None, as_json: bool, needs_contact: bool, data: Path | None) -> None:
    """List every open follow-up due on or before a day, in the order to do them.

    \b
    Example:
        ringback due --on 2026-11-23 --json
    """
    from server import describe, planning
    from server.store import followups

    with open_data(data) as db:
        now = own_time(db)
        planning.ensure_planned(db, now)
        last = on if isinstance(on, date) else now.date()
        end = datetime.combine(last + timedelta(days=1), time(), now.tzinfo)
        steps = followups.needing_contact(db) if needs_contact else followups.due(db, end)
        shown = describe.follow_ups(db, steps)
    if as_json:
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    elif shown:
        print_plan(shown, now)
    else:
        click.echo("Nothing waits for a contact." if needs_contact else "Nothing is due.")
