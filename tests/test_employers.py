"""The employer of invented pages, by where its name stands and by what is near it that is no name."""

from __future__ import annotations

import pytest

from scrapers import scrape

FILLER = "<p>" + "you cook for two hundred guests a day in a kitchen with a view of the harbour. " * 6 + "</p>"
MENU = '<a href="/">Home</a><br><a href="/mass">Mass Times</a><br><a href="/news">Bulletin</a>'


@pytest.mark.parametrize(
    ("page", "employer"),
    [
        # A board links the name to what it shows of the employer; its own name stands at its top, foot and title.
        (
            "<title>Cook in Leeds | WorkNorth</title><div><a href='/'>WorkNorth</a></div><h1>Cook</h1>"
            f"<a href='/company/northlake-inn'>Northlake Inn</a><p>Leeds</p>{FILLER}<footer>© WorkNorth</footer>",
            "Northlake Inn",
        ),
        # A logo is the name where its words are in the text, or where they end in a legal form.
        (
            "<img src='top.gif' alt='Northlake Senior Living'><table><tr><td>Title</td><td>Cook</td></tr><tr>"
            f"<td>Wing</td><td>by the sea</td></tr></table>{FILLER}<p>here is Northlake Senior Living.</p>",
            "Northlake Senior Living",
        ),
        (
            f"<img src='x.png' alt='Northlake Motors Pvt. Ltd.'><span>Career Portal</span><h1>Cook</h1>{FILLER}",
            "Northlake Motors Pvt. Ltd.",
        ),
        # A menu without markup, and a labelled line that a link breaks, name nobody.
        (
            f"<title>Employment - St. Brendan Parish</title><table><tr><td>{MENU}</td><td><h2>Cook</h2>{FILLER}</td>"
            "</tr></table>",
            "St. Brendan Parish",
        ),
        (
            "<title>Openings | Northlake Project</title><h1>Cook</h1><ul><li><b>Workplace:</b> Onsite with "
            f"<a href='https://kitchen.example.com/'>Harbour Kitchen Group</a> at the pier</li></ul>{FILLER}",
            "Northlake Project",
        ),
        # A name with a capital inside, and a kind of organisation inside a title, are not cut apart.
        (
            f"<h1>Cook</h1><p>CloudKitchen GmbH<br>Pier 4</p>{FILLER}<p>CloudKitchen opens at six.</p>",
            "CloudKitchen GmbH",
        ),
        (
            f"<h1>Baker (New College Grad)</h1><p>Northlake Bakery</p><p>Seattle, WA</p>{FILLER}",
            "Northlake Bakery",
        ),
        # A name with its legal form in a trail of links is none of a menu's.
        (
            "<ul><li><a href='/'>Home</a></li><li><a href='/j'>Jobs</a></li><li><a href='/9'>Viena sala, UAB</a></li>"
            f"<li><a href='/9/1'>CVO-1</a></li></ul><h1>Cook</h1><p>Kaunas</p>{FILLER}",
            "Viena sala",
        ),
        # A line of three links is a menu.
        (
            "<title>Cook | Northlake Inn</title><div><a href='/a'>Offers</a> <a href='/b'>Northlake Map</a> "
            f"<a href='/c'>Tests</a></div><h1>Cook</h1>{FILLER}",
            "Northlake Inn",
        ),
        (
            "<h1>Ranger</h1><table><tr><th>Organisation/Entity:</th><td>Department of Parks</td></tr></table>" + FILLER,
            "Department of Parks",
        ),
    ],
)
def test_the_employer_is_told_from_what_stands_near_it(page: str, employer: str) -> None:
    assert scrape(page).employer == employer


def test_a_state_is_no_employer() -> None:
    sentence = "<p>our client, a large insurer in Rochester, NY, is looking for a cook.</p>"
    assert scrape(f"<h1>Cook</h1>{sentence}{FILLER}").employer is None


def test_a_site_that_a_platform_lends_is_the_employers_own() -> None:
    page = f"<title>Vacancies | Hale Lab</title><h1>Vacancies</h1><h2>Cook</h2>{FILLER}"
    posting = scrape(f"{page}<footer>Hale Lab, 65203 Neustadt</footer>", "https://halelab.github.io/vacancies")
    assert (posting.employer, posting.location) == ("Hale Lab", "Neustadt")


