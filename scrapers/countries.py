"""Countries by the names pages give them, states of the larger ones, and the country a page speaks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

# ISO 3166-1 alpha-2 code and the names that stand for it: English, the country's own, and neighbours' usual ones.
_NAMES = """
AE:united arab emirates,uae,dubai|AL:albania|AM:armenia,hayastan|AR:argentina|AT:austria,österreich,autriche
AU:australia,australien|AZ:azerbaijan|BA:bosnia and herzegovina,bosnia|BD:bangladesh
BE:belgium,belgien,belgique,belgië|BG:bulgaria,bulgarien|BR:brazil,brasil|BY:belarus|CA:canada,kanada
CH:switzerland,schweiz,suisse,svizzera,zürich,zurich|CL:chile|CN:china,prc,people's republic of china
CO:colombia|CR:costa rica|CY:cyprus|CZ:czechia,czech republic,česko,česká republika,tschechien,cze
DE:germany,deutschland,allemagne,alemania,duitsland,deu,tyskland|DK:denmark,danmark,dänemark
DO:dominican republic|EC:ecuador|EE:estonia,eesti,estland|EG:egypt|ES:spain,españa,spanien,espagne|ET:ethiopia
FI:finland,suomi,finnland|FR:france,frankreich,francia,frankrijk,fra
GB:united kingdom,uk,u.k.,great britain,england,scotland,wales,northern ireland,gbr,vereinigtes königreich,royaume-uni
GE:georgia (country),tbilisi|GH:ghana|GR:greece,griechenland,hellas|HK:hong kong|HR:croatia,hrvatska,kroatien
HU:hungary,magyarország,ungarn|ID:indonesia|IE:ireland,irland,éire|IL:israel|IN:india,indien|IS:iceland,ísland
IT:italy,italia,italien,italie|JO:jordan|JP:japan,日本|KE:kenya|KR:south korea,korea,republic of korea
KZ:kazakhstan|LB:lebanon|LI:liechtenstein|LK:sri lanka|LT:lithuania,lietuva,litauen|LU:luxembourg,luxemburg
LV:latvia,latvija,lettland|MA:morocco,maroc|MD:moldova|ME:montenegro|MK:north macedonia|MT:malta
MX:mexico,méxico,mexiko|MY:malaysia|NG:nigeria
NL:netherlands,the netherlands,nederland,niederlande,holland,pays-bas|NO:norway,norge,norwegen|NP:nepal
NZ:new zealand|PE:peru,perú|PH:philippines|PK:pakistan|PL:poland,polska,polen,pologne|PR:puerto rico
PT:portugal|QA:qatar|RO:romania,românia,rumänien|RS:serbia,srbija,serbien,beograd,belgrade
RU:russia,russian federation|SA:saudi arabia|SE:sweden,sverige,schweden|SG:singapore
SI:slovenia,slovenija,slowenien|SK:slovakia,slovensko,slowakei,slovak republic|TH:thailand|TN:tunisia
TR:turkey,türkiye,türkei|TW:taiwan|UA:ukraine,україна|UG:uganda|UY:uruguay|VN:vietnam|ZA:south africa
TZ:tanzania|ZM:zambia|RW:rwanda|SN:senegal
US:united states,united states of america,usa,u.s.a.,u.s.,us,estados unidos,vereinigte staaten,états-unis
"""
COUNTRIES = {
    name: entry.split(":")[0]
    for line in _NAMES.strip().splitlines()
    for entry in line.split("|")
    for name in entry.split(":")[1].split(",")
}
CODES = frozenset(COUNTRIES.values()) | {"UK"}

US_STATES = {
    name: code
    for code, name in (
        pair.split(":")
        for pair in (
            "AL:alabama AK:alaska AZ:arizona AR:arkansas CA:california CO:colorado CT:connecticut DE:delaware "
            "DC:district_of_columbia"
            " FL:florida GA:georgia HI:hawaii ID:idaho IL:illinois IN:indiana IA:iowa KS:kansas KY:kentucky "
            "LA:louisiana ME:maine MD:maryland"
            " MA:massachusetts MI:michigan MN:minnesota MS:mississippi MO:missouri MT:montana NE:nebraska "
            "NV:nevada NH:new_hampshire"
            " NJ:new_jersey NM:new_mexico NY:new_york NC:north_carolina ND:north_dakota OH:ohio OK:oklahoma "
            "OR:oregon PA:pennsylvania"
            " RI:rhode_island SC:south_carolina SD:south_dakota TN:tennessee TX:texas UT:utah VT:vermont "
            "VA:virginia WA:washington"
            " WV:west_virginia WI:wisconsin WY:wyoming"
        )
        .replace("_", "\u00a0")
        .split(" ")
    )
    for name in (name.replace("\u00a0", " "),)
}
CA_PROVINCES = {
    "ON",
    "QC",
    "BC",
    "AB",
    "MB",
    "SK",
    "NS",
    "NB",
    "NL",
    "PE",
    "ontario",
    "quebec",
    "québec",
    "british columbia",
    "alberta",
    "manitoba",
    "nova scotia",
}
AU_STATES = {
    "NSW",
    "VIC",
    "QLD",
    "WA",
    "SA",
    "TAS",
    "ACT",
    "new south wales",
    "victoria",
    "queensland",
    "western australia",
    "south australia",
    "tasmania",
}

# Regions of the other countries as pages write them behind a town, and the country of each.
_REGION_LINES = (Path(__file__).parent / "regions.txt").read_text(encoding="utf-8").splitlines()
REGIONS = {name.strip(): line[:2] for line in _REGION_LINES if not line.startswith("#") for name in line[4:].split(",")}
_COUNTRY_OF_REGION = {name.casefold(): code for name, code in REGIONS.items()}

STATE_CODES = frozenset(US_STATES.values())
_POSTAL_US = re.compile(r"[A-Z](?<=\b.)[A-Z]\s{1,2}\d{5}(?:-\d{4})?\b")
_PARTS = re.compile(r"[,/|()–-]")
_CITIES = tomllib.loads((Path(__file__).parent / "cities.toml").read_text(encoding="utf-8"))
# The country of each name of a part of a place, in lower case, and of the codes of provinces.
_COUNTRY_OF = (
    {city.replace("-", " "): country for country, cities in _CITIES.items() for city in cities.split()}
    | _COUNTRY_OF_REGION
    | COUNTRIES
    | dict.fromkeys(AU_STATES - STATE_CODES, "AU")
    | dict.fromkeys(CA_PROVINCES - STATE_CODES, "CA")
    | dict.fromkeys(US_STATES.keys() - {"georgia"}, "US")
)
_GENERIC_TLDS = {
    "io",
    "ai",
    "co",
    "me",
    "tv",
    "eu",
    "com",
    "org",
    "net",
    "edu",
    "gov",
    "mil",
    "int",
    "info",
    "jobs",
    "app",
    "dev",
}
_AMERICAN_TLDS = ("edu", "gov", "mil")
_HOST_COUNTRY = re.compile(r"^(?P<code>[a-z]{2})\.(?:linkedin|indeed|talent|jooble|glassdoor|jobrapido|trabajo)\.")
_ALPHA3 = {
    "USA": "US",
    "GBR": "GB",
    "DEU": "DE",
    "AUT": "AT",
    "CHE": "CH",
    "FRA": "FR",
    "ESP": "ES",
    "ITA": "IT",
    "CAN": "CA",
    "AUS": "AU",
    "CZE": "CZ",
    "POL": "PL",
    "DNK": "DK",
    "NLD": "NL",
    "IND": "IN",
    "IRL": "IE",
}


def country_of_host(host: str) -> str | None:
    """The country a host name speaks for: its country-code ending, or a board's country label (``cz.linkedin``)."""
    if match := _HOST_COUNTRY.match(host):
        code = match["code"].upper()
        return "GB" if code == "UK" else code if code in CODES else None
    ending = host.rsplit(".", 1)[-1]
    if ending in _AMERICAN_TLDS:
        return "US"
    if ending == "uk":
        return "GB"
    return ending.upper() if len(ending) == 2 and ending not in _GENERIC_TLDS and ending.upper() in CODES else None


def country_of_code(value: object) -> str | None:
    """The country of a structured ``addressCountry``: a code of two or three letters, or a name."""
    text = str(value.get("name") or "") if isinstance(value, dict) else str(value or "")
    text = text.strip()
    if text.upper() in CODES:
        return "GB" if text.upper() == "UK" else text.upper()
    return _ALPHA3.get(text.upper()) or COUNTRIES.get(text.casefold())


def country_of_place(place: str) -> str | None:
    """The country a place text names: "Seattle, WA" is in the US, "Praha, Česko" in CZ."""
    if _POSTAL_US.search(place):
        return "US"
    for part in reversed(_PARTS.split(place[:200])):
        part = part.strip(" .").removesuffix(" only")
        if part in STATE_CODES and "," in place:
            return "US"
        if code := _COUNTRY_OF.get(part) or _COUNTRY_OF.get(part.casefold()):
            return code
    return None
