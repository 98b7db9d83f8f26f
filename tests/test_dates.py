"""Dates as pages write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from scrapers.dates import MONTHS, first_date, relative_date, with_years

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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Just posted", 20),
        ("Today", 20),
        ("Posted yesterday", 19),
        ("Gestern", 19),
        ("Vorgestern online", 18),
        ("3 days ago", 17),
        ("Posted 5 hours ago", 20),
        ("2w ago", 6),
        ("3D AGO", 17),
        ("vor 2 Wochen", 6),
        ("Il y a 4 jours", 16),
        ("Hace una semana", None),
        ("Hace 2 días", 18),
        ("před 3 dny", 17),
        ("For 2 dager siden", 18),
        ("4 dagen geleden", 16),
        ("2 dni temu", 18),
        ("3 giorni fa", 17),
        ("2 päivää sitten", 18),
        ("há 5 dias", 15),
        ("an hour ago", 20),
        ("30+ days ago", None),
        ("2 months ago", None),
        ("5 days a week", None),
        ("For 3 years", None),
    ],
)
def test_days_are_counted_back_from_the_capture(text: str, day: int | None) -> None:
    found = relative_date(text, datetime(2026, 11, 20, 12, tzinfo=UTC))
    assert found == (day and date(2026, 11, day))


@pytest.mark.parametrize(
    ("text", "ahead", "dated"),
    [
        ("Apply by 4 December, please", True, "Apply by 4 December 2026, please"),
        ("Bis 15. Januar bewerben", True, "Bis 15. Januar 2027 bewerben"),
        ("Posted November 3rd", False, "Posted November 3rd 2026"),
        ("Posted Dec. 3", False, "Posted Dec. 3 2025"),
        ("Hasta el 4 de diciembre", True, "Hasta el 4 de diciembre 2026"),
        ("4 December 2027", True, "4 December 2027"),
        ("31 November", True, "31 November"),
        ("no figures in May", True, "no figures in May"),
    ],
)
def test_a_day_without_its_year_gets_the_likeliest(text: str, ahead: bool, dated: str) -> None:
    assert with_years(text, datetime(2026, 11, 20, 12, tzinfo=UTC), ahead=ahead) == dated
