"""Values as people type them, made into what the services take."""

from __future__ import annotations

from datetime import datetime

import phonenumbers

from server.clock import zone
from server.sentences import Sentence
from server.store.errors import InvalidError


def e164(typed: str | None, country: str | None) -> str | None:
    """A number as E.164 (``;ext=`` for an extension), read as one of ``country`` unless it says otherwise.

    None for nothing typed. Raises ``InvalidError`` where it is no number.
    """
    if not typed or not typed.strip():
        return None
    try:
        number = phonenumbers.parse(typed, country)
    except phonenumbers.NumberParseException as error:
        raise _not_a_number(typed) from error
    if not phonenumbers.is_possible_number(number):
        raise _not_a_number(typed)
    plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{plain};ext={number.extension}" if number.extension else str(plain)


def moment(typed: str | None, timezone: str) -> datetime | None:
    """A day and an hour as a browser sends them, on the person's own clock; a day alone is its noon. None for none."""
    if not typed:
        return None
    try:
        found = datetime.fromisoformat(typed)
    except ValueError as error:
        raise InvalidError(Sentence("That is not a date and time."), Sentence("Choose a day and an hour.")) from error
    return found.replace(hour=found.hour if "T" in typed else 12, tzinfo=zone(timezone))


def _not_a_number(typed: str) -> InvalidError:
    return InvalidError(
        Sentence("“%(typed)s” is not a phone number.", typed=typed[:60]),
        Sentence("Write it with its country code, like +1 206 555 0142."),
    )


def lines(typed: str | None) -> list[str]:
    """The lines of a text that hold something."""
    return [line.strip() for line in (typed or "").splitlines() if line.strip()]
