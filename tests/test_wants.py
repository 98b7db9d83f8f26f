"""What is asked for, as lines: under known headings and headings that read like them, and nothing that follows."""

from __future__ import annotations

import pytest

from scrapers import scrape

FILLER = "<p>" + "The kitchen of the clinic feeds two hundred guests a day, and the team is small. " * 4 + "</p>"


def wants(*parts: str) -> tuple[str, ...]:
    return scrape(f"<title>Cook</title><h1>Cook</h1>{FILLER}{''.join(parts)}").wants


@pytest.mark.parametrize(
    "heading",
    [
        "<h3>Requirements</h3>",
        "<p>Server engineer requirements:</p>",
        "<p><b>EDUCATION &amp; EXPERIENCE</b></p>",
        "<p>Minimum Education and Experience Requirements:</p>",
        "<p>Requirements for this position:</p>",
        "<p>You must possess:</p>",
        "<p>The ideal candidate will have:</p>",
        "<p># Role requirements</p>",
        "<h2>Was Sie mitbringen</h2>",
        "<h2>Votre profil</h2>",
    ],
)
def test_a_heading_opens_them(heading: str) -> None:
    assert wants(heading, "<ul><li>A sharp knife</li><li>Early mornings</li></ul>") == (
        "A sharp knife",
        "Early mornings",
    )


@pytest.mark.parametrize(
    "line",
    [
        "<li>Contact: Jane Doe, 206-555-0142</li>",
        "<li>Principal Investigator: Prof. Jane Doe</li>",
        "<li>Anna Moreau, Karl Lind, Mia Holm: Cryogenic amplifiers for cooks. Journal of Kitchens 12, 2026</li>",
        "<li>Northlake is an equal opportunity employer.</li>",
        "<li>For consideration, send your resume to jobs@northlake.example.com</li>",
        "<li>Job Type: Full-time</li>",
        "<li>www.northlake.example.com</li>",
    ],
)
def test_what_is_none(line: str) -> None:
    assert wants("<h3>Requirements</h3><ul><li>A sharp knife</li>", line, "</ul>") == ("A sharp knife",)


def test_items_that_run_together_are_told_apart() -> None:
    text = "Join the kitchen.Required Skills:• A sharp knife• Early mornings• Good humour"
    assert wants(f"<p>{text}</p>") == ("A sharp knife", "Early mornings", "Good humour")


def test_an_item_is_no_heading() -> None:
    items = "<ul><li>Strong written and verbal communication skills</li><li>Dishes</li></ul>"
    assert wants(f"<p>What you do here:</p>{items}") == ()


@pytest.mark.parametrize(
    "heading",
    [
        "<p><b>Das wünschen wir uns:</b></p>",
        "<p>Was Dich auszeichnet:</p>",
        "<p><strong>Se requiere:</strong></p>",
        "<p>Ce que nous attendons de vous :</p>",
        "<p>What will make an ideal candidate:</p>",
        "<p>What we would appreciate from you:</p>",
        "<p>You’ll thrive here if you bring:</p>",
        "<p>Nice-to-haves:</p>",
        "<p>Hvem er du?</p>",
        "<h3>Qualifications</h3><p>What You Will Need:</p>",
    ],
)
def test_a_line_that_reads_like_a_heading_opens_them(heading: str) -> None:
    items = "<p>A sharp knife</p><p>Early mornings</p><p>We offer:</p><p>Free meals</p>"
    assert wants(heading, items) == ("A sharp knife", "Early mornings")


@pytest.mark.parametrize(
    "sentence",
    [
        "You have a degree in cooking, three years of experience and a good command of English.",
        "The successful candidate holds a driving licence, speaks fluent Welsh and does not mind rain.",
        "Applicants must be able to lift 20 kg and must live within five miles.",
        "Experience with ovens is an advantage.",
        "You should be friendly, punctual and able to work weekends.",
        "We are looking for someone with a diploma in cooking.",
        "You've managed a small kitchen.",
        "The right person reads recipes well and leads a small team.",
        "Du hast einen Hauptschulabschluss.",
        "Do you have experience with ovens and a head for early mornings?",
        "We would love to hear from people who have cooked before.",
        "Requirements are a diploma in cooking and fluent English.",
        "Schwindelfrei solltest du sein, ein Führerschein wäre gut.",
        "Sie haben eine abgeschlossene Ausbildung und mindestens drei Jahre Berufserfahrung.",
        "Teamfähigkeit setzen wir voraus.",
        "De formation Bac+3 en cuisine, vous justifiez d'une expérience de trois ans.",
        "Vous êtes rigoureux et autonome.",
        "Buscamos una persona con experiencia mínima de dos años en cocina.",
        "Je hebt een afgeronde opleiding en minimaal drie jaar ervaring.",
        "Il candidato ideale ha un diploma e almeno tre anni di esperienza.",
        "Wymagamy doświadczenia w kuchni i znajomości języka angielskiego.",
        "Vi söker dig som har minst två års erfarenhet av kök.",
        "Du har en relevant uddannelse og mindst tre års erfaring.",
        "Požadujeme praxi v kuchyni a znalost angličtiny.",
        "Sinulla on kokemusta keittiöstä ja hyvä asenne.",
    ],
)
def test_a_sentence_that_asks_is_one(sentence: str) -> None:
    assert wants(f"<p>You cook for our guests. {sentence} Lunch is at noon.</p>") == (sentence,)


