"""Names of organisations in running text: by legal form, by what they are (university, city of), by who seeks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from scrapers.countries import STATE_CODES
from scrapers.places import CITIES
from scrapers.signs import any_of, grouped

# Forms that begin with a capital, and those that do not.
_CAPITAL_FORMS = (
    r"GmbH(?: & Co\.? ?KG(?:aA)?)?|AG|SE|KG|UG|Inc\.?|LLC|L\.L\.C\.|Ltd\.?|LTD\.?|Limited|PLC|LLP|LLLP|Corp\.?|"
    r"Corporation|S\.A\. de C\.V\.|S\.A\.S?\.?|SAS|SARL|S\.?r\.?l\.?|S\.?p\.?A\.?|S\.L\.U?\.?|B\.?V\.?|N\.?V\.?|A/S|"
    r"ApS|AS|AB|Sp\. ?[jk]\.|Sp\. z o\.\s?o\.|Sàrl|S\.à r\.l\.|EURL|SCOP|Lda\.?|Ltda\.?|OÜ|GbR|OHG|Ges\.?m\.?b\.?H\.?|"
    r"CIC|C\.I\.C\.|I/S|Oy|Oyj|UAB|Kft\.?|Zrt\.?|PTE\.? LTD\.?"
)
_SMALL_FORMS = (
    r"gGmbH|e\.\s?V\.|mbH|plc|s\.c\.|sp\. ?[jk]\.|sp\. z o\.\s?o\.|d\.o\.o\.|ehf\.?|eG|e\.U\.|s\.\s?r\.\s?o\.|"
    r"spol\. s r\.\s?o\.|a\.\s?s\."
)
LEGAL = grouped(rf"{_CAPITAL_FORMS}|{_SMALL_FORMS}|\(?Pty\.?\)? Ltd\.?|\(?Pvt\.?\)? Ltd\.?")
_ENDS_LEGALLY = re.compile(rf" {LEGAL}(?!\w)")
# Possessive: nothing that follows a word could be its own last letters.
_CAP = r"[A-Z0-9À-Ž](?<![ß-ÿ])[\w&.'’+/-]{0,40}+"
_LINK = r"(?:am|an der|ob der|sur|of|and|the|for|de|del|da|do|dos|di|la|für|und|der|des|du|von|at|&|y|i|et|og|och)"
_LEGAL_NAME = re.compile(rf"(?<![\w@])(?P<name>(?:{_CAP}\s(?:{_LINK}\s)?){{0,5}}{_CAP}),?\s{LEGAL}(?![\w])")
# Longer words before those they begin with.
KINDS = (
    "University", "Universität", "Universitet", "Universiteit", "Université", "Universidad", "Università", "Univerzita",
    "Uniwersytet", "College", "Institute", "Institut", "Hospital", "Klinikum", "Klinik", "Krankenhaus", "School",
    "Schule", "Academy", "Akademie", "Foundation", "Stiftung", "Association", "Museum", "Laboratory", "Laboratories",
    "Clinic", "Church", "Council", "Ministry", "Agency", "Authority", "Bank", "Coalition", "Charities", "Society",
    "Municipality", "Bibliothek", "Gesellschaft", "Verband", "Gymnasium", "Kommune", "kommune", "kommun",
    "Conservancy", "Alliance", "Federation", "Commission", "Trust", "Initiative", "Cooperative",
    "Housing Association", "Orchestra", "Theatre", "Library", "Medical Center", "Medical Centre",
)  # fmt: skip
# Kinds that stand before the name proper: "Institut …", "Gemeente …", "Stiftung …".
KINDS_FIRST = (
    "Trattoria", "Ristorante", "Pizzeria", "Gasthaus", "Gasthof", "Bäckerei", "Boulangerie", "Boucherie",
    "Vårdcentralen", "Förskolan",
    "Brasserie", "Fromagerie", "Crèche", "EHPAD", "Bakkerij",
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
_KINDS = rf"(?:(?:School|Unified|Independent|Consolidated) (?:School )?District(?: (?:No\. ?)?\d+)?|{any_of(KINDS)})"
_KINDS_FIRST = any_of(KINDS_FIRST)
# A laboratory is as often a part of the organisation.
_NO_KINDS = {"of", "de", "di", "laboratory", "laboratories"}
KIND_WORDS = frozenset(re.findall(r"\w+", " ".join(KINDS + KINDS_FIRST).casefold())) - _NO_KINDS
_OF = f"{any_of(_KINDS_OF)} (?:of|for|für|of the)"
_ALL_KINDS = frozenset(KINDS + KINDS_FIRST + _KINDS_OF)
_A_KIND = re.compile(any_of(sorted(_ALL_KINDS)))
# A part of an organisation, which hires only where nothing larger is named; in lower case.
_DIVISIONS = grouped(
    r"dept\.?|department|faculty|division|school|section|chair|abteilung|fachbereich|fakultät|lehrstuhl|"
    r"département|departamento|afdeling|avdelning|avdeling|katedra|wydział|institut|institutt|institutionen|"
    r"instituut|institute"
)
_DIVISION = re.compile(f"(?:the )?{_DIVISIONS} [a-z]")
_AT_FRONT = re.compile(
    rf"^(?:Am|An der|Im|In der|Zum|Zur|Beim|Bei der|Vom|Von der|(?:Der|Die|Das)(?=\s{_KINDS_FIRST}\b)) (?=[A-ZÀ-Ž])"
)
_KIND_NAME = re.compile(
    rf"(?<![\w@.])(?=[A-Z0-9À-Žt])(?P<name>(?:[Tt]he )?(?:{_OF} {_CAP}(?:\s(?:{_LINK}\s)?{_CAP}){{0,3}}|"
    rf"{_KINDS_FIRST} (?:{_LINK} )?{_CAP}(?:[ -](?:{_LINK} )?{_CAP}){{0,3}}|"
    rf"(?:{_CAP}\s(?:{_LINK}\s)?){{1,5}}{_KINDS}(?:\s(?:of|für|at|for"
    rf")\s{_CAP}(?:\s{_CAP}){{0,3}})?))(?![\w])"
)
_SEEKING_VERBS = (
    r"is (?:now |currently |actively |urgently |presently |also )?(?:looking for|seeking|hiring|"
    r"recruiting|searching for|inviting|announcing|looking to|offering an?|accepting|excepting|in need of|"
    r"expanding|growing|pleased to)"
    r"|are (?:now |currently |actively |urgently )?(?:looking for|seeking|hiring|recruiting)|has (?:(?:an? )?"
    r"(?:[\w-]+ ){0,3}?"
    r"(?:opening|opportunity|opportunities|vacanc|position)\w{0,3}|(?:been )?(?:rapidly )?growing)"
    r"|seeks|invites applications|announces|sucht|suchen|zoekt|recherche|recrute|hledá|szuka|poszukuje|"
    r"søger|søker|söker|busca|cerca|ieško|etsii|incorpora|necesita|requiere|solicita|contrata|precisa|procura|"
    r"ricerca|assume|"
    r"zatrudni|przyjmie|přijme|palkkaa|hakee|ansætter|rekryterar|anställer|embauche|engage|werft"
)
_SEEKING = grouped(_SEEKING_VERBS)
# "Northlake ist einer der führenden Anbieter", "est une entreprise", "är ett företag": what says so in other languages.
_SAYINGS = (
    r"ist (?:seit \d{4} |weltweit |bundesweit )?"
    r"(?:eine?[rs]? der (?:\w+ ){0,2}(?:führend|größt|ältest|erfolgreich|modernst)|"
    r"eine? (?:\w+ ){0,4}(?:unternehmen|Unternehmen|\w{0,12}dienstleister|Anbieter|Hersteller|Verein|\w{0,10}betrieb|"
    r"Träger|Agentur|Kanzlei|Praxis|Start-?up|Stiftung))"
    r"|est (?:une?|l['’]une? des|le|la) (?:\w+ ){0,3}"
    r"(?:entreprise|société|association|start-?up|agence|leader|groupe|cabinet|éditeur|acteur)"
    r"|es una? (?:\w+ ){0,3}(?:empresa|compañía|clínica|fundación|consultora)"
    r"|is een (?:\w+ ){0,3}(?:\w{0,12}bedrijf|organisatie|bureau|stichting)"
    r"|er (?:en|et|ei) (?:\w+ ){0,3}(?:virksomhed|bedrift|kommune|selskap|firma|organisation)"
    r"|är (?:en|ett) (?:\w+ ){0,3}(?:\w{0,12}företag|\w{0,12}byrå|kommun|organisation)"
    r"|è una? (?:\w+ ){0,3}(?:azienda|società|impresa)|è un['’]azienda"
    r"|é uma? (?:\w+ ){0,3}(?:empresa|companhia)"
)
_OTHER_VERBS = (
    r"is an? (?:\w+[ ,-]{1,2}){0,4}(?:company|organi[sz]ation|firm|leader|provider|startup|start-up|"
    r"agency|non-?profit|consultancy|studio|team|business|manufacturer|school|platform|bank|group|"
    r"institution|[Ee]mployer|developer|practice)\b"
    r"|is an? (?:EOE|EEO|AA|SDVOSB|NGO|ISO|NHS|ISV|MSP|[A-Z][\w.]{0,12}-(?:based|owned|funded|certified))\b"
    r"|is (?:one of the|part of|proud|committed|dedicated|the (?:leading|largest|oldest|first|only|voice|national|"
    r"world))\b"
    r"|(?:was|is) founded|strives|offers an?|builds|develops|has raised|needs|wants|is an? [a-z]+[- ]|operates|provides"
    r"|runs|serves|makes|helps|supports|delivers|specializes|specialises|cares|believes|works|brings|creates|"
    rf"connects|protects|manufactures|designs|produces|hires|welcomes|trains|{_SAYINGS}"
)
_VERBS = grouped(f"{_SEEKING_VERBS}|{_OTHER_VERBS}")
# What may stand between who seeks and the verb: "Northlake Clinic in Seattle, Washington seeks", "…, a clinic, seeks".
_BETWEEN = (
    rf"(?:,? (?:(?:located|based|mit Sitz) )?(?:in|i|à|en|w|v|te) {_CAP}[^.;:!?()]{{0,40}}?|"
    r", (?:an?|the|ein|eine|une?) [^.;:!?()]{4,90}?,)"
)
_SEEKS = (
    rf"(?P<name>(?:The )?{_CAP}(?:\s(?:{_LINK}\s)?{_CAP}){{0,6}})(?:,? {LEGAL})?(?:\s?\([^)]{{1,100}}\))?"
    rf"(?:,? {_VERBS}|{_BETWEEN} {_SEEKING})"
)
_BEI = r"(?:ei|t|ie|as|er)\s(?:(?<=\b[Aa]t\s)|(?<=\b(?:[Bb]ei|[Dd]ie|[Dd]as|[Dd]er)\s))"
_GREETING = re.compile(
    rf"(?:[Gg]reetings? from|\b(?:I am|I'm|[Tt]his is|my name is) [\w ]{{2,40}}? (?:from|with|at|of)|"
    rf"(?:join|for) (?:us|our team|the team) at|(?:employees|staff) (?:of|at))\s(?P<name>{_CAP}(?:\s{_CAP}){{0,4}})"
)
_AT = re.compile(
    rf"(?:^|[.!?]\s?)(?:At|Bei|Chez|Hos) (?P<name>{_CAP}(?:\s{_CAP}){{0,3}}),? (?:we|you|our|everyone|wir|nous|vi)\b"
)
_PLACES_TO_FILL = ("Openings", "Jobs", "Careers", "Vacancies", "Positions", "Opportunities")
_OPENINGS = re.compile(
    rf"\b(?:{'|'.join(f'[{word[0]}{word[0].lower()}]{word[1:]}' for word in _PLACES_TO_FILL)}|[Ww]elcome to|"
    rf"[Ww]illkommen (?:in der|im|bei(?: der)?)) (?:at |with )?(?P<name>{_CAP}(?:\s(?:am\s|"
    rf"{_LINK}\s)?{_CAP}){{0,5}})$"
)
# The ways to say who seeks, in the order in which they are believed, each with the signs of a text that may do so. By a
# verb there are three, so that all but the first begin with a set of characters, for which a search leaps.
_WAYS = (
    (re.compile(rf"\A{_SEEKS}"), {"verb", "greeting"}),
    (re.compile(rf"[.!?:;)•,]\s?{_SEEKS}"), {"verb", "greeting"}),
    (re.compile(rf"[TtBbAaDd](?:(?<=[Tt])he Company\s?|{_BEI}){_SEEKS}"), {"verb", "greeting"}),
    (_GREETING, {"greeting"}),
    (_AT, {"at"}),
    (_OPENINGS, {"openings"}),
)
# Words behind a space of which a greeting has one, unless it has "I'm"; and so a welcome.
_GREETS = (
    r"am (?<=I am )|is (?<=(?:his|ame) is )|from (?:(?<=reeting from )|(?<=reetings from ))|"
    r"at (?:(?<= us at )|(?<= team at )|(?<=employees at )|(?<=staff at ))|of (?:(?<=employees of )|(?<=staff of ))"
)
_WELCOMES = "to (?<=elcome to )|in (?<=illkommen in )|im (?<=illkommen im )|bei (?<=illkommen bei )"
# What the signs of names tell of them; the others tell legal forms and verbs.
_SIGN_OF = {
    **dict.fromkeys(_ALL_KINDS, "kind"),
    **dict.fromkeys(("At", "Bei", "Chez", "Hos"), "at"),
    **dict.fromkeys(("I'm", " am ", " is ", " from ", " at ", " of "), "greeting"),
    **dict.fromkeys((" to ", " in ", " im ", " bei "), "openings"),
    **dict.fromkeys((" gGmbH", " mbH", " plc", " ehf", " eG"), "legal"),
}
_CAPITAL_SIGNS = "|".join((*(re.escape(sign) for sign in sorted(_SIGN_OF) if sign[0] != " "), _CAPITAL_FORMS))
_WHOLE_SMALL_FORMS = (form + r"(?!\w)" for form in _SMALL_FORMS.split("|"))
_SMALL_SIGNS = "|".join((_GREETS, _WELCOMES, _SEEKING_VERBS, _OTHER_VERBS, *_WHOLE_SMALL_FORMS))
# Where a name may be is told by two searches: one leaps from capital to capital, the other from word to word.
SIGNS = (re.compile(rf"{grouped(_CAPITAL_SIGNS)}(?!\w)"), re.compile(f" {grouped(_SMALL_SIGNS)}"))
# What else tells of openings: "Jobs at Northlake".
OPENINGS_SIGN = re.compile(rf"s (?:{'|'.join(f'(?<={word[1:]} )' for word in _PLACES_TO_FILL)})(?:at |with )?{_CAP}")
_BARE_KIND = re.compile(
    rf"^(?:[Tt]he )?(?:(?:Elementary|High|Primary|Secondary|Middle|Public|Private|Grade|Nursery) )?"
    rf"{_KINDS}(?: (?:of|für|of the))?$"
)
# Both in lower case.
_OWN = re.compile(rf"{grouped('our|my|your|their|this|that|these|any|every|some|no|mes|mi|naše|meie')}\b")
_COMMON_WORDS = grouped(
    r"vi|nosotros|buscamos|cerchiamo|szukamy|hledáme|head of .+|.{2,20} director|"
    r"we|our|the|this|a|an|you|your|it|they|who|he|she|applicants?|candidates?|position|job|role|"
    r"company|client|our client|the company|successful|team|department|group|who we are|if|in|at|as|for|"
    r"to|and|or|please|all|project|experience|requirements?|responsibilities"
    r"|description|overview|summary|about|equal|opportunity|wir|unser|unsere|sie|die|der|das|ihr|ihre|"
    r"nous|notre|vous|se|on|si|man|candidate|applicant|intern|location|duties|qualifications|the position|the team|the "
    r"role|this position|monday|friday|computer science|information technology|human resources|microsoft|"
    r"google|bachelor'?s?|master'?s?"
)
_COMMON = re.compile(f"{_COMMON_WORDS}$")


def sign_of(match: re.Match[str]) -> str:
    """What a match of one of ``SIGNS`` tells of a name: its kind, its legal form, or the way in which it may seek."""
    sign = match[0]
    if known := _SIGN_OF.get(sign):
        return known
    if sign[0] == " ":
        return "legal" if sign[-1] == "." else "verb"
    return "legal" if match.string[match.start() - 1] == " " else ""


def seekers(text: str, signs: Set[str]) -> Iterator[str]:
    """Names that the text says are looking for someone, or that write it: "Northlake Clinic is seeking …".

    ``signs`` are those that the text has: "verb", "greeting", "at", "openings".
    """
    text = text[:12_000]
    for match in (match for way, told in _WAYS if not told.isdisjoint(signs) for match in way.finditer(text)):
        name, low = match["name"], match["name"].lower()
        if not (name in STATE_CODES or _COMMON.match(low) or _OWN.match(low) or _BARE_KIND.match(name)):
            yield from _parts_of(_trim(name))


def with_legal_form(text: str) -> Iterator[str]:
    """Names with a legal form: "Northlake Clinic GmbH"."""
    for match in _LEGAL_NAME.finditer(text):
        if not _COMMON.match(match["name"].lower()):
            yield match[0]


def by_kind(text: str) -> Iterator[str]:
    """Names that say what they are: "University of Northlake", "Lakeside Hospital"."""
    for match in _KIND_NAME.finditer(text) if _A_KIND.search(text) else ():
        name = match["name"]
        first = name.split(" ")[0].removesuffix(":")
        if _BARE_KIND.match(name) or _COMMON.match(name.lower()):
            continue
        if first.casefold() == "the" or not _COMMON.match(first.lower()):
            yield from _parts_of(_trim(name))


def _parts_of(name: str) -> Iterator[str]:
    """A name; where it is two, one at the other ("Quiet Circuits Lab at Northlake Institute"), the larger first."""
    inner, at, outer = name.partition(" at ")
    if at and any(word in KIND_WORDS for word in outer.casefold().split()):
        yield outer
        yield inner
    else:
        yield name


def is_division(name: str) -> bool:
    """Whether a name is that of a part of an organisation: "Department of Physics"."""
    return bool(_DIVISION.match(name.lower()))


def cut_after_legal_form(name: str) -> str:
    """A name without what follows its legal form."""
    legal = _ENDS_LEGALLY.search(name, 2)
    return name[: legal.end()] if legal and legal.start() < 72 else name


_SENTENCE_INSIDE = re.compile(r"(?<=[a-z])\.(?=[A-Z])|(?<=[a-z\d]{4})\.\s")
_LINK_LAST = re.compile(r"\s(?:of|and|the|for|de|in|at|und|&)$")


def _trim(name: str) -> str:
    # Where a sentence ends, and what German grammar puts before a name.
    parts = _SENTENCE_INSIDE.split(name) if "." in name else [name]
    # "Ask Todd at 314-555-0120. Northlake Works is": a number ends what goes before.
    name = _AT_FRONT.sub("", parts[-1] if parts[0][-1:].isdigit() else parts[0])
    inner, _in, town = name.rpartition(" i ")
    if inner and town.casefold() in CITIES:
        name = inner  # "Bageriet Northlake i Svendborg søger"
    own, possessive, _rest = name.replace("’s ", "'s ").partition("'s ")
    if possessive and not KIND_WORDS.isdisjoint(own.casefold().split()):
        name = own  # "University of Northlake's campus"
    return _LINK_LAST.sub("", name.strip(" ,.;:"))
