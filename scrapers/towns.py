"""Where the work is, by sentences: "our San Diego office", "located in Northlake", a postal address, a town by name."""

from __future__ import annotations

import re

from scrapers.jobwords import is_generic, looks_like_job
from scrapers.orgnames import LEGAL
from scrapers.places import CAPITAL, CITIES, COUNTRY, POSTAL_LINE, STREET, TOWN, is_place, place_in
from scrapers.signs import grouped

# Words that say so plainly that any capitalised name after them is a place.
_SAYS_WHERE = grouped(
    r"(?:is|are|be|currently) (?:located|based|situated|headquartered)|(?:office|offices|"
    r"headquarters|headquartered|hq|campus|facility|studio|laborator(?:y|ies)|lab|school|hospital|plant|"
    r"agency|restaurant|hotel|bakery|start-?up|store|branch|warehouse)(?: is| are)?(?: located| based)?"
    r"|(?:position|job|role|vacancy|post|internship|opportunity|employment|work|team|company|opening|"
    r"hiring|candidates?|fellowship|placement|traineeship)(?: (?:is|will be|are|available|open|available "
    r"immediately))*(?: (?:located|based|on-?site|onsite))?"
    r"|located|based|on-?site|dienstort ist|standort|arbeitsort(?: ist)?|am standort|büro|"
    r"sitz|im herzen|werken bij [^.,]{2,40}?|gevestigd|kantoor|vestiging|basé(?:e|s)?|"
    r"situé(?:e|s)?|poste|agence|bureaux|beliggende|placeret|kontor|avdeling(?:a|en)?(?: vår)?|pracoviště|sídlo|"
    r"fábrica|escritório|loja|unidade|"
    r"kancelář"
)
# " in ", " at the heart of ": what stands before a place.
_THERE = (
    " (?:in|at|near|out of|von|te|à|i|v|w|en|em) (?:our |the |downtown |central |beautiful |sunny |the heart of |"
    "city of |the city of |and around )?"
)
_PLAIN = re.compile(
    rf"\b{_SAYS_WHERE}{_THERE}"
    rf"(?P<place>{TOWN}(?:,? (?:and|or|und|oder|et|ou|en|/) {TOWN})?)"
)
_OFFICE = grouped(
    "office|headquarters|hq|area|campus|location|studio|site|facility|plant|store|branch|region|hub|lab|team"
)
_NAMED_OFFICE = re.compile(
    rf"\b{grouped('our|the|at|in|from|your|to our|for our')}\s(?P<place>(?:new |downtown )?{TOWN})(?:,? [A-Z]{{2}})?"
    rf"[ -]{_OFFICE}\b"
)
_PIN = re.compile(rf"(?:📍|🌍|🌎|🌏|🏢|🗺️?)\s?(?P<place>{TOWN}(?:,\s{TOWN})?)")
_AT_SIGN = re.compile(
    rf"(?:[Pp]osition|[Jj]ob|[Oo]pening|[Rr]ole|[Rr]equirement)\s?@\s?(?P<place>{TOWN},\s?[A-Z]{{2}})"
)
_IS_A_TOWN = r" is (?:the|a|an|one of) [^.]{0,40}\b(?:city|cities|town|capital|village)\b"
_IS_TOWN = re.compile(rf"(?P<place>{TOWN}){_IS_A_TOWN}")
_IN_TOWN = re.compile(
    rf"\b(?:in|In|i|à|en|em|te|v|w|im|bei|"
    rf"(?:unidade|loja|cidade|agence|site|ciudad|sucursal|tienda) de)\s(?P<place>{TOWN})"
)
# Behind an employer's name: ", Lakeside", "(Lakeside, Kent)", " - Lakeside".
_BEHIND = re.compile(rf"^\s*(?P<mark>[,(]|\s[-–—·|•/])\s*(?P<place>{TOWN}(?:,\s{TOWN})?)\s*[).]?\s*$")
_SEAT = re.compile(
    rf"^(?:\s\([^)]{{1,40}}\))?,?\s(?:(?:is |are )?(?:located |based |headquartered |situated |mit Sitz |basée? |"
    rf"gevestigd )?)"
    rf"(?:in|i|à|te|w|we|v|ve|en|em|a)\s(?P<place>{TOWN}(?:,\s{TOWN})?)(?=\s[a-zà-ž(]|[,.;:!]|$)"
)
# "Northlake School, Swanmere, is looking for …"
_APPOSED = re.compile(
    rf"^(?:\s{CAPITAL}){{0,2}},\s(?P<place>{TOWN}),\s(?:is|are|has|invites|seeks|sucht|recherche|recrute|zoekt|"
    rf"søger|søker|söker)\b"
)
# "Northlake Salon (Swanmere) seeks …", "Northlake Inn, York. Full time."
_BRACKETED = re.compile(
    rf"^\s\((?P<place>{TOWN})\)\s(?:is|are|has|invites|seeks|busca|sucht|suchen|recherche|recrute|zoekt|cerca|"
    rf"søger|søker|söker)\b"
)
_CLOSED = re.compile(rf"^,\s(?P<place>{TOWN})[.;](?:\s|$)")
_LEGAL_FIRST = re.compile(rf"^,?\s{LEGAL}(?!\w)")
_DIVISION = re.compile(
    r"\b(?:department|dept|faculty|division|section|unit|team|group|office|services?|human resources|careers?|"
    r"jobs?|school|"
    r"institute|institut|college|university|universität|université|universidad|centre|center|laborator\w+|lab|"
    r"college|inc|"
    r"llc|ltd|gmbh|abteilung|fakultät|fachbereich|amt|service|direction|département|departamento|afdeling|avdeling|"
    r"avdelning|afdeling|katedra|wydział|odbor|stellen\w*|karriere|vacatures?|recrutement|empleos?|full|part|"
    r"permanent)\b",
    re.I,
)
# Names of those who govern a place, whatever its size: the place is where they are.
_GOVERNED = re.compile(
    rf"^(?:(?:the )?(?:city|town|village|borough|township|municipality) of|stadt|(?:markt|stadt|samt|verbands|"
    rf"orts)?gemeinde|markt|gemeente|commune de|"
    rf"mairie de|ville de|ayuntamiento de|comune di|câmara municipal de|município de|město|obec|urząd (?:gminy|"
    rf"miasta)(?: i "
    rf"(?:gminy|miasta))?|urząd miejski w)\s(?P<place>(?-i:{TOWN}))$",
    re.I,
)
_GOVERNING = re.compile(rf"^(?P<place>{TOWN}) (?:County|City|Borough|District|Town|Parish) Council$")
_SAID = re.compile(
    rf"\b(?:(?:Dienst|Arbeits|Einsatz)ort ist|[Ll]ieu de travail est|[Ss]tandplaats is|[Aa]rbejdsstedet er|"
    rf"[Aa]rbetsorten är|"
    rf"[Pp]lace of work is|[Ww]ork location is|[Ll]ocation is|[Dd]uty station is) (?:in |à |i )?(?P<place>{TOWN})"
)
# A line of an address in Britain: the town stands before the postcode.
_BRITISH = re.compile(rf"(?P<town>{TOWN}),?\s[A-Z]{{1,2}}\d[\dA-Z]?\s\d[A-Z]{{2}}\b")
_OUR = re.compile(
    rf"\b(?:our|unser\w{{0,2}}|notre|nos|nuestr\w{{1,2}}|ons|onze|vår\w?|vor|vores|naš\w{{1,3}}|nasz\w{{1,3}}|"
    rf"nostr\w)\s[\w-]+(?:\s[\w-]+)?\s"
    rf"(?:in|i|à|en|te|v|w|a)\s(?P<place>{TOWN})(?=[.,;!]|\s[a-z(]|$)"
)
_FIGURE = re.compile(r"\d")
# What each match of _IN_TOWN has, for a search to leap to.
_BEHIND_IN = re.compile(r" [A-ZÀ-ÖØ-ÞĄ-Ž](?:(?<=(?:[Ii]n|e[nm]|[dt]e|im) .)|(?<=[iàvw] .)|(?<=bei .))")
_INITIAL = "[A-ZÀ-ÖØ-ÞĄ-Ž]"
# The ways to say where, the surest first, each with what any match of it has; few lines have that.
_SENTENCES = (
    (_PIN, re.compile("[📍🌍🌎🌏🏢🗺]")),
    (_AT_SIGN, re.compile(rf"@\s?{_INITIAL}")),
    (_SAID, re.compile(rf" (?:ist?|est|er|är) (?:in |à |i )?{_INITIAL}")),
    (_OUR, re.compile(rf" (?:in|i|à|en|te|v|w|a) {_INITIAL}")),
    (_NAMED_OFFICE, re.compile(rf"[ -]{_OFFICE}\b")),
    (_IS_TOWN, re.compile(_IS_A_TOWN)),
    (_PLAIN, re.compile(f"{_THERE}{_INITIAL}")),
)
# "in the heart of Shoreditch, London": the town behind a part of it.
_THEN = re.compile(rf",\s(?P<town>{TOWN})")
_OUR_OFFICE = re.compile(
    r"(?:in |at |from |to |for )?our [A-ZÀ-Ž][\w.'’ -]{2,30}? (?:office|headquarters|plant|branch|store)$"
)
_OFFICE_FOR = re.compile(
    r"(?:ean|ian|ish|ese|ican|wiss|utch|ench|German)$|\b(?:executive|customer|corporate|head|main|regional|legal|finance|"
    r"admissions?|business|branch|global|national|international|front|back|home|central|principal|family|us|uk|usa|eu|hr)\b",
    re.I,
)
_FULL_STOP = re.compile(r"(?<=\w{3})\.\s")
_NOT_TOWN = re.compile(
    r"^(?:[\w.]+-based|the|a|an|our|this|that|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|spring|summer|fall|autumn|winter|q[1-4]"
    r"|english|german|french|spanish|python|java|javascript|c|sql|excel|microsoft|computer|information|"
    r"engineering|business|marketing|finance|human|science|research|development|design|sales|product|"
    r"medicine|health|nursing|person|house|office|home|school|university|college|department|team|europe|"
    r"asia|africa|america|order|addition|general|particular|accordance|phd|msc|bsc|ai|it|hr|ms|bs|ba|ma|i|"
    r"we|you|full|part|all|one|teilzeit|vollzeit|deutsch|englisch|voll|january|cooperation|new|word|pdf|"
    r"industry|data|machine|software|cloud|clinical|technology|mathematics|statistics|physics|biology|"
    r"chemistry|psychology|education|management|economics|law)\b",
    re.I,
)


