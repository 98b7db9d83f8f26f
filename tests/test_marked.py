"""Text that the person marked as a contact is one."""

from __future__ import annotations

import pytest

from scrapers import Contact, Posting
from scrapers.marked import contacts_in, with_marked

POSTING = Posting(kind="posting", title="Clerk", employer="Alder Hospital", language="en", country="US")


@pytest.mark.parametrize(
    ("text", "name", "emails", "phones"),
    [
        ("Ines Koller\nHiring Manager\n206-555-0119", "Ines Koller", (), ("+12065550119",)),
        ("Ines Koller, ines.koller@alder.example.com", "Ines Koller", ("ines.koller@alder.example.com",), ()),
        ("  Ines Koller. ", "Ines Koller", (), ()),
        ("jobs@alder.example.com", None, ("jobs@alder.example.com",), ()),
    ],
)
def test_marked_text_is_a_sure_contact_with_its_words_as_evidence(text, name, emails, phones):
    (contact,) = contacts_in(text, POSTING)
    assert (contact.name, contact.emails, contact.phones) == (name, emails, phones)
    assert contact.sure and contact.evidence
    assert contact.evidence.text == " ".join(text.split())


@pytest.mark.parametrize(
    "text", ["", "we look forward to your application", "Room 12", "https://alder.example.com/jobs", "<b>"]
)
def test_text_without_a_contact_gives_none(text):
    assert contacts_in(text, POSTING) == ()


def test_marked_contact_comes_first_and_keeps_what_the_page_said_of_the_same_person():
    desk = Contact(name=None, role="personnel office", emails=("jobs@alder.example.com",))
    known = Contact(name="Ines Koller", role="Hiring Manager", phones=("+12065550119",))
    posting = Posting(kind="posting", language="en", country="US", contacts=(desk, known))
    first, second = with_marked(posting, "Ines Koller, ines@alder.example.com").contacts
    assert (first.name, first.role) == ("Ines Koller", "Hiring Manager")
    assert (first.emails, first.phones, first.sure) == (("ines@alder.example.com",), ("+12065550119",), True)
    assert second == desk
