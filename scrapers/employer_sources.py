"""Where the name of the employer may stand on a page: each source names candidates, the surest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice, pairwise
from operator import itemgetter
from typing import TypeAlias

from scrapers.boards import is_board
from scrapers.facts import Facts
from scrapers.hostnames import host_of, labels_of, mail_hosts, spelt, web_hosts
from scrapers.jobwords import is_generic, looks_like_job
from scrapers.labels import in_row_of_links
from scrapers.namelines import WHOLE, is_person, reads_like_name
from scrapers.orgnames import (
    KIND_WORDS,
    LEGAL,
    by_kind,
    is_division,
    with_legal_form,
)
from scrapers.page import Block, Zone
from scrapers.places import is_place
from scrapers.signs import every
from scrapers.sitenames import SEPARATORS
from scrapers.spots import around, holding
from scrapers.titles import untagged
from scrapers.values import Found, found, plain, text_of, words
from scrapers.wrapped import unwrap

_ABOUT = re.compile(
    r"^(?:about|über|über uns:?|à propos de|a propos de|sobre|over|om|o společnosti|o firmě|who is|why "
    r"join|why|life at|working at|work at|join) (?P<name>[A-Z0-9À-Ž].{1,50}?)\s?[:?!.]?$"
)
_ABOUT_GENERIC = re.compile(
    r"^(?:us|the|our|you|your|this|uns|ons|nous|nosotros|oss|job|role|company|team|position|project|group|"
    r"department|work|tým|location|lab|firmě|společnosti|an?|we)\b",
    re.I,
)
# How far a name may reach before and behind the word that says what it is.
_BEFORE, _AFTER = 260, 200
_TEAM = re.compile(r"\b(?:team|department|abteilung|afdeling|afdelning|oddělení)\b[\s)]*$", re.I)
_LINE_PARTS = re.compile(r"[ |•·●,](?:(?<= )(?:[|•·●] ?|[–—-] )|(?<=[|•·●]) ?|(?<=,) )")


# Labels that as often stand beside a part of the organisation: "School: Physics and Chemistry".
_KIND_LABELS = ("school", "university", "hospital", "institution", "einrichtung")
_POSTED_BY = re.compile(
    r"\b(?i:posted|advertised|published|veröffentlicht|publiée?|publicado|geplaatst|opublikowan\w)\b.{0,40}?\s"
    r"(?:by|von|par|por|door|przez)\s(?P<name>[A-Z0-9À-Ž].{1,60}?)(?=$|\s[-–|•·]\s|\son\s|\sin\s)"
)
_POSTED = ("posted", "advertised", "publi", "veröffentlicht", "geplaatst")
_GLUE = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_SENTENCE = re.compile(r"[a-z]{3}[.!?]$(?<!Inc\.)(?<!Corp\.)(?<!Ltd\.)")


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
        if is_person(re.split(r"\s[·|–-]\s|,", hit.value)[0]) or (
            hit.label == "recruiter" and not re.search(rf"\s{LEGAL}$", hit.value)
        ):
            continue  # who recruits is mostly a person
        if hit.label in _KIND_LABELS and (not set(words(hit.value)) & KIND_WORDS or is_division(hit.value)):
            continue
        if (len(hit.value) < 90 and not hit.value.endswith((".", "?"))) or re.search(rf"{LEGAL}$", hit.value[:90]):
            yield facts.in_block(hit.value, hit.block)


def from_hints(facts: Facts) -> Iterator[Found[str]]:
    """An element whose class says that it holds the employer's name."""
    for node in facts.hinted.get("employer", [])[:6]:
        text = text_of(node)
        if 1 < len(text) < 80 and not set(words(text)) <= facts.title_words:
            yield facts.at(text, node)


def from_posted_by(facts: Facts) -> Iterator[Found[str]]:
    """Who a board says put the posting up: "Posted 6 November 2026 by Northlake Clinic"."""
    blocks = facts.body_blocks[:40]
    said = holding(facts.page, _POSTED, blocks)
    for block in blocks:
        match = _POSTED_BY.search(block.text) if block.index in said and len(block.text) < 160 else None
        if match and not is_person(match["name"]):
            yield facts.in_block(match["name"], block)


def from_wrapped_title(facts: Facts) -> Iterator[Found[str]]:
    """The employer of a document title in a known form: "Northlake hiring a Cook in …", "Cook at Northlake"."""
    wraps = {title: unwrap(untagged(title)) for title in set(facts.document_titles)}
    for title in facts.document_titles:
        employer, job = wraps[title].get("employer"), wraps[title].get("title")
        # "Hiring - The Pollen Lab at UNR" is a name with another in it.
        said = facts.title_words & set(words(job or ""))
        if employer and (not (job and facts.title_text) or 2 * len(said) > len(facts.title_words)):
            yield found(SEPARATORS.split(employer)[0], untagged(title), "title")


