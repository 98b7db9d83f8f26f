"""Numbers that the page's own numbering plan does not hold: of other countries, of old plans, with "(0)" in them."""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import PhoneNumber

_CODE_IN_BRACKETS = re.compile(r"[1-9]\d{0,2}[ -]?\d{1,4}\)\s?\d[\d -]{4,9}$")
ABBREVIATED_TAIL = re.compile(r"(?:\s?/\s?\d{1,3}){1,5}\s*$")
_TRUNK_ZERO = re.compile(r"(?<=\d)\s?[(\[]0[)\]]\s?0?")


def elsewhere(raw: str, regions: tuple[str, ...]) -> PhoneNumber | None:
    """A number that the first region's plan does not hold: spelled with "(0)", of an old plan, or of another region."""
    bare = ABBREVIATED_TAIL.sub("", raw).lstrip("([/ ")
    code = str(phonenumbers.country_code_for_region(regions[0]))
    if re.match(rf"\+?{code}(?:\s?\(|[\s-])", bare):
        national = "+" + _TRUNK_ZERO.sub("", bare).lstrip("+")
        trunk = parsed(national, regions[0])
        if trunk and phonenumbers.is_valid_number(trunk):
            return trunk
        return _old_plan(national, regions[0])
    found = somewhere(_TRUNK_ZERO.sub("", bare), regions) or _old_plan(bare, regions[0])
    return found or (_without_plus(bare) if raw.startswith("(") else None)


def _without_plus(bare: str) -> PhoneNumber | None:
    """A number with its country code in brackets and no plus: "(374 10) 54-55-01"."""
    number = parsed(f"+{bare}", "ZZ") if _CODE_IN_BRACKETS.match(bare) else None
    return number if number and phonenumbers.is_valid_number(number) else None


def somewhere(raw: str, regions: tuple[str, ...]) -> PhoneNumber | None:
    """The number in the first region that has it; a trunk zero that the region does not use is left out at last."""
    bare = raw.lstrip("([/ ")
    spellings = (raw, bare[1:]) if bare.startswith("0") and not bare.startswith("00") else (raw,)
    for spelling in spellings:
        for region in regions:
            if (number := parsed(spelling, region)) and phonenumbers.is_valid_number(number):
                return number
    return None


def _old_plan(raw: str, region: str) -> PhoneNumber | None:
    """A number too short for today's plan, if it is written with its country code or with a trunk zero."""
    if region in ("US", "CA"):
        return None  # their plan was never shorter, and has no trunk zero
    code = str(phonenumbers.country_code_for_region(region))
    digits = re.sub(r"\D", "", raw)
    if raw.startswith("+") or re.match(rf"{code}\s?\(", raw):
        national = digits.removeprefix(code) if digits.startswith(code) else ""
    else:
        national = digits[1:] if raw.startswith("0") and not raw.startswith("00") else ""
    return parsed(f"+{code}{national}", region) if 6 <= len(national) <= 11 else None


def parsed(written: str, region: str) -> PhoneNumber | None:
    """The number that libphonenumber reads in a string, valid or not."""
    try:
        return phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
