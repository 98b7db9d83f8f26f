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
        ("Benefits:$45,000 - $52,000/yr, health insurance", Pay(45000, 52000, "USD", "year")),
        ("Wage Range $17.50 – $21.00 DOE", Pay(17.5, 21, "USD", "hour")),
        ("Annual base pay: $61,900 (min) – $77,400 (mid)", Pay(61900, 77400, "USD", "year")),
        ("Lønn etter tariff, fra kr 492 000 til 587 000", Pay(492000, 587000, "SEK", "year")),
        ("Salary N150,000 - N180,000 monthly", Pay(150000, 180000, "NGN", "month")),
        ("The stipend is AUD $33,000 per year", Pay(33000, 33000, "AUD", "year")),
        ("We pay $33,000 AUD per year", Pay(33000, 33000, "AUD", "year")),
        ("Een brutomaandloon van minimaal € 2.218,34 (voltijds)", Pay(2218.34, 2218.34, "EUR", "month")),
        ("The scholarship amounts to EUR 16,243 per year", Pay(16243, 16243, "EUR", "year")),
        ("Remuneration: by the organization's scale (USD 600-750).", Pay(600, 750, "USD", "month")),
        ("We offer AUD 110-140k plus super and relocation support.", Pay(110000, 140000, "AUD", "year")),
        ("50-60k depending on experience, 25 days off.", Pay(50000, 60000, "USD", "year")),
        ("Timelønn fra NOK 265", Pay(265, 265, "NOK", "hour")),
        ("4.500 - 5.500 RON net / luna", Pay(4500, 5500, "RON", "month")),
        ("The annual range is $95K - $110K.", Pay(95000, 110000, "USD", "year")),
        ("We offer$65K–$78K plus overtime and four weeks off.", Pay(65000, 78000, "USD", "year")),
        ("$25.50 to start, with raises at 90 days.", Pay(25.5, 25.5, "USD", "hour")),
        ("Adelaide, South Australia. Rate: $38.42 per hour.", Pay(38.42, 38.42, "AUD", "hour")),
        ("14.32 EUR/h (Bachelor) or 16.50 EUR/h (Master)", Pay(14.32, 16.5, "EUR", "hour")),
        ("Vencimento base de 1.150 € + subsídio", Pay(1150, 1150, "EUR", "month")),
        ("Funding: $24,000/year for two years", Pay(24000, 24000, "USD", "year")),
        ("We ask for patience (or at least tolerance).$95–110K, a bike.", Pay(95000, 110000, "USD", "year")),
        ("Net salary is 60 euros per training day", Pay(60, 60, "EUR", "day")),
        ("Salary of $45,000 to $60,000 CDN", Pay(45000, 60000, "CAD", "year")),
        ("Gratification : environ 580 € par mois", Pay(580, 580, "EUR", "month")),
        ("Our masks are N95, 300 a day", None),
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
        ("Profile: Northlake Dental Group is one of the fastest growing in Texas.", "Northlake Dental Group"),
        ("Northlake Works, a Chicago-based firm, has a long-term opportunity.", "Northlake Works"),
        ("Northlake kommune", "Northlake kommune"),
        ("Vårdcentralen Björken i Falun är en privat mottagning.", "Vårdcentralen Björken"),
        ("Fríos del Norte S.A. de C.V.", "Fríos del Norte S.A. de C.V."),
        ("Bageriet Northlake i Svendborg søger en bager.", "Bageriet Northlake"),
        (
            "The Rhine Institute for Molecular Data (RID) is looking for a cook.",
            "The Rhine Institute for Molecular Data",
        ),
        ("You cook at the University of Eastmoor's Cathedral campus.", "University of Eastmoor"),
        ("Ask Todd at 314-555-0120. Northlake Works is an Equal Opportunity Employer.", "Northlake Works"),
        ("Thanks, Mary Miller Northlake Inc Email: mary@northlake.example", "Northlake"),
        ("Who are we?At Northlake we're on a mission.", "Northlake"),
        ("You help the employees of Clearwater Municipal Utilities.", "Clearwater Municipal Utilities"),
        ("Recruiter: Platreef Personnel (Pty) Ltd", "Platreef Personnel (Pty) Ltd"),
        ("Northlake Works is a Seattle-based maker of pans.", "Northlake Works"),
    ],
)
def test_the_employer_is_told_from_what_ran_into_its_name(line: str, employer: str) -> None:
    assert read(f"<p>{line}</p>").employer == employer


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("We are a small agency in the heart of Shoreditch, London working with brands.", "Shoreditch, London"),
        ("Northlake Works, a Chicago-based firm, seeks cooks in Naperville, IL.", "Naperville, IL"),
        ("Full-time · Berlin or remote (CET ±2h)", "Berlin or remote (CET ±2h)"),
        ("1200 Pacific Avenue<br>Santa Cruz, CA 95060", "Santa Cruz, CA 95060"),
        ("Retail<span></span>Asheville, North Carolina", "Asheville, North Carolina"),
        ("It is a job in our Greensburg office.", "Greensburg"),
        ("Nå trenger vi kokker ved avdelingen vår i Førde.", "Førde"),
        ("<h4>Locations</h4><div>Showing 1 location</div><p>Erie, PA 16506, USA</p>", "Erie, PA 16506, USA"),
        ("ul. Lwowska 12, 33-300 Nowy Sącz", "Nowy Sącz"),
        ("We are a nursery in Didsbury, Manchester, rated Outstanding.", "Didsbury, Manchester"),
        ("Para a nossa fábrica em Águeda procuramos um técnico.", "Águeda"),
        ("<ul><li>Emerald QLD 4720</li><li>Full time</li></ul>", "Emerald QLD 4720"),
        ("University of Wharfe, WF1 2AB · Switchboard", "Wharfe"),
        ("Postbus 12, 1234 CP Noorderhaven", "Noorderhaven"),
        ("Completed forms go to Lisdarragh County Council.", "Lisdarragh"),
        ("6 hours a week from your own home.", "Remote"),
        ("Northlake Group, Falmouth TR11 4ZZ, United Kingdom", "Falmouth"),
        ("Oleificio – Contrada Lama Cupa, 76123 Andria (BT) – P. IVA 01234560720", "Andria"),
    ],
)
def test_the_place_is_read_from_an_address(line: str, place: str) -> None:
    assert read(f"<p>{line}</p>").location == place


