"""Which addresses mean the same page."""

from __future__ import annotations

import pytest

from server import addresses

SAME = [
    ("https://jobs.example.com/view?id=7", "http://www.jobs.example.com/view/?utm_source=x&id=7&gclid=9#apply"),
    ("https://example.com/jobs?b=2&a=1", "https://EXAMPLE.com:443/jobs?a=1&b=2&fbclid=z"),
    ("https://example.com/#/job/5", "https://example.com/?mc_cid=1#/job/5"),
    (
        "https://www.linkedin.com/jobs/view/4012345678/",
        "https://de.linkedin.com/jobs/view/cook-at-pier-4012345678?trk=x",
    ),
    (
        "https://www.linkedin.com/jobs/view/4012345678",
        "https://www.linkedin.com/jobs/search/?currentJobId=4012345678&f=1",
    ),
    ("https://www.indeed.com/viewjob?jk=0123456789abcdef", "https://de.indeed.com/jobs?q=cook&vjk=0123456789abcdef"),
]
OTHER = [
    ("https://jobs.example.com/view?id=7", "https://jobs.example.com/view?id=8"),
    ("https://example.com/#/job/5", "https://example.com/#/job/6"),
    ("https://a.example.com/jobs", "https://b.example.com/jobs"),
    ("https://example.com/jobs?gh_jid=1", "https://example.com/jobs?gh_jid=2"),
    ("https://example.com:8443/jobs", "https://example.com/jobs"),
    ("https://www.linkedin.com/jobs/view/4012345678", "https://linkedin.com.example/jobs/view/4012345678"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_page(one: str, other: str):
    assert addresses.canonical(one) == addresses.canonical(other)
    assert addresses.canonical(addresses.canonical(one)) == addresses.canonical(one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_page(one: str, other: str):
    assert addresses.canonical(one) != addresses.canonical(other)


@pytest.mark.parametrize(
    "url",
    [None, "", "example.com/jobs", "javascript:alert(1)", "file:///etc/passwd", "https://", "https://[::1", "data:,x",
     "https://example.com/" + "x" * 3_000, "https://example.com:99999/", "https://\ud800.example/"],
)  # fmt: skip
def test_what_is_no_web_address_has_none(url: str | None):
    assert addresses.canonical(url) is None