_CERTAIN = re.compile(
    r"📍|\b(?:located|based|situated|headquarter\w{1,3}|gevestigd|standort|arbeitsort|dienstort|sitz|im "
    r"herzen|basée?s?|situ\w{1,3}|beliggende|werken bij)\b.{0,30}\s(?:in|near|von|te|à|i|v|w|en)\s"
    r"|\b(?:offices?|facilit(?:y|ies)|warehouse|plant|store|branch|clinic|studio)(?: is| are)? in\s"
    r"|\bavdeling(?:a|en)? vår i\s|\b(?:fábrica|escritório|loja) em\s",
    re.I,
)


def named_place(text: str) -> str | None:
    """The place a sentence says the work is at; None where it does not say so plainly."""
    text = text[:8000]
    for pattern, sign in _SENTENCES[1:] if text.isascii() else _SENTENCES:  # a pin is no letter of ASCII
        for match in pattern.finditer(text) if sign.search(text) else ():
            place = _ended(match["place"])
            after = _THEN.match(text, match.end("place"))
            if after and after["town"].casefold() in CITIES and not _NOT_TOWN.match(place):
                return f"{place}, {after['town']}"
            certain = pattern in (_SAID, _OUR) or _says_where(match[0]) or _names_office(match[0], place)
            if _is_town(place, certain):
                whole = place_in(text[match.start("place") : match.end("place") + 40])
                return whole if whole and whole.startswith(place.split(",")[0]) else place
    return None


