"""What a page is: one job, an employer's page, a list, a job that is gone, or a wall."""

from __future__ import annotations

import pytest

from scrapers import scrape

NAV = "<nav><a href='/'>Home</a><a href='/jobs'>Careers</a></nav>"
LOGIN = "<form><input name=email><input type=password><button>Go</button></form>"


@pytest.mark.parametrize(
    "page",
    [
        f"<title>Sign up | Nest</title><h1>Create your free account to continue</h1><p>Join millions.</p>{LOGIN}",
        f"<title>Candidate Login</title><h1>Sign In</h1><p>Please sign in to see your applications here.</p>{LOGIN}",
        f"<title>Anmelden</title><h1>Jetzt anmelden</h1><p>Melden Sie sich an, um fortzufahren, bitte sehr.</p>{LOGIN}",
        "<title>Just a moment</title><h1>Verify you are human</h1><p>The site reviews your connection.</p>",
        "<title>Page not found</title><h1>Oops! That page can’t be found.</h1><p>Maybe try a search instead?</p>",
    ],
)
def test_a_wall(page: str) -> None:
    assert scrape(page).kind == "wall"


@pytest.mark.parametrize(
    "page",
    [
        "<title>Stellen</title><h1>Offene Stellen</h1><ul><li><a href=/1>Koch (m/w/d)</a> Kiel</li>"
        "<li><a href=/2>Servicekraft (m/w/d)</a> Kiel</li><li><a href=/3>Hausdame (m/w/d)</a> Kiel</li></ul>",
        "<title>27 nurse jobs</title><h1>27 nurse jobs in Fresno, CA</h1><h2>Night Nurse</h2><h2>School Nurse</h2>"
        "<h2>Charge Nurse</h2>",
        "<title>Open roles</title><h1>Come build with us</h1><p>12 open roles</p><h3>Data Engineer</h3>"
        "<h3>Product Manager</h3><h3>Recruiter</h3>",
    ],
)
def test_a_list(page: str) -> None:
    assert scrape(NAV + page).kind == "list"


@pytest.mark.parametrize(
    "page",
    [
        "<title>About Us | Harrow &amp; Finch Architects</title><h1>About Us</h1><p>A studio of fourteen. We look at "
        "portfolios all year: studio@harrow.example.com</p>",
        "<title>Careers</title><h1>Work with us</h1><p>We have no openings now, but send your resume to "
        "people@larkspur.example.com and we will keep it on file.</p>",
        "<title>Employment</title><h1>Employment</h1><p>Lakeside School seeks qualified teachers for vacancies as they "
        "occur. Email a resume to school@lakeside.example.com.</p>",
    ],
)
def test_an_employer_without_one_particular_job(page: str) -> None:
    posting = scrape(NAV + page)
    assert (posting.kind, posting.title) == ("employer", None)


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>The Fox &amp; Hounds - jobs</title><h1>The Fox &amp; Hounds</h1><p>Chef de Partie wanted</p><p>Drop "
         "us a line with your CV: kitchen@fox.example.com</p>", "Chef de Partie"),
        ("<title>job.txt</title><pre>POSTDOCTORAL POSITION - BAKING SCIENCE\nDept. of Bread, Lakeside University\n\n"
         "A postdoctoral position is available in the laboratory of\nProf. Tolland. Send a CV to him.</pre>",
         "POSTDOCTORAL POSITION - BAKING SCIENCE"),
        ("<title>ADVERTISEMENT</title><pre>NATIONAL CENTRE FOR ESTUARIES\n\nApplications are invited for the post of "
         "PROJECT SCIENTIST - I on\ncontract basis. Send a CV.</pre>", "PROJECT SCIENTIST - I"),
        ("<title>Who is hiring?</title><p>Treeline Maps | Senior iOS Engineer | Bozeman, MT or remote | $140k-$170k</p>"
         "<p>We make maps. Apply to sean@treeline.example.com</p>", "Senior iOS Engineer"),
    ],
)  # fmt: skip
def test_an_advert_without_a_headline_is_a_posting(page: str, title: str) -> None:
    posting = scrape(page)
    assert (posting.kind, posting.title) == ("posting", title)


