"""Who hires: from the posting's data, labels, marked elements, the document title, the site's own name, and text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapers.facts import Facts, Found, found, plain, text_of, words
from scrapers.jobwords import is_generic, looks_like_job
from scrapers.places import is_place
from scrapers.titles import SEPARATORS, unwrap

# Sites that show other employers' postings: their own name is never the employer because it is on the page.
BOARDS = re.compile(
    r"linked ?in|indeed|glass ?door|step ?stone|monster|zip ?recruiter|dice\b|career ?builder|simply "
    r"?hired|startup ?jobs|jobs\.cz|práce\.cz|prace\.cz|profesia|karriere\.at|welcome to the jungle|we "
    r"?work ?remotely|remote ?ok|work ?in ?denmark|jobindex|jobnet|totaljobs|reed\.co|cv-?online|topjobs|"
    r"jobs\.ac\.uk|academic ?positions|euraxess|nature ?careers|science ?careers|higher ?ed ?jobs|"
    r"craigslist|angel ?list|wellfound|otta|hacker ?news|stack ?overflow|xing|arbeitsagentur|jobware|"
    r"hays\b|greenhouse|lever\b|workday|ashby|smart ?recruiters|icims|success ?factors|personio|workable|"
    r"recruitee|teamtailor|bamboo ?hr|jazz ?hr|jobvite|breezy|taleo|kenexa|talent ?brew|github|gitlab|"
    r"twisted-?python|google ?groups|facebook|pracuj|nofluffjobs|justjoin|seek\b|jora|talent\.com|adzuna|"
    r"jooble|usajobs|career ?center|vagas|infojobs|hellowork|apec\b|pole ?emploi|france ?travail|meteojob|"
    r"cadremploi|job ?teaser|nationale ?vacature|werkenbij|finn\.no|the ?hub|duunitori|academic ?transfer|"
    r"jobbnorge|varbi|python ?jobs?|wordpress|wix|squarespace|webflow|notion|google ?docs",
    re.I,
)
_LEGAL = (
    r"(?:GmbH(?: & Co\. ?KG(?:aA)?)?|AG|SE|KG|e\.\s?V\.|mbH|UG|Inc\.?|LLC|L\.L\.C\.|Ltd\.?|Limited|PLC|"
    r"plc|LLP|Corp\.?|Corporation|S\.?A\.?S?\.?|S\.?r\.?l\.?|S\.?p\.?A\.?|B\.?V\.?|N\.?V\.?|A/S|ApS|AS|AB|"
    r"Oy|Oyj|UAB|s\.\s?r\.\s?o\.|a\.\s?s\.|sp\. z o\.\s?o\.|Kft\.?|Zrt\.?|Pty Ltd|Pvt\.? Ltd\.?)"
)
_NAME = (
    r"(?P<name>[A-Z0-9À-Ž][\w&.'’+-]*(?:[ ,](?:[A-Z0-9À-Ž&(][\w&.'’+)-]*|of|and|the|for|de|für|und|der|"
    r"des|du|von|at|in)){0,7}?)"
)
_SEEKS = re.compile(
    rf"(?:^|[.!?:]\s|\b(?:[Tt]he|[Bb]ei|[Aa]t|[Dd]ie|[Dd]as)\s){_NAME},?\s(?:is (?:currently |now |"
    rf"actively |urgently )?(?:looking for|seeking|hiring|recruiting|searching for|inviting|announcing|"
    rf"looking to|offering a)"
    r"|has (?:an? )?(?:immediate |exciting |current |full-time |part-time )*(?:opening|opportunity|"
    r"vacancy|position)s?|seeks|invites applications|announces|sucht|zoekt|recherche|recrute|hledá|szuka|"
    r"poszukuje|søger|söker|busca|cerca|ieško|etsii"
    r"|is an? (?:leading|global|fast|growing|innovative|small|young|non-?profit|not-for-profit|"
    r"independent|technology|software|team|company|full|nationwide|premier|research))\b"
)
_ABOUT = re.compile(
    r"^(?:about|über|über uns:?|à propos de|a propos de|sobre|over|om|o společnosti|o firmě|who is|why "
    r"join|why|life at|working at|work at|join) (?P<name>[A-Z0-9À-Ž].{1,50}?)\s?[:?!.]?$"
)
_ABOUT_GENERIC = re.compile(
    r"^(?:us|the|our|you|your|this|uns|ons|nous|nosotros|oss|job|role|company|team|position|project|group|"
    r"department|work|tým|location|lab|firmě|společnosti|an?|we)\b",
    re.I,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,3}(?:copyright\s)?(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?\s{0,3}(?:by |of "
    r")?(?P<name>[A-Z0-9À-Ž][^|.©•\n]{1,60})",
    re.I,
)
_ARTICLE = re.compile(
    r"^(?:the company|company|our client|my client|client|we|it|this|he|she|they|you|our|there|what|who|"
    r"applicants?|candidates?|position|who we are|unternehmen|confidential|anonymous|private|n/?a|-+|"
    r"various)$",
    re.I,
)
_TAIL = re.compile(
    r"\s*(?:\d+(?:[.,]\d+)? (?:reviews?|Bewertungen|avis)|\((?:\d+|all jobs|view all jobs|more jobs.*)\)|"
    r"view all jobs.*|see all jobs.*|all rights reserved.*|follow|logo|careers?|jobs?|- careers?)\s*$",
    re.I,
)


def find_employer(facts: Facts) -> Found[str] | None:
    """The organisation that hires. A board's name is none, and neither is "our client"."""
    for source in (from_data, from_label, from_hints, from_document_title, from_site_name, from_text, from_copyright):
        for candidate in source(facts):
            name = tidy(candidate.value)
            if is_name(name):
                return Found(name, candidate.evidence)
    return None


