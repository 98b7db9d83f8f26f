"""Who hires: from the posting's data, labels, marked elements, the document title, the site's own name, and text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from bs4 import Tag

from scrapers.boards import BOARDS
from scrapers.contacts.vocabulary import is_given
from scrapers.facts import Facts
from scrapers.hostnames import host_of, labels_of, mail_hosts, spelt, web_hosts
from scrapers.jobwords import is_generic, looks_like_job
from scrapers.orgnames import LEGAL, by_kind, cut_after_legal_form, seekers, with_legal_form
from scrapers.page import Block, Zone
from scrapers.places import is_place
from scrapers.titles import SEPARATORS, untagged, unwrap
from scrapers.values import Found, found, plain, text_of, words

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
_TEAM = re.compile(r"\b(?:team|department|abteilung|afdeling|afdelning|oddělení)\b[\s)]*$", re.I)
_WHOLE = re.compile(rf"^[A-Z0-9À-Ž].{{1,48}}?,?\s{LEGAL}$")
_MENU = re.compile(
    r"\b(?:about us|jobs|blog|home|contact|log ?in|sign ?in|menu|careers|search|news|products?|pricing|faq)\b", re.I
)
_TAIL = re.compile(
    r"\s*(?:\d+(?:[.,]\d+)? (?:reviews?|Bewertungen|avis)|\((?:\d+|all jobs|view all jobs|more jobs.*)\)|"
    r"view all jobs.*|see all jobs.*|all rights reserved.*|follow|logo|careers?|jobs?|- careers?)\s*$",
    re.I,
)


def find_employer(facts: Facts) -> Found[str] | None:
    """The organisation that hires. A board's name is none, and neither is "our client"."""
    for source in (
        from_data,
        from_label,
        from_hints,
        from_document_title,
        from_site_name,
        from_hosts,
        from_text,
        from_trail,
        from_copyright,
        from_own_host,
    ):
        for candidate in source(facts):
            name = tidy(candidate.value)
            if is_name(name) and not (source in _GUESSES and BOARDS.search(name)):
                return Found(name, candidate.evidence)
    return None


def tidy(name: str) -> str:
    """A name without counts of reviews, "Careers" and the like behind it."""
    name = _TAIL.sub("", cut_after_legal_form(" ".join(name.split())))
    return _TAIL.sub("", name).strip(" -–—|:;,•*!").removeprefix("by ").strip()


def is_name(name: str) -> bool:
    """Whether a text can be an employer's name."""
    if not 1 < len(name) <= 90 or name.endswith("?") or len(_MENU.findall(name)) > 2:
        return False
    return not _ARTICLE.match(name) and not is_generic(name) and bool(re.search(r"[^\W\d]", name))


def is_person(name: str) -> bool:
    """Whether a name is a person's: two or three words, the first a given name."""
    parts = name.split()
    return 2 <= len(parts) <= 3 and is_given(parts[0]) and all(part[:1].isupper() for part in parts)


def from_data(facts: Facts) -> Iterator[Found[str]]:
    """``hiringOrganization`` of the posting. https://schema.org/hiringOrganization"""
    organization = facts.data.get("hiringOrganization")
    name = plain(organization)
    if name and not name.startswith("http"):
        yield found(name, name, "json-ld")


def from_label(facts: Facts) -> Iterator[Found[str]]:
    """The value beside "Company:" and its like."""
    for hit in facts.labels.get("employer", []):
        if hit.block.zone & Zone.FOOTER or _TEAM.search(hit.value):
            continue
        if (len(hit.value) < 90 and not hit.value.endswith((".", "?"))) or re.search(rf"{LEGAL}$", hit.value[:90]):
            yield facts.in_block(hit.value, hit.block)


def from_hints(facts: Facts) -> Iterator[Found[str]]:
    """An element whose class says that it holds the employer's name."""
    for node in facts.hinted.get("employer", [])[:6]:
        text = text_of(node)
        if 1 < len(text) < 80 and not set(words(text)) <= facts.title_words:
            yield facts.at(text, node)