def test_a_short_name_in_sentences_is_told_whole_by_the_head() -> None:
    head = "<title>Ironbark Outfitters Careers - Cook</title>"
    assert read("<p>Ironbark offers a generous discount.</p>", head=head).employer == "Ironbark Outfitters"


def test_a_date_with_its_hour_below_the_title_is_when_it_was_sent() -> None:
    assert read("<div><span>Mary Miller</span> <span>12 Sep 2021</span> 8:42 a.m.</div>").posted_on == date(2021, 9, 12)


def test_a_label_goes_before_an_hour_and_a_day_alone_below_the_title_is_when_it_was_posted() -> None:
    spans = "<p><span>Posting Date</span><span>01/22/2024, 03:15 PM</span></p>"
    assert read(spans).posted_on == date(2024, 1, 22)
    assert read("<div>3 May 2023</div>").posted_on == date(2023, 5, 3)
    deadline = read("<table><tr><td>Deadline</td><td>Friday, 14 July 2023</td></tr></table>")
    assert (deadline.posted_on, deadline.closes_on) == (None, date(2023, 7, 14))


def test_what_the_head_says_between_job_and_employer_is_the_place_where_a_line_is_it_too() -> None:
    head = "<title>Cook - Swanmere - Northlake Inn | LocuriMunca</title>"
    assert read("<p>Northlake Inn</p><p>Swanmere</p>", head=head).location == "Swanmere"
    assert read("<p>Swanmere</p>", head="<title>Cook in Swanmere | LocuriMunca</title>").location == "Swanmere"


def test_our_customer_success_office_is_no_town() -> None:
    assert (
        read("<p>It is a job in our Customer Success office.</p><p>Our European office is open.</p>").location is None
    )


def test_a_country_alone_is_that_of_the_pay() -> None:
    page = "<title>Cook (Ireland only)</title><p>(Ireland only)</p><p>50-60k depending on experience.</p>"
    assert read(page).pay == Pay(50000, 60000, "EUR", "year")


