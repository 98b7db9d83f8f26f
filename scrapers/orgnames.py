"""Names of organisations in running text: by legal form, by what they are (university, city of), by who seeks."""

from __future__ import annotations

import re
from collections.abc import Iterator

LEGAL = (
    r"(?:GmbH(?: & Co\.? ?KG(?:aA)?)?|gGmbH|AG|SE|KG|e\.\s?V\.|mbH|UG|Inc\.?|LLC|L\.L\.C\.|Ltd\.?|LTD\.?|"
    r"Limited|PLC|plc|LLP|LLLP|Corp\.?|Corporation"
    r"|S\.A\.S?\.?|SAS|SARL|S\.?r\.?l\.?|S\.?p\.?A\.?|S\.L\.U?\.?|B\.?V\.?|N\.?V\.?|A/S|ApS|AS|AB|Oy|Oyj|"
    r"UAB|s\.\s?r\.\s?o\.|spol\. s r\.\s?o\.|a\.\s?s\.|[Ss]p\. z o\.\s?o\.|Kft\.?|Zrt\.?|Pty\.? Ltd\.?|"
    r"\(?Pvt\.?\)? Ltd\.?|PTE\.? LTD\.?)"
)
_CAP = r"[A-Z0-9À-Ž][\w&.'’+/-]{0,40}"
_LINK = r"(?:of|and|the|for|de|del|da|do|dos|di|la|für|und|der|des|du|von|at|&|y|i|et|og|och)"
_LEGAL_NAME = re.compile(rf"(?<![\w@])(?P<name>(?:{_CAP}\s(?:{_LINK}\s)?){{0,5}}{_CAP}),?\s{LEGAL}(?![\w])")
_KINDS = (
    r"(?:University|Universität|Universitet|Universiteit|Université|Universidad|Università|Univerzita|"
    r"Uniwersytet|College|Institute|Institut|Hospital|Klinik(?:um)?|Krankenhaus|School|Schule|Academy|"
    r"Akademie"
    r"|Foundation|Stiftung|Association|Museum|Laborator(?:y|ies)|Clinic|Church|Council|Ministry|Agency|"
    r"Authority|Bank|Coalition|Charities"
    r"|Society|Municipality|Conservancy|Alliance|Federation|Commission|School District(?: (?:No\. ?)?\d+)?|Trust|"
    r"Initiative|Cooperative|Housing Association|Orchestra|Theatre|Library|Medical Center|Medical Centre)"
)
# Kinds that stand before the name proper: "Institut …", "Gemeente …", "Stiftung …".
_KINDS_FIRST = (
    r"(?:Institut|Instituto|Istituto|Universität|Université|Universidad|Università|Universidade|Universiteit|"
    r"Klinikum|Stiftung|Fondation|Fundación|Fondazione|Fundacja|Association|Asociación|Associazione|Verein|"
    r"Gemeente|Gemeinde|Urząd Gminy|Urząd Miasta|Obec|Město|Câmara Municipal de|Município de|Amt|Landratsamt|Bezirk|"
    r"Stadt|Ville de|Mairie de|Commune de|Ayuntamiento de|Comune di|Région|Region|Landkreis|"
    r"Hôpital|Hospital|Clinique|Clínica|Centre|Centro|Medisch Centrum|Hotel|Hôtel|Lycée|École|Escuela|Studio|"
    r"Groupe|Grupo|Gruppo|Bibliothèque|Biblioteca|Musée|Museo|Law Offices? of|Office of|Friends of)"
)
KIND_WORDS = frozenset(re.findall(r"\w+", (_KINDS + _KINDS_FIRST).casefold())) - {"of", "de", "di"}
_OF = (
    r"(?:University|City|County|Town|State|Bank|Institute|College|School|Church|Government|Ministry|"
    r"Museum|Diocese|District|Republic) (?:of|für|of the)"
)
_KIND_NAME = re.compile(
    rf"(?<![\w@.])(?P<name>(?:[Tt]he )?(?:{_OF} {_CAP}(?:\s(?:{_LINK}\s)?{_CAP}){{0,3}}|"
    rf"{_KINDS_FIRST} (?:{_LINK} )?{_CAP}(?:[ -](?:{_LINK} )?{_CAP}){{0,3}}|"
    rf"(?:{_CAP}\s(?:{_LINK}\s)?){{1,5}}{_KINDS}(?:\s(?:of|für|at|"
    rf"in)\s{_CAP}(?:\s{_CAP}){{0,3}})?))(?![\w])"
)
_VERBS = (
    r"(?:is (?:now |currently |actively |urgently |presently |also )?(?:looking for|seeking|hiring|"
    r"recruiting|searching for|inviting|announcing|looking to|offering an?|accepting|excepting|in need of|"
    r"expanding|pleased to)"
    r"|are (?:now |currently |actively |urgently )?(?:looking for|seeking|hiring|recruiting)|has (?:an? "
    r")?(?:immediate |exciting |current |full-time |part-time |great |excellent |rapidly |new "
    r")*(?:opening|opportunity|vacancy|position|growing)\w{0,3}"
    r"|seeks|invites applications|announces|sucht|suchen|zoekt|recherche|recrute|hledá|szuka|poszukuje|"
    r"søger|søker|söker|busca|cerca|ieško|etsii"
    r"|is an? (?:\w+[ ,-]{1,2}){0,4}(?:company|organi[sz]ation|firm|leader|provider|startup|start-up|"
    r"agency|non-?profit|consultancy|studio|team|business|manufacturer|school|platform|bank|group|"
    r"institution|employer|developer|practice)\b"
    r"|(?:was|is) founded|strives|offers an?|builds|develops|has raised|needs|wants|is an? [a-z]+[- ]|operates|provides"
    r"|runs|serves|makes|helps|supports|delivers|specializes|specialises)"
)
_SEEKER = re.compile(
    rf"(?:^|[.!?:;)•,]\s?|[Tt]he Company\s?|\b(?:[Bb]ei|[Aa]t|[Dd]ie|[Dd]as|[Dd]er)\s)(?P<name>(?:The "
    rf")?{_CAP}(?:\s(?:{_LINK}\s)?{_CAP}){{0,6}})(?:,? {LEGAL})?(?:\s?\([^)]{{1,100}}\))?,?\s{_VERBS}"
)
_GREETING = re.compile(
    rf"(?:[Gg]reetings? from|\b(?:I am|I'm|[Tt]his is|my name is) [\w ]{{2,40}}? (?:from|with|at|of)|"
    rf"(?:join|for) (?:us|our team|the team) at)\s(?P<name>{_CAP}(?:\s{_CAP}){{0,4}})"
)
_AT = re.compile(
    rf"(?:^|[.!?]\s)(?:At|Bei|Chez|Hos) (?P<name>{_CAP}(?:\s{_CAP}){{0,3}}),? (?:we|you|our|everyone|wir|nous|vi)\b"
)
_OPENINGS = re.compile(
    rf"\b(?:[Oo]penings|[Jj]obs|[Cc]areers|[Vv]acancies|[Pp]ositions|[Oo]pportunities|[Ww]elcome to|"
    rf"[Ww]illkommen (?:in der|im|bei(?: der)?)) (?:at |with )?(?P<name>{_CAP}(?:\s(?:am\s|"
    rf"{_LINK}\s)?{_CAP}){{0,5}})$"
)
_BARE_KIND = re.compile(rf"^(?:[Tt]he )?{_KINDS}(?: (?:of|für|of the))?$")
_OWN = re.compile(r"^(?:our|my|your|their|this|that|these|any|every|some|no|mes|mi|naše|meie)\b", re.I)
_COMMON = re.compile(
    r"^(?:we|our|the|this|a|an|you|your|it|they|who|he|she|applicants?|candidates?|position|job|role|"
    r"company|client|our client|the company|successful|team|department|group|who we are|if|in|at|as|for|"
    r"to|and|or|please|all|project|experience|requirements?|responsibilities"
    r"|description|overview|summary|about|equal|opportunity|wir|unser|unsere|sie|die|der|das|ihr|ihre|"
    r"nous|notre|vous|candidate|applicant|intern|location|duties|qualifications|the position|the team|the "
    r"role|this position|monday|friday|computer science|information technology|human resources|microsoft|"
    r"google|bachelor'?s?|master'?s?)$",
    re.I,
)


