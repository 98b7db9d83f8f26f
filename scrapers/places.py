"""Recognising a place in a line of text: towns with states or countries, and work from anywhere."""

from __future__ import annotations

import re
from pathlib import Path

from scrapers.countries import AU_STATES, CA_PROVINCES, COUNTRIES, REGIONS, STATE_CODES, US_STATES
from scrapers.kept import kept
from scrapers.signs import any_of, grouped

# Both in lower case.
_REMOTE = grouped(
    r"(?:100 ?% |fully |full |completely )?remote(?:ly)?|work(?:ing)? (?:from|at) home|from your own home|"
    r"telecommut\w{1,4}|home[- ]?based|anywhere in the world|télétravail (?:total|complet)|remoto|"
    r"teletrabajo|etätyö|na dálku|zdalnie|praca zdalna|distans"
)
REMOTE = re.compile(rf"\b{_REMOTE}\b")
_EVERYWHERE = re.compile(
    r"(?:flexible |work from )?(?:anywhere|worldwide|global|globally|distributed|bundesweit|"
    r"deutschlandweit)(?: in the world)?$"
)
CAPITAL = r"[A-ZÀ-ÖØ-ÞĄ-Ž][\w.'’-]{0,40}"
# One hyphen belongs to one part: if words could hold it too, a row of them could be read in too many ways.
TOWN = (
    r"[A-ZÀ-ÖØ-ÞĄ-Ž][\w.'’]{0,40}(?:-[\w.'’]{1,40}| (?:[A-ZÀ-ÖØ-ÞĄ-Ž][\w.'’]{0,40}|am|an der|der|de|du|des|la|le|"
    r"les|sur|"
    r"upon|en|of|del|di|do|bei|im|in|ob|pod|nad|u)(?![\w.'’])){0,5}"
)
_STATES = any_of(sorted(STATE_CODES))
_US = re.compile(
    rf"(?<!\w)(?P<town>{TOWN}),\s?(?P<state>{_STATES})(?=[A-Z][a-z]{{3,}}|"
    rf"\b)(?!\.\w)(?:,?\s\d{{5}}(?:-\d{{4}})?)?"
    rf"(?:,\s(?:USA|US|United States(?: of America)?))?(?!\s(?:suburb|area suburb))"
)
_REGIONS = any_of(
    sorted(
        {name.title() for name in US_STATES}
        | {name for name in CA_PROVINCES | AU_STATES if len(name) > 1}
        | {name.title() for name in CA_PROVINCES | AU_STATES if len(name) > 3}
        | {name.title() if len(name) > 3 else name.upper() for name in COUNTRIES}
        | set(REGIONS),
        key=len,
        reverse=True,
    )
)
_NAMED = re.compile(
    rf"(?<!\w)(?P<town>{TOWN}(?:,\s{TOWN})?)(?:,\s?|\s\()(?:the )?(?:{_REGIONS})(?!\w)(?:,\s?(?:{_REGIONS})(?!\w))?"
)
_POSTAL = re.compile(
    rf"\b(?:[A-Z]{{1,2}}-)?(?!(?:19|20)\d\d\s)\d{{4,5}}\s(?P<town>{CAPITAL}(?:[ -]{CAPITAL}|\s(?:am|an der|"
    rf"im|a\.)\s{CAPITAL}){{0,2}})"
)
# What ends a match of each of them; a search leaps to its first letter.
_STATE = re.compile(rf",\s?(?:{_STATES})(?=[A-Z][a-z]{{3,}}|\b)(?!\.\w)")
_REGION = re.compile(rf"[,(]\s?(?:the )?(?:{_REGIONS})(?!\w)")
_POSTCODE = re.compile(r"\d\d{3}")
_UNPUNCTUATED = re.compile(rf"(?P<town>{TOWN}) (?:{_STATES}) \d{{5}}(?:-\d{{4}})?\b")
_ZIP = re.compile(r"[0-9](?<= [A-Z]{2} .)\d{4}")
# A line of a postal address, with the town as group.
POSTAL_LINE = re.compile(
    rf"(?:^|[,|·•]\s?|\s)(?:(?:[A-Z]{{1,2}}[- ])?(?!(?:19|20)\d\d\s)\d{{4,5}}(?:\s?[A-Z]{{2}}(?=\s[A-Z]))?|"
    rf"\d{{3}} \d{{2}}|\d{{2}}-\d{{3}})\s(?P<town>{CAPITAL}(?:[ "
    rf"-]{CAPITAL}|\s(?:am|an der|im|a\.)\s{CAPITAL}){{0,2}})\s?(?:\([A-Z]{{2}}\)\s?)?(?:$|[,|·•–-])"
)
# "Emerald QLD 4720".
_AUSTRALIAN = re.compile(rf"{TOWN} (?:NSW|VIC|QLD|WA|SA|TAS|NT|ACT)(?: \d{{4}})?$")
# "Thônes (74)": a town and its département, as French pages write it.
_DEPARTMENT = re.compile(rf"^{TOWN} \((?:\d\d|2[AB]|97\d)\)$")
# How a street ends: "1200 Pacific Avenue" is no postcode with its town.
STREET = re.compile(
    r"\s(?:avenue|ave|street|st|road|rd|boulevard|blvd|drive|dr|lane|ln|way|parkway|pkwy|court|place|square|"
    r"highway|hwy)\.?$",
    re.I,
)
_SENTENCE = re.compile(r"(?<=\w{3})\.\s")
# "Berlin or remote (CET ±2h)": what stands in brackets behind a place.
_ASIDE = re.compile(r"\s?\([^()]{1,30}\)$")
# "Berlin-Neukölln": a part of a town.
_DISTRICT = re.compile(rf"^{CAPITAL}$")
_END_TOWN = re.compile(rf"(?:\bin|,|\s[-–|])\s(?P<town>{TOWN})$")
_TOWN = re.compile(TOWN)
_TOWN_STATE = re.compile(rf"(?P<town>{TOWN}),?\s(?:{_STATES})\b")
COUNTRY = re.compile(rf"^(?:{_REGIONS})$")