def from_title_parts(facts: Facts) -> Iterator[Found[str]]:
    """What a document title adds to the job's title in it: "Cook | Northlake | Careers", "Cook, Northlake"."""
    return _parts_of_titles(facts, of_job=True)


def from_section_title(facts: Facts) -> Iterator[Found[str]]:
    """What a document title that does not name the job calls the page: "About us | Northlake Clinic"."""
    return _parts_of_titles(facts, of_job=False)


def _parts_of_titles(facts: Facts, *, of_job: bool) -> Iterator[Found[str]]:
    parts: dict[str, list[Found[str]]] = {}
    for title in facts.document_titles:
        if title not in parts:
            whole = untagged(title)
            names_job = bool(facts.title_text) and not facts.title_words.isdisjoint(words(whole))
            parts[title] = list(_parts_of_title(facts, whole)) if names_job is of_job else []
        yield from parts[title]


def _parts_of_title(facts: Facts, whole: str) -> Iterator[Found[str]]:
    pieces = SEPARATORS.split(whole)
    parts = [part for piece in pieces for part in _without_title(piece.strip(), facts.title_text)]
    for part in reversed(parts):
        rest = set(words(part))
        if not rest or _said_elsewhere(facts, part) or is_generic(part) or is_board(part):
            continue
        if rest in facts.brands:
            continue
        if looks_like_job(part) or is_place(part) or part[0].islower() or len(part) > 70 or is_person(part):
            continue
        if (facts.title_text or len(pieces) > 1) and " job in " not in part:
            yield found(part, whole, "title")


def _without_title(part: str, title: str | None) -> list[str]:
    """A part of the document title; where it holds the job's title too, only what follows that after a comma."""
    at = part.casefold().find(title.casefold()) if title else -1
    if at < 0 or title is None:
        return [part]
    rest = part[at + len(title) :]
    return [rest[1:].strip()] if rest.startswith(",") and not is_place(rest[1:].strip()) else []


def from_title_lines(facts: Facts) -> Iterator[Found[str]]:
    """A line by itself beside the job's title that reads like a name: "Northlake Clinic", "Northlake, Seattle, WA"."""
    block = facts.title_block
    blocks = facts.body_blocks
    if block is None:
        return
    at = next((number for number, one in enumerate(blocks) if one.index >= block.index), 0)
    for part in block.text.split("|")[:3] if block.text.count("|") > 1 else ():
        if reads_like_name(part.strip()) and not _said_elsewhere(facts, part.strip()):
            yield facts.in_block(part.strip(), block)
    around = blocks[max(0, at - 2) : at + 4]
    for one in (*blocks[at + 1 : at + 4], *reversed(blocks[max(0, at - 2) : at])):
        if len(one.text) >= 120 or ":" in one.text[:40] or _SENTENCE.search(one.text):
            continue
        if (_is_value(block) and not _is_value(one)) or _heads_section(facts, one):
            continue  # the titles of the rows of a table in which the job's title stands, too
        parts = _parts_of(facts, one)
        if any(part[0].islower() and " " in part for part in parts):
            continue  # "Fully funded, starting in October": prose
        if any(
            len(other.text) > len(one.text) and one.text in other.text and looks_like_job(other.text)
            for other in around
        ):
            continue  # a part of the job's own headline
        for part in _whole_first(parts):
            if reads_like_name(part) and not _said_elsewhere(facts, part) and not _in_menu(facts, one):
                yield facts.in_block(part, one)
                break


def _in_menu(facts: Facts, block: Block) -> bool:
    """Whether a line is a menu's; a name with its legal form in a trail of links is none."""
    return in_row_of_links(facts.page, block) and not WHOLE.match(block.text)


def _heads_section(facts: Facts, block: Block) -> bool:
    """Whether a line is a heading, said nowhere else, over a paragraph or a list."""
    following = facts.page.blocks[block.index + 1 : block.index + 2]
    if block.tag not in ("h2", "h3", "h4", "h5", "h6") or not following or WHOLE.match(block.text):
        return False
    over = following[0].tag == "li" or len(following[0].text) > 60
    return over and facts.page.text.count(block.text) < 2 and block.text not in " ".join(facts.document_titles)


def _is_value(block: Block) -> bool:
    """Whether a line stands in a cell with another before it in the row."""
    return block.tag == "td" and block.node.find_previous_sibling(("td", "th")) is not None


def _whole_first(parts: list[str]) -> list[str]:
    """The parts of a line, an organisation before its department: "Institut for Fysik, Northlake Universitet"."""
    return sorted(parts, key=is_division)


def _said_elsewhere(facts: Facts, part: str) -> bool:
    """Whether a line is the title again, or what a label of the page calls the place."""
    own = set(words(part))
    return part in facts.labelled_towns or own <= facts.title_words or own in facts.brands


