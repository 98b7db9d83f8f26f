"""Each field from one line of an invented page: the ways in which pages of many makes and languages say it."""

from __future__ import annotations

from datetime import date

import pytest

from scrapers import Pay, Posting, scrape

FILLER = "<p>" + "The kitchen of the clinic feeds two hundred guests a day, and the team is small. " * 6 + "</p>"


def read(line: str, *, lang: str = "en", title: str = "Cook", around: str = "<p>Northlake Clinic</p>") -> Posting:
    body = f"<main><h1>{title}</h1>{around}{line if line.startswith('<') else f'<p>{line}</p>'}{FILLER}</main>"
    return scrape(
        f'<html lang="{lang}"><head><title>{title} | Northlake Clinic</title></head><body>{body}</body></html>'
    )


@pytest.mark.parametrize(
    ("lang", "line", "day"),
    [
        ("en", "Applications will be accepted through Friday, December 4th, 2026.", date(2026, 12, 4)),
        ("en", "Apply by Wednesday, December 2nd, 2026", date(2026, 12, 2)),
        ("en", "Applications received before 20 December 2026 will be considered.", date(2026, 12, 20)),
        (
            "en",
            "Send a letter to jobs@northlake.example.com no later than 5 p.m. on November 30, 2026.",
            date(2026, 11, 30),
        ),
        ("en", "Deadline for applications is midday on 18/12/2026.", date(2026, 12, 18)),
        ("en", "Send your CV by close of business on Friday 11th December 2026.", date(2026, 12, 11)),
        ("en", "Interested applicants may send a resume on or before November 28, 2026.", date(2026, 11, 28)),
        ("en", "Advertised until 2026-12-06", date(2026, 12, 6)),
        ("en", "Posting period: 11/02/2026 to 11/16/2026", date(2026, 11, 16)),
        ("en", "Open: November 2, 2026 &ndash; Close: November 20, 2026", date(2026, 11, 20)),
        ("en", "Unposting Date: Nov 26, 2026", date(2026, 11, 26)),
        ("en", "Open &amp; closing dates: 11/04/2026 to 11/13/2026", date(2026, 11, 13)),
        (
            "en",
            "Interested? Drop by at 12 Mill Street or send a CV until the 20th of November, 2026.",
            date(2026, 11, 20),
        ),
        ("de", "Bewerben Sie sich bis 6. Dezember 2026 unter jobs@northlake.example.com.", date(2026, 12, 6)),
        ("de", "Bitte schickt eure Bewerbung bis spätestens 15.01.2027 an den Vorstand.", date(2027, 1, 15)),
        ("de", "Bewerbungen bis 18. Dezember 2026.", date(2026, 12, 18)),
        ("de", "Bewerbungen sind bis längstens 4. Dezember 2026 im Amt einzubringen.", date(2026, 12, 4)),
        ("fr", "Délai de postulation : 6 décembre 2026", date(2026, 12, 6)),
        ("nl", "Kandidaturen ten laatste op 25 november 2026 via de school.", date(2026, 11, 25)),
        ("fi", "Hae viimeistään 6.12.2026.", date(2026, 12, 6)),
        ("fr", "Candidatures à adresser avant le 12 décembre 2026 à la mairie.", date(2026, 12, 12)),
        ("fr", "Envoyer CV et lettre de motivation jusqu'au 15 janvier 2027.", date(2027, 1, 15)),
        ("fr", "Fin d'affichage : 2026-11-27", date(2026, 11, 27)),
        ("es", "Cierre de postulaciones: 31 de enero de 2027.", date(2027, 1, 31)),
        ("pt", "Candidaturas até 30 de novembro de 2026", date(2026, 11, 30)),
        ("it", "Candidature entro il 10 dicembre 2026", date(2026, 12, 10)),
        ("it", "Offerta valida fino al 12/12/2026", date(2026, 12, 12)),
        ("nl", "Reageer vóór 1 december 2026.", date(2026, 12, 1)),
        ("da", "Ansøgningsfrist: den 30. november 2026", date(2026, 11, 30)),
        ("sv", "Välkommen med din ansökan senast den 25 november 2026.", date(2026, 11, 25)),
        ("no", "Søknadsfrist 06.12.2026", date(2026, 12, 6)),
        ("fi", "Hakuaika päättyy 11.12.2026 klo 16.00", date(2026, 12, 11)),
        ("cs", "Životopisy zasílejte do 30. 11. 2026 na jobs@northlake.example.com", date(2026, 11, 30)),
        ("pl", "Oferta ważna do 6 grudnia 2026", date(2026, 12, 6)),
    ],
)
def test_the_last_day_to_apply_is_read(lang: str, line: str, day: date) -> None:
    assert read(line, lang=lang).closes_on == day


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("de", "Die Stelle ist bis zum 31.12.2028 befristet."),
        ("en", "The appointment is funded until 31 March 2029."),
        ("en", "Applicants must hold a doctorate by 1 September 2027."),
        ("en", "Successful candidates will be informed by 15 December 2026."),
        ("en", "Form approved, expires 04/30/2027"),
        ("en", "Interviews by 12 January 2027"),
    ],
)
def test_other_days_are_no_deadline(lang: str, line: str) -> None:
    assert read(line, lang=lang).closes_on is None


