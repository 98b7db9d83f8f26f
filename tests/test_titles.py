"""The title of invented pages that have no heading."""

from __future__ import annotations

from datetime import date

from scrapers import scrape

FILLER = "<p>" + "You cook for two hundred guests a day in a kitchen with a view of the harbour. " * 6 + "</p>"


def test_a_line_of_the_page_tells_how_much_of_the_document_title_is_the_jobs() -> None:
    page = "<title>Vision / SLAM Engineer - Data - Northlake</title><div>Vision / SLAM Engineer - Data</div>"
    assert scrape(page + FILLER).title == "Vision / SLAM Engineer - Data"


def test_the_title_is_found_below_a_menu_without_markup() -> None:
    menu = "".join(f"<div><a href='/{number}'>Part {number}</a></div>" for number in range(40))
    assert scrape(f"{menu}<div>Cook (f/m/d)</div><p>Send your CV.</p>{FILLER}").title == "Cook (f/m/d)"


def test_a_label_that_begins_a_line_is_read_whole() -> None:
    posting = scrape(
        f"<h1>Cook</h1><p>Closing Date: 09/08/2026 Job Ref No: 1418300</p>{FILLER}<p>Kuala Lumpur, Malaysia</p>"
    )
    assert (posting.posted_on, posting.closes_on, posting.reference) == (None, date(2026, 8, 9), "1418300")


def test_the_heading_goes_on_where_the_head_breaks_off() -> None:
    page = "<title>Open PhD position – Systems Unit</title><h2>Open PhD position: Verification of Railways</h2>"
    assert scrape(page + FILLER).title == "Open PhD position: Verification of Railways"


def test_the_university_behind_a_title_is_no_part_of_it() -> None:
    head = "<title>[Job] Postdoc in phonology, University of Saltholm - jobs - lists</title>"
    page = f"{head}<h3>[Job] Postdoc in phonology, University of Saltholm</h3>"
    assert scrape(page + FILLER).title == "Postdoc in phonology"


def test_a_label_that_says_what_is_open_names_the_title() -> None:
    page = "<title>St. Brigid's Church</title><h2>St. Brigid's Church</h2><p>Position Opening: Part-Time Sexton</p>"
    assert scrape(page + FILLER).title == "Part-Time Sexton"


def test_recruit_and_offene_stelle_head_no_job() -> None:
    page = "<title>Recruit | Insect Flight Lab</title><h1>Insect Flight Lab</h1><h2>Postdoctoral Fellow</h2>"
    assert scrape(page + FILLER).title == "Postdoctoral Fellow"


def test_the_subject_of_an_archived_message_is_the_title_without_who_hires() -> None:
    head = "<title>MUSEUM-JOBS Archives</title><h2>MUSEUM-JOBS Archives</h2>"
    row = "<table><tr><td>Subject:</td><td>Collections Assistant, Whaling Museum of Hullbridge</td></tr></table>"
    text = "<p>The Whaling Museum of Hullbridge is looking for an assistant.</p>"
    assert scrape(head + row + text + FILLER).title == "Collections Assistant"


def test_a_headline_that_leads_home_is_the_sites_name() -> None:
    page = (
        "<title>Hiring - The Pollen Lab at UNR</title><h1><a href='/'>The Pollen Lab</a></h1>"
        "<h2>We are hiring a lab technician!</h2><p>The Pollen Lab is seeking a technician to start in May.</p>"
    )
    posting = scrape(page + FILLER)
    assert (posting.title, posting.employer) == ("lab technician", "The Pollen Lab")
