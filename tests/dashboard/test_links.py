"""Links from page data: what may be followed, dialled or written to, and what stays text (SECURITY 17, 27, 28, 32)."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from server.dashboard.links import dial_link, looks_alike, mail_link, shown_host, shown_number, web_link


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        " JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "//evil.example",
        "https:\\\\evil.example",
        "https://user@evil.example/",
        "https://jobs.example.com@evil.example/",
        "https://",
        "http://[::1",
        "mailto:a@b.example",
        "",
        None,
    ],
)
def test_an_address_that_is_not_plain_web_is_no_link(address):
    assert web_link(address) is None


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://jobs.example.com/a?id=1#top", "https://jobs.example.com/a?id=1#top"),
        ("HTTP://Jobs.Example.com/A", "http://jobs.example.com/A"),
        ("http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x"),
        ("https://jobs.example.com/\u202eexe", "https://jobs.example.com/exe"),
    ],
)
def test_a_plain_web_address_is_a_link(address, link):
    assert web_link(address) == link


def test_look_alike_letters_show_as_they_are():
    false_address = "https://\u0430pple.example/login"
    assert shown_host(false_address).startswith("xn--")
    assert looks_alike(false_address)
    assert not looks_alike("https://m\u00fcller.example/")


@pytest.mark.parametrize(
    "address", ["a@b.example%0Acc:x@y.example", "a@b.example?bcc=x@y.example", '"a b"@c.example', "a@b@c.example", "x"]
)
def test_an_address_that_could_carry_headers_is_no_mail_link(address):
    assert mail_link(address) is None


def test_a_mail_link_carries_subject_and_body_and_nothing_else():
    link = mail_link("dana@northlake.example.com", "Hello & thanks\nBcc: x@y.example", "One\r\nTwo ?cc=z\nÜber 100 %")
    parts = urlsplit(link)
    fields = parse_qs(parts.query, strict_parsing=True)
    assert parts.scheme == "mailto"
    assert parts.path == "dana@northlake.example.com"
    assert fields == {
        "subject": ["Hello & thanks Bcc: x@y.example"],
        "body": ["One\r\nTwo ?cc=z\r\nÜber 100 %"],
    }


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("+12065550142", "tel:+12065550142"),
        ("+12065550142;ext=4", "tel:+12065550142"),
        ("(206) 555-0142", "tel:2065550142"),
        ("123;phone-context=x", None),
        ("*#06#", None),
        ("+1206\n5550142;isub=1", None),
        ("12", None),
        ("", None),
    ],
)
def test_only_digits_are_dialled(number, link):
    assert dial_link(number) == link


def test_a_number_is_shown_as_people_write_it():
    assert shown_number("+12065550142", "US") == "(206) 555-0142"
    assert shown_number("+12065550142", "DE") == "+1 206-555-0142"
    assert shown_number("+12065550142;ext=4", "US") == "(206) 555-0142 ext. 4"
    assert shown_number("call me", "US") == "call me"
