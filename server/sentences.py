"""What Ringback says to the person, as a value: English that remembers how it was made, so that a page can translate.

No part of the server but the dashboard knows another language than English. The planner, the scripts, the services
and the store say a ``Sentence``; the page it is shown on looks up its ``message`` and fills in the ``values`` anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

Value: TypeAlias = "str | int | float | date"


class Sentence(str):
    """An English sentence that can be translated: ``Sentence("Left out by you: %(reason)s", reason="too far")``.

    The message must stand there as it is, since ``make translations`` finds it by this name. A value that is a
    ``Sentence`` is translated too, a date is written as the language has it; any other is shown as it is.
    """

    __slots__ = ("many", "message", "values")

    message: str
    many: str | None
    values: Mapping[str, Value]

    def __new__(cls, message: str = "", /, **values: Value) -> Sentence:
        """Fill in the values, if there are any."""
        return _made(cls, message, None, values)


def sentences(one: str, many: str, number: int, /, **values: Value) -> Sentence:
    """A sentence on so many things, which are ``%(num)s`` in it."""
    return _made(Sentence, one, many, {"num": number, **values})


def _made(kind: type[Sentence], one: str, many: str | None, values: Mapping[str, Value]) -> Sentence:
    chosen = many if many is not None and values["num"] != 1 else one
    english = chosen % {name: _written(value) for name, value in values.items()} if values else chosen
    made = str.__new__(kind, english)
    made.message, made.many, made.values = one, many, values
    return made


def _written(value: Value) -> Value:
    return f"{value.day} {value:%B %Y}" if isinstance(value, date) else value


def joined(*parts: Sentence) -> Sentence:
    """Sentences one after the other, as one."""
    whole, *rest = parts
    for part in rest:
        whole = Sentence("%(first)s %(second)s", first=whole, second=part)
    return whole


def to_plain(sentence: Sentence) -> Any:
    """A sentence as JSON types: the message alone where nothing is filled in."""
    if not sentence.values:
        return sentence.message
    kept: dict[str, Any] = {name: _kept(value) for name, value in sentence.values.items()}
    return {"message": sentence.message, "many": sentence.many, "values": kept}


def _kept(value: Value) -> Any:
    if isinstance(value, Sentence):
        return {"message": value.message, "many": value.many, "values": {n: _kept(v) for n, v in value.values.items()}}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def from_plain(kept: Any) -> Sentence:
    """The sentence that ``to_plain`` gave."""
    if isinstance(kept, str):
        return Sentence(kept)
    values = {name: _value(value) for name, value in kept["values"].items()}
    return _made(Sentence, kept["message"], kept["many"], values)


def _value(kept: Any) -> Value:
    if isinstance(kept, dict):
        return date.fromisoformat(kept["day"]) if "day" in kept else from_plain(kept)
    value: Value = kept
    return value