# What parts two places: ", ", " or ", " - ". It begins with a set of characters, for which a search leaps.
_BETWEEN = re.compile(r"[,/;|&()aou\s](?:(?<=[,/;|&()])|(?<=\ba)nd\b|(?<=\bo)(?:r|der)\b|(?<=\bu)nd\b|(?<=\s)[-–]\s)")
# The ways to name a place with its state, its region or its postcode, and what each of them has.
_SIGNED = ((_US, _STATE), (_NAMED, _REGION), (_UNPUNCTUATED, _ZIP))
_WITH_MORE = ((_US, _STATE), (_NAMED, _REGION), (_POSTAL, _POSTCODE))
_PLACED = re.compile(r"[,(\d]")
# Towns that stand alone on job pages, without state or country.
CITIES = frozenset(
    """amsterdam|antwerp|antwerpen|athens|atlanta|auckland|austin|baltimore|bangalore|bengaluru|bangkok|barcelona|basel
beijing|belfast|beograd|belgrade|bergen|berlin|bern|bilbao|birmingham|bochum|bogotá|bologna|bonn|bordeaux|boston
bratislava|bremen|brighton|brisbane|bristol|brno|brussels|bruxelles|brüssel|bucharest|budapest|buenos aires
calgary|cambridge|cape town|cardiff|charlotte|chennai|chicago|cleveland|cologne|copenhagen|cork|dallas|darmstadt
delft|delhi|denver|detroit|dortmund|dresden|dubai|dublin|duisburg|düsseldorf|edinburgh|eindhoven|espoo|essen
firenze|florence|frankfurt|frankfurt am main|freiburg|gdańsk|geneva|genève|gent|ghent|glasgow|göteborg
gothenburg|graz|grenoble|groningen|göttingen|hamburg|hannover|heidelberg|helsinki|hong kong|houston|hyderabad
innsbruck|istanbul|jena|jerusalem|johannesburg|karlsruhe|kassel|kaunas|kiel|kiev|kyiv|københavn|köln|kraków
krakow|kyoto|lausanne|leeds|leicester|leiden|leipzig|leuven|lille|limerick|linz|lisboa|lisbon|liverpool
ljubljana|london|los angeles|lund|luxembourg|luzern|lyon|madrid|mainz|malmö|manchester|mannheim|marseille
melbourne|mexico city|miami|milan|milano|minneapolis|minsk|montpellier|montreal|montréal|moscow|mumbai|munich
münchen|münster|nairobi|nantes|nashville|new delhi|new york|new york city|newcastle|nice|nijmegen|nottingham
nürnberg|nuremberg|odense|olomouc|orlando|osaka|oslo|ostrava|ottawa|oulu|oxford|palo alto|paris|perth
philadelphia|phoenix|pittsburgh|plzeň|pilsen|portland|porto|poznań|prague|praha|potsdam|pune|reading|regensburg
rennes|reykjavik|riga|rio de janeiro|roma|rome|rotterdam|sacramento|salzburg|san diego|san francisco
san jose|santiago|são paulo|seattle|seoul|sevilla|shanghai|sheffield|shenzhen|singapore|sofia|southampton
st. gallen|st. louis|stavanger|stockholm|strasbourg|stuttgart|sydney|taipei|tallinn|tampere|tel aviv|the hague
den haag|tilburg|tokyo|toronto|toulouse|trondheim|turin|torino|turku|tübingen|ulm|uppsala|utrecht|valencia
vancouver|vantaa|venice|vienna|wien|vilnius|warsaw|warszawa|washington|washington dc|washington, d.c.|wiesbaden
winterthur|wroclaw|wrocław|wuppertal|würzburg|yerevan|york|zagreb|zaragoza|zürich|zurich|aarhus|aalborg|tbilisi
tartu|århus|oklahoma city|salt lake city|san antonio|silicon valley|bay area|san francisco bay area|nyc|durham
raleigh|boulder|ann arbor|princeton|berkeley|stanford|pasadena|santa clara|sunnyvale|mountain view
menlo park""".replace("\n", "|").split("|")
) | frozenset(
    town
    for line in (Path(__file__).parent / "towns.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for name in line.split()
    for town in (name, name.replace("-", " "))
)


def place_in(text: str) -> str | None:
    """The first place with its state, province or country in a line of text; None where there is none."""
    text = text[:12_000]
    if not _PLACED.search(text):
        return None
    matches = [match for pattern, sign in _SIGNED if sign.search(text) and (match := _first(pattern, text))]
    if matches:
        return _bare(min(matches, key=lambda match: match.start())[0])
    return None


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match whose town is no state's code: "in accordance with NY, CO, and WA law"."""
    return next((match for match in pattern.finditer(text) if match["town"] not in STATE_CODES), None)


def _bare(place: str) -> str:
    """A place without the sentence, or the job, that a capital joined to it: "English. Boise, ID", "Cook in Boise"."""
    place = _SENTENCE.split(place)[-1].strip(" ,")
    job, _in, town = place.rpartition(" in ")
    return town if " " in job else place


def lone_town(text: str) -> str | None:
    """A well-known town at the end of a title: "… in Berlin", "… Boston MA"."""
    for match in (_END_TOWN.search(text), _TOWN_STATE.search(text)):
        if match:
            words = match["town"].split(" ")
            towns = (" ".join(words[-size:]) for size in (3, 2, 1) if size <= len(words))
            if town := next((town for town in towns if town.casefold() in CITIES), None):
                return town
    return None


def town_and_state(text: str) -> bool:
    """Whether a text is a town and its state with no comma between: "Boise ID"."""
    match = _TOWN_STATE.fullmatch(text.strip())
    return bool(match and len(match["town"].split()) <= 3)


@kept
def is_place(text: str) -> bool:
    """Whether a short text is a place and nothing else: "Berlin", "Seattle, WA", "Remote (US)", "12345 Neustadt"."""
    text = text.strip(" .")
    if not text or len(text) > 80 or text in STATE_CODES or (text[0].isdigit() and STREET.search(text)):
        return False
    if _is_known(text) or (text[-1] == ")" and _DEPARTMENT.match(text)):
        return True
    if _AUSTRALIAN.match(text):
        return True
    if "-" in text and text.split("-")[0].casefold() in CITIES and _DISTRICT.match(text):
        return not text.endswith("-based")
    if text[-1] == ")" and (bare := _ASIDE.sub("", text)) != text and is_place(bare):
        return True
    for pattern, sign in _WITH_MORE if _PLACED.search(text) else ():
        if sign.search(text) and (match := pattern.search(text)) and len(match[0]) >= 0.8 * len(text):
            return True
    if len(text) < 60 and _BETWEEN.search(text) and _is_row(text):
        return True
    low = text.lower()
    remote = REMOTE.match(low)
    return bool(remote and len(text) < 50 and len(text.split()) <= 6) or bool(_EVERYWHERE.match(low))


def _is_known(text: str) -> bool:
    """Whether a text is a well-known town or a country, a state or a region."""
    return text.casefold() in CITIES or bool(COUNTRY.match(text))


def _is_row(text: str) -> bool:
    """Whether a text is places and no more than one unknown one: "Berlin or Northlake", "London / remote"."""
    known, unknown = 0, ""
    for part in filter(None, map(str.strip, _BETWEEN.split(text))):
        if _is_known(part) or part in STATE_CODES or REMOTE.fullmatch(part.lower()):
            known += 1
        elif unknown or not _TOWN.fullmatch(part):
            return False
        else:
            unknown = part
    return known > 0