def tidy(name: str) -> str:
    """A name without counts of reviews, "Careers" and the like behind it."""
    name = _TAIL.sub("", " ".join(name.split()))
    return _TAIL.sub("", name).strip(" -–—|:;,•*!").removeprefix("by ").strip()


def is_name(name: str) -> bool:
    """Whether a text can be an employer's name."""
    return 1 < len(name) <= 90 and not _ARTICLE.match(name) and not is_generic(name) and not name.endswith("?")


def from_data(facts: Facts) -> Iterator[Found[str]]:
    """``hiringOrganization`` of the posting. https://schema.org/hiringOrganization"""
    organization = facts.data.get("hiringOrganization")
    name = plain(organization)
    if name and not name.startswith("http"):
        yield found(name, name, "json-ld")


def from_label(facts: Facts) -> Iterator[Found[str]]:
    """The value beside "Company:" and its like."""
    for hit in facts.labels.get("employer", []):
        if (len(hit.value) < 90 and not hit.value.endswith((".", "?"))) or re.search(rf"{_LEGAL}$", hit.value[:90]):
            yield facts.in_block(hit.value, hit.block)


def from_hints(facts: Facts) -> Iterator[Found[str]]:
    """An element whose class says that it holds the employer's name."""
    for node in facts.hinted.get("employer", [])[:6]:
        text = text_of(node)
        if 1 < len(text) < 80 and not looks_like_job(text):
            yield facts.at(text, node)


def from_document_title(facts: Facts) -> Iterator[Found[str]]:
    """What the document title adds to the job's title: "Cook at Northlake", "Cook | Northlake | Careers"."""
    title = facts.title_words
    for whole in facts.document_titles:
        if employer := unwrap(whole).get("employer"):
            yield found(SEPARATORS.split(employer)[0], whole, "title")
        parts = [part.strip() for part in SEPARATORS.split(whole)]
        if len(parts) < 2 or not title:
            continue
        for part in reversed(parts):
            rest = set(words(part))
            if (
                not rest
                or rest <= title
                or looks_like_job(part)
                or is_place(part)
                or is_generic(part)
                or BOARDS.search(part)
            ):
                continue
            if part[0].islower() or len(part) > 70:
                continue
            yield found(part, whole, "title")


def from_site_name(facts: Facts) -> Iterator[Found[str]]:
    """The site's own name, where the site is no job board."""
    name = facts.page.meta("og:site_name", "application-name")
    if name and not BOARDS.search(name) and not BOARDS.search(facts.page.host):
        yield found(SEPARATORS.split(name)[0], name, "meta[property='og:site_name']")


def from_text(facts: Facts) -> Iterator[Found[str]]:
    """Sentences that name who seeks, and headings "About …"."""
    for block in facts.body_blocks[:120]:
        if len(block.text) < 70 and (match := _ABOUT.match(block.text)) and not _ABOUT_GENERIC.match(match["name"]):
            yield facts.in_block(match["name"], block)
    for block in facts.body_blocks[:60]:
        if match := _SEEKS.search(block.text[:600]):
            name = match["name"].strip(" ,")
            if name.casefold() not in ("we", "our client", "the") and not looks_like_job(name):
                yield facts.in_block(name, block)


def from_copyright(facts: Facts) -> Iterator[Found[str]]:
    """The holder of the page's copyright, where the site is no job board."""
    for block in facts.page.blocks[-40:]:
        match = _COPYRIGHT.search(block.text[:300])
        if match and not BOARDS.search(match["name"]) and not BOARDS.search(facts.page.host):
            yield facts.in_block(re.split(r"\s[-–|]\s|, (?:all|Inc)", match["name"])[0], block)
