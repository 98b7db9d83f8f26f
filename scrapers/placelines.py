"""A line that names a place: what goes with it on pages, and what stands where a place might and is none."""

from __future__ import annotations

import re

from scrapers.countries import REGIONS

# What stands before a place, and behind it.
_BEFORE = re.compile(r"(?i:in|at|from|near|location|ort|standort|lieu|place)\s?[:\s]\s?|[\W_]+")
_BEHIND = re.compile(r"\s*\((?:map|view map|karte|mapa)\)$", re.I)
# What is no place: how one works, a street, the words of a form.
JUNK = re.compile(
    r"^(?:\W*[\d.]+\W*|(?:showing )?(?:\d+|one) locations?|multiple(?: locations?)?|various(?: locations?)?|n/?a|-+|"
    r"see (?:below|description)|search jobs?|add|all|any|select.*|city|state|country|"
    r"(?:city|town),? .*(?:zip|post).*|name|map|verschiedene standorte|"
    r"loading.*|dismiss|close|clear|edit|change|reset|choose.*|location|details|(?:in|on)[- ]?(?:person|site)|"
    r"onsite|hybrid|office|in[- ]office|"
    r"vor ort|präsenz|"
    r"sur site|présentiel|hybride|presencial|híbrido|ibrido|op locatie|\d{1,3}[A-Za-z]?\s[^,]{2,40}|"
    r"\d{1,5}\s[^,]{2,30}\s(?:st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|way|pl|ct|hwy)\.?|"
    r"[^,]{2,30}(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|straat|laan|gade|vej|gatan|vägen|katu|tie)\s\d+\s?[a-z]?)$",
    re.I,
)


def tidy(place: str) -> str:
    """A place without label words, bullets and map links around it."""
    place = " ".join(place.split()).replace(" ,", ",")
    for _ in range(3):
        before = _BEFORE.match(place)
        shorter = place[before.end() :] if before else place
        shorter = (_BEHIND.sub("", shorter) if shorter.endswith(")") else shorter.rstrip(" ,;|·•")).strip()
        if shorter == place:
            break
        place = shorter
    if place.endswith(".") and place.count(".") == 1 and place.rpartition(", ")[2] not in REGIONS:
        place = place[:-1]
    return place if len(place) <= 160 else place[:160].rsplit(",", 1)[0]


def is_prose(text: str) -> bool:
    """Whether a line is a sentence, or as long as some."""
    return len(text) > 120 or (len(text) > 60 and text[-1] in ".!?")