def known_town(text: str) -> str | None:
    """A well-known town that a text speaks of being in."""
    text = text[:8000]
    for match in _IN_TOWN.finditer(text) if _BEHIND_IN.search(text) else ():
        place = _ended(match["place"])
        if place.casefold() in CITIES:
            return place
        after = _THEN.match(text, match.end("place"))
        if after and after["town"].casefold() in CITIES and not _NOT_TOWN.match(place):
            return f"{place}, {after['town']}"
    return None


def _ended(place: str) -> str:
    """A place without the sentence that begins behind it."""
    return _FULL_STOP.split(place)[0].strip(" ,.")


def last_town(line: str) -> str | None:
    """The well-known town that a line ends with, behind a comma: "Faculty of Science, Northlake University, Leiden"."""
    town = line.rpartition(", ")[2].strip(" .") if len(line) < 160 else ""
    return town if town.casefold() in CITIES and town[:1].isupper() else None


def place_behind(line: str, employer: str) -> str | None:
    """What stands right behind the employer's name at the end of a line: "Northlake Clinic, Lakeside"."""
    rest = _behind(line, employer) if len(line) < 160 else ""
    match = _BEHIND.match(rest)
    if (
        match is None
        or _DIVISION.search(match["place"])
        or is_generic(match["place"])
        or looks_like_job(match["place"])
    ):
        return None
    if COUNTRY.match(match["place"]):
        return None
    sure = is_place(match["place"]) or (match["mark"] in ",(" and not _NOT_TOWN.match(match["place"]))
    return match["place"].strip(" .") if sure and len(match["place"].split()) <= 5 else None