def test_a_title_that_the_page_marks_makes_it_a_posting() -> None:
    heading = "<title>Zymurgist</title><h1 data-automation='job-detail-title'>Zymurgist</h1>"
    page = f"{heading}<p>Lakeside Cellars ferments cider by the lake.</p>"
    assert (scrape(page).kind, scrape(page).title) == ("posting", "Zymurgist")


WALLS = (
    "Just a moment …|Verify that you’re a human|Verify you are human|Are you a robot?|I am not a robot|Captcha|"
    "Redirecting …|Bitte melden Sie sich an|Additional verification required|Access denied|Unusual traffic|"
    "Help us protect the site|Security check|Checking your browser|Enable JavaScript and cookies|"
    "Please log in to continue|Please sign in to view it|You must be logged in|You must log in|Session expired|"
    "Your session has timed out|Page not found|The page you were looking for could not be found|404 error|"
    "404 not found|Error 403|Seite nicht gefunden|Page introuvable|Stránka nenalezena|Forbidden|Request blocked|"
    "Attention required"
)


@pytest.mark.parametrize("said", WALLS.split("|"))
def test_what_walls_say(said: str) -> None:
    assert (
        scrape(f"<title>Lakeside Foods</title><p>{said}</p><p>Lakeside Foods, by the lake since 1907.</p>").kind
        == "wall"
    )


CLOSED = (
    "Sorry, this vacancy has now closed|We are no longer recruiting.|No longer vacant|The position has been filled.|"
    "The job is now not available|The posting was removed|This job has expired|The ad is archived|"
    "This position is inactive|"
    "The ad is not open|Applications are closed|We're not currently hiring|We are not accepting applications|"
    "Not accepting new applications|Sorry, this job is gone|Job expired|Hiring is complete|Applications closed|"
    "Vacancy closed on 1 June 2020.|Position closed.|The deadline for this post has passed.|Closing date has passed|"
    "We have filled the role|Die Stelle ist bereits besetzt|Die Anzeige ist leider abgelaufen|"
    "Die Bewerbungsfrist ist abgelaufen|"
    "Das Angebot wurde deaktiviert|Nicht mehr verfügbar|Derzeit keine offenen Stellen|Derzeit nicht ausgeschrieben|"
    "L’offre n’est plus en ligne|Cette offre a été pourvue|Offre expirée|Offre clôturée|Plus disponible|Poste pourvu|"
    "La oferta ya no está|La oferta ha caducado|Oferta cerrada|Deze vacature is helaas niet meer beschikbaar|"
    "De vacature is inmiddels vervuld|De vacature is gesloten|Stillingen er besat|Annonsen är inte längre aktiv|"
    "Annonsen är borttagen|Tjänsten är tillsatt|Stillingen er ikke lenger ledig|Nabídka již není aktuální|"
    "Inzerát vypršel|Pozice je již obsazena|Oferta jest nieaktualna|Oferta wygasła|Ogłoszenie nieaktualne|"
    "Skelbimas nebegalioja|Ilmoitus on vanhentunut|La posizione è stata chiusa|Vaga encerrada|Vaga expirada"
)


@pytest.mark.parametrize("said", CLOSED.split("|"))
def test_a_job_that_is_gone(said: str) -> None:
    page = f"<h1>Packer</h1><p>Lakeside Foods</p><p>{said}</p><p>Pack boxes of fruit.</p>"
    assert scrape(page).kind == "expired"


def test_the_name_of_a_firm_of_architects_is_no_job() -> None:
    page = (
        "<title>Careers — Hill &amp; Vale Architects</title><h1>Careers</h1><p>We have no advertised openings now, "
        "but we like to meet good people. Send a portfolio and a short letter to studio@hillvale.example.com.</p>"
    )
    assert scrape(page, "https://hillvale.example/careers").kind == "employer"


def test_what_the_site_calls_itself_is_not_the_title() -> None:
    page = (
        "<title>Join | Gel Mechanics Lab</title><meta property='og:site_name' content='Gel Mechanics Lab'>"
        f"<h1>Join us</h1><h2>Postdoctoral researcher in gel fracture</h2><p>{'You study how gels break. ' * 20}</p>"
    )
    assert scrape(page).title == "Postdoctoral researcher in gel fracture"


