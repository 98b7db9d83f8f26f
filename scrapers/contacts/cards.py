"""What lines and sentences near a name are: its card, a label for whom else to ask, somebody else's number."""

from __future__ import annotations

import re

from scrapers.contacts import cues, sentences
from scrapers.contacts.flow import Flow
from scrapers.contacts.names import Name
from scrapers.contacts.sightings import Sighting
from scrapers.contacts.vocabulary import fold, word_list
from scrapers.page import Block

_LABELS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "dt", "th"))
_TITLES = _LABELS - {"dt", "th"}
_REACH_LABEL = re.compile(r"e-?mail|mail\b|phone|tel|fon\b|mobil|adress|address|number|nummer|numero", re.I)
_LABEL = re.compile(r"[^\W\d_]{4}[^:@\d(]{0,30}:\s")
_REACH = re.compile(
    r"mail|phone|tel|fon\b|mobil|adress|address|num[mb]er|númer|nummer|direct|direkt|durchwahl|office|cell|work|handy|"
    r"whatsapp|büro|bureau|desk|skype|contact|kontakt|puh|gsm|línea|ligne|linka|name|hours|web",
    re.I,
)
# A number in a sentence that speaks of one of these is no longer that of the person before.
_OR_THE_OFFICE = re.compile(r"\b(?:or|and)\s(?:call|ring|(?:tele)?phone)\s(?:the|our)\s", re.I)
_OFFICE = re.compile(
    r"\b(?:office|switchboard|reception|personnel|department|hotline|büro|sekretariat|zentrale|bureau|accueil|secrétariat|"
    r"reception|recepce|sekretariát|biuro|oficina|ufficio|centralino|vaihde|växel|omstilling|sentralbord)\b",
    re.I,
)
# "Contact phones: (374 10) 54-55-01, 091-40-30-20. Contact person: Jane Doe"
_THEN_PERSON = re.compile(
    r"[\s\d(),;.+/-]{0,40}(?:contact(?: person)?|ansprechpartner\w{0,2}|kontaktperson|contactpersoon|"
    r"osoba (?:do kontaktu|kontaktowa)|kontaktní osoba|persona de contacto|personne à contacter|yhteyshenkilö)"
    r"\s?[:–-]\s?(?:(?:mr|ms|mrs|dr|mme|frau|herr)\.?\s)?",
    re.I,
)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_BESIDE_NAMES = word_list("roles", "organisations", "person_titles", "degrees", "postnominals", "particles", "filling")


def is_name(line: str, name: Name) -> bool:
    """Whether a line holds little besides the name: titles, roles, labels, at most three other words."""
    rest = [fold(word) for word in _WORDS.findall(line.replace(name.text, " "))]
    return len(rest) <= 12 and sum(word not in _BESIDE_NAMES for word in rest) <= 3


def is_labelled(flow: Flow, block: Block) -> bool:
    """Whether a line below a card opens with a label of its own, and none of how to reach: "Reservations: …"."""
    label = _LABEL.match(block.text)
    return bool(label and not _REACH.search(label[0]) and not cues.matches(label[0], flow.cues))


def opens_slot(flow: Flow, block: Block) -> bool:
    """Whether a line is a label of its own that says whom else to ask: "Questions about the application"."""
    return (
        block.tag in _LABELS
        and not _REACH_LABEL.search(block.text)
        and bool(cues.matches(block.text, flow.cues))
        and not flow.names(block)
    )


def is_of_an_office(flow: Flow, offset: int, number: Sighting) -> bool:
    """Whether a number behind ``offset`` is an office's: "or call the office on …", or in a sentence of its own."""
    if _OR_THE_OFFICE.search(flow.text, offset, number.start):
        return True
    if number.block is None or not sentences.end_between(flow.text, offset, number.start):
        return False
    low, _ = flow.sentence(number.start, number.block)
    return _OFFICE.search(flow.text, low, number.start) is not None


def ends(flow: Flow, block: Block) -> bool:
    """Whether a line is a heading that ends the card above it: none of how to reach, and nobody's name."""
    return block.tag in _TITLES and not _REACH.search(block.text) and not flow.names(block)


def names_next(between: str) -> bool:
    """Whether the words between a number and a name say that it is theirs, in a sentence of its own."""
    return _THEN_PERSON.fullmatch(between) is not None
