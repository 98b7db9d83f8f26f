"""The forms about an application's people: confirm, correct, add, take off."""

from __future__ import annotations

from typing import Any

from werkzeug.wrappers import Response

from server.dashboard import done, values
from server.dashboard.blueprint import db, me, now, pages
from server.dashboard.forms import PersonForm
from server.sentences import Sentence
from server.services import contacts
from server.store import applications, people
from server.store.errors import InvalidError


@pages.post("/applications/<int:number>/people")
def add_person(number: int) -> Response:
    """Add a contact."""
    form = _checked(PersonForm(prefix="new"))
    given = {name: form.data[name] for name in ("name", "role", "email", "address")}
    made = contacts.add(db(), number, now=now(), phone=_phone(number, form), **given)
    return done.answer(made, "dashboard.application", number=number)


@pages.post("/applications/<int:number>/people/<int:person>")
def correct_person(number: int, person: int) -> Response:
    """Correct what differs from what is kept; what is corrected counts as confirmed."""
    form = _checked(PersonForm(prefix=f"person{person}"))
    given: dict[str, Any] = {name: form.data[name] for name in ("name", "role", "email", "address")}
    given["phone"] = _phone(number, form)
    before = _before(number, person)
    changes = {name: new for name, new in given.items() if new != before.get(name)}
    made = contacts.correct(db(), number, person, changes, now=now())
    return done.answer(made, "dashboard.application", number=number)


@pages.post("/applications/<int:number>/people/<int:person>/confirm")
def confirm(number: int, person: int) -> Response:
    """Say that a contact read off the page is right."""
    return done.answer(contacts.confirm(db(), number, person, now=now()), "dashboard.application", number=number)


@pages.post("/applications/<int:number>/people/<int:person>/remove")
def remove_person(number: int, person: int) -> Response:
    """Take a contact off this application."""
    return done.answer(contacts.remove(db(), number, person, now=now()), "dashboard.application", number=number)


def _checked(form: PersonForm) -> PersonForm:
    if not form.validate():
        wrong = " ".join(f"{form[name].label.text}: {errors[0]}" for name, errors in form.errors.items())
        raise InvalidError(Sentence(wrong), Sentence("Correct it and save again."))
    return form


def _phone(number: int, form: PersonForm) -> str | None:
    return values.e164(form.data["phone"], applications.record(db(), number).country or me().country)


def _before(number: int, person: int) -> dict[str, Any]:
    link = next((one for one in people.links(db(), number) if one["person"] == person), None)
    if link is None:
        return {}
    best = {kind: people.best(link["details"], kind) for kind in ("email", "phone")}
    return link | {kind: detail["value"] if detail else None for kind, detail in best.items()}