def _parts_of(facts: Facts, block: Block) -> list[str]:
    """What a line falls into: the texts of its elements, then what bars, dots and commas part."""
    starts = [start for start, _node in facts.page.parts(block.start, block.end)][:4]
    spans = [facts.page.text[start:end].strip() for start, end in pairwise((*starts, block.end))]
    return [part for span in spans or [block.text] for part in _LINE_PARTS.split(span)[:3] if part]


def from_hosts(facts: Facts) -> Iterator[Found[str]]:
    """The name that the page's host, or the host of its e-mail and web addresses, runs together."""
    page = facts.page
    own = () if facts.on_board else (page.host, host_of(page.canonical))
    hosts = [host for host in own if host]
    titles = "\n".join(facts.document_titles)
    links = [link.href[7:].split("?")[0].lower() for link in page.links if link.href.startswith("mailto:")]
    addressed = [host for text in (page.lower, *links) for host in mail_hosts(text)]
    common = Counter(addressed).most_common(3) if addressed else ()
    hosts += [host for host, _count in common if not is_board(host)]
    hosts += islice((host for host in web_hosts(page.text[:20_000]) if not is_board(host)), 3)
    for host in dict.fromkeys(hosts):
        for label in labels_of(host):
            if name := spelt(label, page.text, page.lower) or spelt(label, titles, titles.lower()):
                yield found(name, name, f"host {host}")


def from_seekers(facts: Facts) -> Iterator[Found[str]]:
    """Sentences that name who seeks: "Northlake Clinic is looking for …"."""
    for _number, block, name in facts.seekers:
        if not looks_like_job(name) and not is_place(name):
            yield facts.in_block(name, block)


def from_about(facts: Facts) -> Iterator[Found[str]]:
    """Headings "About …", "Life at …" and their like."""
    for block in facts.body_blocks[:120]:
        match = _ABOUT.match(block.text) if len(block.text) < 70 else None
        if match and not _ABOUT_GENERIC.match(match["name"]):
            yield facts.in_block(match["name"], block)


def from_legal_forms(facts: Facts) -> Iterator[Found[str]]:
    """Names with a legal form, the commonest first."""
    for candidate in _commonest(facts, with_legal_form, "legal"):
        parts = candidate.value.split()
        glues = list(_GLUE.finditer(candidate.value))
        glue = glues[-1] if glues else None
        tail = candidate.value[glue.start() :] if glue else ""
        if not glue and len(parts) > 2 and is_person(" ".join(parts[:2])):
            tail = " ".join(parts[2:])
        stem = " ".join(tail.split()[:-1]).rstrip(",")
        # "Priya NairCorestone Inc.", "Priya Nair Corestone Inc.": a line break was lost where the name stands alone
        # elsewhere.
        standing = _standing(stem, facts.page.text) if stem else 0
        elsewhere = standing + (" " in stem and standing > 0) > facts.page.text.count(candidate.value)
        # … or where an address runs the name together.
        run = "".join(words(stem))
        addressed = any(f"{mark}{run}" in facts.page.lower for mark in ("@", "www.", "//")) if run else False
        glued = elsewhere or addressed
        yield replace(candidate, value=tail) if glued else candidate


def _standing(words: str, text: str) -> int:
    """How often these words stand in a text as words, and not as the end of a longer one."""
    return sum(not at or not text[at - 1].isalnum() for at in every(words, text))


def from_kinds(facts: Facts) -> Iterator[Found[str]]:
    """Names that say what they are (university, clinic), the commonest first."""
    yield from _commonest(facts, by_kind, "kind")


def _commonest(facts: Facts, names: Callable[[str], Iterator[str]], sign: str) -> Iterator[Found[str]]:
    """The name that the text has most often, the first of them where several are as common.

    Each name has ``sign`` in it, so that only the text round those is looked at.
    """
    places: dict[str, list[Block]] = {}
    spots = sorted(facts.name_spots.get(sign, ()), key=itemgetter(1))
    for block, text in around(facts.page, spots, _BEFORE, _AFTER):
        for name in names(text):
            of_title = block is facts.title_block and set(words(name)) <= facts.title_words
            # "Engineer (New College Grad)" names nobody.
            if not of_title and not is_place(name):
                places.setdefault(name.removeprefix("The ").removeprefix("the "), []).append(block)
    for name in sorted(places, key=lambda name: -len(places[name])):
        yield facts.in_block(name, places[name][0])


def from_trail(facts: Facts) -> Iterator[Found[str]]:
    """A name with its legal form in the trail of links above the title."""
    for block in facts.page.blocks[:25]:
        if block.zone & Zone.NAV and len(block.text) < 60 and WHOLE.match(block.text):
            yield facts.in_block(block.text, block)


Source: TypeAlias = Callable[[Facts], Iterator[Found[str]]]