@pytest.mark.parametrize(
    ("lang", "line", "day"),
    [
        ("de", "am 11.11.2026 veröffentlicht", date(2026, 11, 11)),
        ("de", "Publiziert: 03.11.2026", date(2026, 11, 3)),
        ("en", "Position Open Date: 11/03/2026", date(2026, 11, 3)),
        ("en", "Posting dates: 11/02/2026 - 11/16/2026", date(2026, 11, 2)),
        ("en", "Posted 6 November 2026 by Lakeside Kitchens", date(2026, 11, 6)),
        ("en", "Job Posting: Oct 27, 2026, 4:00:00 AM", date(2026, 10, 27)),
        ("fr", "Publiée le 06/11/2026", date(2026, 11, 6)),
        ("nl", "Online sinds 5 nov. 2026", date(2026, 11, 5)),
        ("it", "Data di pubblicazione: 05/11/2026", date(2026, 11, 5)),
        ("fi", "Julkaistu 12.11.2026", date(2026, 11, 12)),
    ],
)
def test_the_day_of_posting_is_read(lang: str, line: str, day: date) -> None:
    assert read(line, lang=lang).posted_on == day


def test_when_the_site_was_updated_is_not_when_the_job_was_posted() -> None:
    rest = "".join(f"<p>Paragraph {number} of the posting, with nothing else in it.</p>" for number in range(12))
    assert read(f"<div>{rest}<p>Last updated: 3 November 2026</p></div>").posted_on is None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Référence : JP-COM-07", "JP-COM-07"),
        ("<table><tr><td>Ref.-Nr.</td><td>NC 2026-33</td></tr></table>", "NC 2026-33"),
        ("Vacancy announcement number: WS-26-1187-MP", "WS-26-1187-MP"),
        ("Notice number: 64/2026", "64/2026"),
        ("Position #: F00912", "F00912"),
        ("Job no. 3412009", "3412009"),
        ("Vakanz-Nr. 4417", "4417"),
        ("Numéro de l'offre : O043261100123", "O043261100123"),
        ("Rif. ICE26", "ICE26"),
        ("Expediente 1182/2026", "1182/2026"),
        ("<div><div>Job Identification</div><div>20033417</div></div>", "20033417"),
        ("Referansenr.: 26/3110", "26/3110"),
        ("ADVERTISEMENT NO. NCER/R&amp;A/27/2026", "NCER/R&A/27/2026"),
        ("Client: State of NebraskaLocation: LincolnJob ID: 660231", "660231"),
        ("Numer oferty: SP/11/26", "SP/11/26"),
        ("<dl><dt>ID</dt><dd>2026-8841</dd></dl>", "2026-8841"),
        ("<h2>Cook (210004XK)</h2>", "210004XK"),
        ("Please quote job ref. PLC/HSG/1182 in your letter.", "PLC/HSG/1182"),
    ],
)
def test_the_reference_is_read(line: str, number: str) -> None:
    assert read(line).reference == number


@pytest.mark.parametrize("line", ["Your post code: 98101", "Ref: 12.11.2026", "Two years of experience required"])
def test_other_numbers_are_no_reference(line: str) -> None:
    assert read(line).reference is None


