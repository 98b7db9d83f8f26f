"""The board: a column a stage; cards move by mouse, by keyboard, and without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template
from werkzeug.wrappers import Response

from server.dashboard import done, words
from server.dashboard.blueprint import db, now, pages
from server.followups.records import Stage
from server.sentences import Sentence
from server.services import fields
from server.store import listing
from server.store.errors import InvalidError
from server.store.rows import Row

STAGES: tuple[Stage, ...] = ("tracked", "applied", "in-contact", "interview", "offer", "closed")
CARDS, CLOSED_CARDS = 25, 8
"""How many cards of a stage a board holds, few of what is over; the rest is in the table."""


@dataclass(frozen=True, slots=True)
class Column:
    """One stage with its cards, and its neighbours to move to."""

    stage: Stage
    label: str
    cards: tuple[Row, ...]
    total: int
    before: Stage | None
    after: Stage | None


@pages.get("/applications/board")
def applications_board() -> str:
    """Show the board."""
    return render_template("dashboard/board.html", columns=[_column(stage) for stage in STAGES], done=done.find())


def _column(stage: Stage) -> Column:
    found, place = (
        listing.page(db(), show=stage, size=CLOSED_CARDS if stage == "closed" else CARDS),
        STAGES.index(stage),
    )
    return Column(
        stage,
        str(words.STAGES[stage]),
        found.rows,
        found.total,
        STAGES[place - 1] if place else None,
        STAGES[place + 1] if place + 1 < len(STAGES) else None,
    )


@pages.post("/applications/<int:number>/move/<stage>")
def move_card(number: int, stage: str) -> Response:
    """Move a card to a stage."""
    wanted = next((one for one in STAGES if one == stage), None)
    if wanted is None:
        raise InvalidError(Sentence("There is no such stage."), Sentence("Reload the board."))
    return done.answer(fields.set_stage(db(), number, wanted, now=now()), "dashboard.applications_board")
