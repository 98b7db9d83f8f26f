"""The door for values from outside: bounded text without control characters, addresses, keys to compare by."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any, Literal, get_args

SHORT, LONG, PAGE = 500, 4_000, 60_000
"""Characters kept of a name or title, of a sentence or note, of a description."""

# C0 but tab and newline, DEL, C1, bidirectional overrides and isolates, zero-width marks, BOM.
_UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"%?&\\]{1,64}@[^\s@<>()\[\],;:\"%?&\\/]{1,250}")
_PHONE = re.compile(r"\+[0-9]{3,17}(;ext=[0-9]{1,8})?")


def text(given: Any, limit: int = SHORT) -> str | None:
    """``given`` as one line of text, or None where it is no text or empty."""
    cleaned = block(given, limit)
    return " ".join(cleaned.split()) or None if cleaned else None


def block(given: Any, limit: int = PAGE) -> str | None:
    """``given`` as text that may hold line breaks, or None where it is no text or empty."""
    if not isinstance(given, str):
        return None
    # Lone surrogates, which JSON can carry, cannot be stored as UTF-8.
    sound = given[: 2 * limit].encode("utf-8", "replace").decode()
    return _UNWANTED.sub("", sound.replace("\r\n", "\n").replace("\r", "\n"))[:limit].strip() or None


def texts(given: Any, *, limit: int = LONG, count: int = 60) -> list[str]:
    """The texts in a list, cleaned; what is no text is left out."""
    if not isinstance(given, (list, tuple)):
        return []
    return [cleaned for cleaned in (text(one, limit) for one in given[:count]) if cleaned]


def email(given: Any) -> str | None:
    """An e-mail address in lower case, or None where it is none that a mail link could carry."""
    cleaned = text(given, 320)
    return cleaned.lower() if cleaned and _EMAIL.fullmatch(cleaned) else None


def phone(given: Any, country: str | None = None) -> str | None:
    """A phone number in E.164 (an extension as ``;ext=``), or None.

    With ``country`` (ISO 3166) numbers as people write them there are taken too, where they can be numbers at all.
    """
    cleaned = text(given, 60)
    if cleaned is None or _PHONE.fullmatch(cleaned):
        return cleaned
    return _written_number(cleaned, country) if country else None


def _written_number(written: str, country: str) -> str | None:
    # Loaded for what a person types only: what was read off a page is E.164 already.
    import phonenumbers

    try:
        number = phonenumbers.parse(written, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    extension = f";ext={number.extension}" if number.extension else ""
    number.extension = None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)) + extension


def day(given: Any) -> str | None:
    """An ISO 8601 date as text, or None."""
    try:
        return date.fromisoformat(given).isoformat() if isinstance(given, str) else None
    except ValueError:
        return None


def choice(given: Any, allowed: Any, default: Any) -> Any:
    """``given`` where it is one of the values of a Literal type, else ``default``."""
    return given if isinstance(given, str) and given in get_args(allowed) else default


def number(given: Any) -> int | float | None:
    """A finite number of ordinary size, or None."""
    if isinstance(given, bool) or not isinstance(given, (int, float)):
        return None
    return given if abs(given) < 1e12 else None


def pay(given: Any) -> dict[str, Any] | None:
    """Pay as ``{"min", "max", "currency", "per"}``, or None where nothing of it can be used."""
    if not isinstance(given, dict):
        return None
    low, high = number(given.get("min")), number(given.get("max"))
    if low is None and high is None:
        return None
    per = choice(given.get("per"), Literal["hour", "day", "week", "month", "year"], None)
    return {"min": low, "max": high, "currency": text(given.get("currency"), 3), "per": per}


def name_key(given: str | None) -> str | None:
    """A name to compare by: without case, accents, punctuation and order of words."""
    return " ".join(sorted(_folded(given).split())) or None if given else None


def employer_key(given: str | None) -> str | None:
    """An employer's name to compare by: without case, accents, punctuation and legal form."""
    if not given:
        return None
    words = [word for word in _folded(given).split() if word not in _LEGAL_FORMS]
    return " ".join(words) or _folded(given).strip() or None


def reference_key(given: str | None) -> str | None:
    """A requisition number to compare by: its letters and digits alone. None where it holds no digit."""
    key = "".join(letter for letter in _folded(given or "") if letter.isalnum())
    return key if len(key) >= 3 and any(letter.isdigit() for letter in key) else None


def _folded(given: str) -> str:
    apart = unicodedata.normalize("NFKD", given.casefold())
    kept = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return "".join(letter if letter.isalnum() else " " for letter in kept)


_LEGAL_FORMS = frozenset(
    {
        "ab",
        "ag",
        "aps",
        "as",
        "asa",
        "bv",
        "co",
        "corp",
        "corporation",
        "gmbh",
        "inc",
        "incorporated",
        "kg",
        "kgaa",
        "limited",
        "llc",
        "llp",
        "ltd",
        "mbh",
        "nv",
        "oy",
        "oyj",
        "plc",
        "pty",
        "sa",
        "sarl",
        "sas",
        "se",
        "sl",
        "spa",
        "srl",
        "sro",
        "the",
    }
)


def tree(given: Any, depth: int = 8) -> Any:
    """JSON data with every text cleaned and bounded; what is deeper, larger or no JSON is left out."""
    if isinstance(given, str):
        return block(given) or ""
    if given is None or isinstance(given, bool):
        return given
    if isinstance(given, (int, float)):
        return number(given)
    if depth and isinstance(given, (list, tuple)):
        return [tree(one, depth - 1) for one in given[:500]]
    if depth and isinstance(given, dict):
        return {text(key, 60) or "": tree(one, depth - 1) for key, one in list(given.items())[:500]}
    return None
