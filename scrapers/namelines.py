"""Whether a line of a page is a name and nothing else: no heading of a section, no person, no job and no place."""

from __future__ import annotations

import re

from scrapers.contacts.vocabulary import is_given
from scrapers.jobwords import is_generic, looks_like_job
from scrapers.labels import kind_of
from scrapers.orgnames import LEGAL
from scrapers.places import is_place
from scrapers.terms import employment_type

# A line that is a name with its legal form.
WHOLE = re.compile(rf"^[A-Z0-9À-Ž].{{1,48}}?,?\s{LEGAL}$")
_NO_LETTER = re.compile("[:€$£%@]")
_THREE_FIGURES = re.compile(r"\d{3}")
# What a name does not end with: "Onsite with", of which a link is the rest.
_OPEN_END = re.compile(
    r"\s(?:with|at|of|for|in|by|and|the|to|from|mit|bei|und|für|chez|et|de|avec|con|y|met|en|och|og|i|v|w)$"
)
_PERSON_TITLE = re.compile(
    r"^(?:(?:Mag|Ing|Dipl|Prof|Bc|Mgr|Dott|Sig)\.|(?:Herr|Frau|Mr|Mrs|Ms|Mme|Pan|Pani|Señora?|Sra?)\.?\s)(?=.{4})"
)
_PARTICLES = frozenset(("van", "von", "de", "der", "den", "da", "di", "del", "la", "le", "bin", "el", "zu"))
# What a line near the title begins with that is no name: a section's heading, a call to apply, a kind of contract.
_SECTION = re.compile(
    r"(?:kontakt\w*|contact(?:s|o|ez|te)?|your contact|ansprechpartner\w*|"
    r"(?:ihre?|deine?|unsere?|jouw|uw|your|vos|votre|tu|our|my|notre|nos) |"
    r"fragen\b|questions?\b|queries\b|lisätie\w*|yderligere|nærmere|flere|ytterligare|upplysning\w*|opplysning\w*|"
    r"oplysning\w*|informations? compl\w*|informacje|sprechzeiten|öffnungszeiten|opening (?:hours|times)|candidat\w*|"
    r"postul\w*|bewerb\w*|ansøg\w*|ansök\w*|søknad\w*|hakemus\w*|sollicit\w*|send\b|skicka|envoy\w*|invia\w*|stuur|"
    r"wyślij|phone|telephone|telefon\w*|tel\b|fax\b|e-?mail|leave |das (?:bieten|erwartet|bringen)|was |wir |we |vi |"
    r"nous |fully |(?:full|part)[ -]|head of|apt\b|suite \d|room |floor |dział |contrat\w*|contract\w*|zum \d|ab \d|"
    r"from \d|as of|local only|"
    r"home ?-?office|homeoffice|remote |hybrid |unbefristet|befristet|feste anstellung|festanstellung|permanent |"
    r"temporary |employer$|phone$|email$|forside|startseite|accueil|inicio|hem$|hjem$|etusivu|úvod$|"
    r"strona główna)"
)


def is_person(name: str) -> bool:
    """Whether a name is a person's: two to four words, the first a given name, or a title before some."""
    if _PERSON_TITLE.match(name):
        return True
    parts = [part for part in name.split() if part not in _PARTICLES]
    return 2 <= len(parts) <= 3 and is_given(parts[0]) and all(part[:1].isupper() for part in parts)


def reads_like_name(part: str) -> bool:
    """Whether a line, or a part of one, can be a name and nothing else that pages show."""
    if not 2 < len(part) < 70 or part[0].islower() or part[-1] in "!?:":
        return False
    parts = part.split()
    if len(parts) > 8 or sum(word[0].isupper() for word in parts if word[0].isalpha()) < 0.5 * len(parts):
        return False
    if (part[-1] == "." and not WHOLE.match(part)) or _OPEN_END.search(part):
        return False
    if _NO_LETTER.search(part) or _THREE_FIGURES.search(part) or _SECTION.match(part.lower()):
        return False
    others = kind_of(part) or is_generic(part) or looks_like_job(part) or is_place(part) or is_person(part)
    return not others and employment_type(part) is None
