"""The job's title: from the posting's data, headings, the document title, labels, and last the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from bs4 import Tag

from scrapers.facts import Facts
from scrapers.jobwords import GENDERS, is_generic, looks_like_job
from scrapers.page import Block, Zone
from scrapers.values import Found, found, plain, text_of, words

# How pages wrap the title of the job in the title of the document; the job's is group "title".
_WRAPPED = (
    re.compile(r"^job application for (?P<title>.{2,150}) at (?P<employer>.{2,80})$", re.I),
    re.compile(
        r"^(?P<employer>.{2,80}?) (?:is )?hiring (?:a |an )?(?P<title>.{2,150}?) in (?P<place>.{2,80}?)(?: \| "
        r"LinkedIn)?$"
    ),
    re.compile(r"^(?P<employer>.{2,80}?) (?:is )?hiring (?:a |an )?(?P<title>.{2,150}?)(?: \| LinkedIn)?$"),
    re.compile(r"^(?P<employer>.{2,80}?) sucht (?P<title>.{2,150}?) in (?P<place>.{2,80}?)(?: \| LinkedIn)?$"),
    re.compile(r"^(?P<title>.{2,150}?) - Job bei (?:der Firma )?(?P<employer>.{2,80}?) in (?P<place>.{2,60})$", re.I),
    re.compile(r"^(?P<title>.{2,150}?) @ (?P<employer>.{2,80})$"),
    re.compile(
        r"^(?:we(?:'|’)?(?: a)?re (?:looking for|seeking|hiring)|wanted|gesucht|now hiring|join us as|we "
        r"need)[:\s]+(?:an? )?(?P<title>.{2,120})$",
        re.I,
    ),
    re.compile(
        r"^(?:job|vacancy|vacature|position|career|stelle|stellenangebot|ref|jobs?)\s?:\s(?P<title>.{2,150})$", re.I
    ),
    re.compile(
        r"^(?:jobs?|careers?|vacanc(?:y|ies)|working|work|opportunities|ledige stillinger|stellenangebote|"
        r"offene stellen|stellen"
        r"|karriere|lediga jobb|offres d'emploi|kariéra|kariera|job and career opportunities)"
        r" (?:at|with|for|på|bei|chez|hos|ved|u|w|v|der|von|de|van) (?P<employer>.{2,60})$",
        re.I,
    ),
    re.compile(r"^(?P<title>.{2,150}?)(?: job)? at (?P<employer>[A-Z0-9].{1,60})$"),
    re.compile(r"^(?P<title>.{2,150}?)(?: job)? (?:bei|chez|hos|ved|u) (?P<employer>[A-Z0-9].{1,60})$"),
)
SEPARATORS = re.compile(r"\s+[|–—•·:»«/-]+\s+|\s*\|\s*|:\s+|\s+//\s+|\s+::\s+")
_BRACKETED = re.compile(r"^(?:\[[^\]]{1,40}\]\s*){1,4}")
_POST_MARK = re.compile(r"\s[-–]\s?job post$", re.I)
_TRAILING_REFERENCE = re.compile(r"\s*[(\[]?(?:ref(?:erence)?|job id|id|req)[.:#\s-]{1,4}[\w/-]{2,20}[)\]]?$", re.I)
_SOUGHT = re.compile(
    r"\b(?:seeking|seeks|looking for|hiring|recruiting|searching for|in search of|position of|positions? "
    r"(?:for|as)|opening for|openings for|interest for|vacancy for|need of|sucht|suchen|zoekt|zoeken|"
    r"recherche|recrute|hledá|hledáme|søger|söker|ieško|ieškome|szukamy)"
    r"\s(?:an? |the |our next |for |one |two |several |highly |motivated |experienced |talented |"
    r"qualified |skilled |een |eine?n? |une? |wir |ervaren ){0,4}"
    r"(?P<title>[^\W\d_][\w/+#&. -]{2,60}?)(?= to | with | who | in | at | for | on | and | that | from | "
    r"join| mit | der | die | die | für | als | om |[,;:()!?\n]|\.\s|\.?$)",
    re.I,
)
_WANTED_END = re.compile(r"\s+(?:gezocht|gesucht|wanted|needed|søges|sökes|hledáme)\s*[!.]*$", re.I)
_WANTED_START = re.compile(
    r"^(?:we(?:'|’| a)re (?:looking for|seeking|hiring)|looking for|seeking|hiring|wanted|now hiring|wir "
    r"suchen|we zoeken|hledáme)[:\s]+(?:an?\s|eine?n?\s|een\s)?",
    re.I,
)


def find_title(facts: Facts) -> Found[str] | None:
    """The job's title as the page words it, without the employer, the site or decoration."""
    if title := tidy(plain(facts.data.get("title") or facts.data.get("name"))):
        return found(title, title, "json-ld")
    scored = sorted(_candidates(facts), key=lambda one: -one[0])
    if scored and scored[0][0] >= 4:
        return scored[0][1]()
    weak = scored[0][1]() if scored and scored[0][0] >= 2 else None
    return from_label(facts) or from_text(facts) or from_sentence(facts) or weak


