"""Insights: how far applications came, and whether following up was answered; counts, intervals, and honest doubt."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template
from flask_babel import lazy_gettext as _l

from server.dashboard import words
from server.dashboard.blueprint import db, me, pages
from server.dashboard.language import gettext
from server.store import insights as counted
from server.store.insights import By, Share

_WAITED: words.Words = {
    "0-3": _l("up to 3 days"),
    "4-7": _l("4 to 7 days"),
    "8-14": _l("8 to 14 days"),
    "15-": _l("15 days and more"),
}
_FOLLOWED: words.Words = {"followed": _l("Followed up"), "waited": _l("Waited")}
_FUNNEL = ("tracked", "applied", "in-contact", "interview", "offer", "hired")


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: ``share`` of 1, with the ends of its interval, as percentages for the drawing."""

    label: str
    hits: int
    total: int
    few: bool
    percent: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars that belong together."""

    name: str
    title: str
    rows: tuple[Row, ...]


@pages.get("/insights")
def insights() -> str:
    """Show the counts."""
    found = counted.load(db(), me().stance)
    titles: dict[By, str] = {
        "approach": gettext("Answered, by approach"),
        "channel": gettext("Answered, by channel"),
        "stance": gettext("Answered, by stance"),
        "waited": gettext("Answered, by days waited before the first follow-up"),
    }
    whole = Chart("followed", gettext("Followed up or waited"), _rows("followed", [found.followed, found.waited]))
    verdict = _verdict(found.followed, found.waited)
    charts = [Chart(by, title, _rows(by, found.by[by])) for by, title in titles.items()]
    return render_template(
        "dashboard/insights.html",
        funnel=_funnel(found.funnel),
        charts=[whole, *charts],
        verdict=verdict,
        few=counted.FEW,
        any=bool(found.funnel.get("tracked")),
    )


def _verdict(followed: Share, waited: Share) -> str:
    """The answer in two sentences: the counts, and what can be said from them."""
    said = gettext(
        "Of %(followed)s you followed up, %(answered)s were answered; of %(waited)s where you waited, %(heard)s.",
        followed=followed.total,
        answered=followed.hits,
        waited=waited.total,
        heard=waited.hits,
    )
    if followed.few or waited.few:
        meant = gettext("These are too few to say.")
    elif followed.low > waited.high:
        meant = gettext("The ranges do not touch: chance alone would hardly do that.")
    elif followed.high < waited.low:
        meant = gettext("Waiting was answered more often, and hardly by chance.")
    else:
        meant = gettext("The ranges overlap: the difference may be chance.")
    return f"{said} {meant}"


def _funnel(reached: dict[str, int]) -> Chart:
    all_of_them = max(1, reached.get("tracked") or 0)
    labels = {**words.STAGES, "hired": gettext("Hired")}
    rows = tuple(
        Row(str(labels[stage]), count, all_of_them, False, 100 * count / all_of_them, 0, 0)
        for stage, count in ((stage, reached.get(stage) or 0) for stage in _FUNNEL)
    )
    return Chart("funnel", gettext("How far they came"), rows)


def _rows(by: str, shares: list[Share]) -> tuple[Row, ...]:
    return tuple(
        Row(
            _label(by, one.label),
            one.hits,
            one.total,
            one.few,
            100 * one.hits / one.total if one.total else 0,
            100 * one.low,
            100 * one.high,
        )
        for one in shares
    )


def _label(by: str, value: str) -> str:
    table = {"waited": _WAITED, "followed": _FOLLOWED}.get(by)
    return str(table.get(value, value)) if table else words.word(by, value)
