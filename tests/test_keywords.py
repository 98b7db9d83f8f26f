"""The one thing and the keyword check: what a résumé and a posting have in common, and nothing far-fetched."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from script_records import SAM, SOLICITED

from server.followups.scripts import KeywordCheck, keyword_check, keywords, match, matches, strengths_from

RESUME = """Sam Rivera
sam@example.com | (206) 555-0142

EXPERIENCE
Front desk lead, Harbor Dental, Seattle, 2019 – 2025
• Scheduled up to 60 patients a day for four dentists in Dentrix
• Cut no-shows by a third with reminder calls
• Trained five new receptionists
- Reconciled daily payments in QuickBooks
Built dashboards in Python and SQL for the sales team (2016 - 2019)
Skills: Microsoft Excel, JavaScript, Spanish, customer service
References available upon request
"""
WANTS = (
    "Experience with patient scheduling in a busy practice (required)",
    "Working knowledge of Dentrix or Eaglesoft",
    "Strong communication skills and attention to detail",
    "Comfortable with C++ and JavaScript; knowledge of HIPAA is a plus",
    "Handling insurance claims and customer service",
    "Bachelor's degree in Business Administration preferred",
)


def terms(found: KeywordCheck) -> tuple[list[str], list[str]]:
    return [term.text for term in found.present], [term.text for term in found.absent]


def test_the_best_match_comes_first_with_the_posting_s_line() -> None:
    found = match(WANTS, ("six years of scheduling patients at a clinic", "QuickBooks", "Dentrix"))
    assert [(one.want, one.strength) for one in found] == [
        (WANTS[1], "Dentrix"),
        (WANTS[0], "six years of scheduling patients at a clinic"),
    ] or [one.want for one in found] == [WANTS[0], WANTS[1]]
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(0 < one.score <= 1 for one in found)


@pytest.mark.parametrize(
    ("want", "strength"),
    [
        ("Strong communication skills and attention to detail", "strong team player"),
        ("Five years of experience in a fast-paced environment", "five years of experience"),
        ("Ability to work independently", "hard-working"),
        ("Welding certificate", "watercolor painting"),
        ("Manage multiple projects", "sports"),
    ],
)
def test_words_that_everybody_uses_make_no_match(want: str, strength: str) -> None:
    assert match((want,), (strength,)) == ()


@pytest.mark.parametrize(
    ("want", "strength"),
    [
        ("Experience with patient scheduling", "I schedule patients for four dentists"),
        ("Advanced Excel skills", "Microsoft Excel"),
        ("Erfahrung in der Terminplanung und Buchhaltung", "Buchhaltung"),
        ("Maîtrise de la comptabilité générale", "comptabilité"),
        ("Knowledge of C++ or Rust", "C++"),
    ],
)
def test_a_match_is_found_through_endings_and_languages(want: str, strength: str) -> None:
    (found,) = match((want,), (strength,))
    assert (found.want, found.strength) == (want, strength)


def test_lines_of_a_resume_count_after_what_the_person_named() -> None:
    found = match(("Working knowledge of Dentrix",), ("Dentrix",), RESUME)
    assert found[0].strength == "Dentrix"
    (from_resume,) = match(("Experience with patient scheduling",), (), RESUME)
    assert from_resume.strength.startswith("Scheduled up to 60 patients")


def test_strengths_are_proposed_from_what_was_done() -> None:
    found = strengths_from(RESUME)
    assert found[0] == "Scheduled up to 60 patients a day for four dentists in Dentrix"
    assert {"Cut no-shows by a third with reminder calls", "Microsoft Excel", "Spanish"} <= set(found)
    assert "Built dashboards in Python and SQL for the sales team" in found
    assert not [line for line in found if "@" in line or "555" in line or "upon request" in line]


@pytest.mark.parametrize("nothing", [None, "", "   \n\n", "Sam Rivera\nSeattle"])
def test_no_strengths_are_made_up(nothing: str | None) -> None:
    assert strengths_from(nothing) == ()


def test_terms_are_told_present_or_absent_with_both_lines() -> None:
    found = keywords(WANTS, RESUME)
    present, absent = terms(found)
    assert {"Dentrix", "JavaScript", "patient scheduling", "customer service"} <= set(present)
    assert {"Eaglesoft", "C++", "HIPAA", "insurance claims"} <= set(absent)
    dentrix = next(term for term in found.present if term.text == "Dentrix")
    assert dentrix.line == WANTS[1] and dentrix.found and dentrix.found.endswith("in Dentrix")
    assert all(term.found is None for term in found.absent)


def test_empty_words_are_no_terms() -> None:
    present, absent = terms(keywords(WANTS, RESUME))
    for word in ("experience", "strong", "knowledge", "attention", "skills", "Comfortable", "required", "preferred"):
        assert word not in [*present, *absent]


def test_what_is_required_comes_before_what_is_preferred() -> None:
    wants = ("Knowledge of Kubernetes preferred", "Must know Terraform", "Helm and Ansible")
    _, absent = terms(keywords(wants, None))
    assert absent[0] == "Terraform" and absent[-1] == "Kubernetes"


def test_names_in_the_description_count_and_its_boilerplate_does_not() -> None:
    description = (
        "You will work with PostgreSQL every day.\nOur office has a cat called Bella.\n"
        "We offer health insurance with AcmeCare.\nApply at www.example.com or write to JobsDesk@example.com."
    )
    _, absent = terms(keywords(("Experience with Django",), None, description=description))
    assert absent == ["Django", "PostgreSQL"]


def test_german_nouns_are_no_names_only_because_of_their_capitals() -> None:
    wants = (
        "Abgeschlossene Ausbildung als Kauffrau oder Kaufmann für Büromanagement",
        "Sicherer Umgang mit MS Office und DATEV",
        "Freude an der Arbeit mit Menschen",
    )
    present, absent = terms(keywords(wants, "Ausbildung zur Kauffrau\nBuchungen in DATEV"))
    assert "DATEV" in present and "Ausbildung" in present
    assert "MS Office" in absent or "MS" in absent
    assert "Freude" not in [*present, *absent]


def test_employer_place_and_people_are_no_terms() -> None:
    known = replace(
        SOLICITED, location="Seattle, WA", wants=("Ask Dana Whitfield of Northlake Clinic in Seattle about Dentrix",)
    )
    found = keyword_check(known, replace(SAM, resume=RESUME))
    assert {term.text for term in (*found.present, *found.absent)} == {"Office Manager", "Dentrix"}


def test_what_the_person_may_choose_from_is_of_both_kinds() -> None:
    me = replace(SAM, resume=RESUME)
    assert {one.want for one in matches(SOLICITED, me)} == set(SOLICITED.wants)


@given(wants=st.lists(st.text(max_size=200), max_size=6), resume=st.none() | st.text(max_size=400))
def test_any_text_is_read_without_an_error_and_each_term_once(wants: list[str], resume: str | None) -> None:
    found = keywords(wants, resume, description="\n".join(wants), title=wants[0] if wants else None)
    all_terms = [term.text.casefold() for term in (*found.present, *found.absent)]
    assert len(all_terms) == len(set(all_terms))
    assert all(term.line for term in (*found.present, *found.absent))
    assert all(one.score > 0 for one in match(wants, wants, resume))
