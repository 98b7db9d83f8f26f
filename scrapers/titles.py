"""The job's title: from the posting's data, headings, the document title, labels, and last the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from bs4 import Tag

from scrapers.facts import Facts
from scrapers.jobwords import GENDERS, is_generic, looks_like_job
from scrapers.labels import in_row_of_links
from scrapers.orgnames import LEGAL
from scrapers.page import Block, Zone
from scrapers.places import is_place, town_and_state
from scrapers.sitenames import SEPARATORS, is_organisation, is_own_name, links_home, names_site
from scrapers.values import Found, found, plain, text_of, words
from scrapers.wrapped import unwrap

_BRACKETED = re.compile(r"^(?:\[[^\]]{1,40}\]\s*){1,4}")
# What the archive of a mailing list adds: "Cook wanted from Mary Miller on 2026-11-02".
_ARCHIVED = re.compile(r"\sfrom\s[^\d]{3,60}\son\s(?:19|20)\d\d-\d\d-\d\d.*$")
_POST_MARK = re.compile(r"\s[-–]\s?job post$", re.I)
_TRAILING_REFERENCE = re.compile(r"\s*[(\[]?(?:ref(?:erence)?|job id|id|req)[.:#\s-]{1,4}[\w/-]{2,20}[)\]]?$", re.I)
_SOUGHT = re.compile(
    r"\b(?:seeking|seeks|looking for|hiring|recruiting|searching for|in search of|(?:position|posts?|role) of|"
    r"positions? "
    r"(?:for|as)|opening for|openings for|interest for|vacancy for|need of|sucht|suchen|zoekt|zoeken|"
    r"recherche|recrute|hledá|hledáme|søger|söker|ieško|ieškome|szukamy)"
    r"\s(?:an? |the |our next |for |one |two |several |highly |motivated |experienced |talented |"
    r"qualified |skilled |een |eine?n? |ein[/(]e?n?\)? |eine[/(]n\)? |une? |un\(e\) |un·e |wir |ervaren ){0,4}"
    r"(?P<title>[^\W\d_](?:[\w/+#&.·: -]|\(\w{1,4}\)){2,60}?)(?= to | with | who | in | at | for | on | and |"
    r" that | from | "
    r"join| mit | der | die | die | für | als | om |[,;:()!?\n]|\.\s|\.?$)",
    re.I,
)
# "Outboard mechanic needed at our shop", "Bakker gezocht": the word behind the job.
_WANTED = re.compile(
    r"(?:^|[.!?:]\s|\n)(?:an? |eine?n? |een |experienced |full-time |part-time )*(?P<title>[^\W\d_][^.!?:;\n]{2,60}?) "
    r"(?:is |are |urgently )*(?:needed|wanted|required|sought|gesucht|gezocht|søges|sökes|søkes|recherchée?s?|cercasi|"
    r"poszukiwan[yaei]|haetaan)(?!\w)",
    re.I,
)
_WANTED_END = re.compile(
    r"\s+(?:gezocht|gesucht|wanted|needed|required|søges|sökes|søkes|hledáme|haetaan|"
    r"cercasi)(?=\s*[!.]*(?:\s[([]|$))\s*[!.]*",
    re.I,
)
# What only says that a line is about a job: "Job:", "Fwd: Vacancy:", "Offre d'emploi :".
_SAYS_JOB = re.compile(
    r"^(?:(?:re|fwd?|aw|wg|jobs?|job (?:posting|offer|opening|vacancy)|vacancy|vacature|opening|(?:immediate |urgent )?"
    r"(?:need|requirement|opening|hiring)|hiring|now hiring|stellenangebot|stellenausschreibung|stelle|"
    r"offre d['’]emploi|"
    r"recrutement|oferta de empleo|oferta de trabajo|ledig stilling|ledigt jobb|offerta di lavoro|concurso|"
    r"oferta pracy)"
    r"\s?(?::|\s[-–—])\s)+",
    re.I,
)
_FILE = re.compile(
    r"^(?:microsoft word|microsoft powerpoint|adobe \w+|libreoffice)\s-\s|\.(?:docx?|pdf|odt|rtf|html?|txt)$", re.I
)
# "(posted Jan 12, 2019)"
_DATED = re.compile(
    r"\s*[(\[](?:posted|updated|added|deadline|clos(?:es|ing)|apply by|expires)\b[^()\[\]]{3,40}[)\]]$", re.I
)
# Where a headline may go on to the employer, the place or the site.
_PART = re.compile(r"[ |,](?:(?<= )(?:[|–—•·»@/-]+ |\| ?|(?:at|bei|chez|hos) (?=[A-Z0-9À-Ž]))|(?<=\|) ?|(?<=,) )")
# Words of sentences: what has one is no headline.
_PROSE = re.compile(
    r"\b(?:is|are|will|have|has|we|you|your|our|invited?|invites?|seeks?|must|should|sucht|suchen|wird|werden|"
    r"recherche|busca|"
    r"zoekt|zoeken|søger|söker|søker|hledáme|szukamy)\b",
    re.I,
)
# A degree that is asked for: "Master in Geosciences".
_DEGREE = re.compile(
    r"^\W*(?:an? )?(?:master|bachelor|diplom|magister|licence|licenciatura|laurea|bsc|msc)\w*(?:'s)?(?: degree)? "
    r"(?:in|of|der)\s",
    re.I,
)
# Where a line ends in the middle of a sentence.
_DANGLING = re.compile(r"\s(?:on|in|at|for|and|to|of|with|a|the|für|mit|im|et|de|pour|y|e|en|i|w|v)$")
_PIPE = re.compile(r"\s*\|\s*")
_LABELLED = re.compile(r"^(?:subject|re|job|position|title)\s?:\s?", re.I)
# What a headline is worth by its tag, the most that its text and place add, and the most that anything else is worth.
_BY_TAG = {"h1": 4.0, "h2": 2.0, "h3": 1.0}
_MOST_BY_TEXT = 9.0
_MOST_WITHOUT_HEADLINE = 7.5
_FULL_OR_PART = re.compile(r"^\(?(?:full|part)[ -]?time\)?$", re.I)
_WANTED_START = re.compile(
    r"^(?:we(?:'|’| a)re (?:looking for|seeking|hiring)|looking for|seeking|hiring|wanted|now hiring|se (?:busca|"
    r"necesita|requiere|solicita)|buscamos|"
    r"cercasi|cerchiamo|(?:on|nous) recherch\w{1,3}|(?:on|nous) recrut\w{1,3}|procura-se|precisa-se|szukamy|"
    r"zatrudnimy|haemme|wir "
    r"suchen(?: sie| dich| euch| verstärkung)?|we zoeken|hledáme)[:\s]+(?:als\s|an?\s|eine?n?\s|een\s)?",
    re.I,
)


def find_title(facts: Facts) -> Found[str] | None:
    """The job's title as the page words it, without the employer, the site or decoration."""
    if title := tidy(plain(facts.data.get("title") or facts.data.get("name"))):
        return found(title, title, "json-ld")
    score, title_of = _best_headline(facts)
    if score < _MOST_WITHOUT_HEADLINE:
        rivals = [(score, title_of), *_without_headline(facts)]
        score, title_of = max(rivals, key=lambda one: one[0])
    if score >= 4:
        return title_of()
    return from_label(facts) or from_text(facts) or from_sentence(facts) or (title_of() if score >= 2 else None)


