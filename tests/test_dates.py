"""Dates as pages write them."""

from __future__ import annotations

from datetime import date

import pytest

from scrapers.dates import MONTHS, first_date

MONTH_NAMES = [(name, number) for name, number in MONTHS.items() if len(name) > 2]


@pytest.mark.parametrize(("name", "number"), MONTH_NAMES)
def test_every_month_is_read_in_every_form(name: str, number: int) -> None:
    """ "7 December" was once read as "7 de cember"."""
    for text in (f"7 {name} 2026", f"7. {name.title()} 2026", f"7th {name.title()}, 2026", f"{name.title()} 7, 2026"):
        dated = first_date(text)
        assert dated is not None, text
        assert dated.day == date(2026, number, 7), text


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("7 de diciembre de 2026", 12),
        ("7th of December 2026", 12),
        ("7-Dec-2026", 12),
        ("7 d'octubre de 2026", 10),
        ("7 d’octubre de 2026", 10),
    ],
)
def test_words_may_stand_between_day_and_month(text: str, month: int) -> None:
    dated = first_date(text)
    assert dated is not None
    assert dated.day == date(2026, month, 7)
