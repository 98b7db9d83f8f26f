"""Names of organisations in running text: by legal form, by what they are (university, city of), by who seeks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scrapers.countries import STATE_CODES
from scrapers.signs import Signs, any_of

LEGAL = (
    r"(?:GmbH(?: & Co\.? ?KG(?:aA)?)?|gGmbH|AG|SE|KG|e\.\s?V\.|mbH|UG|Inc\.?|LLC|L\.L\.C\.|Ltd\.?|LTD\.?|"
    r"Limited|PLC|plc|LLP|LLLP|Corp\.?|Corporation"
    r"|S\.A\.S?\.?|SAS|SARL|S\.?r\.?l\.?|S\.?p\.?A\.?|S\.L\.U?\.?|B\.?V\.?|N\.?V\.?|A/S|ApS|AS|AB|s\.c\.|"
    r"[Ss]p\. ?[jk]\.|Sàrl|S\.à r\.l\.|EURL|SCOP|Lda\.?|Ltda\.?|d\.o\.o\.|OÜ|"
    r"ehf\.?|eG|GbR|OHG|Ges\.?m\.?b\.?H\.?|CIC|C\.I\.C\.|e\.U\.|I/S|Oy|Oyj|"
    r"UAB|s\.\s?r\.\s?o\.|spol\. s r\.\s?o\.|a\.\s?s\.|[Ss]p\. z o\.\s?o\.|Kft\.?|Zrt\.?|Pty\.? Ltd\.?|"
    r"\(?Pvt\.?\)? Ltd\.?|PTE\.? LTD\.?)"
)
# What each of them has in it; a text without any names nobody by a legal form.
LEGAL_SIGNS = Signs(
    "GmbH", "AG", "SE", "KG", "e.V", "e. V", "mbH", "UG", "Inc", "LLC", "L.L.C.", "Ltd", "LTD", "Limited", "PLC", "plc",
    "LLP", "Corp", "S.A", "SAS", "SARL", "S.r", "Sr", "S.p", "Sp", "S.L", "B.V", "BV", "N.V", "NV", "A/S", "ApS", "AS",
    "AB", "Oy", "UAB", "s.r", "s. r", "spol", "a.s", "a. s", "sp. z", "Kft", "Zrt", "Pvt", "PTE",
    "s.c.", "p.j", "p. j", "p.k", "p. k", "Sàrl", "S.à", "EURL", "SCOP", "Lda", "Ltda", "d.o.o", "OÜ", "ehf", "eG",
    "GbR", "OHG", "Ges", "CIC", "C.I.C", "e.U", "I/S",
)  # fmt: skip
_UP_TO_LEGAL_FORM = re.compile(rf"(.{{2,70}}?,?\s{LEGAL})(?![\w])")
_CAP = r"[A-Z0-9À-Ž][\w&.'’+/-]{0,40}"
_LINK = r"(?:am|an der|ob der|sur|of|and|the|for|de|del|da|do|dos|di|la|für|und|der|des|du|von|at|&|y|i|et|og|och)"
_LEGAL_NAME = re.compile(rf"(?<![\w@])(?P<name>(?:{_CAP}\s(?:{_LINK}\s)?){{0,5}}{_CAP}),?\s{LEGAL}(?![\w])")
# Longer words before those they begin with.
KINDS = (
    "University", "Universität", "Universitet", "Universiteit", "Université", "Universidad", "Università", "Univerzita",
    "Uniwersytet", "College", "Institute", "Institut", "Hospital", "Klinikum", "Klinik", "Krankenhaus", "School",
    "Schule", "Academy", "Akademie", "Foundation", "Stiftung", "Association", "Museum", "Laboratory", "Laboratories",
    "Clinic", "Church", "Council", "Ministry", "Agency", "Authority", "Bank", "Coalition", "Charities", "Society",
    "Municipality", "Conservancy", "Alliance", "Federation", "Commission", "Trust", "Initiative", "Cooperative",
    "Housing Association", "Orchestra", "Theatre", "Library", "Medical Center", "Medical Centre",
)  # fmt: skip
# Kinds that stand before the name proper: "Institut …", "Gemeente …", "Stiftung …".
KINDS_FIRST = (
    "Trattoria", "Ristorante", "Pizzeria", "Gasthaus", "Gasthof", "Bäckerei", "Boulangerie", "Bakkerij",
    "Zahnarztpraxis", "Kanzlei", "Apotheke", "Pharmacie", "Farmacia", "Azienda Agricola", "Politechnika",
    "Hochschule", "Marktgemeinde", "Kindergarten", "Kita", "Pfarrei", "Autohaus", "Tischlerei", "Metzgerei",
    "Gärtnerei", "Instituto", "Institut", "Istituto", "Universität", "Université", "Universidade", "Universidad",
    "Università", "Universiteit", "Klinikum", "Stiftung", "Fondation", "Fundación", "Fondazione", "Fundacja",
    "Association", "Asociación", "Associazione", "Verein", "Gemeente", "Gemeinde", "Urząd Gminy", "Urząd Miasta",
    "Obec", "Město", "Câmara Municipal de", "Município de", "Amt", "Landratsamt", "Bezirk", "Stadt", "Ville de",
    "Mairie de", "Commune de", "Ayuntamiento de", "Comune di", "Région", "Region", "Landkreis", "Hôpital", "Hospital",
    "Clinique", "Clínica", "Centre", "Centro", "Medisch Centrum", "Hotel", "Hôtel", "Lycée", "École", "Escuela",
    "Studio", "Groupe", "Laboratoire", "Laboratorio", "Základní škola", "Střední škola", "Szkoła", "Stichting",
    "Grupo", "Gruppo", "Bibliothèque", "Biblioteca", "Musée", "Museo", "Law Offices of", "Law Office of", "Office of",
    "Friends of",
)  # fmt: skip
_KINDS_OF = (
    "University", "City", "County", "Town", "State", "Bank", "Institute", "College", "School", "Church", "Government",
    "Ministry", "Museum", "Diocese", "District", "Republic", "Centre", "Center",
)  # fmt: skip
_KINDS = rf"(?:(?:School|Unified|Independent|Consolidated) (?:School )?District(?: (?:No\. ?)?\d+)?|{'|'.join(KINDS)})"
_KINDS_FIRST = f"(?:{'|'.join(KINDS_FIRST)})"
# A laboratory is as often a part of the organisation.
_NO_KINDS = {"of", "de", "di", "laboratory", "laboratories"}
KIND_WORDS = frozenset(re.findall(r"\w+", " ".join(KINDS + KINDS_FIRST).casefold())) - _NO_KINDS
_OF = f"(?:{'|'.join(_KINDS_OF)}) (?:of|for|für|of the)"
_ALL_KINDS = frozenset(KINDS + KINDS_FIRST + _KINDS_OF)
# A text without any of these names no organisation by its kind.
KIND_SIGNS = Signs(*sorted(kind for kind in _ALL_KINDS if not any(part in kind for part in _ALL_KINDS - {kind})))
# A part of an organisation, which hires only where nothing larger is named.
DIVISION = re.compile(
    r"^(?:dept\.?|department|faculty|division|school|section|chair|abteilung|fachbereich|fakultät|lehrstuhl|"
    r"département|departamento|afdeling|avdelning|avdeling|katedra|wydział|institut|institutt|institutionen|"
    r"instituut|institute)(?: of| de| du| für| for| för| voor|\s[A-Z])",
    re.I,
)
_KIND_NAME = re.compile(
    rf"(?<![\w@.])(?P<name>(?:[Tt]he )?(?:{_OF} {_CAP}(?:\s(?:{_LINK}\s)?{_CAP}){{0,3}}|"
    rf"{_KINDS_FIRST} (?:{_LINK} )?{_CAP}(?:[ -](?:{_LINK} )?{_CAP}){{0,3}}|"
    rf"(?:{_CAP}\s(?:{_LINK}\s)?){{1,5}}{_KINDS}(?:\s(?:of|für|at"
    rf")\s{_CAP}(?:\s{_CAP}){{0,3}})?))(?![\w])"
)
_SEEKING = (
    r"(?:is (?:now |currently |actively |urgently |presently |also )?(?:looking for|seeking|hiring|"
    r"recruiting|searching for|inviting|announcing|looking to|offering an?|accepting|excepting|in need of|"
    r"expanding|growing|pleased to)"
    r"|are (?:now |currently |actively |urgently )?(?:looking for|seeking|hiring|recruiting)|has (?:an? "
    r")?(?:immediate |exciting |current |full-time |part-time |great |excellent |rapidly |new "
    r")*(?:opening|opportunity|vacancy|position|growing)\w{0,3}"
    r"|seeks|invites applications|announces|sucht|suchen|zoekt|recherche|recrute|hledá|szuka|poszukuje|"
    r"søger|søker|söker|busca|cerca|ieško|etsii|incorpora|necesita|requiere|solicita|contrata|precisa|procura|"
    r"ricerca|assume|"
    r"zatrudni|przyjmie|přijme|palkkaa|hakee|ansætter|rekryterar|anställer|embauche|engage|werft)"
)
_VERBS = (
    rf"(?:{_SEEKING}|is an? (?:\w+[ ,-]{{1,2}}){{0,4}}(?:company|organi[sz]ation|firm|leader|provider|startup|start-up|"
    r"agency|non-?profit|consultancy|studio|team|business|manufacturer|school|platform|bank|group|"
    r"institution|[Ee]mployer|developer|practice)\b"
    r"|(?:was|is) founded|strives|offers an?|builds|develops|has raised|needs|wants|is an? [a-z]+[- ]|operates|provides"
    r"|runs|serves|makes|helps|supports|delivers|specializes|specialises|cares|believes|works|brings|creates|"
    r"connects|protects|manufactures|designs|produces|hires|welcomes|trains)"
)
# How those begin: a line without any names nobody who seeks.
_VERB_BEGINNINGS = any_of(
    re.findall(
        r"\w+",
        """