def seat_of(text: str, employer: str) -> str | None:
    """Where a sentence says the employer is: "Northlake Clinic in Lakeside is looking for …"."""
    behind = _behind(text[:1500], employer)
    match = _SEAT.match(behind) or _APPOSED.match(behind) or _BRACKETED.match(behind)
    if match is None and (match := _CLOSED.match(behind)) and _ended(match["place"]).casefold() not in CITIES:
        return None
    place = _ended(match["place"]) if match else ""
    fits = place and not _NOT_TOWN.match(place) and not _DIVISION.search(place) and len(place.split()) <= 4
    return place if fits and not COUNTRY.match(place) else None


def _behind(text: str, employer: str) -> str:
    """What follows the employer's name in a text; where the whole name is not there, all of it but the last word."""
    for name in (employer, employer.rpartition(" ")[0]):
        at = text.casefold().find(name.casefold()) if len(name) > 3 else -1
        if at >= 0:
            return _LEGAL_FIRST.sub("", text[at + len(name) :])
    return ""


def town_governed(name: str) -> str | None:
    """What an authority's name says it governs: "City of Northlake", "Gemeente Northlake", "Northlake Town Council"."""
    match = _GOVERNED.match(name) or _GOVERNING.match(name)
    return match["place"] if match else None


def address_town(line: str) -> str | None:
    """The town of a line of a postal address: "65203 Neustadt", "Springfield, IL 62701"."""
    line = line[:200]
    match = (POSTAL_LINE.search(line) or _BRITISH.search(line)) if _FIGURE.search(line) else None
    # "University of Wharfe, WF1 2AB".
    town = match["town"].rpartition(" of ")[2] if match else ""
    return town if town and not STREET.search(town) else None


def town_of_name(name: str) -> str | None:
    """The well-known town in an organisation's name."""
    words = name.split(" of ")[0].split()
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            place = " ".join(words[start : start + size])
            if place.casefold() in CITIES and place[0].isupper():
                return place
    return None


def _says_where(context: str) -> bool:
    """Whether the words before a name leave no doubt that it is a place, known or not."""
    return bool(_CERTAIN.search(context[:80]))


def _names_office(context: str, place: str) -> bool:
    """Whether words call an office by a town's name: "our Greensburg office", and not by what it does."""
    return bool(_OUR_OFFICE.match(context)) and not (_OFFICE_FOR.search(place) or looks_like_job(place))


def _is_town(place: str, certain: bool) -> bool:
    if _NOT_TOWN.match(place) or not re.match(CAPITAL, place) or len(place) < 3 or len(place) > 60:
        return False
    if all(part.casefold() in CITIES for part in re.split(r",? (?:and|or|und|oder|et|ou|en|/) ", place)) or is_place(
        place
    ):
        return True
    return certain and len(place.split()) <= 4 and not place.isupper()
