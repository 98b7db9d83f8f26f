"""Desks that are not for following up, told by how the address is spelled and by what the sentence speaks of."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from scrapers.contacts import topics
from scrapers.contacts.beginnings import Beginnings
from scrapers.signs import grouped


@dataclass(frozen=True, slots=True)
class Desk:
    """A row of ``desks.toml``: why not, and what tells by the address (before the @) or by the words round it.

    All in lower case.
    """

    why: str
    local: re.Pattern[str]
    stems: tuple[str, ...]
    inside: tuple[str, ...]
    context: re.Pattern[str]
    example: str


@cache
def rows() -> tuple[Desk, ...]:
    """The rows of ``desks.toml``, compiled."""
    table = tomllib.loads((files("scrapers.contacts") / "desks.toml").read_text("utf-8"))
    return tuple(
        Desk(
            row["why"],
            re.compile(rf"^(?:{row['local']})$"),
            tuple(row["stems"]),
            tuple(row.get("inside", ())),
            re.compile(row["context"]),
            row["example"],
        )
        for row in table["desk"]
    )


@cache
def _others() -> re.Pattern[str]:
    """The local parts of all of them: most addresses are none of these."""
    return re.compile(rf"^{grouped('|'.join(row.local.pattern[1:-1] for row in rows()))}$")


@cache
def _stems() -> Beginnings[str]:
    return Beginnings((stem, desk.why) for desk in rows() for stem in desk.stems)


@cache
def _inside() -> list[tuple[str, str]]:
    return [(part, desk.why) for desk in rows() for part in desk.inside]


# Local parts (lower case) that name a desk and no person, with those that take applications told apart.
HIRING_LOCAL = re.compile(
    r"^(?:hr-?(?:help|desk|team|services?|support|admin|dept|office|info|ops)|[\w.-]{0,20}(?:jobs?|careers?|career|hr|hiring|recruit\w*|recrut\w*|talent\w*|bewerb\w*|karriere|personal\w*|apply|"
    r"applications?|resumes?|cvs?|vacatures?|vacanc\w*|employment|people|work|join|joinus|seleccion\w*|rrhh|empleo\w*|emploi\w*|"
    r"candidature\w*|rh|praca|kariera|prace|rekrut\w*|nabor\w*|rekry\w*|jobb|job|stillinger?|ansok\w*|sollicit\w*|werken\w*|"
    r"ausbildung|humanresources|human-resources|staffing|hrdept|positions?|postdoc\w*|phd\w*|internships?|admissions?))$",
)
GENERAL_LOCAL = re.compile(
    r"^(?:info\w{0,4}|contact\w{0,3}|kontakt\w{0,3}|hello|hallo|hi|hey|mail|office|post|email|enquir\w*|inquir\w*|general|reception|"
    r"welcome|team|sekretariat|secretar\w*|zentrale|buero|verwaltung|bonjour|hola|contacto|ahoj|biuro|firma|kancelar\w*|"
    r"posta?|postmottak|registrator|kirjaamo|kundcenter|admin|administration|ask|questions?|connect|studio|"
    r"[\w.-]{0,20}(?:buero|office|sekretariat|secretariat|verwaltung|reception|pfarramt|praxis|directie|direction|direktion|direccion|leitung|schulleitung|bestuur|parish|church|gemeinde|clinic))$",
)


def why_not(address: str | None, sentence: str, heading: str, asks: bool, applies: bool = False) -> str | None:
    """Why an address or number is not for following up, or None.

    ``address`` is the e-mail address, or None for a number; ``sentence`` is what stands round it, ``heading`` the
    heading above; ``asks`` says that the sentence itself invites to ask or apply, ``applies`` that it is to apply.
    """
    local = address.partition("@")[0] if address else ""
    for desk in rows() if local and _others().match(local) else ():
        mild = (asks and desk.why in _MILD) or (applies and desk.why == _CUSTOMERS)
        if desk.local.match(local) and not mild:
            return desk.why
    return leads_to(sentence) or (spoken_of(heading) if heading and not asks else None)


def leads_to(sentence: str) -> str | None:
    """The desk that a sentence leads to: the one it speaks of, unless it takes applications or is about the job."""
    spoken = spoken_of(sentence)
    return None if spoken and topics.is_about_the_job(sentence.lower()) else spoken


def spoken_of(words: str) -> str | None:
    """The desk that a sentence or heading speaks of, if any."""
    if not words:
        return None
    lowered = words.lower()
    hinted = {why for _, why in _stems().spots(lowered)}
    hinted.update(why for part, why in _inside() if part in lowered)
    for desk in rows() if hinted else ():
        if desk.why in hinted and desk.context.search(lowered):
            return desk.why
    return None


_WARNING = re.compile(
    r"\b"
    + grouped(
        r"scams?|scammers?|fraud\w{0,6}|phishing|impersonat\w{1,4}|pretend\w{0,3} to be|claiming to be|"
        r"betrüger\w{0,6}|fraude\w?|estafa\w?|truffe|oplichting|bedrägeri|svindel|huijau\w{1,4}|podvod\w{0,3}|oszust\w{1,3}"
    )
    + r"\b"
)


def warned_of(words: str) -> str | None:
    """Whether words round an address warn of people who pretend to be the employer."""
    return "support desk" if _WARNING.search(words.lower()) else None


_OFFER = re.compile(
    r"\b(?:reasonable (?:accommodation|adjustment)|accommodat\w{1,4} (?:\w+ ){0,4}disab|disab\w+ [^.]{0,80}accommodat)"
)


def offered(sentence: str) -> str | None:
    """The desk for those who need another way to apply, if a sentence offers one."""
    return rows()[0].why if _OFFER.search(sentence.lower()) else None


_CUSTOMERS = "a desk for customers and business partners"
# An address of these desks may still be the one to write to, if the sentence says so ("apply to admin@").
_MILD = frozenset(
    (
        "support desk",
        "press desk",
        "agencies and vendors",
        "web design credit",
        "a trade union's or works council's own contact",
    )
)


def is_other(address: str) -> bool:
    """Whether the address is spelled as that of a desk that is not for following up."""
    local = address.partition("@")[0]
    return _others().match(local) is not None


def is_desk(address: str) -> bool:
    """Whether the address is spelled as a desk's rather than a person's."""
    local = address.partition("@")[0]
    general = HIRING_LOCAL.match(local) or GENERAL_LOCAL.match(local)
    return bool(general) or is_other(address)