def seekers(text: str) -> Iterator[str]:
    """Names that the text says are looking for someone, or that write it: "Northlake Clinic is seeking …"."""
    for pattern in (_SEEKER, _GREETING, _AT, _OPENINGS):
        for match in pattern.finditer(text[:4000]):
            if not any(stop.match(match["name"]) for stop in (_COMMON, _OWN, _BARE_KIND)):
                yield _trim(match["name"])


def with_legal_form(text: str) -> Iterator[str]:
    """Names with a legal form: "Northlake Clinic GmbH"."""
    for match in _LEGAL_NAME.finditer(text[:6000]):
        if not _COMMON.match(match["name"]):
            yield match[0]


def by_kind(text: str) -> Iterator[str]:
    """Names that say what they are: "University of Northlake", "Lakeside Hospital"."""
    for match in _KIND_NAME.finditer(text[:6000]):
        name = match["name"]
        first = name.split(" ")[0].removesuffix(":")
        if _BARE_KIND.match(name) or _COMMON.match(name):
            continue
        if first.casefold() == "the" or not _COMMON.match(first):
            yield from _parts_of(_trim(name))


def _parts_of(name: str) -> Iterator[str]:
    """A name; where it is two, one at the other ("Quiet Circuits Lab at Northlake Institute"), the larger first."""
    inner, at, outer = name.partition(" at ")
    if at and any(word in KIND_WORDS for word in outer.casefold().split()):
        yield outer
        yield inner
    else:
        yield name


def cut_after_legal_form(name: str) -> str:
    """A name without what follows its legal form."""
    match = re.match(rf"(.{{2,70}}?,?\s{LEGAL})(?![\w])", name)
    return match[1] if match else name


def _trim(name: str) -> str:
    name = re.split(r"(?<=[a-z])\.(?=[A-Z])", name)[0]
    return re.sub(r"\s(?:of|and|the|for|de|in|at|und|&)$", "", name.strip(" ,.;:"))
