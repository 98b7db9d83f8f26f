"""The public function on whole pages: what a reader sees is what comes out, with its evidence."""

from datetime import UTC, date, datetime

from scrapers import Pay, scrape

POSTING = """<html lang="en-US"><head><title>Office Manager - Northlake Clinic</title></head><body>
<nav><a href="/">Home</a></nav><main><h1>Office Manager</h1>
<dl><dt>Company</dt><dd>Northlake Clinic</dd><dt>Location</dt><dd>Seattle, WA</dd><dt>Job ID</dt><dd>NC-2041</dd>
<dt>Salary</dt><dd>$50,000 - $60,000 per year</dd><dt>Date posted</dt><dd>11/02/2026</dd>
<dt>Application deadline</dt><dd>November 30, 2026</dd><dt>Employment type</dt><dd>Full-time</dd></dl>
<h2>Requirements</h2><ul><li>Two years in a clinic</li><li>Friendly on the phone</li></ul>
<p>Send your résumé to jobs@northlake.example.com and we will be in touch with you by the end of the week.</p></main>
</body></html>"""


def test_every_field_of_a_plain_posting_is_read() -> None:
    posting = scrape(POSTING, "https://northlake.example.com/jobs/2041")
    assert posting.kind == "posting"
    assert (posting.title, posting.employer, posting.location) == ("Office Manager", "Northlake Clinic", "Seattle, WA")
    assert posting.pay == Pay(50000, 60000, "USD", "year")
    assert (posting.posted_on, posting.closes_on) == (date(2026, 11, 2), date(2026, 11, 30))
    assert (posting.reference, posting.employment_type) == ("NC-2041", "full-time")
    assert posting.apply is not None and (posting.apply.by, posting.apply.to) == ("email", "jobs@northlake.example.com")
    assert posting.wants[:2] == ("Two years in a clinic", "Friendly on the phone")
    assert (posting.language, posting.country) == ("en", "US")


def test_each_value_has_its_evidence() -> None:
    posting = scrape(POSTING)
    assert posting.evidence["pay"].text == "$50,000 - $60,000 per year"
    assert posting.evidence["pay"].where == "body > main > dl > dd:nth-of-type(4)"
    found = ("title", "employer", "location", "posted_on", "closes_on", "reference", "pay", "apply", "description")
    assert all(posting.evidence[field].where for field in found)


def test_structured_data_comes_first_and_only_if_it_is_of_this_job() -> None:
    block = """<script type="application/ld+json">{"@type": "JobPosting", "title": "%s", "datePosted": "2026-10-01",
    "hiringOrganization": {"name": "Lakeside"}, "validThrough": "2026-12-01"}</script>"""
    own = scrape(POSTING + block % "Office Manager")
    assert (own.employer, own.posted_on) == ("Lakeside", date(2026, 10, 1))
    assert own.evidence["employer"].where == "json-ld"
    other = scrape(POSTING + block % "Forklift Driver")
    assert (other.employer, other.posted_on) == ("Northlake Clinic", date(2026, 11, 2))


def test_relative_dates_need_the_time_of_capture() -> None:
    page = "<h1>Cook</h1><p>Posted 3 days ago</p><p>" + "We cook for two hundred guests a day. " * 20
    assert scrape(page).posted_on is None
    assert scrape(page, captured_at=datetime(2026, 11, 24, 9, tzinfo=UTC)).posted_on == date(2026, 11, 21)


def test_wants_end_where_the_page_goes_on_to_something_else() -> None:
    page = "<h1>Cook</h1><h2>Requirements</h2><ul><li>A sharp knife</li></ul>{}<p>{}</p>"
    padding = "We cook for two hundred guests a day, in a kitchen with a view of the harbour. " * 6
    for after in (
        "<h4>Your team</h4><p>Six cooks and a baker.</p>",
        "<p><b>Please note</b></p><p>No phone calls.</p>",
        "<p>Questions?</p><p>Ask Jane Doe.</p>",
        "<p>We ask staffing agencies not to write to us about this job.</p>",
    ):
        assert scrape(page.format(after, padding)).wants == ("A sharp knife",)


def test_relative_days_and_days_without_a_year_are_counted_from_the_capture() -> None:
    for posted, closes, captured in (
        ("vor 3 Tagen", "Bewerbungsschluss: 4. Dezember", date(2026, 11, 24)),
        ("3 giorni fa", "Candidature entro il 4 dicembre", date(2026, 11, 24)),
        ("3d ago", "Applications close at 4 pm on 4 December.", date(2026, 11, 24)),
        ("Posted: 21 November", "Closing date: noon on Friday 4th December.", date(2026, 11, 24)),
        ("há 3 dias", "Inscrições até 3 de janeiro", date(2026, 12, 30)),
    ):
        page = f"<h1>Cook</h1><p>{posted}</p><p>{closes}</p><p>{'We cook for two hundred guests a day. ' * 20}</p>"
        assert scrape(page).closes_on is None
        read = scrape(page, captured_at=datetime(captured.year, captured.month, captured.day, 9, tzinfo=UTC))
        assert read.posted_on is not None and (captured - read.posted_on).days == 3
        assert read.closes_on in (date(2026, 12, 4), date(2027, 1, 3))