def test_a_link_by_which_a_board_sells_postings_is_no_profile() -> None:
    page = "<a href='/'>VagaBoa</a><a href='/empresa/anunciar'>Anunciar vaga</a><h1>Cook</h1><h2>Araucária Ltda</h2>"
    assert scrape(f"<title>Cook | VagaBoa</title>{page}{FILLER}").employer == "Araucária Ltda"


@pytest.mark.parametrize(
    "line",
    [
        "<h3>Kontaktpersoner</h3><p>Anne Holm, tlf. 20 20 20 20</p>",
        "<h3>Yderligere information</h3><p>Anne Holm</p>",
        "<p>Fully funded, starting October.</p>",
        "<p>Ing. Markéta Dvořáčková, personální oddělení</p>",
        "<p>Joris van Kempen</p>",
        "<p>Send ansøgning til Rasmus Thygesen, CTO, på mail</p>",
        "<h3>Morning Shifts</h3><p>You come at six, light the ovens, and leave when the guests had their coffee.</p>",
        "<p>Recruiter: Shaniqua Bell</p>",
        "<p>Buscamos incorporar una persona con experiencia.</p>",
        "<p>Questions go to Mary Miller, Head of School.</p>",
    ],
)
def test_a_line_near_the_title_that_is_no_name_names_nobody(line: str) -> None:
    assert scrape(f"<title>Cook</title><h1>Cook</h1>{line}{FILLER}").employer is None


@pytest.mark.parametrize(
    ("page", "employer"),
    [
        ("<h1>Cook</h1><p>Am Institut für Verkehrswesen ist eine Stelle frei.</p>", "Institut für Verkehrswesen"),
        ("<h1>Cook</h1><p>This is Anil from Corewell Technologies. We are hiring.</p>", "Corewell Technologies"),
        ("<title>Cook job at Alder Works in Rockford, IL</title><h1>Cook</h1><p>Alder Works</p>", "Alder Works"),
        (
            "<title>Universität Ahrensfelde: Jobs</title><h1>Cook</h1><p>Institut für Geographie</p>",
            "Universität Ahrensfelde",
        ),
        (
            "<p>NATIONAL CENTRE FOR ESTUARY RESEARCH</p><p>Vasco-da-Gama, Goa</p><h1>Cook</h1>",
            "NATIONAL CENTRE FOR ESTUARY RESEARCH",
        ),
    ],
)
def test_a_name_is_cut_to_what_it_is_and_the_whole_comes_before_the_part(page: str, employer: str) -> None:
    assert scrape(page + FILLER).employer == employer


def test_a_board_is_known_by_the_capital_in_its_name() -> None:
    page = "<title>Cook in Swanmere | JobLippe</title><a href='/'>JobLippe</a><h1>Cook</h1><p>Möbelwerk Hagedorn</p>"
    assert scrape(page + FILLER).employer == "Möbelwerk Hagedorn"


def test_the_first_of_links_that_run_together_is_the_name() -> None:
    page = "<title>Jobs | Larkspur Orchard</title><div><a href='/'>Larkspur Orchard</a><a href='/shop'>Shop</a></div>"
    assert scrape(f"{page}<h1>Cook</h1>{FILLER}", "https://larkspur.example/jobs").employer == "Larkspur Orchard"


def test_a_board_sells_postings_in_its_first_links_whatever_holds_them() -> None:
    page = (
        "<title>Cook | Chamba Norte</title><a href='/'>Chamba Norte</a><a href='/p'>Publicar vacante</a><h1>Cook</h1>"
    )
    assert scrape(f"{page}<p>Cocinas del Mar</p><p>Monterrey</p>{FILLER}").employer == "Cocinas del Mar"


def test_a_logo_on_a_platform_is_the_employers_where_the_text_has_its_words() -> None:
    page = "<title>Job Opening: Cook - BambooHR</title><div><img src='l.png' alt='{}'></div><h1>Cook</h1>"
    text = f"<p>Fernwood Grounds keeps gardens healthy.</p>{FILLER}"
    url = "https://fernwood.bamboohr.com/jobs/41"
    assert scrape(page.format("Fernwood Grounds") + text, url).employer == "Fernwood Grounds"
    assert scrape(page.format("BambooHR") + FILLER, url).employer is None
