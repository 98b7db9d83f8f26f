"""How to apply, and where: what the page asks for, and no address of another desk."""

from __future__ import annotations

import pytest

from scrapers import Apply, scrape

URL = "https://jobs.northlake.example.com/cook"
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
        ("<p>Two cooks work here.</p>", None),
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
