"""Capitalised words that are no name of a person: streets and places, compounds, words the page also writes small."""

from __future__ import annotations

import re

from scrapers.contacts.vocabulary import is_given

_STREET_ENDS = (
    *("strasse", "straße", "str", "straat", "laan", "weg", "gasse", "allee", "platz", "plein"),
    *("vej", "vägen", "gatan", "gata", "gade", "katu"),
)
_STREET_BEHIND = re.compile(
    r" (?:street|st\.|avenue|ave\.|road|rd\.|boulevard|blvd|square|lane|drive|str\.)(?!\w)", re.I
)
_STREET_BEFORE = re.compile(
    r"\b(?:rue|via|calle|avenue|avenida|av|boulevard|place|plaza|ul|ulica|ulice|náměstí|nám|praça|rua|piazza|largo|chemin|allée|quai|paseo)\.?\s(?:[a-zé']{1,4}\s){0,2}$"
)
# Ends of German, Dutch and Nordic compounds that name organisations and things.
COMPOUND = re.compile(
    r".(?:schule|haus|klinik|verein|amt|abteilung|stelle|gesellschaft|zentrum|werke?|verlag|kirche|kreis|stiftung|verband|"
    r"kasse|heim|gruppe|betrieb|institut|leitung|service|management|ung|keit|heit|schaft|skolen?|sjukhus|foretag|"
    r"foreningen?|kommune?n?|styrelsen|verket|bolaget|huset|ziekenhuis|bedrijf|groep|tion|ment|ity|ness|ology|ware)$"
)
_HOUSE_NUMBER = re.compile(r"^,?\s?[1-9]\d{0,3}[a-z]?(?:\s?[-–/]\s?\d{1,4})?(?=[\s,;·]|$)(?!\s?\d)")
_AT = re.compile(r"\s?[(\[{<]?\s?(?:at\b|@)")


def is_street(word: str) -> bool:
    """Whether a hyphenated word ends as streets do: ``Rosa-Parks-Straße``."""
    return "-" in word and _ends_as_streets_do(word)


def _ends_as_streets_do(word: str) -> bool:
    return word.lower().removesuffix(".").endswith(_STREET_ENDS)


def is_place(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether words at ``start:end`` of a text are a street or a square."""
    if _HOUSE_NUMBER.match(text[end : end + 12]) or (_ends_as_streets_do(words[-1]) and not is_given(words[0])):
        return True
    if _STREET_BEHIND.match(text, end):
        return True
    return text[start - 1 : start].isspace() and bool(_STREET_BEFORE.search(text[max(0, start - 30) : start].lower()))


def appear_in_lower_case(text: str, words: list[str]) -> bool:
    """Whether the page also writes one of the words small: then it is an ordinary word, not a name."""
    for word in words:
        small = word.rstrip(".").lower()
        at = text.find(small)
        while at >= 0:
            behind = text[at + len(small) : at + len(small) + 5]
            round_it = text[at - 1 : at] + behind[:1]
            if not any(character.isalnum() or character in "@./-_" for character in round_it) and not _AT.match(behind):
                return True
            at = text.find(small, at + 1)
    return False