def test_a_deadline_keeps_its_hour_and_zone() -> None:
    line = "<p>Applications must be submitted via the school's page by noon (CEST) on June 14, 2022.</p>"
    assert read(line).closes_on == date(2022, 6, 14)


def test_a_date_of_posting_is_found_in_spans_without_spaces() -> None:
    spans = "<div><span>Northlake Inn</span><span>Vollzeit</span><span>Online seit 09.03.2024</span></div>"
    assert read(spans, lang="de").posted_on == date(2024, 3, 9)


def test_the_number_of_the_posting_comes_before_that_of_the_position() -> None:
    rows = "<tr><th>Position Number</th><td>F00231</td></tr><tr><th>Posting Number</th><td>2022-0075F</td></tr>"
    assert read(f"<table>{rows}</table>").reference == "2022-0075F"


def test_what_an_archive_adds_to_a_title_is_no_employer() -> None:
    head = "<title>Cook, Duluth from Mary Miller on 2013-04-02</title>"
    assert read("<p>Northlake University runs the kitchen.</p>", head=head).employer == "Northlake University"


def test_the_last_day_of_a_posting_is_not_the_first() -> None:
    posting = read("<p>Posted through 02/28/2018.</p><p>Livermore, CA</p>")
    assert (posting.posted_on, posting.closes_on) == (None, date(2018, 2, 28))


def test_the_fuller_name_that_more_sources_say_is_the_employer() -> None:
    line = "<p>Company: Ferrum Chemicals</p><p>Ferrum is a global leader in chlorine. Write to jobs@ferrum.example.</p>"
    assert read(line, head="<title>Cook | Ferrum Chemicals</title>").employer == "Ferrum Chemicals"


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


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Urval sker löpande, men sök senast 14 april 2024.", date(2024, 4, 14)),
        ("Skriv til Mikkel på job@northlake.example senest 1. november 2023.", date(2023, 11, 1)),
        ("The application period ends on 28 February 2023 at 16:00 (UTC+2).", date(2023, 2, 28)),
    ],
)
def test_more_ways_to_say_the_last_day(line: str, day: date) -> None:
    assert read(f"<p>{line}</p>").closes_on == day


def test_a_french_board_names_the_departement_before_the_town() -> None:
    head = "<title>Offre d'emploi Cook (H/F) - 35 - Vitré - EmploiOuest</title>"
    posting = read("<p>Boucherie Le Floch - 35 - Vitré</p><p>Offre n° 4471-BOU</p>", head=head, lang="fr")
    assert (posting.employer, posting.location, posting.reference) == ("Boucherie Le Floch", "Vitré", "4471-BOU")


def test_what_stands_at_the_end_of_a_very_long_line_is_read() -> None:
    """An advert that lost its lines is one, and says at its end what it pays and how it is called."""
    text = "You cook for two hundred guests a day in a kitchen with a view of the harbour. " * 70
    posting = read(f"<p>{text} Pay: $22.00 - $27.00 per hour Posting Number 20190042-STAFF Department Kitchen</p>")
    assert (posting.pay, posting.reference) == (Pay(22, 27, "USD", "hour"), "20190042-STAFF")


def test_two_states_are_no_place_and_a_place_begins_behind_the_sentence_and_the_job() -> None:
    assert read("<p>In line with CO, NJ and WA law the range is given.</p>").location is None
    assert read("<p>You speak English. Boise, ID is where we are.</p>").location == "Boise, ID"
    assert read("<p>Sushi Cook in Dallas, TX wanted at once.</p>").location == "Dallas, TX"


def test_a_part_of_the_jobs_own_headline_is_neither_employer_nor_place() -> None:
    lines = "<p>Cook (f/m/d) in Molecular Cuisine</p><p>Molecular Cuisine</p>"
    assert read(lines).employer is None
    page = (
        f"<title>Cook - Infrastructure - Northlake</title><h1>Cook - Infrastructure</h1><p>Infrastructure</p>{FILLER}"
    )
    assert scrape(page).location is None


