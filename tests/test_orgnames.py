"""Names of organisations in text: every legal form and kind is found where its sign is looked for first."""

from __future__ import annotations

import pytest

from scrapers import scrape
from scrapers.orgnames import (
    KINDS,
    KINDS_FIRST,
    SIGNS,
    by_kind,
    seekers,
    sign_of,
    with_legal_form,
)

FORMS = (
    "GmbH|GmbH & Co. KG|GmbH & Co. KGaA|gGmbH|AG|SE|KG|e. V.|e.V.|mbH|UG|Inc.|Inc|LLC|L.L.C.|Ltd|Ltd.|LTD|Limited|PLC|"
    "plc|LLP|LLLP|Corp.|Corporation|S.A.|S.A.S.|SAS|SARL|S.r.l.|Srl|S.p.A.|SpA|S.L.|S.L.U.|B.V.|BV|N.V.|NV|A/S|ApS|AS|"
    "AB|Oy|Oyj|UAB|s.r.o.|s. r. o.|spol. s r.o.|a.s.|a. s.|sp. z o.o.|Sp. z o. o.|Kft.|Zrt.|Pty Ltd|Pty. Ltd.|"
    "Pvt. Ltd.|(Pvt) Ltd|PTE. LTD.|s.c.|Sp. j.|Sp.k.|Sàrl|S.à r.l.|EURL|SCOP|Lda.|Ltda.|d.o.o.|OÜ|ehf.|eG|GbR|OHG|"
    "Ges.m.b.H.|CIC|C.I.C.|e.U.|I/S"
)
VERBS = (
    "is looking for|is currently seeking|is hiring|is in need of|is growing|are seeking|has an immediate opening|seeks|"
    "invites applications|announces|sucht|suchen|zoekt|recherche|recrute|hledá|szuka|poszukuje|søger|søker|"
    "söker|busca|cerca|ieško|etsii|incorpora|necesita|requiere|solicita|contrata|precisa|procura|ricerca|"
    "assume|zatrudni|przyjmie|přijme|palkkaa|hakee|ansætter|rekryterar|anställer|embauche|engage|werft|"
    "is a company with|was founded with|strives|offers|builds|develops|has raised|needs|wants|operates|"
    "provides|runs|hires|welcomes|trains|ist einer der führenden Anbieter für|ist ein junges Unternehmen in|"
    "est une jeune entreprise en|es una empresa con|is een groeiend bedrijf met|er en virksomhed med|"
    "är ett företag med|è una azienda con|é uma empresa com"
)


def signs_of(text: str) -> set[str]:
    return {sign_of(match) for pattern in SIGNS for match in pattern.finditer(text)}


@pytest.mark.parametrize("form", FORMS.split("|"))
def test_a_text_with_a_legal_form_has_its_sign(form: str) -> None:
    text = f"You work for Northlake Clinic {form} in Seattle"
    assert any(name.startswith("Northlake Clinic") for name in with_legal_form(text))
    assert "legal" in signs_of(text)


@pytest.mark.parametrize("kind", [*KINDS, *KINDS_FIRST])
def test_a_text_with_a_kind_has_its_sign(kind: str) -> None:
    text = f"You work for Northlake {kind} and {kind} Northlake"
    assert any("Northlake" in name for name in by_kind(text))
    assert "kind" in signs_of(text)


@pytest.mark.parametrize("verb", VERBS.split("|"))
def test_who_seeks_is_found_by_each_verb_of_seeking(verb: str) -> None:
    text = f"Northlake Clinic {verb} a clerk for the archive."
    assert "Northlake Clinic" in seekers(text, {"verb"})
    assert "verb" in signs_of(text)


@pytest.mark.parametrize(
    ("sentence", "employer"),
    [
        ("Northlake Clinic is looking for a cook.", "Northlake Clinic"),
        ("We are glad you came. Northlake Clinic seeks a cook.", "Northlake Clinic"),
        ("Northlake Clinic is an Equal Opportunity Employer.", "Northlake Clinic"),
        ("Northlake Clinic in Seattle, Washington seeks a cook.", "Northlake Clinic"),
        ("Northlake Works, a maker of pans for large kitchens, has an immediate opening.", "Northlake Works"),
        ("The kitchen belongs to Northlake University in Seattle, Washington.", "Northlake University"),
        (
            "Write to: Mary Miller Northlake Foods, Inc. 4 Mill Street. Northlake Foods pays well.",
            "Northlake Foods, Inc.",
        ),
        ("At Northlake we cook for two hundred guests a day.", "Northlake"),
        ("Greetings from Northlake! A cook is wanted for our kitchen.", "Northlake"),
        ("A greeting from Northlake! A cook is wanted for our kitchen.", "Northlake"),
        ("Hello, this is Mary Miller from Northlake, and a cook is wanted.", "Northlake"),
        ("Hello, my name is Mary Miller with Northlake, and a cook is wanted.", "Northlake"),
        ("Hello, I am Mary Miller from Northlake, and a cook is wanted.", "Northlake"),
        ("Hello, I'm Mary Miller from Northlake, and a cook is wanted.", "Northlake"),
        ("The employees of Northlake want a cook beside them.", "Northlake"),
        ("The employees at Northlake want a cook beside them.", "Northlake"),
        ("All staff of Northlake eat what you cook.", "Northlake"),
        ("All staff at Northlake eat what you cook.", "Northlake"),
        ("A chance for us at Northlake to cook with you.", "Northlake"),
        ("Come and join our team at Northlake.", "Northlake"),
        ("You would cook for guests of Northlake Foods Ltd in Seattle.", "Northlake Foods Ltd"),
    ],
)
def test_an_employer_is_found_in_a_sentence(sentence: str, employer: str) -> None:
    padding = "you cook in a kitchen with a view of the harbour, for guests who come by boat. " * 6
    assert scrape(f"<h1>Cook</h1><p>{sentence}</p><p>{padding}</p>").employer == employer
