"""Sites that show other employers' postings."""

from __future__ import annotations

import re

from scrapers.kept import kept
from scrapers.signs import grouped

# Their own name is never the employer because it is on the page.
_BOARDS = grouped(
    r"linked ?in|indeed|glass ?door|step ?stone|monster|zip ?recruiter|dice\b|career ?builder|simply "
    r"?hired|startup ?jobs|jobs\.cz|práce\.cz|prace\.cz|profesia|karriere\.at|welcome to the jungle|we "
    r"?work ?remotely|remote ?ok|work ?in ?denmark|jobindex|jobnet|totaljobs|reed\.co|cv-?online|topjobs|"
    r"jobs\.ac\.uk|academic ?positions|euraxess|nature ?careers|science ?careers|higher ?ed ?jobs|"
    r"craigslist|angel ?list|wellfound|otta|hacker ?news|stack ?overflow|xing|arbeitsagentur|jobware|"
    r"hays\b|greenhouse|lever\b|workday|ashby|smart ?recruiters|icims|success ?factors|personio|workable|"
    r"recruitee|teamtailor|bamboo ?hr|jazz ?hr|jobvite|breezy|taleo|kenexa|talent ?brew|github|gitlab|"
    r"google ?groups|facebook|pracuj|nofluffjobs|justjoin|seek\b|jora|talent\.com|adzuna|"
    r"jooble|usajobs|career ?center|vagas|infojobs|hellowork|apec\b|pole ?emploi|france ?travail|meteojob|"
    r"cadremploi|job ?teaser|nationale ?vacature|werkenbij|finn\.no|the ?hub|duunitori|academic ?transfer|"
    r"jobbnorge|varbi|python ?jobs?|evoldir|wordpress|wix|squarespace|webflow|notion|google ?docs"
)
_BOARD = re.compile(_BOARDS)


# "JobLippe", "StadtJobs": how boards name themselves, told by the capital inside.
_CAPITAL_INSIDE = re.compile(r"[A-Z0-9](?<=[a-z].)")
_BRAND = re.compile(
    r"\b(?:Jobs?|Stellen|Emplois?|Empleos?|Praca|Vagas?)(?=[A-Z0-9])|(?<=[a-z])(?:Jobs?|Stellen|Emploi|Empleo)\b"
)


@kept
def is_board(name: str) -> bool:
    """Whether a name, a title or a host is that of a board or platform, or has it in it."""
    return bool(_BOARD.search(name.lower()) or (_CAPITAL_INSIDE.search(name) and _BRAND.search(name)))


# The links by which boards speak to employers, in lower case.
_FOR_EMPLOYERS = grouped(
    r"post (?:a |your )?jobs?.{0,12}|advertise (?:a |your )?(?:job|vacancy).{0,12}|(?:for )?(?:employers|"
    r"recruiters)(?: / post job)?|"
    r"(?:employer|recruiter) (?:login|log ?in|sign ?in|site|centre|center)|für (?:arbeitgeber|unternehmen|"
    r"firmen)|stellenanzeige "
    r"schalten|stelleninserat schalten|inserieren|arbeitgeber|espace (?:recruteur|employeur)s?|recruteurs?|employeurs?|"
    r"déposer une (?:offre|annonce)|publier une offre|(?:para )?empresas|publica(?:r)? (?:tu |una )?(?:oferta|"
    r"vacante).{0,12}|"
    r"reclutadores|voor werkgevers|werkgevers|vacature plaatsen|plaats (?:een )?vacature|for arbejdsgivere|"
    r"opret jobannonce|"
    r"för arbetsgivare|för företag|annonsera|for arbeidsgivere|for bedrifter|lag annonse|pro firmy|pro zaměstnavatele|"
    r"vložit inzerát|pre firmy|dla pracodawców|dla firm|dodaj ogłoszenie|työnantajille|jätä ilmoitus|darbdaviams|"
    r"per le aziende|aziende|pubblica (?:un )?annuncio|anunciar vaga|para empregadores|pentru angajatori|"
    r"munkáltatóknak|işverenler(?: için)?"
)
FOR_EMPLOYERS = re.compile(rf"{_FOR_EMPLOYERS}(?:\s?[:|–-]\s?.{{2,30}})?$")
# The address of what a board shows of an employer.
PROFILE = re.compile(
    r"/(?:compan(?:y|ies)|employers?|organi[sz]ations?|empresas?|entreprises?|societes?|firm[ay]|unternehmen|arbeitgeber|"
    r"bedrijf|bedrijven|werkgevers?|virksomhed|foretag|arbetsgivare|bedrift|pracodawc[ay]|azienda|aziende|yritys)"
    r"(?:/(?:profile?/|view/|show/)?|-profile/|\?(?:id|name)=)[\w%+-]{2,}",
    re.I,
)
# The ends of hosts that platforms lend to the sites of others.
OWN_SITES = (
    ".github.io",
    ".gitlab.io",
    ".wordpress.com",
    ".wixsite.com",
    ".weebly.com",
    ".squarespace.com",
    ".webflow.io",
)