def test_a_reference_is_read_to_its_end_and_from_the_head() -> None:
    assert read("<p>Application deadline: 4 December 2022. Ref. 202/14877.</p>").reference == "202/14877"
    assert read("<p>We cook.</p>", head="<title>Announcement 22-031</title>").reference == "22-031"


def test_what_stands_below_the_text_names_no_place_where_the_text_does() -> None:
    text = "<p>You cook in a small kitchen near the harbour, with four others and a dog, in Asheville, NC.</p>"
    news = "<div><span>14 March 2019</span><a href='/n/1'>We opened a new office in Lisbon</a></div>"
    offices = "<div><h4>Brussels</h4><p>Rue Longue 100, 1040 Brussels</p></div>"
    page = "<title>Cook</title><h1>Cook</h1>"
    assert scrape(f"{page}{text}{news}{offices}").location == "Asheville, NC"
    assert scrape(f"{page}{FILLER}{offices}").location == "Brussels"
    assert scrape(f"{page}{FILLER}{news}").location is None


def test_pay_is_read_over_the_end_of_a_line_that_is_broken_at_its_width() -> None:
    lines = (
        "The position is for two years from August. The salary is about 3 400\neuros per month.\n\nApplications to me."
    )
    assert read(f"<pre>{lines}</pre>").pay == Pay(3400, 3400, "EUR", "month")


def test_a_line_of_facts_with_bars_has_the_day_and_the_town_of_the_clinic() -> None:
    line = "<div>Teilzeit | Klinikum Hochfelden gGmbH | Hochfelden | 03.07.24</div>"
    posting = read(line, head="<title>Cook - Klinikum Hochfelden gGmbH</title>", lang="de")
    assert (posting.posted_on, posting.location) == (date(2024, 7, 3), "Hochfelden")


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("A Padaria contrata para a unidade de Londrina - PR.", "Londrina"),
        ("Vaga em Maringá, turno da noite.", "Maringá"),
        ("Nous recrutons pour notre agence de Quimper.", "Quimper"),
    ],
)
def test_a_known_town_that_a_branch_is_of_is_the_place(said: str, place: str) -> None:
    assert scrape(f"<title>Padaria Aurora</title><h1>Chef</h1><p>{said}</p>{FILLER}").location == place


def test_a_town_at_the_end_of_the_employers_name_in_the_title_is_less_than_what_sentences_say() -> None:
    page = f"<title>Cook - Bakery Aurora</title><h1>Cook</h1><p>Bakery Aurora</p><p>You work in Denver.</p>{FILLER}"
    assert scrape(page).location == "Denver"


def test_pay_by_the_fortnight_is_no_pay_by_the_week_or_month() -> None:
    for said in ("$2,704.11 - $3,120.54 bi-weekly", "$2,704 per fortnight", "$1,200 every two weeks"):
        assert scrape(f"<h1>Cook</h1><p>Salary: {said}</p>{FILLER}").pay is None
    paid = scrape(f"<h1>Cook</h1><p>Salary: $60,000, paid biweekly</p>{FILLER}").pay
    assert paid is not None and paid.per == "year"


def test_what_closes_right_before_a_date_behind_a_bar_is_the_last_day() -> None:
    page = f"<html lang='en-AU'><h1>Cook</h1><div>Listed 9/05/2022 | Closes 6/06/2022</div>{FILLER}"
    posting = scrape(page)
    assert (posting.posted_on, posting.closes_on) == (date(2022, 5, 9), date(2022, 6, 6))
    assert scrape(f"<h1>Cook</h1><p>The old kitchen closes 6 June 2022.</p>{FILLER}").closes_on is None


def test_an_initial_ends_no_sentence_and_a_day_in_brackets_is_no_title() -> None:
    page = f"<h1>Cook (posted Jan 12, 2019)</h1><p>Please apply to Dr. E. Lindqvist by February 15, 2019.</p>{FILLER}"
    posting = scrape(page)
    assert (posting.title, posting.closes_on) == ("Cook", date(2019, 2, 15))


def test_a_date_beside_advert_placed_is_the_day_of_posting() -> None:
    page = f"<h1>Cook</h1><table><tr><th>Advert placed</th><td>Thursday 02 November 2023</td></tr></table>{FILLER}"
    assert scrape(page).posted_on == date(2023, 11, 2)
