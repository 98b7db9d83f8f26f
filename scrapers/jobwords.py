"""Words by which a job title is known, and headings and phrases that are none."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from scrapers.kept import kept
from scrapers.signs import any_of, grouped

_WORDS = tomllib.loads((Path(__file__).parent / "jobwords.toml").read_text(encoding="utf-8"))
_STEMS = frozenset(_WORDS["stems"])
_WHOLE = frozenset(_WORDS["whole"])
_STEM_ENDS = frozenset(stem[-5:] for stem in _STEMS)
_PHRASE = re.compile(any_of(_WORDS["phrases"]))
_ENDINGS: tuple[str, ...] = tuple(_WORDS["endings"])
_TOKEN = re.compile(r"[^\W\d_]{2,40}")
# Tischler:in, Verkäufer/-in, Préposé(e), Administrativo/a: only people are written so.
_INCLUSIVE = re.compile(
    r"[^\W\d_]{4,40}(?:[:*_]in(?:nen)?|/-?in(?:nen)?|\((?:in|e|ne|se|euse|rice|trice|a|as|m/k)\)|/(?:a|ka|-?euse|"
    r"-?trice)|[·•](?:e|ne|rice|trice|euse|ère|ice|se)s?|\.(?:e|ne|rice|trice|euse))(?![\w.])"
)
# (m/w/d), (f/m/x), H/F, m/f, (all genders): only jobs are marked so.
GENDERS = re.compile(
    r"[\[(]?\b(?:[mwfdxvghk]\s?[/|*]\s?[mwfdxvgha]n?(?:\s?[/|*]\s?(?:[mwfdxgi]n?|divers|gn))?|h/f|f/h|m/f|"
    r"all genders|gn|div(?:ers)?)\b\*?[\])]?",
    re.I,
)

# What all but a few words of theirs have.
_MARK = re.compile(r"[:*_/|(·•.]")

# Headings that name a section or a site and no job, in lower case.
_SECTIONS = grouped(
    r"job|jobs|careers?|karriere|stellen ?angebote?|offene stellen|stellen|vacatures?|vacantes?|vacancies|"
    r"vacancy|vacature|positions|recruit|recruiting|offene stelle|"
    r"open positions?|(?:current |open )?(?:job )?openings?|job openings?|job details?"
    r"|job description|(?:position|job|role) (?:overview|descriptions?|summary|details|information)|about "
    r"the (?:job|role|position)|the (?:role|position|job)|job opportunit(?:y|ies)|position description|"
    r"position|employment|employment "
    r"opportunit(?:y|ies)|opportunities|work (?:with|for|at) us|working (?:at|with|for) .{1,40}|join "
    r"(?:us|our team|the team)|join .{1,30} team|we(?:'|’)?re hiring|we are hiring"
    r"|recrutement|lavora con noi|posizioni aperte|trabalhe conosco|vagas?|oferta|"
    r"nous rejoindre|offres? d'emploi|emplois?|empleo|trabaja con nosotros|ofertas de empleo|"
    r"ledige stillinger|ledig stilling|lediga jobb|lediga tjänster|jobannonce|stillingsopslag|kariéra|"
    r"volná místa|nabídka práce|pracovní nabídky|praca|oferty pracy|kariera|darbo pasiūlymai"
    r"|search|menu|navigation|mobile navigation|home|welcome|contact(?: us)?|kontakt|about(?: us)?|team|"
    r"apply(?: now)?|application|sign in|log ?in|view job|job view|news|faq|loading.{0,5}|untitled.{0,20}|"
    r"(?:jobs|careers) (?:at|with) .{1,40}|[\w -]{2,40} archives?|(?:position|job) announcement|"
    r"(?:careers?|jobs?|recruitment|recruiting|applicant|candidate) (?:portal|site|centre|center|page|home|home ?page)|"
    r"details?|overview|summary|error|cookies?|our culture\.?|benefits|share|similar jobs|recommended "
    r"jobs|job posting|job ad|job advert|jobs? portal|job search|join the .{1,30}|find (?:jobs?|your|job "
    r"and).{0,60}|stellenmarkt|stellenbörse|stellenausschreibung|arbeiten bei .{1,40}|praca u nas|job "
    r"announcements?|open position announcements?|announcements?|human resources|trabajo|travail|arbeit|lavoro|"
    r"emprego|praca|práce|werk|informations générales|"
    r"general information|allgemeine (?:informationen|angaben)|key (?:facts|information|details)|at a glance|"
    r"auf einen blick|(?:job |position )?vacancy "
    r"announcement|(?:internal|external|internal ?/ ?external)? ?(?:vacancy|posting|advertisement|advert)(?: notice)?|"
    r"(?:current |job |latest )?vacancies(?: [\d/ -]{4,9})?|now hiring|help wanted|we need you|work here|"
    r"employment with us|"
    r"(?:faculty|staff|academic|open|current|available|job|teaching|research) (?:positions?|jobs?|openings?|vacancies)|"
    r"(?:notice of )?job (?:notice|vacancy|offer|offers|bulletin)|seasonal employment|recruitment(?: notice)?|"
    r"stellenausschreibung(?:en)?(?: (?:nr\.?|no\.?)? ?[\w/.-]{1,14})?|stellenanzeigen?|wir suchen (?:dich|sie|"
    r"euch|verstärkung)"
    r"|wir stellen ein|verstärkung gesucht|jobs (?:und|&) karriere|arbeiten bei uns|mitarbeiten|"
    r"aktuelle stellen\w{0,10}|"
    r"avis de (?:vacance|recrutement|concours)|offre d['’]emploi|offre de (?:stage|poste|thèse)|nous recrutons|"
    r"on recrute|"
    r"rejoignez[- ]nous|recrutements|carrières?|poste à pourvoir|postes à pourvoir|concurso(?: académico| público)?|"
    r"oferta de (?:empleo|trabajo)|convocatoria|empleos?|únete(?: a nosotros| al equipo)?|trabaja en .{2,30}|"
    r"werken bij(?: ons| .{2,30})?|onze vacatures|wij zoeken|kom werken bij .{2,30}|jobb(?:a)? (?:hos|på) .{2,30}|"
    r"ledige jobs?|vi söker|vi søger|vi søker|stillinger?|ogłoszenie(?: o (?:naborze|pracę))?(?: nr [\w/. -]{2,20})?|"
    r"nabór|oferty pracy|kariera|ofert\w|volné pozice|volná pracovní místa|hledáme(?: vás)?|kariéra u nás|"
    r"avoimet (?:työpaikat|paikat)|offerte di lavoro|opportunità|recrutamento|oportunidades|ofertas de emprego"
)
_GENERIC = re.compile(f"{_SECTIONS}$")


@kept
def looks_like_job(text: str) -> bool:
    """Whether a short text reads like a job title."""
    if not text or len(text) >= 200:
        return False
    low = text.replace("·", "").replace("•", "").lower()
    return any(map(_is_job_word, _TOKEN.findall(low))) or bool(_PHRASE.search(low)) or is_marked(text)


@kept
def is_marked(text: str) -> bool:
    """Whether a text is marked as only jobs and people are: for genders, or "Tischler:in"."""
    if _MARK.search(text):
        return bool(GENDERS.search(text) or _INCLUSIVE.search(text))
    low = text.lower()
    return ("gn" in low or "div" in low or "genders" in low) and bool(GENDERS.search(text))


@lru_cache(maxsize=4096)
def _is_job_word(word: str) -> bool:
    if word.endswith(("erie", "eria", "erei")):
        return False  # the shop, not who works in it: "boucherie"
    if word in _WHOLE or (word.endswith("s") and word[:-1] in _WHOLE):
        return True
    if word in _STEMS:
        return True
    # A compound that ends in a stem ends in the last letters of one, too.
    for ending in _ENDINGS:
        if not word.endswith(ending):
            continue
        stem = word[: len(word) - len(ending)]
        if stem in _STEMS:
            return True
        if stem[-5:] in _STEM_ENDS and any(stem[start:] in _STEMS for start in range(1, len(stem) - 4)):
            return True
    return False


@kept
def is_generic(text: str) -> bool:
    """Whether a heading names a section of a site ("Careers", "Open positions") and no job."""
    return bool(_GENERIC.match(" ".join(text.lower().split()).strip(" .:!…»«|-–")))