def from_document_title(facts: Facts) -> Iterator[Found[str]]:
    """What the document title adds to the job's title: "Cook at Northlake", "Cook | Northlake | Careers"."""
    title = facts.title_words
    for whole in (untagged(title) for title in facts.document_titles):
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
            if part[0].islower() or len(part) > 70 or is_person(part):
                continue
            yield found(part, whole, "title")


def from_site_name(facts: Facts) -> Iterator[Found[str]]:
    """The site's own name, where the site is no job board."""
    name = facts.page.meta("og:site_name", "application-name")
    if name and not BOARDS.search(name) and not facts.on_board:
        yield found(SEPARATORS.split(name)[0], name, "meta[property='og:site_name']")


def from_hosts(facts: Facts) -> Iterator[Found[str]]:
    """The name that the page's host, or the host of its e-mail and web addresses, runs together."""
    page = facts.page
    own = () if facts.on_board else (page.host, host_of(page.canonical))
    hosts = [host for host in own if host]
    titles = "\n".join(facts.document_titles)
    links = [link.href[7:].split("?")[0] for link in page.links if link.href.startswith("mailto:")]
    addressed = Counter((*mail_hosts(page.text), *mail_hosts(" ".join(links))))
    hosts += [host for host, _count in addressed.most_common(3) if not BOARDS.search(host)]
    hosts += [host for host in web_hosts(page.text[:20_000]) if not BOARDS.search(host)][:3]
    for host in dict.fromkeys(hosts):
        for label in labels_of(host):
            if name := spelt(label, page.text, page.lower) or spelt(label, titles, titles.lower()):
                yield found(name, name, f"host {host}")


def from_text(facts: Facts) -> Iterator[Found[str]]:
    """Sentences that name who seeks, headings "About …", names with a legal form, names that say what they are."""
    blocks = facts.body_blocks[:120]
    for block in blocks[:60]:
        for name in seekers(block.text):
            if not looks_like_job(name):
                yield facts.in_block(name, block)
    for block in blocks:
        match = _ABOUT.match(block.text) if len(block.text) < 70 else None
        if match and not _ABOUT_GENERIC.match(match["name"]):
            yield facts.in_block(match["name"], block)
    for names in (with_legal_form, by_kind):
        yield from _commonest(facts, blocks, names)


def _commonest(facts: Facts, blocks: list[Block], names: Callable[[str], Iterator[str]]) -> Iterator[Found[str]]:
    """The name that the text has most often, the first of them where several are as common."""
    places: dict[str, list[Block]] = {}
    for block in blocks:
        for name in names(block.text):
            places.setdefault(name.removeprefix("The ").removeprefix("the "), []).append(block)
    for name in sorted(places, key=lambda name: -len(places[name])):
        yield facts.in_block(name, places[name][0])


def from_trail(facts: Facts) -> Iterator[Found[str]]:
    """A name with its legal form in the trail of links above the title."""
    for block in facts.page.blocks[:25]:
        if block.zone & Zone.NAV and len(block.text) < 60 and _WHOLE.match(block.text):
            yield facts.in_block(block.text, block)


def from_own_host(facts: Facts) -> Iterator[Found[str]]:
    """The label of the page's own host, as the last resort."""
    host = facts.page.host
    for label in [] if facts.on_board else labels_of(host)[-1:]:
        yield found(label.replace("-", " ").title(), host, f"host {host}")


def from_copyright(facts: Facts) -> Iterator[Found[str]]:
    """The holder of the page's copyright, where the site is no job board."""
    for block in facts.page.blocks[-40:]:
        match = _COPYRIGHT.search(block.text[:300])
        if match and not facts.on_board:
            yield facts.in_block(re.split(r"\s[-–|]\s|, (?:all|Inc)", match["name"])[0], block)


def from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The employer an element names, or the alternative text of its logo."""
    image = tag if tag.name == "img" else None
    name = tidy(str(image.get("alt") or "") if image else text_of(tag))
    return facts.at(name, tag, name) if is_name(name) else None


# Sources that find any organisation of the page, so that a board's own name must be kept out.
_GUESSES = (from_text, from_trail, from_copyright)
