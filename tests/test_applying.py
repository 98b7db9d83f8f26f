"""How to apply, and where: what the page asks for, and no address of another desk."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from scrapers import Apply, scrape
from scrapers.spoken import LANGUAGES

URL = "https://jobs.northlake.example.com/cook"
HOST = "https://jobs.northlake.example.com"
TO_ATS = Apply("web", "https://ats.example.com/jobs/9")
TO_JOBS = Apply("email", "jobs@northlake.example.com")
TO_FORM = Apply("web", "https://jobs.northlake.example.com/form")
FILLER = "<p>" + "The kitchen of the clinic feeds two hundred guests a day, and the team is small. " * 6 + "</p>"


def read(line: str) -> Apply | None:
    return scrape(f"<title>Cook | Northlake Clinic</title><main><h1>Cook</h1>{line}{FILLER}</main>", URL).apply


@pytest.mark.parametrize(
    ("line", "apply"),
    [
        ("<p>Send your résumé to jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>E-mail a letter and CV to jane (at) north.example.com</p>", Apply("email", "jane@north.example.com")),
        ("<p>Bitte schicken Sie Ihre Unterlagen an jobs@northlake.example.com</p>", TO_JOBS),
        ("<a href='mailto:jobs@northlake.example.com?subject=Cook'>Apply now</a>", TO_JOBS),
        ("<a href='/apply/17'>Apply now</a>", Apply("web", "https://jobs.northlake.example.com/apply/17")),
        ("<a href='/form'>Jetzt bewerben</a>", TO_FORM),
        ("<a href='/form'>Postuler à cette offre</a>", TO_FORM),
        (
            "<a href='https://board.example.com/out?url=https%3A%2F%2Fats.example.com/9'>Apply on company site</a>",
            Apply("web", "https://ats.example.com/9"),
        ),
        ("<button>Apply</button>", Apply("web", URL)),
        ("<form><input type=submit value='Apply now'></form>", Apply("web", URL)),
        ("<p>Apply at https://ats.example.com/jobs/9.</p>", Apply("web", "https://ats.example.com/jobs/9")),
        ("<p>All applications must be submitted online.</p>", Apply("web", None)),
        ("<p>Call 206-555-0142 to apply, or to hear more.</p>", Apply("phone", "+12065550142")),
        ("<p>To apply, send a letter and your CV by e-mail.</p>", Apply("email", None)),
        ("<p>Applications by post only, to the address below.</p>", Apply("post", None)),
        ("<p>Visit https://ats.example.com/jobs/9 to apply. Questions? Ask ann@northlake.example.com.</p>", TO_ATS),
        ("<p>To apply, go to ats.example.com/jobs/9 and upload a CV.</p>", Apply("web", "ats.example.com/jobs/9")),
        ("<p>Please apply before May by following <a href='/form'>this link</a>.</p>", TO_FORM),
        ("<p>Send applications to <a href='/jobs/9'>Dr. Jane Doe</a>.</p>", Apply("web", f"{HOST}/jobs/9")),
        ("<p>Send your CV to:<br>Northlake Clinic<br>12 Lake Road<br>jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>Please provide a résumé and two references to jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>For questions and for your application please reach out to jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>Send your résumé to ann@... or call us.</p>", Apply("email", None)),
        ("<p>E-mail: jobs@northlake.example.com</p><p>Send us your CV and cook with us!</p>", TO_JOBS),
        ("<p>Apply in person at 12 Lake Road. Ask for Jane.</p>", Apply("post", None)),
        ("<p>Bitte richten Sie Ihre schriftliche Bewerbung an: Klinik am See, Seeweg 2</p>", Apply("post", None)),
        ("<p>Bewerben Sie sich über unser <a href='/form'>Online-Portal</a>. Bewerbungen per E-Mail an "
         "jobs@northlake.example.com werden nicht berücksichtigt.</p>", TO_FORM),
        ("<p>Wir freuen uns auf Ihre Bewerbung an Frau Berta Almer: jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>Merci d'adresser votre CV et lettre de motivation à jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>Si te interesa, inscríbete a través de nuestro formulario: https://ats.example.com/jobs/9</p>", TO_ATS),
        ("<p>Interesados enviar currículum a jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>Mail je motivatie en cv naar jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>Inviare il curriculum vitae a jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>CV prosimy przesyłać na adres jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>Ansök senast den 3 maj via <a href='/form'>vår rekryteringssida</a>.</p>", TO_FORM),
        ("<p>Send din ansøgning og dit CV til jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>Životopis zašlete na adresu jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>Pošaljite CV na jobs@northlake.example.com</p>", TO_JOBS),
        ("<a href='mailto:jobs@northlake.example.com'>Send us your CV</a>", TO_JOBS),
        ("<a href='#form'><button>Apply by email</button></a>", Apply("email", None)),
        ("<button data-href='/form'>Bewerbung starten</button>", TO_FORM),
        ("<input type=button value='Apply to Job(s)'>", Apply("web", URL)),
        ("<a aria-label='Apply now' href='/form'><svg></svg></a>", TO_FORM),
        ("<a href='/form'>Zur Initiativbewerbung</a><a href='/9'>Jetzt bewerben</a>", Apply("web", f"{HOST}/9")),
        ("<a href='https://news.example.com/x'>Apply</a><a href='https://ats.example.com/jobs/9'>Apply</a>", TO_ATS),
        ("<a href='https://board.example.com/go?to=https://ats.example.com/jobs/9'>Apply</a>", TO_ATS),
        ("<a href='/login?return=https://board.example.com/jobs/9'>Apply</a>",
         Apply("web", f"{HOST}/login?return=https://board.example.com/jobs/9")),
        ("<p>Cooks …</p><a href='https://ats.example.com/jobs/9'>See the complete text at Northlake</a>", TO_ATS),
        ("<p>Contact: jobs@northlake.example.com</p>", TO_JOBS),
        ("<p>Interested? Text or call Jane on 206-555-0142.</p>", Apply("phone", "+12065550142")),
        ("<p>Pop in with your CV any morning before 11.</p>", Apply("post", None)),
        ("<p>Drop me a line at jobs [at] northlake [dot] example [dot] com!</p>", TO_JOBS),
        ("<p>Klicke <a href='/form'>hier</a>, um dich in zwei Minuten zu bewerben.</p>", TO_FORM),
        ("<p>Pour postuler, rendez-vous sur le site : <a href='/form'>northlake.example.com/emploi</a></p>", TO_FORM),
        ("<p>Hae paikkaa viimeistään 5.6. osoitteessa <a href='/form'>northlake.example.com/hae</a></p>", TO_FORM),
        ("<p>Pour postuler : Mme Durand, 206-555-0142</p>", Apply("phone", "+12065550142")),
        ("<a href='/form'>Jetzt auf diese Stelle bewerben</a>", TO_FORM),
        ("<a href='/form'>Jetzt bewerben – in 2 Minuten</a>", TO_FORM),
        ("<a href='/form'>Hier erfahren, wie Sie sich bewerben</a>", None),
        ("<a href='/form'>Warum bei uns bewerben</a>", None),
        ("<p>Contact. Send email to ann@northlake.example.com.</p>", Apply("email", "ann@northlake.example.com")),
        ("<p>Ann: ann@northlake.example.com. If you are interested, send me information about your work.</p>",
         Apply("email", "ann@northlake.example.com")),
        ("<p>Ring us: call Jane on 206-555-0142 or send a mail to ann@northlake.example.com</p>",
         Apply("phone", "+12065550142")),
        ("<p>Give Jane a call: 206-555-0142</p>", Apply("phone", "+12065550142")),
        ("<p>Sounds like fun? Tell us what you cook: ann@northlake.example.com</p>",
         Apply("email", "ann@northlake.example.com")),
        ("<a href='/form'>Fill out the form</a>", TO_FORM),
        ("<p>Stop by the kitchen and ask for a manager.</p>", Apply("post", None)),
        ("<p>Application forms may be printed from our website and returned by mail.</p>", Apply("post", None)),
        ("<p>Kom langs in de keuken!</p>", Apply("post", None)),
        ("<p>Application packs are had here and should be returned to jobs@northlake.example.com.</p>", TO_JOBS),
        ("<p>Passez nous voir avec votre CV entre 15h et 17h.</p>", Apply("post", None)),
        ("<p>For more info please call 206-555-0142.</p>", None),
        ("<p>Have a question? Send an email to ann@northlake.example.com.</p>", None),
        ("<p>Two cooks work here.</p>", None),
        ("<p>Contact: Jane Doe, ann@northlake.example.com</p>", None),
        ("<p>This job is closed; if you are interested, send a mail to Jane Doe, ann@northlake.example.com</p>", None),
        ("<p>You apply new methods online, with links to other kitchens.</p>", None),
        ("<p>You address questions about our applications by e-mail.</p>", None),
        ("<p>Mention in your application that you saw this at www.board.example.com</p>", None),
        ("<a href='/x'>Apply filters</a><a href='/y'>Apply for a loan</a>", None),
        ("<p>Please send your application to <a href='/people/jane'>Jane Doe</a></p>", None),
    ],
)  # fmt: skip
def test_the_way_to_apply(line: str, apply: Apply | None) -> None:
    assert read(line) == apply


@pytest.mark.parametrize(
    "line",
    [
        "<a href='/guide'>How to apply for jobs: a guide</a>",
        "<a href='/people'>Sourcing remote candidates</a>",
        "<p>If you need an accommodation to apply, e-mail access@northlake.example.com</p>",
    ],
)
def test_what_is_no_way_to_apply(line: str) -> None:
    assert read(f"{line}<a href='/apply/17'>Apply</a>") == Apply("web", "https://jobs.northlake.example.com/apply/17")


def test_an_address_for_questions_gives_way_to_the_form() -> None:
    line = (
        "<p>For questions about the application, send an email to ann@northlake.example.com</p><a href='/f'>Apply</a>"
    )
    assert read(line) == Apply("web", "https://jobs.northlake.example.com/f")


def test_lines_that_their_width_has_broken_are_one_sentence() -> None:
    lines = (
        "To be considered for this job in our kitchen, please submit your<br>résumé to jobs@northlake.example.com<br>"
    )
    assert read(f"<p>{lines}</p>") == TO_JOBS


def test_the_hidden_target_of_a_button_is_where_it_leads() -> None:
    page = "<input type=hidden name=applyLink value='https://ats.example.com/jobs/9'><button>Apply</button>"
    assert read(page) == TO_ATS


def test_a_page_yet_to_be_built_is_where_its_posting_is_applied_to() -> None:
    data = (
        '{"@type": "JobPosting", "title": "Cook", "url": "' + URL + '", "description": "' + "Cook with us. " * 20 + '"}'
    )
    page = f"<title>Cook</title><script type=application/ld+json>{data}</script><div id=root></div>"
    assert scrape(page, URL).apply == Apply("web", URL)


ROWS = tomllib.loads(Path("scrapers/applying/words.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_of_applying_has_a_sign(language: str) -> None:
    signs = {sign.strip() for sign in (*ROWS["en"]["signs"], *ROWS[language]["signs"])}
    assert [word for word in ROWS[language]["apply"] if not any(sign in word for sign in signs)] == []


@pytest.mark.parametrize("words", [word for row in ROWS.values() for word in row["buttons"]])
def test_each_button_for_applying_is_one(words: str) -> None:
    assert read(f"<a href='/form'>{words.rstrip('…').capitalize()}!</a>") == TO_FORM
