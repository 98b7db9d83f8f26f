"""Fields of invented pages whose lines ran together, as adverts lose their breaks on the way from board to board."""

from __future__ import annotations

from datetime import date

import pytest

from scrapers import Pay, Posting, scrape

FILLER = "<p>" + "you cook for two hundred guests a day in a kitchen with a view of the harbour. " * 6 + "</p>"


def read(line: str, *, head: str = "", lang: str = "en") -> Posting:
    return scrape(f'<html lang="{lang}"><head>{head}</head><body><h1>Cook</h1>{line}{FILLER}</body></html>')


@pytest.mark.parametrize(
    ("line", "pay"),
    [
        ("Make a decent cup of tea£20,000 - £23,000 depending on experience", Pay(20000, 23000, "GBP", "year")),
        ("$1,500+ USD monthly ($200 cost of living)", Pay(1500, 1500, "USD", "month")),
        (
            "Base pay ranges from $101,500.00 to $152,300.00 annually. A bonus of 12%",
            Pay(101500, 152300, "USD", "year"),
        ),
        ("SALARY: 60,000 drams + tips", Pay(60000, 60000, "AMD", "month")),
        ("SALARY: 40 - 45000 drams", None),
    ],
)
def test_pay_is_read_to_its_own_end(line: str, pay: Pay | None) -> None:
    assert read(f"<p>{line}</p>").pay == pay


@pytest.mark.parametrize(
    ("line", "employer"),
    [
        (
            "Mary MillerTalent AcquisitionNorthlake Inn Ltd(206) 555-0177m@northlakeinn.example",
            "Northlake Inn Ltd",
        ),
        ("Founded in 1998, Northlake Works is an SDVOSB with forty cooks.", "Northlake Works"),
        ("Northlake Works is a Seattle-based maker of pans.", "Northlake Works"),
    ],
)
def test_the_employer_is_told_from_what_ran_into_its_name(line: str, employer: str) -> None:
    assert read(f"<p>{line}</p>").employer == employer


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("We are a small agency in the heart of Shoreditch, London working with brands.", "Shoreditch, London"),
        ("Northlake Group, Falmouth TR11 4ZZ, United Kingdom", "Falmouth"),
        ("Oleificio – Contrada Lama Cupa, 76123 Andria (BT) – P. IVA 01234560720", "Andria"),
    ],
)
def test_the_place_is_read_from_an_address(line: str, place: str) -> None:
    assert read(f"<p>{line}</p>").location == place


def test_a_date_of_posting_is_found_in_spans_without_spaces() -> None:
    spans = "<div><span>Northlake Inn</span><span>Vollzeit</span><span>Online seit 09.03.2024</span></div>"
    assert read(spans, lang="de").posted_on == date(2024, 3, 9)


def test_the_number_of_the_posting_comes_before_that_of_the_position() -> None:
    rows = "<tr><th>Position Number</th><td>F00231</td></tr><tr><th>Posting Number</th><td>2022-0075F</td></tr>"
    assert read(f"<table>{rows}</table>").reference == "2022-0075F"


def test_what_an_archive_adds_to_a_title_is_no_employer() -> None:
    head = "<title>Cook, Duluth from Mary Miller on 2013-04-02</title>"
    assert read("<p>Northlake University runs the kitchen.</p>", head=head).employer == "Northlake University"


def test_the_name_with_its_last_word_is_the_employer() -> None:
    head = "<title>Positions | NeuroRitmo Lab</title>"
    assert read("<p>Write to jobs@neuroritmo.example.</p>", head=head).employer == "NeuroRitmo Lab"


def test_one_job_for_all_genders_among_degrees_is_a_posting() -> None:
    page = (
        "<title>Stellenausschreibung 114/2023 – Universität Altmühl</title><h1>Stellenausschreibung</h1>"
        "<p>Zum 01.04.2024 ist die Stelle als</p><p>Wissenschaftliche/r Mitarbeiter/in (m/w/d)</p><p>zu besetzen.</p>"
        "<ul><li>Master in Geowissenschaften</li></ul><p>Bewerbungen bitte bis 15. Januar 2024.</p>"
    )
    posting = scrape(page)
    assert (posting.kind, posting.title) == ("posting", "Wissenschaftliche/r Mitarbeiter/in (m/w/d)")
