"""What the person changes by hand in a follow-up: date, channel, person, text, snooze, skip. It survives every plan."""

from __future__ import annotations

from datetime import datetime
from typing import Any, get_args

from server import cleaning
from server.followups.records import Channel, FollowUp
from server.sentences import Sentence
from server.services.verb import Done, verb
from server.store import codec, followups, people, rows, times
from server.store.connection import Store
from server.store.errors import InvalidError, NotFoundError


def move(db: Store, key: str, due_at: datetime, *, now: datetime) -> Done:
    """Let a follow-up be due at another time (aware). Its zone stays the contact's. Raises ``NotFoundError``."""
    planned = _planned(db, key)
    fields = {"due_at": times.to_text(due_at), "zone": codec.zone_name(planned), "snoozed_until": None, "skipped": 0}
    return _change(db, planned, "step-moved", fields, now, due_at=times.to_text(due_at))


def snooze(db: Store, key: str, until: datetime, *, now: datetime) -> Done:
    """Put a follow-up out of sight until a time. Raises ``InvalidError`` for one that has passed."""
    if until <= now:
        raise InvalidError(Sentence("That time has passed."), Sentence("Choose a later one."))
    return _change(
        db, _planned(db, key), "step-snoozed", {"snoozed_until": times.to_text(until)}, now, until=times.to_text(until)
    )


def skip(db: Store, key: str, reason: str | None, *, now: datetime) -> Done:
    """Leave a follow-up out, and say why. Raises ``NotFoundError``."""
    said = cleaning.text(reason, cleaning.LONG)
    return _change(db, _planned(db, key), "step-skipped", {"skipped": 1, "reason": said}, now, reason=said)


def restore(db: Store, key: str, *, now: datetime) -> Done:
    """Go back to what the rules say for a follow-up: everything changed by hand is dropped."""
    known = followups.change_row(db, key)
    if known is None:
        raise NotFoundError(Sentence("Nothing was changed by hand here."), Sentence("Reload the application's page."))
    with verb(db, "step-restored", now, application=known["application"], followup=key) as done:
        rows.delete(db, "changes", known["id"])
    return done


def retext(db: Store, key: str, subject: str | None, body: str | None, *, now: datetime) -> Done:
    """Use other words for this one time; None goes back to the script's own."""
    fields = {"subject": cleaning.text(subject, cleaning.LONG), "body": cleaning.block(body, cleaning.PAGE)}
    return _change(db, _planned(db, key), "step-reworded", fields, now)


def rechannel(db: Store, key: str, channel: Channel, *, now: datetime) -> Done:
    """Use another channel. Raises ``InvalidError`` for one that does not exist."""
    if channel not in get_args(Channel):
        raise InvalidError(
            Sentence("“%(channel)s” is not a channel.", channel=channel), Sentence("Choose phone, email or letter.")
        )
    return _change(db, _planned(db, key), "step-rechannelled", {"channel": channel}, now, channel=channel)


def redirect(db: Store, key: str, person: int, *, now: datetime) -> Done:
    """Turn to another contact of the same application. Raises ``NotFoundError``."""
    planned = _planned(db, key)
    link = people.link(db, planned.identity.application, person)
    if link is None or link["removed"]:
        raise NotFoundError(
            Sentence("That contact does not belong to this application."), Sentence("Add them to it first.")
        )
    return _change(db, planned, "step-redirected", {"person": person}, now, person=person)


def _planned(db: Store, key: str) -> FollowUp:
    planned = followups.get(db, key)
    if planned is None:
        raise NotFoundError(
            Sentence("That follow-up is no longer planned."), Sentence("Reload the page to see what is.")
        )
    return planned


def _change(db: Store, planned: FollowUp, name: str, fields: dict[str, Any], now: datetime, **data: Any) -> Done:
    identity = planned.identity
    with verb(db, name, now, application=identity.application, followup=identity.key, kind=planned.kind) as done:
        done.data |= data
        followups.change(db, identity.key, identity.application, fields)
    return done