def test_a_list_without_headings_is_a_list() -> None:
    jobs = "".join(f"<div><a href='/{job}'>{job}</a></div>" for job in ("Cook", "Waiter", "Baker", "Driver", "Nurse"))
    page = f"<title>3,000+ jobs in Leeds</title><div>3,000+ jobs in Leeds</div>{jobs}"
    assert scrape(page).kind == "list"


@pytest.mark.parametrize(
    "said",
    [
        "Die Stelle ist verfügbar.",
        "Die Anzeige ist online und mehr.",
        "De vacature is beschikbaar.",
        "Vacancy closed until the budget is settled.",
        "After the closing date has passed, we write to everybody.",
    ],
)
def test_a_job_that_is_to_be_had_is_not_gone(said: str) -> None:
    page = f"<h1>Packer</h1><p>Lakeside Foods</p><p>{said}</p><p>Pack boxes of fruit.</p>"
    assert scrape(page).kind == "posting"


def test_a_bold_line_is_the_headline_of_a_page_of_a_group() -> None:
    page = (
        "<title>Join us - The Coral Group</title><h1>The Coral Group</h1><h1>Join us</h1><p><strong>PhD scholarship: "
        "heat in soft corals</strong></p><p>The stipend is $33,000 a year. Send a letter by 31 August 2023.</p>"
    )
    posting = scrape(page)
    assert (posting.kind, posting.title) == ("posting", "PhD scholarship: heat in soft corals")


def test_jobs_at_a_company_are_a_list() -> None:
    jobs = "".join(
        f"<h3>{team}</h3><div><a href='/{team}'>{team} Engineer</a></div>" for team in ("Data", "Web", "Sales")
    )
    assert scrape(f"<title>Jobs at Brightwood</title><h1>Jobs at Brightwood</h1>{jobs}").kind == "list"


def test_search_results_in_a_table_are_a_list() -> None:
    rows = "".join(
        f"<tr><td><a href='/{job}'>{job} Teacher</a></td><td>Hull</td></tr>" for job in ("Maths", "Art", "Music")
    )
    assert scrape(f"<title>Search results</title><p>23 results</p><table>{rows}</table>").kind == "list"


def test_an_advert_whose_job_has_an_unknown_name_is_a_posting() -> None:
    text = "<p>Best to ring in the evening. You mend nets and answer the telephone in turn.</p>"
    posting = scrape(f"<title>Farm Hand</title><a href='/'>Home</a><h1>Farm Hand</h1>{text}")
    assert (posting.kind, posting.title) == ("posting", "Farm Hand")
    assert scrape(f"<title>Hill Farm</title><a href='/'>Home</a><h1>About us</h1>{text}").kind == "employer"


def test_a_page_without_headings_is_headed_by_its_first_line() -> None:
    text = "<p>Send your CV. Speculative applications are welcome as well.</p><p>You mend sails by the sea.</p>"
    posting = scrape(f"<title>Jobs — Northlake</title><div>Sail Maker and Engineer (f/m/d)</div>{text}")
    assert (posting.kind, posting.title) == ("posting", "Sail Maker and Engineer (f/m/d)")


def test_a_site_that_is_down_is_a_wall() -> None:
    page = "<title>Service unavailable</title><h1>We'll be right back</h1><p>The site is down for maintenance.</p>"
    assert scrape(page).kind == "wall"


def test_one_label_and_a_day_to_apply_by_make_a_posting() -> None:
    page = (
        "<title>Work with us - Northlake Clinic</title><h1>Work with us</h1><h2>Gnomon setter</h2><ul><li>Pay: 1.350 € "
        "a month</li></ul><p>Send your CV before 20 July 2023.</p><p>We are a clinic by the sea, with a garden.</p>"
    )
    assert scrape(page).kind == "posting"


