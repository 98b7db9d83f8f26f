"""Contacts and calls of small invented pages, one file of them a language: ``tests/fixtures/contacts``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from scrapers import Posting, scrape

FOLDER = Path(__file__).parent / "fixtures" / "contacts"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['about']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]
PADDING = {
    "en": "We build boats and mend nets in a small harbour town by the sea, with forty people and a good cook. ",
    "de": "Wir bauen Boote und flicken Netze in einer kleinen Hafenstadt am Meer, mit vierzig Leuten und gutem Essen. ",
    "fr": "Nous construisons des bateaux et des filets dans un petit port de mer, avec quarante personnes et un chef. ",
}


def posting(html: str, language: str) -> Posting:
    """A posting for a clerk with ``html`` in its middle, read through the library's front door."""
    padding = PADDING.get(language[:2], PADDING["en"]) * 3
    return scrape(
        f'<html lang="{language}"><head><title>Clerk</title></head>'
        f"<body><h1>Clerk</h1>{html}<p>{padding}</p></body></html>"
    )


def people(contacts: list[dict[str, Any]]) -> set[tuple[str | None, frozenset[str], frozenset[str]]]:
    return {
        (contact.get("name"), frozenset(contact.get("emails", ())), frozenset(contact.get("phones", ())))
        for contact in contacts
    }


@pytest.mark.parametrize("case", CASES)
def test_contacts_and_calls(case: dict[str, Any]) -> None:
    found = posting(case["html"], case["language"])
    assert people(found.as_dict()["contacts"]) == people(case["contacts"])
    assert found.wishes.verdict == case.get("calls", found.wishes.verdict)
    assert found.wishes.hours == case.get("hours", found.wishes.hours)
    sure = {value for contact in found.contacts if contact.sure for value in (*contact.emails, *contact.phones)}
    assert sure == set(case.get("sure", sure))


@pytest.mark.parametrize("case", CASES)
def test_evidence_holds_what_was_found(case: dict[str, Any]) -> None:
    for contact in posting(case["html"], case["language"]).contacts:
        assert contact.evidence is not None
        assert contact.evidence.text
        assert contact.evidence.where
