"""Titles of documents, as sites wrap them: each known form is found by its sign and taken apart."""

from __future__ import annotations

import pytest

from scrapers.wrapped import unwrap


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Job Application for Cook at Northlake Inn", {"title": "Cook", "employer": "Northlake Inn"}),
        ("Northlake Inn hiring a Cook in York", {"title": "Cook", "employer": "Northlake Inn", "place": "York"}),
        ("Northlake Inn is hiring Cooks", {"title": "Cooks", "employer": "Northlake Inn"}),
        ("Northlake sucht Koch in Ulm", {"title": "Koch", "employer": "Northlake", "place": "Ulm"}),
        ("Koch - Job bei Northlake in Ulm", {"title": "Koch", "employer": "Northlake", "place": "Ulm"}),
        ("Cook @ Northlake Inn", {"title": "Cook", "employer": "Northlake Inn"}),
        ("We're looking for a cook", {"title": "cook"}),
        ("We are seeking: cook", {"title": "cook"}),
        ("Wanted: a cook", {"title": "cook"}),
        ("Gesucht: Koch", {"title": "Koch"}),
        ("Join us as a cook", {"title": "cook"}),
        ("We need cooks", {"title": "cooks"}),
        ("Vacancy: Cook", {"title": "Cook"}),
        ("Careers with Northlake Inn", {"employer": "Northlake Inn"}),
        ("Karriere bei Northlake", {"employer": "Northlake"}),
        ("Lediga jobb på Northlake", {"employer": "Northlake"}),
        ("Kariera w Northlake", {"employer": "Northlake"}),
        ("Cook job at Northlake Inn", {"title": "Cook", "employer": "Northlake Inn"}),
        ("Koch bei Northlake", {"title": "Koch", "employer": "Northlake"}),
        ("Kok hos Northlake", {"title": "Kok", "employer": "Northlake"}),
        ("Cook, Northlake Inn", {}),
    ],
)
def test_a_document_title_in_a_known_form_is_taken_apart(title: str, parts: dict[str, str]) -> None:
    assert unwrap(title) == parts