@pytest.mark.parametrize(
    "sentence",
    [
        "You will gain experience and develop your skills.",
        "If you have experience in a kitchen, apply today.",
        "We offer you training and an education.",
        "Your pay depends on your experience and is required by law.",
        "All qualified applicants are considered without regard to education.",
        "Send us your CV and proof that you have a degree.",
        "Do you want to gain experience and knowledge?",
        "The successful candidate will be working in a kitchen.",
        "You have questions about the qualifications?",
        "You will be responsible for the knowledge of our cooks, which is important.",
    ],
)
def test_a_sentence_that_asks_for_nothing_is_none(sentence: str) -> None:
    assert wants(f"<p>{sentence}</p>") == ()


def test_a_list_of_what_is_asked_for_needs_no_heading() -> None:
    items = "<ul><li>Experience with ovens</li><li>Knowledge of fish</li><li>Early mornings</li></ul>"
    offers = "<p>Our benefits:</p><ul><li>Years of training</li><li>A certificate</li></ul>"
    assert wants(items, offers) == ("Experience with ovens", "Knowledge of fish", "Early mornings")


def test_a_list_of_musts_needs_none_either() -> None:
    items = "<ul><li>Must be 18 or older</li><li>Weekend availability</li><li>Lift up to 40 lbs</li></ul>"
    assert wants(items) == ("Must be 18 or older", "Weekend availability", "Lift up to 40 lbs")


def test_prose_under_a_heading_is_read_by_its_sentences() -> None:
    first, second = (
        "You have cooked for two hundred guests a day, and you have " + "kept calm " * 9 + "at it.",
        "You smile.",
    )
    assert wants(f"<h3>Your profile</h3><p>{first} {second} Please send your CV to us.</p>") == (first, second)


@pytest.mark.parametrize(
    "heading",
    ["Additional information", "Weitere Informationen", "Conditions proposées", "Qué te ofrecemos", "Deadline"],
)
def test_a_plain_line_that_names_another_section_ends_them(heading: str) -> None:
    lines = f"<div>Basic qualifications</div><div>A sharp knife</div><div>{heading}</div><div>Hybrid cooking.</div>"
    assert wants(lines) == ("A sharp knife",)


def test_a_label_among_labelled_items_is_no_heading() -> None:
    tasks = (
        "<ul><li>Safety: keep the knives safe</li><li>Experience: delight our guests</li><li>Cost: buy well</li></ul>"
    )
    assert wants("<h3>What you do</h3>", tasks) == ()


def test_a_sentence_behind_a_list_of_tasks_may_ask() -> None:
    tasks = "<p>Your tasks:</p><ul><li>Bake</li><li>Fry</li></ul>"
    assert wants(tasks, "<p>You have experience with ovens.</p>") == ("You have experience with ovens.",)


def test_a_heading_in_plain_text_ends_them() -> None:
    text = "Requirements<br>A sharp knife<br># Technologies<br>Ovens<br>"
    assert wants(f"<p>{text}</p>") == ("A sharp knife",)


def test_an_item_may_be_very_short() -> None:
    assert wants("<table><tr><th>Essential</th><td>QTS</td></tr></table>") == ("QTS",)
    assert wants("<h3>You bring</h3><ul><li>SQL</li></ul>") == ("SQL",)


def test_a_paragraph_about_applying_ends_them() -> None:
    rest = "<p>Application forms are available at the desk.</p><p>Ask for Jane.</p>"
    assert wants("<h3>Requirements</h3><p>A sharp knife</p>", rest) == ("A sharp knife",)


def test_labels_inside_a_long_line_open_and_end_them() -> None:
    text = "Duties: " + "You cook and bake for our guests and keep the kitchen clean. " * 4
    text += "Required Qualifications: - A sharp knife - Two years of ovens - Good humour Location: Seattle"
    assert wants(f"<p>{text}</p>") == ("A sharp knife", "Two years of ovens", "Good humour")


def test_an_item_that_its_width_has_broken_is_one() -> None:
    lines = (
        "Requirements:<br>- Experience with the ovens of our kitchen (Baker,<br>Miller)<br>- A sharp knife<br>PAY: $ 70"
    )
    assert wants(f"<p>{lines}</p>") == ("Experience with the ovens of our kitchen (Baker, Miller)", "A sharp knife")


def test_what_stands_beside_a_label_in_its_line_ends_there() -> None:
    assert wants("<p>Profil : un couteau, du calme</p>", "<p>Le restaurant ouvre à midi.</p>") == (
        "un couteau, du calme",
    )