def test_a_title_that_counts_jobs_is_a_lists() -> None:
    lines = "".join(f"<p>{job} in Leeds, for guests who come by boat</p>" for job in ("Cook", "Waiter"))
    assert scrape(f"<title>2,000+ Analyst jobs in Boston (80 new)</title>{lines}").kind == "list"
    assert scrape(f"<title>Cook, 2 positions</title><h1>Cook, 2 positions</h1>{lines}").kind == "posting"


def test_a_head_in_a_known_form_makes_an_unknown_job_a_posting() -> None:
    text = "<p>Send a letter about your hives. You keep four hundred of them on farms around the hills.</p>"
    page = f"<title>Hivester at Hollow Hill</title><a href='/'>Hollow Hill</a><h1>Hivester</h1>{text}"
    assert scrape(page).kind == "posting"


def test_a_candidates_home_that_asks_for_a_password_is_a_wall() -> None:
    form = "<form><label>Email Address*</label><input><label>Password*</label><input type='password'></form>"
    assert scrape(f"<title>Candidate Home</title><h2>Sign In</h2>{form}<a href='#'>Create Account</a>").kind == "wall"


@pytest.mark.parametrize("heading", ["Similar jobs", "You may also be interested in", "Open roles"])
def test_other_jobs_that_are_linked_below_a_posting_make_no_list(heading: str) -> None:
    jobs = "".join(f"<li><a href='/{job}'>{job}</a> Rotterdam</li>" for job in ("Accountant", "Driver", "Cook"))
    text = "<p>You mend nets and sails by the harbour, four days a week, with a view of the boats. </p>" * 4
    page = f"<h1>Work with us</h1><h2>Sailmaker (m/f/d)</h2>{text}<h3>{heading}</h3><ul>{jobs}</ul>"
    assert scrape(page).kind == "posting"
    assert scrape(f"<h1>Work with us</h1><ul>{jobs}</ul>").kind == "list"


def test_what_is_paid_makes_an_unknown_job_a_posting() -> None:
    text = "<p>We brew by the sea and look for one more pair of hands. €34,000 - €38,000, and beer.</p>"
    page = f"<title>Maltster – Skellig Bay | Careers</title><a href='/'>Skellig Bay</a><h1>Maltster</h1>{text}"
    assert scrape(page).kind == "posting"


def test_jobs_under_headings_of_a_page_of_careers_are_a_list() -> None:
    jobs = "".join(f"<div><a href='/{team}'><h3>{team} Engineer</h3></a></div>" for team in ("Data", "Web", "Test"))
    page = f"<title>Careers at Tideway</title><h1>Build robots that swim</h1><h2>Open positions</h2>{jobs}"
    assert scrape(page).kind == "list"


def test_a_table_of_vacancies_has_no_job_in_its_head() -> None:
    rows = "".join(
        f"<tr><td><a href='/v/{number}'>{job}</a><td>Estates<td>{number + 10}/04/2024"
        for number, job in enumerate(("Lecturer in Plumbing", "Exams Invigilator", "Catering Assistant"))
    )
    head = "<tr><th>Job title<th>Department<th>Closing date"
    page = f"<title>Current vacancies | Tarrant College</title><h1>Current vacancies</h1><table>{head}{rows}</table>"
    posting = scrape(page)
    assert (posting.kind, posting.title) == ("list", None)


def test_a_job_in_a_place_is_named_by_the_title_of_the_document() -> None:
    page = (
        "<title>Spat Collector job in Warrnambool VIC | PaddockJobs</title><nav><a href='/'>PaddockJobs</a>"
        "<a href='/advertise'>Advertise a job</a></nav><h1>Spat Collector</h1><div>Merri Flats Pastoral Co</div>"
        "<div>Warrnambool VIC 3280</div><p>600 cow herd, 40 unit rotary.</p>"
    )
    posting = scrape(page)
    assert (posting.kind, posting.employer) == ("posting", "Merri Flats Pastoral Co")


def test_what_says_that_positions_follow_is_a_list() -> None:
    jobs = "".join(f"<h3>{job}</h3><p>Two years of practice.</p>" for job in ("Taproom Server", "Brewer", "Driver"))
    page = "<title>Otter Creek</title><h1>Otter Creek in summer</h1><p>We are hiring for the following positions:</p>"
    assert scrape(page + jobs).kind == "list"
