"""Messages of mailing lists that were saved as they came."""

from __future__ import annotations

from datetime import date

from scrapers import scrape
from scrapers.messages import is_message, page_of

MESSAGE = """Received: from relay.northlake.example by lists.example.com id aa17742; 11 Mar 1998 08:02
Message-Id: <9803111301.AA0042@relay.northlake.example>
Date: Wed, 11 Mar 1998 08:01:44 -0500
From: Mary Miller <miller@northlake.example>
To: jobs@lists.example.com
Subject: Jobs: Speech recognition researchers wanted (Seattle
\t, Washington)
Content-Transfer-Encoding: quoted-printable

Northlake Labs in Seattle, Washington is hiring two researchers for its =
speech
group. We work on recognition for the telephone & for cars.

Send a resume to miller@northlake.example, or by mail to

  Mary Miller
  Northlake Labs, Inc.
  4 Mill Street
  Seattle, WA 98101
"""


def test_a_message_is_read_by_its_header_and_its_paragraphs() -> None:
    posting = scrape(MESSAGE)
    assert posting.title == "Speech recognition researchers"
    assert posting.employer in ("Northlake Labs", "Northlake Labs, Inc.")
    assert posting.location == "Seattle, Washington"
    assert posting.posted_on == date(1998, 3, 11)
    assert [address for contact in posting.contacts for address in contact.emails] == ["miller@northlake.example"]


def test_a_sentence_stays_whole_and_an_address_keeps_its_lines() -> None:
    page = page_of(MESSAGE)
    assert "two researchers for its speech\ngroup. We work on recognition for the telephone &amp; for cars." in page
    assert "Northlake Labs, Inc.<br>" in page


def test_a_page_is_no_message() -> None:
    assert is_message(MESSAGE)
    assert not is_message("<p>From: here</p>\nTo: there\nSubject: nothing\n")
    assert not is_message("Company: Northlake\n\nCity: Seattle")


def test_the_parts_of_a_message_are_one_page() -> None:
    head = "From: a@northlake.example\nTo: b@northlake.example\nSubject: Cook\n"
    parts = "".join(
        f"--x\nContent-Type: text/plain\n\n{text}\n" for text in ("A cook is sought.", "We are in Seattle.")
    )
    page = page_of(f'{head}Content-Type: multipart/mixed; boundary="x"\n\n{parts}--x--\n')
    assert "<p>A cook is sought.</p>" in page and "We are in Seattle." in page


def test_a_message_is_decoded_as_it_says() -> None:
    head = "From: a@northlake.example\nTo: b@northlake.example\nSubject: Cook\n"
    quoted = "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
    assert "Caf=E9" not in (page := page_of(f"{head}{quoted}The Caf=E9 seeks a cook for its=\n kitchen.\n"))
    assert "The Café seeks a cook for its kitchen." in page
    coded = "Content-Transfer-Encoding: base64\n\nVGhlIENhZsOpIHNlZWtzIGEgY29vay4=\n"
    assert "The Café seeks a cook." in page_of(head + coded)
    assert "no base64!" in page_of(f"{head}Content-Transfer-Encoding: base64\n\nThis is no base64!\n")


def test_a_file_that_came_with_a_message_is_none_of_its_words() -> None:
    head = 'From: a@x.example\nTo: b@x.example\nSubject: Cook\nContent-Type: multipart/mixed; boundary="x"\n\n'
    parts = "--x\nContent-Type: text/plain\n\nA cook is sought.\n--x\nContent-Type: image/gif\n\nJVBERi0x\n--x--\n"
    page = page_of(head + parts)
    assert "A cook is sought." in page
    assert "JVBERi0x" not in page
