"""Contacts read off small invented pages."""

from __future__ import annotations

import pytest

from scrapers.contacts import Found, find
from scrapers.page import Page


def read(html: str, **known: str) -> Found:
    return find(Page(html, known.pop("url", None)), **known)  # type: ignore[arg-type]


def test_several_contacts_stay_several() -> None:
    found = read(
        "<h2>Contact</h2><ul><li>Jane Doe, tel. 206-555-0142, jane.doe@northlake.example.com; "
        "John Roe, tel. 206-555-0143, john.roe@northlake.example.com</li></ul>",
        country="US",
    )
    assert [(c.name, c.emails, c.phones) for c in found.contacts] == [
        ("Jane Doe", ("jane.doe@northlake.example.com",), ("+12065550142",)),
        ("John Roe", ("john.roe@northlake.example.com",), ("+12065550143",)),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Contact: Jane Doe, Hiring Manager, jane@northlake.example.com, (206) 555-0142",
        "Contact: Jane Doe, Hiring Manager, 206-555-0142, jane@northlake.example.com",
        "Contact: Jane Doe, Hiring Manager jane.doe@northlake.example.com",
        "Contact: Jane Doe, Hiring Manager, Telefon 206-555-0142",
        "Hiring Manager: Jane Doe, jane@northlake.example.com",
        "Contact: Hiring Manager Jane Doe, jane@northlake.example.com",
    ],
)
def test_a_role_is_read_beside_the_name_and_ends_where_an_address_begins(line: str) -> None:
    (contact,) = read(f"<h2>Contact</h2><p>{line}</p>", country="US").contacts
    assert contact.role == "Hiring Manager"


def test_one_person_met_twice_is_one() -> None:
    found = read(
        "<p>Send your CV to Dr. Jane Doe.</p><h3>People</h3><div><b>Jane Doe</b><br>Professor<br>"
        "<a href='mailto:Jane.Doe@lab.example.com'><i class='icon'></i></a></div>"
    )
    assert [(c.name, c.emails) for c in found.contacts] == [("Jane Doe", ("jane.doe@lab.example.com",))]


def test_evidence_says_what_and_where() -> None:
    found = read("<main><p>We build boats.</p><p>Questions? Ask Jane Doe at jane@boats.example.com.</p></main>")
    (contact,) = found.contacts
    assert contact.evidence is not None
    assert "Ask Jane Doe at jane@boats.example.com" in contact.evidence.text
    assert contact.evidence.where.endswith("p:nth-of-type(2)")
    assert contact.sure


def test_fax_is_told_apart() -> None:
    found = read("<p>Questions: phone 206-555-0142, fax 206-555-0143</p>", country="US")
    assert [c.phones for c in found.contacts] == [("+12065550142",)]
    assert [(o.value, o.why) for o in found.others] == [("+12065550143", "fax")]


@pytest.mark.parametrize(
    ("html", "name", "role"),
    [
        (
            "<h4>Hiring manager</h4><p>Tom Gray</p><h4>Recruiter</h4><p>Ann Bell</p>",
            "Tom Gray",
            "Hiring manager",
        ),
        ("<p>Lisa Pawlak | Sr. IT Recruiter | lisa@staffing.example.com</p>", "Lisa Pawlak", "Sr. IT Recruiter"),
        ("<p>Contact for this recruitment: Jane Doe, jane@power.example.com</p>", "Jane Doe", "enquiries"),
        (
            "<p>Contact Jane Doe, Head of People, for a talk: jane@x.example.com</p>",
            "Jane Doe",
            "Head of People",
        ),
    ],
)
def test_a_role_is_that_of_the_person_and_no_label(html: str, name: str, role: str) -> None:
    assert {c.name: c.role for c in read(html).contacts}[name] == role


def test_a_language_is_no_country() -> None:
    """Catalan is spoken in Spain: its code, ca, is not Canada's."""
    found = read("<p>Contacte: Montse Puig, 93 555 12 34</p>", language="ca")
    assert [c.phones for c in found.contacts] == [("+34935551234",)]


def test_contacts_beside_the_posting_under_another_heading_are_unsure() -> None:
    found = read(
        "<main><p>Send a resume to Lori Hagen, lhagen@pharmacy.example.com.</p></main>"
        "<aside><h4>Delivery driver</h4><p>Contact Kim Aster, 206-555-0142</p></aside>"
        "<aside><h4>Your contact</h4><p>Ann Bell, 206-555-0143</p></aside>",
        country="US",
    )
    assert {c.name: c.sure for c in found.contacts} == {"Lori Hagen": True, "Kim Aster": False, "Ann Bell": True}


def test_what_is_asked_about_calls_carries_its_sentence_and_place() -> None:
    found = read("<main><p>We build boats.</p><p>Write to Jane Doe. No phone calls, please.</p></main>")
    assert found.said is not None
    assert found.said.text == "No phone calls, please."
    assert found.said.where.endswith("p:nth-of-type(2)")
    assert read("<main><p>We build boats.</p></main>").said is None


@pytest.mark.parametrize(
    "ask", ["Questions? Please contact Jane Doe.", "Jane Doe leads the lab. Call her on 206-555-0142."]
)
def test_a_sentence_in_a_line_of_thousands_of_characters_names_whom_it_names_alone(ask: str) -> None:
    filler = "Mr. Ron Roe and Careful Robots of Acme Widgets build what they like. " * 40
    found = read(f"<p>{filler}{ask} {filler}</p>", country="US")
    assert [contact.name for contact in found.contacts if contact.name] == ["Jane Doe"]


def test_whoever_introduces_themself_late_on_a_page_is_met() -> None:
    found = read(f"<p>{'This is a shop like no other. ' * 60}</p><p>My name is Priya from Northlake. Call me.</p>")
    assert [contact.name for contact in found.contacts] == ["Priya"]


def test_whom_to_ring_is_named_where_the_line_begins_with_it() -> None:
    found = read("<h1>Baker</h1><p>You knead bread.</p><p>Ring Meg on 01632 960 471.</p><p>Soon.</p>", country="GB")
    assert [(one.name, one.phones) for one in found.contacts] == [("Meg", ("+441632960471",))]