is are has was seeks invites announces sucht suchen zoekt recherche recrute hledá szuka poszukuje søger søker söker
busca cerca ieško etsii incorpora necesita requiere solicita contrata precisa procura ricerca assume zatrudni przyjmie
přijme palkkaa hakee ansætter rekryterar anställer embauche engage werft strives offers builds develops needs wants
operates provides runs serves makes helps supports delivers specializes specialises cares believes works brings creates
connects protects manufactures designs produces hires welcomes trains""",
    )
)
_VERB_SIGN = re.compile(rf"\s(?:{_VERB_BEGINNINGS})")
# What may stand between who seeks and the verb: "Northlake Clinic in Seattle, Washington seeks", "…, a clinic, seeks".
_BETWEEN = (
    rf"(?:,? (?:(?:located|based|mit Sitz) )?(?:in|i|à|en|w|v|te) {_CAP}[^.;:!?()]{{0,40}}?|"
    r", (?:an?|the|ein|eine|une?) [^.;:!?()]{4,90}?,)"
)
_SEEKS = (
    rf"(?P<name>(?:The )?{_CAP}(?:\s(?:{_LINK}\s)?{_CAP}){{0,6}})(?:,? {LEGAL})?(?:\s?\([^)]{{1,100}}\))?"
    rf"(?:,?\s{_VERBS}|{_BETWEEN}\s{_SEEKING})"
)
# Apart, so that the second begins with a set of characters, for which a search leaps.
_SEEKS_FIRST = re.compile(_SEEKS)
_SEEKS_ON = re.compile(rf"[.!?:;)•,]\s?{_SEEKS}")
_SEEKS_AFTER = re.compile(rf"(?:[Tt]he Company\s?|\b(?:[Bb]ei|[Aa]t|[Dd]ie|[Dd]as|[Dd]er)\s){_SEEKS}")
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
# The rarer ways to say it, and words one of which each of their matches has in it.
RARER = (
    (_GREETING, Signs("reetings", "I am", "I'm", "his is", "my name is", " us at", " team at")),
    (_AT, Signs("At ", "Bei ", "Chez ", "Hos ")),
    (_OPENINGS, Signs("penings", "obs", "areers", "acancies", "ositions", "pportunities", "elcome to", "illkommen")),
)
_BARE_KIND = re.compile(
    rf"^(?:[Tt]he )?(?:(?:Elementary|High|Primary|Secondary|Middle|Public|Private|Grade|Nursery) )?"
    rf"{_KINDS}(?: (?:of|für|of the))?$"
)
_OWN = re.compile(r"^(?:our|my|your|their|this|that|these|any|every|some|no|mes|mi|naše|meie)\b", re.I)
_COMMON = re.compile(
    r"^(?:we|our|the|this|a|an|you|your|it|they|who|he|she|applicants?|candidates?|position|job|role|"
    r"company|client|our client|the company|successful|team|department|group|who we are|if|in|at|as|for|"
    r"to|and|or|please|all|project|experience|requirements?|responsibilities"
    r"|description|overview|summary|about|equal|opportunity|wir|unser|unsere|sie|die|der|das|ihr|ihre|"
    r"nous|notre|vous|se|on|si|man|candidate|applicant|intern|location|duties|qualifications|the position|the team|the "
    r"role|this position|monday|friday|computer science|information technology|human resources|microsoft|"
    r"google|bachelor'?s?|master'?s?)$",
    re.I,
)


def seekers(text: str, rarer: Iterable[re.Pattern[str]]) -> Iterator[str]:
    """Names that the text says are looking for someone, or that write it: "Northlake Clinic is seeking …".

    ``rarer`` are those patterns of ``RARER`` whose words the text may have.
    """
    text = text[:4000]
    found: list[re.Match[str]] = []
    if _VERB_SIGN.search(text):
        first = _SEEKS_FIRST.match(text)
        found += [*((first,) if first else ()), *_SEEKS_ON.finditer(text), *_SEEKS_AFTER.finditer(text)]
    for pattern in rarer:
        found += pattern.finditer(text)
    for match in found:
        bare = match["name"] in STATE_CODES
        if not bare and not any(stop.match(match["name"]) for stop in (_COMMON, _OWN, _BARE_KIND)):
            yield from _parts_of(_trim(match["name"]))


def with_legal_form(text: str) -> Iterator[str]:
    """Names with a legal form: "Northlake Clinic GmbH"."""
    for match in _LEGAL_NAME.finditer(text):
        if not _COMMON.match(match["name"]):
            yield match[0]


def by_kind(text: str) -> Iterator[str]:
    """Names that say what they are: "University of Northlake", "Lakeside Hospital"."""
    for match in _KIND_NAME.finditer(text):
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
    match = _UP_TO_LEGAL_FORM.match(name)
    return match[1] if match else name


def _trim(name: str) -> str:
    name = re.split(r"(?<=[a-z])\.(?=[A-Z])", name)[0]
    return re.sub(r"\s(?:of|and|the|for|de|in|at|und|&)$", "", name.strip(" ,.;:"))
