"""Dates of which it is not plain what is the day: what else the page says decides."""

from __future__ import annotations

import pytest

from scrapers import scrape

PAGE = """<html lang="{lang}"><title>Lean Clerk</title><main><h1>Lean Clerk</h1>
<p>Northwind Foods is looking for a clerk who likes order. You keep the books, answer the telephone, look after the
archive and welcome our visitors. You write clearly, count well and have worked in an office for two years. We offer a
permanent position, thirty days of leave and a desk at the window. Send us your application and say why you like order.
</p>{rest}<dl><dt>Posted</dt><dd>{posted}</dd><dt>Application deadline</dt><dd>{closes}</dd></dl></main></html>"""


@pytest.mark.parametrize(
    ("posted", "closes", "rest", "lang", "expected"),
    [
        ("07/05/2026", "02/07/2026", "", "en", ("2026-05-07", "2026-07-02")),  # else it closed before it was put up
        ("02/07/2026", "03/05/2026", "", "en", ("2026-02-07", "2026-03-05")),  # the same, the other way round
        ("05/04/2026", "06/05/2026", "<p>We start on 14/09/2026.</p>", "en", ("2026-04-05", "2026-05-06")),
        ("05/04/2026", "06/05/2026", "<p>We start on 09/14/2026.</p>", "en-GB", ("2026-05-04", "2026-06-05")),
        ("05/04/2026", "06/05/2026", "<p>Work with us all over Denmark.</p>", "en", ("2026-04-05", "2026-05-06")),
        ("05/04/2026", "06/05/2026", "", "en", ("2026-05-04", "2026-06-05")),
        ("05-04-2026", "06-05-2026", "", "en-IE", ("2026-04-05", "2026-05-06")),
    ],
)
def test_the_page_says_which_number_is_the_day(posted, closes, rest, lang, expected):
    posting = scrape(PAGE.format(posted=posted, closes=closes, rest=rest, lang=lang)).as_dict()
    assert (posting["posted_on"], posting["closes_on"]) == expected
