"""Telephone numbers: national formats, extensions, fax, and what only looks like a number."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.contacts import phone_words, phones
from scrapers.page import Page

EVAL = Path(os.environ.get("RINGBACK_EVAL") or Path(__file__).parents[2] / "shared" / "eval")
NUMBERS = [
    ("US", "Call 206-555-0142 Ext: 32 for details", ["+12065550142;ext=32"]),
    ("US", "call 206-555-0142 Ext: 32Title: Clerk", ["+12065550142;ext=32"]),
    ("US", "(206) 555-0142", ["+12065550142"]),
    ("US", "206.555.0142 or 206.555.0143", ["+12065550142", "+12065550143"]),
    ("US", "Phone\n2065550142", ["+12065550142"]),
    ("US", "call 1-800-FLOWERS", ["+18003569377"]),
    ("US", "London office: tel. 020 7946 0123", ["+442079460123"]),
    ("GB", "020 7946 0123", ["+442079460123"]),
    ("GB", "+44 (0)20 7946 0123", ["+442079460123"]),
    ("GB", "New York (206 555 0142)", ["+12065550142"]),
    ("DE", "Tel.: 030/23125-123", ["+493023125123"]),
    ("DE", "+49 (0) 30 23125 123", ["+493023125123"]),
    ("DE", "Tel. 030 23125 123 oder 030 23125 124", ["+493023125123", "+493023125124"]),
    ("FR", "Tél. : 01 99 00 12 34 poste 12", ["+33199001234;ext=12"]),
    ("SE", "08-465 004 23", ["+46846500423"]),
    ("DK", "Anne Holm, 33 12 34 56", ["+4533123456"]),
    ("NO", "951 23 456", ["+4795123456"]),
    ("FI", "puh. 040 123 4567", ["+358401234567"]),
    ("CZ", "tel.: 601123456, linka 12", ["+420601123456;ext=12"]),
    ("PL", "tel. 22 123 45 67 wew. 12", ["+48221234567;ext=12"]),
    ("ES", "Teléfono: 912 345 678", ["+34912345678"]),
    ("NL", "bel 06-12345678", ["+31612345678"]),
    ("BE", "+32 2 555 12 12", ["+3225551212"]),
    ("FR", "contactez-nous au 01.99.00.12.34", ["+33199001234"]),
    ("GB", "Contact Jane Doe on 02079460123 or by e-mail", ["+442079460123"]),
    ("US", "call 1-800-FLOWERS ext. 12", ["+18003569377;ext=12"]),
    ("US", "Call us on this number: 206-555-0142", ["+12065550142"]),
    ("DE", "Tel./Fax: 030 23125 100/101", ["+493023125100"]),
]
NO_NUMBERS = [
    ("US", "Job ID 2065550142"),
    ("US", "2065550142"),
    ("US", "Requisition number: 2065550142"),
    ("US", "see https://jobs.example.com/job/2065550142"),
    ("US", "2015 - 03/2016"),
    ("US", "Contact us and quote control number 8312345600"),
    ("BE", "BCE 0412.345.678"),
    ("GB", "Part 02079460123"),
    ("US", "$120,000 - 150,000 a year"),
    ("US", "Posted 2026-11-02 10:22"),
    ("US", "206.99.251.70"),
    ("US", "Call Breda on 021 555 0142"),
    ("DE", "05.10.1986"),
    ("DE", "03.06.-07.06.2015"),
    ("DE", "Kennziffer 030 23125 123"),
    ("DE", "IBAN DE89 3704 0044 0532 0130 00"),
    ("CZ", "50 000 - 80 000 Kč"),
    ("CZ", "IČO: 264 41 381"),
    ("NO", "Org.nr. 987 654 321"),
    ("PL", "NIP 525-23-44-078, KRS 0000123456"),
    ("FR", "SIRET 123 456 789 00012"),
]


@pytest.mark.parametrize(("country", "text", "numbers"), NUMBERS)
def test_number_is_read(country: str, text: str, numbers: list[str]) -> None:
    assert [reading.number for reading in phones.find(text, (country, "GB", "US"))] == numbers


@pytest.mark.parametrize(("country", "text"), NO_NUMBERS)
def test_what_is_no_number_is_left(country: str, text: str) -> None:
    assert phones.find(text, (country,)) == []


@pytest.mark.parametrize(
    ("text", "fax"),
    [
        ("Fax: 206-555-0143", [True]),
        ("206-555-0142 | 206-555-0143 (Fax)", [False, True]),
        ("T 206-555-0142 F 206-555-0143", [False, True]),
        ("Telefax 206-555-0143", [True]),
        ("Fax\n206-555-0143", [True]),
        ("Tel/Fax: 206-555-0142", [False]),
        ("Fax 206-555-0143, phone 206-555-0142", [True, False]),
        ("FAX: 206-555-0143 TEL: 206-555-0142", [True, False]),
        ("Telefax No. 206-555-0143", [True]),
        ("Ph: 206-555-0142 Fx: 206-555-0143", [False, True]),
        ("206-555-0142 (ph) / 206-555-0143 (f)", [False, True]),
        ("(O) 206-555-0142(F) 206-555-0143", [False, True]),
        ("(206) 555-0142    FAX (206) 555-0143", [False, True]),
    ],
)
def test_fax_is_told_apart(text: str, fax: list[bool]) -> None:
    assert [reading.fax for reading in phones.find(text, ("US",))] == fax


def test_the_words_beside_numbers_are_all_in_lower_case() -> None:
    patterns = [value.pattern for value in vars(phone_words).values() if isinstance(value, re.Pattern)]
    assert len(patterns) > 5
    assert [found for pattern in patterns if (found := re.sub(r"\\.", "", pattern)) != found.lower()] == []


def test_a_number_that_is_said_again_is_read_again() -> None:
    text = "Phone 206-555-0142\nPhone 206-555-0142\nFax 206-555-0142\nPhone 206-555-0142"
    assert [reading.fax for reading in phones.find(text, ("US",))] == [False, False, True, False]


@settings(deadline=None)
@given(
    st.integers(0, 99),
    st.sampled_from(["{}-{}-{}", "({}) {}-{}", "{}.{}.{}", "{} {} {}", "+1 {} {} {}", "+1-{}-{}-{}"]),
)
def test_every_spelling_of_a_number_is_that_number(last: int, spelling: str) -> None:
    text = f"Questions? Phone {spelling.format('206', '555', f'01{last:02}')} in the morning."
    assert [reading.number for reading in phones.find(text, ("US",))] == [f"+120655501{last:02}"]


_STRETCHES = st.sampled_from(
    (
        *("(206) 555-0142", "206-555-0143", "2065550142", "555-0142", "+1 206", "030 23125 123", "0113 496 0123"),
        *(
            "Tel. ",
            "phone: ",
            "fax",
            "jane@example.com, ",
            "on ",
            "\n",
            " | ",
            "10118-3299",
            "[192.168.10.123]",
            "1-800",
        ),
    )
)


@pytest.mark.parametrize("region", ["DE", "US"])
@settings(deadline=None)
@given(
    st.text(alphabet="0123456789 ()+-./,x\nFaxTel:", max_size=200)
    | st.lists(_STRETCHES | st.text("0123456789 -.(", max_size=9), max_size=14).map("".join)
)
def test_windows_find_what_the_whole_text_gives(region: str, text: str) -> None:
    """Numbers that the page's own region holds are those of libphonenumber's matcher run over all the text."""
    certain = {reading.number for reading in phones.find(text, (region,)) if reading.certain and not reading.vanity}
    assert certain == phones.find_with_full_matcher(text, region)


@pytest.mark.real
def test_windows_find_what_the_full_matcher_finds_on_real_pages() -> None:
    assert (EVAL / "gold.jsonl").is_file(), f"the real pages are not at {EVAL}; set RINGBACK_EVAL"
    for line in (EVAL / "gold.jsonl").read_text("utf-8").splitlines():
        text = Page((EVAL / "pages" / json.loads(line)["file"]).read_bytes()).text
        for region in ("US", "DE"):
            certain = {r.number for r in phones.find(text, (region,)) if r.certain and not r.vanity}
            assert certain == phones.find_with_full_matcher(text, region), line[:80]


def test_numbers_are_valid_e164() -> None:
    for country, text, numbers in NUMBERS:
        for number in numbers:
            assert phonenumbers.is_possible_number(phonenumbers.parse(number, None)), (country, text)


@pytest.mark.parametrize("written", ["206-555-0142 x12", "206-555-0142, ext. 12", "206-555-0142 (ext 12)"])
def test_an_extension_casts_no_doubt_on_a_number(written: str) -> None:
    assert [(reading.number, reading.certain) for reading in phones.find(written, ("US",))] == [
        ("+12065550142;ext=12", True)
    ]


def test_a_number_of_an_old_plan_stays_in_its_country() -> None:
    (reading,) = phones.find("Tel: (374-1) 58 01 42", ("AM", "GB", "US"))
    assert (reading.number, reading.certain) == ("+3741580142", False)
