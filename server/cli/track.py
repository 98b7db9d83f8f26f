"""``ringback track``: take a saved page in as a click in the browser would, and print the plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

import click

from server.cli.common import (
    data_option,
    open_data,
    own_time,
    print_plan,
    read_address,
    read_past_day,
)
from server.followups.records import Stance

if TYPE_CHECKING:
    from server.intake import Received
    from server.store.connection import Store


@click.command("track")
@click.argument("file", metavar="FILE", type=click.File("rb"))
@click.option("--url", callback=read_address, help="Where the page was captured; else what the file notes of it.")
@click.option(
    "--approach",
    type=click.Choice(["solicited", "unsolicited", "lead"]),
    default="solicited",
    show_default=True,
    help="Answering a posting, writing unasked, or through somebody you know.",
)
@click.option(
    "--applied", callback=read_past_day, metavar="DATE", help="The day you applied (or: today); without it, not yet."
)
@click.option("--stance", type=click.Choice(["reserved", "single-check", "persistent"]), help="How often to follow up.")
@data_option
def command(
    file: BinaryIO,
    url: str | None,
    approach: Literal["solicited", "unsolicited", "lead"],
    applied: date | Literal["today"] | None,
    stance: Stance | None,
    data: Path | None,
) -> None:
    """Track the job on a saved page: keep it, read it, plan, and print the plan with its reasons.

    \b
    Example:
        ringback track page.html --url https://jobs.example.com/clerk --applied 2026-11-16
    """
    from server import describe, intake
    from server.reader import Reader
    from server.saved_page import unpack

    html, noted = unpack(file.read())
    reader = Reader()
    try:
        with open_data(data) as db:
            now = own_time(db)
            day = now.date() if applied == "today" else applied
            capture = intake.Capture(
                url=url or noted, html=html, approach=approach, applied_on=day, stance=stance, extension="cli"
            )
            received = intake.receive(db, capture, reader.read, now=now)
            _print_found(db, received)
            if received.application is not None:
                print_plan(describe.plan(db, received.application), now.tzinfo)
                _print_rest(db, received.application)
    finally:
        reader.close()


def _print_found(db: Store, received: Received) -> None:
    from server.store import applications

    if received.application is None:
        return
    record = applications.record(db, received.application)
    job = " · ".join(part for part in (record.title, record.employer, record.location) if part)
    again = f", tracked since {received.known_since:%d %b %Y}" if received.known_since else ""
    click.echo(f"Application {record.id}: {job or 'nothing is known of it yet'}{again}")
    if received.problem:
        click.echo(f"    {received.problem}")
    if not record.ready:
        click.echo("    This page is not one job's; fill in title or employer on the dashboard to have it planned.")
    for person in record.people:
        details = ", ".join(part for part in (person.name, person.role, person.email, person.phone) if part)
        click.echo(f"    {details}{'' if person.sure else ' (not sure)'}")
    if "forbidden" in (record.calls, record.contact):
        click.echo(f"    Asks not to be contacted: “{record.wish_text}”")


def _print_rest(db: Store, application: int) -> None:
    """Print what is not planned and why, what waits for a contact, and which other application may be this job."""
    from server.store import duplicates, followups

    for step in followups.of(db, application):
        if step.state == "needs-contact":
            click.echo(f"Needs a contact: {step.kind} by {step.channel}. {step.why.text}")
    made = followups.plan(db, application)
    for absence in made.absences if made else ():
        click.echo(f"Not planned: {absence.why.text} [{absence.why.rule}]")
    for pair in duplicates.suggested(db, application):
        other = pair.first if pair.second == application else pair.second
        click.echo(f"This may be the same job as application {other}; join them on the dashboard if it is.")