def untagged(title: str) -> str:
    """A title without the tags of a mailing list before it: "[jobs] [remote] Cook"."""
    return _BRACKETED.sub("", title).strip()


def tidy(title: str) -> str:
    """A title without list tags, references and calls for applicants around it."""
    title = _WANTED_END.sub("", _WANTED_START.sub("", untagged(title)))
    title = _TRAILING_REFERENCE.sub("", _POST_MARK.sub("", title))
    return title.strip(' \t-–—|:;,.•*"“”').strip()


def _candidates(facts: Facts) -> Iterator[tuple[float, Callable[[], Found[str]]]]:
    zones = {id(block.node): block for block in reversed(facts.page.blocks)}
    seen: set[str] = set()
    for rank, node in enumerate([*facts.hinted.get("title", [])[:6], *facts.headings[:25]]):
        text = text_of(node)
        if not text or text in seen:
            continue
        seen.add(text)
        score = _score(facts, node, text, zones.get(id(node))) - min(rank, 10) * 0.1
        yield score, partial(facts.at, tidy(text) or text, node, text)
    if title := from_document_title(facts):
        yield 5.5 + 2 * bool(GENDERS.search(title.value)), lambda: title


def _score(facts: Facts, node: Tag, text: str, block: Block | None) -> float:
    score = {"h1": 4.0, "h2": 2.0, "h3": 1.0}.get(node.name, 3.0)
    if block is None and node.name not in ("h1", "h2", "h3"):
        score -= 1
    if len(text) > 3 and any(" ".join(words(text)) in " ".join(words(title)) for title in facts.document_titles):
        score += 4
    if looks_like_job(text):
        score += 3
    if GENDERS.search(text):
        score += 2
    if is_generic(text):
        score -= 7
    if facts.site_names and " ".join(words(text)) in facts.site_names:
        score -= 6
    if len(text) > 150 or len(text) < 3 or text.endswith(("?", "!")):
        score -= 4
    if text.endswith(".") and len(text.split()) > 6:
        score -= 3
    if block is not None and block.zone & (Zone.NAV | Zone.ASIDE | Zone.FOOTER | Zone.DIALOG | Zone.RELATED):
        score -= 4
    return score


def from_label(facts: Facts) -> Found[str] | None:
    """The value beside "Job title:" and its like."""
    for hit in facts.labels.get("title", []):
        if 2 < len(hit.value) < 150 and (hit.strong or looks_like_job(hit.value)) and not is_generic(hit.value):
            return facts.in_block(tidy(hit.value), hit.block)
    return None


def unwrap(title: str) -> dict[str, str]:
    """The parts of a document title that follow a known pattern: title, employer, place."""
    for pattern in _WRAPPED:
        if match := pattern.match(title[:300]):
            return {key: value.strip() for key, value in match.groupdict().items() if value}
    return {}


def from_document_title(facts: Facts) -> Found[str] | None:
    """The part of ``<title>`` or og:title that names a job."""
    for title in facts.document_titles:
        bare = untagged(title)
        wrapped = unwrap(bare)
        if wrapped.get("title") and looks_like_job(wrapped["title"]):
            return found(tidy(wrapped["title"]), title, "title")
        for part in SEPARATORS.split(bare):
            if looks_like_job(part) and not is_generic(part):
                return found(tidy(part), title, "title")
    return None


def from_text(facts: Facts) -> Found[str] | None:
    """A short line near the top that reads like a job title (for pages that are nothing but text)."""
    for block in facts.body_blocks[:25]:
        text = block.text
        if 3 < len(text) < 90 and looks_like_job(text) and not is_generic(text) and not text.endswith((".", ",", ";")):
            subject = re.sub(r"^(?:subject|re|job|position|title)\s?:\s?", "", text, flags=re.I)
            return facts.in_block(tidy(subject), block)
    return None


def from_sentence(facts: Facts) -> Found[str] | None:
    """The job that a sentence near the top says someone is sought for."""
    for block in facts.body_blocks[:8]:
        for match in _SOUGHT.finditer(block.text[:1500]):
            title = match["title"].strip(" -,")
            if looks_like_job(title) and not is_generic(title):
                return facts.in_block(tidy(title), block)
    return None


def from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The title an element holds."""
    title = tidy(text_of(tag))
    return facts.at(title, tag) if 2 < len(title) < 200 else None
