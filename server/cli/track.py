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
    shorten,
)
from server.followups.records import Stance

if TYPE_CHECKING:
    from server.intake import Received
    from server.store.connection import Store

KINDS = {
    "wall": "This page is a login wall or an error page, not the job.",
    "list": "This page is a list of jobs, not one job: open the one you mean and track that.",
    "expired": "This posting is over.",
    "employer": "This is an employer’s page without a posting: an application there is an unsolicited one.",
}


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
    from server.saved_page import title, unpack

    html, noted = unpack(file.read())
    reader = Reader()
    try:
        with open_data(data) as db:
            now = own_time(db)
            day = now.date() if applied == "today" else applied
            capture = intake.Capture(
                url=url or noted,
                title=title(html),
                html=html,
                approach=approach,
                applied_on=day,
                stance=stance,
                extension="cli",
            )
            received = intake.receive(db, capture, reader.read, now=now)
            _print_found(db, received)
            if received.application is not None:
                print_plan(describe.plan(db, received.application), now)
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
    kind = KINDS.get(applications.row(db, record.id)["kind"])
    for line in (received.problem, kind):
        if line:
            click.echo(f"    {line}")
    if not record.ready:
        click.echo("    It is kept. Fill in the job’s title or the employer on the dashboard to have it planned.")
    for person in record.people:
        details = ", ".join(part for part in (person.name, person.role, person.email, person.phone) if part)
        click.echo(f"    {details}{'' if person.sure else ' (not sure)'}")
    if "forbidden" in (record.calls, record.contact):
        asks = "not to be contacted" if record.contact == "forbidden" else "for no calls"
        click.echo(f"    They ask {asks}" + (f": “{shorten(record.wish_text)}”" if record.wish_text else "."))


def _print_rest(db: Store, application: int) -> None:
    """Print what is not planned and why, what waits for a contact, and which other application may be this job."""
    from server.store import duplicates, followups

    for step in followups.of(db, application):
        if step.state == "needs-contact":
            click.echo(f"Needs a contact: {step.kind} by {step.channel}. {' '.join(step.notes)} [{step.why.rule}]")
    made = followups.plan(db, application)
    for absence in made.absences if made else ():
        if absence.why.rule != "R7.not-ready":  # Said above, with the kind of page it is.
            click.echo(f"Not planned: {absence.why.text} [{absence.why.rule}]")
    for pair in duplicates.suggested(db, application):
        other = pair.first if pair.second == application else pair.second
        click.echo(f"This may be the same job as application {other}; join them on the dashboard if it is.")