@pytest.mark.parametrize(
    ("lang", "line", "pay"),
    [
        ("en-IE", "€32k - €36k", Pay(32000, 36000, "EUR", "year")),
        ("en-US", "Full time, $58-64k plus benefits.", Pay(58000, 64000, "USD", "year")),
        ("en-US", "$24/hour to start", Pay(24, 24, "USD", "hour")),
        ("en-GB", "40 hours, £29,000 + tips, live-in available", Pay(29000, 29000, "GBP", "year")),
        ("en-IN", "CTC: INR 8,00,000 - 11,00,000 P.A.", Pay(800000, 1100000, "INR", "year")),
        ("en-IN", "8-12 Lacs P.A.", Pay(800000, 1200000, "INR", "year")),
        ("en-IN", "₹12L – ₹18L • 0.05% – 0.1%", Pay(1200000, 1800000, "INR", "year")),
        ("en-ZA", "Salary: R 342 111 – R 444 077 per annum", Pay(342111, 444077, "ZAR", "year")),
        ("es-MX", "$12,000 a $14,500 (Mensual)", Pay(12000, 14500, "MXN", "month")),
        ("pt", "Oferecemos 1.400 € / mês.", Pay(1400, 1400, "EUR", "month")),
        ("nl", "€ 2.600 - € 3.100", Pay(2600, 3100, "EUR", "month")),
        ("pl", "9 000 – 12 000 PLN netto + VAT (B2B)", Pay(9000, 12000, "PLN", "month")),
        ("en-GB", "27.5 hours per week, term time only. Scale C £24,027 FTE.", Pay(24027, 24027, "GBP", "year")),
        ("en-IN", "Consolidated emoluments: Rs. 56,000/- per month", Pay(56000, 56000, "INR", "month")),
        ("en", "Remuneration: AMD 450,000 gross", Pay(450000, 450000, "AMD", "month")),
        ("it", "Retribuzione: RAL 28.000 - 32.000 €", Pay(28000, 32000, "EUR", "year")),
        ("fi", "Palkka: 3 700 € / kk", Pay(3700, 3700, "EUR", "month")),
        ("en", "$41.50 an hour + super", Pay(41.5, 41.5, "AUD", "hour")),
    ],
)
def test_pay_is_read(lang: str, line: str, pay: Pay) -> None:
    assert read(line, lang=lang).pay == pay


@pytest.mark.parametrize(
    "line",
    [
        "Start-up packages up to $450,000",
        "You run projects of $50k-$100k for our customers.",
        "Up to $500 wellness reimbursement",
        "Our portfolio: £200,000 - £400,000 of property",
    ],
)
def test_other_money_is_no_pay(line: str) -> None:
    assert read(line).pay is None


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("We are in Asheville, NC.", "Asheville, NC"),
        ("We are growing our team in Galway. You will cook with four others.", "Galway"),
        ("<dl><dt>Sted</dt><dd>Ålesund</dd></dl>", "Ålesund"),
        ("<ul><li>CDI</li><li>Thônes (74)</li></ul>", "Thônes (74)"),
        ("Hexham, Northumberland", "Hexham, Northumberland"),
        ("<h4>WHERE</h4><p>Hilo, Hawaii</p>", "Hilo, Hawaii"),
        ("Northlake Clinic, Swanmere", "Swanmere"),
        ("Northlake Clinic in Swanmere is looking for a cook.", "Swanmere"),
        ("Dienstort ist Hollenstedt.", "Hollenstedt"),
        ("Northlake Clinic (Swanmere) seeks a cook.", "Swanmere"),
        ("Northlake Clinic, Asheville. Full time.", "Asheville"),
        ("Northlake Clinic, Swanmere, is looking for a cook.", "Swanmere"),
        ("Vi söker en kock till vårt kök i Borlänge.", "Borlänge"),
        ("Wagga Wagga campus", "Wagga Wagga"),
        ("20 h/week · Berlin-Neukölln", "Berlin-Neukölln"),
        ("<div><span>Location</span><span>Bismarck, ND, United States</span></div>", "Bismarck, ND, United States"),
        ("<div><span>Anywhere in the World</span><span>Full-Time</span></div>", "Anywhere in the World"),
        ("<h3>Job locations</h3><p>Northlake Clinic<br>Beck Lane<br>Kendal<br>LA9 7XX</p>", "Kendal"),
    ],
)
def test_the_place_is_read(line: str, place: str) -> None:
    assert read(line).location == place


@pytest.mark.parametrize(
    "line", ["Work location: In person", "Location: 733 Haywood Rd", "Reports to the ID office", "Microsoft Office"]
)
def test_a_street_or_a_way_of_working_is_no_place(line: str) -> None:
    assert read(line).location is None


def test_the_last_part_of_the_document_title_is_the_place() -> None:
    title = "<title>Cook, Pellow Bridges Ltd, Swanmere</title>"
    page = f"{title}<h1>Cook</h1><p>Pellow Bridges Ltd builds bridges.</p>{FILLER}"
    assert scrape(page).location == "Swanmere"


