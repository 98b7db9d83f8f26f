"""What is looked for before a costly pattern judges: everything that the pattern knows has it."""

from __future__ import annotations

import pytest

from scrapers import scrape
from scrapers.currencies import CURRENCIES
from scrapers.labels import kind_of
from scrapers.pay import is_priced
from scrapers.terms import employment_type

FILLER = "<p>" + "The kitchen of the clinic feeds two hundred guests a day, and the team is small. " * 6 + "</p>"

KINDS = {
    "internship": "intern|internships|Praktikum|Praktikant|stage en cuisine|stagiaire|trainee|Werkstudent|prácticas|"
    "becario|tirocinio|estágio|stagiair|harjoittelu|stáž|staż",
    "part-time": "part time|parttime|Teilzeit|temps partiel|mi-temps|media jornada|jornada parcial|tiempo parcial|"
    "medio tiempo|deeltijd|deltid|osa-aika|zkrácený úvazek|částečný úvazek|skrátený úväzok|niepełny|część etatu|"
    "pół etatu|tempo parziale|tempo parcial|meio período|Teil- oder ganztags",
    "full-time": "full-time|Vollzeit|temps plein|temps complet|jornada completa|tiempo completo|voltijd|fuldtid|"
    "heltid|kokoaika|plný úvazek|plný úväzok|pełny etat|pełen etat|tempo pieno|tempo completo|tempo integral|"
    "período integral",
    "contract": "contractor|contract position|12 months contract|contract-to-hire|freelance|auf Projektbasis|OSVČ|B2B",
    "temporary": "temporary|temp|befristet|CDD|durée déterminée|temporal|tijdelijk|bepaalde tijd|midlertidig|"
    "tidsbegränsad|visstid|vikariat|määräaika|dobu určitou|doba určitá|czas określony|determinato|fixed-term|"
    "seasonal|saison|casual|per diem",
    "permanent": "permanent|unbefristet|Festanstellung|feste Anstellung|CDI|durée indéterminée|indefinido|"
    "vast contract|onbepaalde tijd|tillsvidare|fast stilling|fast ansættelse|vakituinen|dobu neurčitou|"
    "doba neurčitá|czas nieokreślony|indeterminato|sem termo",
    "volunteer": "volunteer|Ehrenamt|bénévole|vrijwilliger|voluntario|frivillig",
}
POSTED = (
    "posted|reposted|published|advertised|date posted|listed|added|updated|online since|erschienen|veröffentlicht|"
    "publiziert|ausgeschrieben|online seit|online sinds|uppladdad|ilmestynyt|parue|publié|publiée|mise en ligne|"
    "publicado|geplaatst|gepubliceerd|publiceret|oprettet|publicerad|publisert|zveřejněno|vloženo|opublikowana|"
    "dodano|įdėta|julkaistu|pubblicata"
)
NUMBERED = (
    "job no.|position id|vacancy number|requisition #|announcement code|notice nr.|Ausschreibungsnummer|Kennziffer|"
    "Kennzahl|Kennung|Aktenzeichen|expediente|Chiffre|Kenn-Nr|réf|référence|ref|reference|riferimento|Referenz|"
    "referencia|referência|referentie|referens|viite|dnr|req|numéro de l'offre|código de la oferta|číslo pozice|"
    "kód nabídky|ogłoszenie nr|ilmoitusnumero|n° de poste|nº da vaga|codice annuncio"
)

LIKELY = {
    "closes": "final deadline for papers|closing moment|close of the call|expires end of|apply by the day|"
    "bewerbungsschluss ist|einreichfrist",
    "posted": "publish date|publication date|posted on|opening date|listed on|issue date|advertised on|date of posted|"
    "date advertised|date listed",
    "reference": "jobid|job ref|position no|vacancy number|requisition code|ausschreibungsnummer|file key|"
    "číslo nabídky|codice offerta|clave de la vacante|"
    "numéro de l'annonce|código de vacante|kód pozice|post ref|ogłoszenie nr|announcement #",
    "pay_min": "minimum hiring rate|min. base salary|lowest pay of all|salary minimum|pay rate from",
    "pay_max": "maximum hourly rate|max. salary|highest pay of all|pay max|salary to",
    "pay": "our salary range|wage band|compensation for it|jahresgehalt|monatsvergütung|pay in all",
}


@pytest.mark.parametrize(("kind", "label"), [(kind, label) for kind in LIKELY for label in LIKELY[kind].split("|")])
def test_each_likely_label_is_known(kind: str, label: str) -> None:
    assert kind_of(label) == kind


@pytest.mark.parametrize(("kind", "word"), [(kind, word) for kind in KINDS for word in KINDS[kind].split("|")])
def test_each_word_for_a_kind_of_employment_is_known(kind: str, word: str) -> None:
    assert kind in (employment_type(f"We offer: {word}") or "")


@pytest.mark.parametrize("word", POSTED.split("|"))
def test_each_word_of_posting_is_known(word: str) -> None:
    page = f"<title>Cook</title><main><h1>Cook</h1><p>{word.capitalize()} 3 November 2026</p>{FILLER}</main>"
    assert str(scrape(page).posted_on) == "2026-11-03"


@pytest.mark.parametrize("noun", NUMBERED.split("|"))
def test_each_noun_for_a_number_is_known(noun: str) -> None:
    page = f"<title>Cook</title><main><h1>Cook</h1><p>Please name {noun} NC-2041 when you write.</p>{FILLER}</main>"
    assert scrape(page).reference == "NC-2041"


@pytest.mark.parametrize("name", CURRENCIES)
def test_a_currency_is_seen_on_both_sides_of_a_figure(name: str) -> None:
    for text in (f"paid {name} 95000", f"paid {name}95000", f"paid 95000 {name}", f"paid 95k {name} a year"):
        low = text.lower()
        start = low.index("9")
        end = start + (2 if "95k" in low else 5)
        assert is_priced(low, start, end), text


def test_a_figure_without_a_currency_is_not_priced() -> None:
    for text in ("the 95 guests", "over 95", "room 95.", "2026-95"):
        start = text.index("95")
        assert not is_priced(text, start, start + 2), text
