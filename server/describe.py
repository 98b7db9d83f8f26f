"""Records as JSON types, spelt as the API and the command line give them (docs/api.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from server.followups import scripts
from server.followups.records import Application, FollowUp, Interview, Person, Settings, Touch, Why
from server.followups.rules import source
from server.store import applications, followups, interviews, people, settings, touches
from server.store.connection import Store


def why(reason: Why) -> dict[str, Any]:
    """Why a follow-up is planned: the rule, a sentence, who advises it and who against, the employer's own words."""
    return {
        "rule": reason.rule,
        "text": reason.text,
        "for": _codes(reason.for_),
        "against": _codes(reason.against),
        "quote": reason.quote,
    }


def _codes(voices: Sequence[str]) -> list[str]:
    """The codes of the sources, each once; which voice of a source it is, is for people to read."""
    return list(dict.fromkeys(map(source, voices)))


def contact(person: Person | None) -> dict[str, Any] | None:
    """Whom a follow-up goes to; None where nobody is known."""
    if person is None:
        return None
    return {"name": person.name, "role": person.role, "email": person.email, "phone": person.phone}


def follow_up(
    step: FollowUp,
    application: Application,
    told: Settings,
    *,
    happened: Sequence[Touch] = (),
    talks: Sequence[Interview] = (),
    texts: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """One follow-up with its reason and its script. ``due_at`` is ISO 8601 in the contact's time zone."""
    script = scripts.write(step, application, told, touches=happened, interviews=talks, templates=texts)
    return {
        "id": step.identity.key,
        "application": application.id,
        "title": application.title,
        "employer": application.employer,
        "kind": step.kind,
        "channel": step.channel,
        "due_at": step.due_at.isoformat(),
        "contact": contact(step.person),
        "why": why(step.why),
        "notes": list(step.notes),
        "script": script.as_dict(),
    }


def follow_ups(db: Store, steps: Sequence[FollowUp]) -> list[dict[str, Any]]:
    """Several follow-ups, in the order given, with a fixed number of queries."""
    wanted = {step.identity.application for step in steps}
    known = applications.records(db, wanted)
    happened, talks = touches.of(db, wanted), interviews.of(db, wanted)
    told, texts = settings.load(db), settings.templates(db)
    return [
        follow_up(
            step,
            known[step.identity.application],
            told,
            happened=happened.get(step.identity.application, ()),
            talks=talks.get(step.identity.application, ()),
            texts=texts,
        )
        for step in steps
        if step.identity.application in known
    ]


def plan(db: Store, application: int) -> list[dict[str, Any]]:
    """All open follow-ups of one application, by time."""
    return follow_ups(db, [step for step in followups.of(db, application) if step.state == "open"])


def posting(db: Store, read: dict[str, Any] | None, application: int | None) -> dict[str, Any] | None:
    """A posting as it was read, each contact with the ``id`` of the person it became, so that it can be corrected."""
    if read is None or application is None:
        return read
    known = people.of(db, [application]).get(application, [])
    return read | {"contacts": [one | {"id": _person_of(one, known)} for one in read.get("contacts", [])]}


def _person_of(found: dict[str, Any], known: Sequence[Person]) -> int | None:
    for person in known:
        if person.email in found["emails"] or person.phone in found["phones"]:
            return person.id
    return next((person.id for person in known if person.name and person.name == found["name"]), None)
