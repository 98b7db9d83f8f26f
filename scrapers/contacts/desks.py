"""Desks that are not for following up: rows of reason, how the address is spelled, what the sentence speaks of, example.

A test runs every example. A sentence decides only where it says nothing of applying to this job.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Desk:
    """``local`` matches the part of an e-mail address before the @, ``context`` the sentence or heading round it."""

    why: str
    local: str
    context: str
    example: str


DESKS: tuple[Desk, ...] = (
    Desk(
        "accommodation and equal opportunity desk",
        r"accommodations?|accessib\w*|eeo\w{0,3}|eeoc|ada|inclusion|diversity|disabilit\w{1,3}|disability\w*|equal\w*|adaptation\w*|sbv|schwerbehind\w*|titleix|dei",
        r"accommodat(?:ions?|e|ing)\b(?! allowance)|disabilit|accessib|equal[- ](?:employment )?opportunit|affirmative action|\beeo\b|"
        r"assistance (?:with|in|to) (?:completing|the application|apply|our (?:website|online))|"
        r"reasonable adjustment|aboriginal|indigenous|diversity (?:&|and) inclusion|title ix|"
        r"schwerbehindert\w{0,20}vertretung|gleichstellungsbeauftragte|barrierefrei|handicap|discapacidad|funktionsneds",
        "If you need an accommodation, write to help@example.com.",
    ),
    Desk(
        "privacy desk",
        r"privacy\w*|dpo|gdpr|dsgvo|datenschutz\w*|dataprotection|data\.?protection|data-protection|privac[iy]\w*|rgpd|osobni-?udaje|iod|avg|personuppgift\w*",
        r"privacy|data protection|datenschutz|personal data|gdpr|dsgvo|rgpd|données personnelles|datos personales|protecci[óo]n de datos|"
        r"persoonsgegevens|personuppgift|personoplysning|personopplysning|osobních údajů|danych osobowych|tietosuoja|"
        r"opt[- ]out|unsubscribe|delete your data|right to erasure",
        "Our data protection officer: dpo@example.com.",
    ),
    Desk(
        "press desk",
        r"press|presse\w*|media|pr|news|newsroom|prensa|pers|tisk|prasa|comms?|communications?|journalist\w*",
        r"\bpress (?:contact|office|enquir|inquir)|media (?:contact|enquir|inquir|relations)|pressekontakt|presseanfrag|"
        r"contact presse|prensa:|perscontact|presskontakt|pressekontakt|pro média|dla mediów",
        "Press contact: Jane Doe, jane@example.com",
    ),
    Desk(
        "support desk",
        r"support\w*|helpdesk|help|it-?support|servicedesk|technical\w*|webmaster|webteam|web|postmaster|hostmaster|admin|feedback|bugs?|"
        r"customer\w*|kundenservice|service|klantenservice|zakaznic\w*|abuse|security|billing|sales|vertrieb|orders?|shop|newsletter|noc",
        r"technical (?:difficult|problem|issue|support|trouble|question|assist)|(?:problems?|trouble|difficult\w{1,3}) (?:with|accessing|submitting|using) (?:the|this|our|your) (?:site|web|online|form|portal|system|application form|application process)|"
        r"report (?:a )?(?:bug|problem|abuse|fraud|scam)|(?:fraud|scam|phishing|suspicious)|customer (?:service|support|care)|"
        r"help ?desk|kundenservice|technische (?:probleme|fragen|schwierigkeiten)|problème technique|teknisk support|webmaster|"
        r"report this|let us know if this|quality of jobs",
        "If you have technical difficulties with your application, write to recruit-it@example.com.",
    ),
    Desk(
        "agencies and vendors",
        r"agenc(?:y|ies)|vendors?|suppliers?|partners?|partnerships?|advertis\w*|ads|werbung|anzeigen|lieferant\w*",
        r"(?:agenc(?:y|ies)|recruiters|vendors|headhunters)\b[^.!?]{0,60}(?:partner|vendor|become|work with us|contact our|must|should)|"
        r"advertis(?:e|ing) (?:with|your|a job)|post (?:a|your) job|placing an ad|free posting|anzeige schalten|stellenanzeige aufgeben|"
        r"publier une (?:offre|annonce)|vacature plaatsen|inzerce",
        "Agencies that want to work with us should write to vendors@example.com.",
    ),
    Desk(
        "mailing list or mail header",
        r"[\w.+-]*(?:-request|-owner|-bounces|-subscribe|-unsubscribe|\+query)|owner-[\w.-]*|listserv|majordomo|mailman",
        r"^(?:message-id|in-reply-to|references|received|return-path|sender|x-[\w-]+|to|cc|bcc|delivered-to|list-\w+|errors-to|"
        r"approved|path|newsgroups)\s?:|\b(?:unsubscribe|mailing list|submissions?\s{2,}|subscribe)",
        "Sender: list-owner@example.com",
    ),
    Desk(
        "web design credit",
        r"webdesign\w*|design",
        r"\b(?:umsetzung|webdesign|web design|website by|site by|designed by|developed by|powered by|made by|realisierung|"
        r"technische umsetzung|réalisation|création du site|desarrollado por|diseño web|tvorba webu|realizace|ontwerp|hosting)\b",
        "Website by studio@example.com",
    ),
    Desk(
        "emergency number",
        r"notfall|emergency|urgence\w*",
        r"\b(?:notfall\w{0,10}|notruf|notdienst|emergency|emergencies|urgences?|spoed\w{0,4}|akut\w{0,4}|emergencia\w?|pohotovost|crisis line|suicide)\b",
        "Notfall: 030 23125 123",
    ),
    Desk(
        "a trade union's or works council's own contact",
        r"betriebsrat|personalrat|union|ondernemingsraad",
        r"\b(?:betriebsrat|personalrat|facklig\w{0,3} (?:företrädare|representant\w{0,2}|kontakt\w{0,6})|fackliga kontakt\w{0,8}|saco-?s?|unionen|akademikerföreningen|fackförbund|tillidsrepræsentant)\b",
        "Facklig företrädare: Anna Lind, Saco-S, 08-123 45 67",
    ),
    Desk(
        "referees or references",
        r"references?",
        r"\b(?:employment verification|verification of employment|transcripts?)\b",
        "Employment verification: verify@example.com",
    ),
)

_COMPILED = [(desk, re.compile(rf"^(?:{desk.local})$", re.I), re.compile(desk.context, re.I)) for desk in DESKS]

# Local parts that name a desk and no person, with those that take applications told apart.
HIRING_LOCAL = re.compile(
    r"^(?:[\w.-]{0,20}(?:jobs?|careers?|career|hr|hiring|recruit\w*|recrut\w*|talent\w*|bewerb\w*|karriere|personal\w*|apply|"
    r"applications?|resumes?|cvs?|vacatures?|vacanc\w*|employment|people|work|join|joinus|seleccion\w*|rrhh|empleo\w*|emploi\w*|"
    r"candidature\w*|rh|praca|kariera|prace|rekrut\w*|nabor\w*|rekry\w*|jobb|job|stillinger?|ansok\w*|sollicit\w*|werken\w*|"
    r"ausbildung|humanresources|human-resources|staffing|hrdept|positions?|postdoc\w*|phd\w*|internships?|admissions?))$",
    re.I,
)
GENERAL_LOCAL = re.compile(
    r"^(?:info\w{0,4}|contact\w{0,3}|kontakt\w{0,3}|hello|hallo|hi|hey|mail|office|post|email|enquir\w*|inquir\w*|general|reception|"
    r"welcome|team|sekretariat|secretar\w*|zentrale|buero|verwaltung|bonjour|hola|contacto|ahoj|biuro|firma|kancelar\w*|"
    r"posta?|postmottak|registrator|kirjaamo|kundcenter|admin|administration|ask|questions?|connect|studio)$",
    re.I,
)


def why_not(address: str | None, sentence: str, heading: str, asks: bool) -> str | None:
    """Why an address or number is not for following up, or None.

    ``address`` is the e-mail address, or None for a number; ``sentence`` is what stands round it, ``heading`` the
    heading above; ``asks`` says that the sentence itself invites to ask or apply.
    """
    local = address.partition("@")[0] if address else ""
    for desk, by_local, _ in _COMPILED:
        if local and by_local.match(local) and not (asks and desk.why in _MILD):
            return desk.why
    for desk, _, by_context in _COMPILED:
        if by_context.search(sentence) or (heading and not asks and by_context.search(heading)):
            return desk.why
    return None


# An address of these desks may still be the one to write to, if the sentence says so ("apply to admin@").
_MILD = frozenset(("support desk", "press desk", "agencies and vendors", "web design credit", "a trade union's or works council's own contact"))


def is_desk(address: str) -> bool:
    """Whether the address is spelled as a desk's rather than a person's."""
    local = address.partition("@")[0]
    return bool(HIRING_LOCAL.match(local) or GENERAL_LOCAL.match(local)) or any(by.match(local) for _, by, _ in _COMPILED)
