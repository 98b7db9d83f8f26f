"""The forms about interviews: arrange, change, held, what they said on the decision, take off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from flask import request
from werkzeug.wrappers import Response

from server.clock import zone
from server.dashboard import done
from server.dashboard.blueprint import db, me, now, pages
from server.dashboard.forms import InterviewForm
from server.followups.records import Interview
from server.sentences import Sentence
from server.services import talks
from server.store import interviews, people
from server.store.errors import InvalidError
from server.store.rows import Row


def form_for(links: Sequence[Row], talk: Interview | None = None, kept: Row | None = None) -> InterviewForm:
    """The form for a new interview, or filled in for one there is; with the application's people to choose from."""
    data: dict[str, Any] = {"interviewers": []}
    if talk and kept:
        starts, ends = (moment.astimezone(zone(me().timezone)) for moment in (talk.starts_at, talk.ends_at))
        data = {
            "day": starts.date(),
            "start": starts.time(),
            "end": ends.time(),
            "place": kept["place"],
            "note": kept["note"],
            "decision_on": talk.decision_on,
            "interviewers": list(talk.interviewers),
        }
    form = InterviewForm(formdata=None, data=data, prefix=f"talk{talk.id if talk else ''}")
    return _with_people(form, links)


def _with_people(form: InterviewForm, links: Sequence[Row]) -> InterviewForm:
    known = [link for link in links if not link["removed"]]
    form.interviewers.choices = [(one["person"], one["name"] or one["role"] or "?") for one in known]
    return form


@pages.post("/applications/<int:number>/interviews")
def add_interview(number: int) -> Response:
    """Arrange an interview."""
    made = talks.add(db(), number, now=now(), **_read(number, "talk"))
    return done.answer(made, "dashboard.application", number=number)


@pages.post("/applications/<int:number>/interviews/<int:talk>")
def change_interview(number: int, talk: int) -> Response:
    """Change an interview."""
    made = talks.change(db(), talk, now=now(), **_read(number, f"talk{talk}"))
    return done.answer(made, "dashboard.application", number=number)


@pages.post("/applications/<int:number>/interviews/<int:talk>/held")
def hold_interview(number: int, talk: int) -> Response:
    """Say that an interview took place, and when they want to decide."""
    made = talks.hold(db(), talk, now=now(), decision_on=_day("decision_on"))
    return done.answer(made, "dashboard.application", number=number)


@pages.post("/applications/<int:number>/interviews/<int:talk>/report")
def report_interview(number: int, talk: int) -> Response:
    """Note what one of them said about the decision."""
    person = request.form.get("person", 0, type=int)
    made = talks.report(db(), talk, person, now=now(), says=request.form.get("says"), decision_on=_day("decision_on"))
    return done.answer(made, "dashboard.application", number=number)


@pages.post("/applications/<int:number>/interviews/<int:talk>/remove")
def remove_interview(number: int, talk: int) -> Response:
    """Take an interview off."""
    return done.answer(talks.remove(db(), talk, now=now()), "dashboard.application", number=number)


def _read(number: int, prefix: str) -> dict[str, Any]:
    form = _with_people(InterviewForm(prefix=prefix), people.links(db(), number))
    if not form.validate():
        first = next(iter(form.errors.items()))
        raise InvalidError(
            Sentence(f"{form[first[0]].label.text}: {first[1][0]}"),
            Sentence("Correct it and save the interview again."),
        )
    starts = _moment(form.day.data, form.start.data)
    ends = _moment(form.day.data, form.end.data) if form.end.data else starts + timedelta(hours=1)
    given = {name: form.data[name] for name in ("place", "note", "decision_on", "interviewers")}
    return {"starts_at": starts, "ends_at": ends, **given}


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, zone(me().timezone))


def _day(name: str) -> date | None:
    given = request.form.get(name)
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise InvalidError(Sentence("That is not a date."), Sentence("Choose a day.")) from error


def listed(held: Sequence[Interview], number: int, links: Sequence[Row]) -> list[dict[str, Any]]:
    """The interviews of an application with their forms and the names of those who lead them."""
    names = {link["person"]: link["name"] or link["role"] for link in links}
    kept = interviews.kept(db(), number)
    return [
        {
            "talk": talk,
            "kept": kept[talk.id],
            "form": form_for(links, talk, kept[talk.id]),
            "names": [names.get(person) for person in talk.interviewers],
            "reports": [{"who": names.get(one.person), "told": one} for one in talk.reports],
            "over": talk.ends_at <= now(),
        }
        for talk in held
    ]
