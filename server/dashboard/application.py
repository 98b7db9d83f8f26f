"""One application: posting, people with their evidence, plan and why, history; every field correctable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from flask import render_template
from flask_babel import format_currency, format_decimal

from server.dashboard import done, items, moments, preparing, talks, telling, words
from server.dashboard.blueprint import db, me, now, pages, today
from server.dashboard.forms import CorrectForm, PersonForm
from server.dashboard.items import Item
from server.dashboard.language import gettext
from server.followups import scripts
from server.followups.records import Application, Interview, Touch
from server.store import (
    applications,
    captures,
    duplicates,
    events,
    followups,
    interviews,
    notes,
    people,
    settings,
    touches,
)
from server.store.rows import Row


@pages.get("/applications/<int:number>")
def application(number: int) -> str:
    """Show one application."""
    return show(number)


def show(number: int, correct: CorrectForm | None = None) -> str:
    """The page of one application, with a form that was refused if there is one."""
    row = applications.row(db(), number)
    record = applications.record(db(), number)
    plan = followups.plan(db(), number)
    absences = plan.absences if plan else ()
    held = interviews.of(db(), [number]).get(number, ())
    history = touches.of(db(), [number]).get(number, ())
    links = people.links(db(), number)
    return render_template(
        "dashboard/application.html",
        row=row,
        app=record,
        plan=_plan(record, history, held),
        absences=absences,
        offered=preparing.offered(absences, record, history, held),
        keywords=preparing.keywords(record, row),
        matches=scripts.matches(record, me())[: preparing.MOST_MATCHES],
        talks=talks.listed(held, number, links),
        new_talk=talks.form_for(links),
        documents=notes.documents(db(), number),
        duplicates=_duplicates(number),
        conflicts=plan.conflicts if plan else (),
        people=_people(links),
        new_person=PersonForm(formdata=None, prefix="new"),
        correct=correct or CorrectForm(formdata=None, data=form_data(row), prefix="fact"),
        notes=[_note(entry) for entry in notes.of(db(), number)],
        history=_history(number, links),
        last_change=_last_change(number),
        stages=stage_choices(),
        stage=f"closed:{row['closing'] or 'no-answer'}" if row["stage"] == "closed" else row["stage"],
        approach=approach_of(row),
        pay=pay_words(row["pay"]),
        posted_on=_day(row["posted_on"]),
        closes_on=_day(row["closes_on"]),
        apply_words=_apply(row),
        captures=[one for one in captures.of(db(), number) if one["kept"]],
        all_outcomes=words.OUTCOMES,
        done=done.find(),
    )


def _plan(record: Application, history: tuple[Touch, ...], held: tuple[Interview, ...]) -> list[Item]:
    own = settings.templates(db())
    return [
        items.make(one, record, me(), now(), touches=history, interviews=held, templates=own)
        for one in followups.of(db(), record.id)
    ]


def _people(links: Sequence[Row]) -> list[Row]:
    shown = []
    for link in links:
        if link["removed"]:
            continue
        best = {kind: people.best(link["details"], kind) for kind in ("email", "phone")}
        data = {kind: detail["value"] if detail else None for kind, detail in best.items()}
        data |= {name: link[name] for name in ("name", "role", "address")}
        shown.append(link | {"form": PersonForm(formdata=None, data=data, prefix=f"person{link['person']}")})
    return shown


def _duplicates(number: int) -> list[Row]:
    pairs = [(one.second if one.first == number else one.first, one) for one in duplicates.suggested(db(), number)]
    names = applications.records(db(), [other for other, _ in pairs])
    return [
        {"number": other, "name": names[other].title or names[other].employer, "employer": names[other].employer}
        for other, _ in pairs
        if other in names
    ]


def _note(entry: Row) -> Row:
    return entry | {"at": datetime.fromisoformat(entry["written_at"])}


def _history(number: int, links: Sequence[Row]) -> list[dict[str, Any]]:
    names = {link["person"]: link["name"] for link in links}
    return [
        {
            "words": telling.words_for(event),
            "detail": None if detail == names.get(event["person"]) else detail,
            "who": names.get(event["person"]),
            "at": datetime.fromisoformat(event["at"]),
            "undone": event["undone_at"] is not None,
        }
        for event in events.timeline(db(), number)
        for detail in [telling.detail_for(event, me().timezone)]
    ]


def _last_change(number: int) -> dict[str, int] | None:
    event = events.last(db(), number)
    return {"event": event["id"]} if event else None


def _day(text: str | None) -> str | None:
    return moments.day(date.fromisoformat(text), today()) if text else None


def _apply(row: Row) -> str | None:
    by = words.word("apply_by", row["apply_by"]) if row["apply_by"] else None
    return ", ".join(part for part in (by, row["apply_to"]) if part) or None


def approach_of(row: Row) -> str:
    """The approach as people choose it: a lead is unsolicited with origin *referral*."""
    lead = row["approach"] == "unsolicited" and row["origin"] == "referral"
    return "lead" if lead else str(row["approach"])


def stage_choices() -> Sequence[tuple[str, str]]:
    """All stages, *closed* once for each way it can end."""
    open_ones = [(value, str(shown)) for value, shown in words.STAGES.items() if value != "closed"]
    closed = [
        (f"closed:{value}", gettext("Closed: %(how)s", how=str(shown))) for value, shown in words.CLOSINGS.items()
    ]
    return [*open_ones, *closed]


def pay_words(pay: dict[str, Any] | None) -> str | None:
    """Pay as people read it: *$50,000 – $60,000 a year*."""
    if not pay or (pay.get("min") is None and pay.get("max") is None):
        return None
    ends = [_money(pay[end], pay.get("currency")) for end in ("min", "max") if pay.get(end) is not None]
    per = {
        "hour": gettext("an hour"),
        "day": gettext("a day"),
        "week": gettext("a week"),
        "month": gettext("a month"),
        "year": gettext("a year"),
    }.get(pay.get("per") or "", "")
    return f"{' – '.join(dict.fromkeys(ends))} {per}".strip()


def _money(amount: float, currency: str | None) -> str:
    exact = Decimal(str(amount))
    if not currency:
        return str(format_decimal(exact))
    whole = exact == exact.to_integral_value()
    return str(format_currency(exact, currency, format="¤#,##0" if whole else None, currency_digits=not whole))


def form_data(row: Row) -> dict[str, Any]:
    """The values the correction form starts with."""
    pay = row["pay"] or {}
    data = dict(row)
    for name in ("posted_on", "closes_on", "applied_on"):
        data[name] = date.fromisoformat(row[name]) if row[name] else None
    data["applied_at"] = datetime.strptime(row["applied_at"][:5], "%H:%M").time() if row["applied_at"] else None
    data |= {f"pay_{key}": pay.get(key) for key in ("min", "max", "currency", "per")}
    return data | {"wants": "\n".join(row["wants"] or ()), "approach": approach_of(row)}