@pytest.mark.parametrize(
    ("headline", "line", "title"),
    [
        ("Cook - Harbor Foundry", "Employer: Harbor Foundry", "Cook"),
        ("Accounting Staff - Lakandula Trading Corp.", "We hire.", "Accounting Staff"),
        ("Job: Cook, Boise ID", "We hire.", "Cook"),
        ("Fwd: Immediate need - Pastry Chef - Columbus, OH", "Role: Pastry Chef", "Pastry Chef"),
        ("Cook - Night Shift", "We hire.", "Cook - Night Shift"),
        ("Human Resources", "<h3>Assistant Professor of Baking</h3>", "Assistant Professor of Baking"),
        ("Se busca peluquero/a", "Contrato indefinido.", "peluquero/a"),
        ("On recrute !", "<h2>Animateur·rice périscolaire</h2>", "Animateur·rice périscolaire"),
        ("Jobs", "Position: Bus Driver (CDL)", "Bus Driver (CDL)"),
        ("NOW HIRING!!!", "Outboard Mechanic needed at our shop. To apply, stop in.", "Outboard Mechanic"),
        ("Wir suchen dich!", "<p><b>Tischler:in (Vollzeit)</b></p><p>Bewirb dich jetzt.</p>", "Tischler:in (Vollzeit)"),
    ],
)
def test_the_title_is_read_without_what_goes_with_it(headline: str, line: str, title: str) -> None:
    assert read(line, title=headline, around="").title == title


@pytest.mark.parametrize(
    ("line", "employer"),
    [
        ("Posted 6 November 2026 by Lakeside Care Homes", "Lakeside Care Homes"),
        ("Agency: Department of Parks", "Department of Parks"),
        ("The Quiet Circuits Lab at Lakeside Institute of Metrology has a place.", "Lakeside Institute of Metrology"),
    ],
)
def test_the_employer_is_read_on_a_board(line: str, employer: str) -> None:
    page = f"""<title>Cook - JobRiver</title><header><a href="/">JobRiver</a><a href="/post">Post a job</a></header>
    <main><h1>Cook</h1><p>{line}</p>{FILLER}</main><footer>© JobRiver 2026</footer>"""
    assert scrape(page).employer == employer


def test_the_masthead_names_the_employer() -> None:
    page = f"<title>Vacancy</title><p>KAROO HILLS LOCAL MUNICIPALITY</p><p>POST: ACCOUNTANT</p>{FILLER}"
    assert scrape(page).employer == "KAROO HILLS LOCAL MUNICIPALITY"


def test_the_whole_is_the_employer_before_its_part() -> None:
    page = f"<title>Kok</title><h1>Kok</h1><p>Institut for Brød, Roskildefjord Universitet</p>{FILLER}"
    assert scrape(page).employer == "Roskildefjord Universitet"


def test_a_sentence_under_the_title_is_no_employer() -> None:
    logo = '<img src="logo.png" alt="The Velvet Owl Logo">'
    page = f"<title>Barback</title><h1>Barback</h1>{logo}<p>Late nights, good tips, and no uniform at all.</p>{FILLER}"
    assert scrape(page).employer == "The Velvet Owl"


def test_what_a_title_says_of_the_pay_is_no_employer() -> None:
    page = (
        "<title>Bricklayer, Fresno, CA | 55-62k</title><h1>Bricklayer, Fresno, CA | 55-62k</h1><p>You lay bricks.</p>"
    )
    assert scrape(page).employer is None


def test_data_of_another_job_for_all_genders_is_not_taken() -> None:
    data = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Röster (m/w/d)"}</script>'
    assert read(data, title="Barista (m/w/d)").title == "Barista (m/w/d)"


@pytest.mark.parametrize(
    ("lang", "line", "kind"),
    [
        ("de", "Vollzeit, unbefristet", "full-time, permanent"),
        ("de", "Teilzeit, befristet bis 2028", "part-time, temporary"),
        ("de", "Teil- oder Vollzeit", "part-time, full-time"),
        ("fr", "CDI - Temps plein", "full-time, permanent"),
        ("fr", "Stage de six mois", "internship"),
        ("nl", "Vaste job, voltijds", "full-time, permanent"),
        ("es", "Contrato indefinido, jornada completa", "full-time, permanent"),
        ("it", "Contratto a tempo determinato", "temporary"),
        ("da", "Stillingen er tidsbegrænset", "temporary"),
        ("no", "Ansettelsesform: Fast", "permanent"),
        ("pl", "Pełny etat, czas nieokreślony", "full-time, permanent"),
        ("en", "Contract, six months", "contract"),
        ("en", "We are an early stage company", None),
        ("en", "Depending on performance, the contract will be extended to next year.", None),
    ],
)
def test_the_kind_of_employment_is_read(lang: str, line: str, kind: str | None) -> None:
    assert read(line, lang=lang).employment_type == kind