def untagged(title: str) -> str:
    """A title without the tags of a mailing list before it: "[jobs] [remote] Cook"."""
    title = _BRACKETED.sub("", title) if title.startswith("[") else title
    return (_ARCHIVED.sub("", title) if " from " in title else title).strip()


def tidy(title: str) -> str:
    """A title without list tags, references and calls for applicants around it."""
    title = _WANTED_START.sub("", _SAYS_JOB.sub("", untagged(_FILE.sub("", title))))
    title = _DATED.sub("", title) if title.endswith((")", "]")) else title
    title = _TRAILING_REFERENCE.sub("", _POST_MARK.sub("", _WANTED_END.sub("", title)))
    return title.strip(' \t-–—|:;,.•*"“”').strip()


def bare(facts: Facts, title: str) -> str:
    """A headline without the employer and the place that go with the job's title: "Cook - Northlake Inn, York"."""
    rest = title
    for cut in reversed(list(_PART.finditer(title))):
        part = title[cut.end() : len(rest)].strip(" )")
        if not looks_like_job(title[: cut.start()]) or not _beside(facts, part):
            break
        rest = title[: cut.start()]
    first = _PART.search(rest) or re.search(r":\s", rest)
    if first and _named(facts, rest[: first.start()]) and looks_like_job(rest[first.end() :]):
        rest = rest[first.end() :]
    return rest.strip(" -–—|,")


def _beside(facts: Facts, part: str) -> bool:
    """Whether a part of a headline is an employer or a place, and no part of the title."""
    return is_place(part) or town_and_state(part) or _named(facts, part) or bool(_FULL_OR_PART.match(part))


def _named(facts: Facts, part: str) -> bool:
    """Whether the page elsewhere says that this is an organisation, or it says so itself by its legal form."""
    own = set(words(part))
    if not own or looks_like_job(part):
        return False
    known = any(own == name or (len(own) > 1 and own <= name) for name in facts.organisations)
    return known or bool(re.search(rf"\s{LEGAL}$|^(?:the )?Universi\w+ (?:of|de|di|zu) [A-Z]", part))


def _best_headline(facts: Facts) -> tuple[float, Callable[[], Found[str] | None]]:
    """The score of the headline that is the title most likely, the first of them, and how to read the title off it."""
    best = 0.0
    title_of: Callable[[], Found[str] | None] = _nothing
    zones = {id(block.node): block for block in reversed(facts.page.blocks)}
    seen: set[str] = set()
    for rank, node in enumerate([*facts.hinted.get("title", [])[:6], *facts.headings[:25]]):
        by_rank = _BY_TAG.get(node.name, 3.0) - min(rank, 10) * 0.1
        if by_rank + _MOST_BY_TEXT <= best:
            continue
        text = text_of(node)
        if not text or text in seen:
            continue
        seen.add(text)
        score = by_rank + _score(facts, node, text, zones.get(id(node)))
        if score > best:
            best, title_of = score, partial(_at_headline, facts, text, node)
    return best, title_of


def _nothing() -> None:
    return None


def _without_headline(facts: Facts) -> Iterator[tuple[float, Callable[[], Found[str] | None]]]:
    """What the title of the document and a label say, and its score."""
    if title := from_document_title(facts):
        said = set(words(title.value))
        texts = ((text_of(node), node) for node in facts.headings[:25])
        more = (one for one in texts if len(said) == 1 or one[0].startswith(f"{title.value}: "))
        fuller = next((one for one in more if said < set(words(one[0])) and looks_like_job(one[0])), None)
        if fuller:
            yield 5.6, partial(_at_headline, facts, *fuller)
        yield 5.5 + 2 * bool(GENDERS.search(title.value)), lambda: title
    if (label := from_label(facts)) and looks_like_job(label.value):
        yield 5.6, lambda: label


def _at_headline(facts: Facts, text: str, node: Tag) -> Found[str]:
    """The title a headline gives; where a label gives a whole part of the headline as the title, that part."""
    label = from_label(facts)
    if label and label.value in _PART.split(text)[:4] and looks_like_job(label.value):
        return label
    return facts.at(bare(facts, tidy(text)) or text, node, text)


def _score(facts: Facts, node: Tag, text: str, block: Block | None) -> float:
    """What a headline's text and place say for its being the title; never more than ``_MOST_BY_TEXT``."""
    score = 0.0
    if block is None and node.name not in _BY_TAG:
        score -= 1
    said = " ".join(words(text))
    if len(text) > 3 and any(said in title for title in facts.document_words):
        score += 4
    if GENDERS.search(text):
        score += 2
    if looks_like_job(text):
        score += 3
    elif any(names_site(title, text) for title in facts.document_titles):
        score -= 6
    if is_generic(text):
        score -= 7
    if said in facts.site_names or is_organisation(text) or links_home(node):
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
            title = tidy(hit.value)
            return facts.in_block(bare(facts, title) if hit.label == "subject" else title, hit.block)
    return None


def from_document_title(facts: Facts) -> Found[str] | None:
    """The part of ``<title>`` or og:title that names a job."""
    for title in facts.document_titles:
        whole = _SAYS_JOB.sub("", untagged(_FILE.sub("", title)))
        wrapped = unwrap(whole)
        if wrapped.get("title") and looks_like_job(wrapped["title"]):
            return found(tidy(wrapped["title"]), title, "title")
        for part in SEPARATORS.split(whole):
            if looks_like_job(part) and not is_generic(part) and not is_own_name(facts, part):
                line = _fuller_line(facts, whole, part)
                return found(bare(facts, tidy(line or part)), title, "title")
    return None


def _fuller_line(facts: Facts, title: str, part: str) -> str | None:
    """The line of the page that has this part of the document title and more of it: "Vision / SLAM Engineer"."""
    said = " ".join(words(title))
    lines = (block.text for block in facts.body_blocks[:60] if part in block.text)
    return next((line for line in lines if len(part) < len(line) < 150 and " ".join(words(line)) in said), None)


def from_text(facts: Facts) -> Found[str] | None:
    """A short line near the top that reads like a job title (for pages that are nothing but text)."""
    for block in _lines(facts, 25):
        for part in _PIPE.split(block.text) if "|" in block.text else [block.text]:
            if _job_line(part):
                return facts.in_block(tidy(_LABELLED.sub("", part)), block)
    return None


def is_bold(facts: Facts, block: Block) -> bool:
    """Whether a line is set in bold type from end to end, as pages without headings set them."""
    node = facts.page.node_at(block.start)
    return node is not None and node.name in ("b", "strong") and text_of(node) == block.text


def _lines(facts: Facts, count: int) -> Iterator[Block]:
    """The first lines of the content that are no menu's."""
    return islice((block for block in facts.body_blocks[:80] if not in_row_of_links(facts.page, block)), count)


def _job_line(text: str) -> bool:
    if _PROSE.search(text) or _DEGREE.match(text):
        return False
    return 3 < len(text) < 90 and not text.endswith((".", ",", ";")) and looks_like_job(text) and not is_generic(text)


def headlines(facts: Facts) -> Iterator[str]:
    """The lines of a text that read like job titles and stand like headlines: first, capitalised, or for genders."""
    for number, block in enumerate(_lines(facts, 40)):
        for part in _PIPE.split(block.text) if "|" in block.text else [block.text]:
            capitals = sum(word.lstrip("([")[:1].isupper() for word in part.split())
            bold = number < 20 and is_bold(facts, block)
            if _job_line(part) and (not number or bold or GENDERS.search(part) or capitals >= 0.6 * len(part.split())):
                yield part


def first_headlines(facts: Facts) -> list[str]:
    """What heads a page without headings: its first line, or one for all genders, that reads like a job."""
    lines = (block.text for block in _lines(facts, 12))
    return [line for number, line in enumerate(lines) if _job_line(line) and (not number or GENDERS.search(line))][:1]


def from_sentence(facts: Facts) -> Found[str] | None:
    """The job that a sentence near the top says someone is sought for."""
    for block in facts.body_blocks[:8]:
        for match in (*_SOUGHT.finditer(block.text[:1500]), *_WANTED.finditer(block.text[:300])):
            title = _DANGLING.sub("", match["title"].strip(" -,"))
            if looks_like_job(title) and not is_generic(title):
                return facts.in_block(tidy(title), block)
    return None


def from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The title an element holds."""
    title = tidy(text_of(tag))
    return facts.at(title, tag) if 2 < len(title) < 200 else None
