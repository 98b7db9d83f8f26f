"""Labels beside values: "Location: Berlin", a cell and its neighbour, a term and its definition, in many languages."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from scrapers.page import Block, Page, Zone
from scrapers.signs import grouped

_WORDS = tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))
LABELS: dict[str, str] = {label: kind for kind, labels in _WORDS.items() for label in labels}

_NOUNS = (
    r"(?:job|position|posting|vacancy|requisition|req|announcement|notice|opening|ad|advert(?:isement)?|"
    r"competition|file|"
    r"search|recruitment|bulletin|role|tracking|ref(?:erence)?|stellen(?:angebots?)?|ausschreibungs?|vakanz|"
    r"inserate?s?|"
    r"anzeigen|vorgangs|angebots|referenz|vacature|referentie|stillings?|opslags|sags|saks|journal|annonse?|diarie|"
    r"refer[ae]n[cs]e?|jobb|tjänst)"
)
_SIGNS = r"(?:id|no|nr|number|num|identification|code|key|ref(?:erence)?|nummer|kode|kod)(?![^\W\d_])|\#"
_BEFORE = r"(?:n[°ºo]|num[ée]r[oy]?|número|nr|číslo|kód|code|codice|código|clave|référence|referencia|id)\.?"
_THINGS = (
    r"(?:offre|annonce|poste|référence|oferta|vacante|puesto|plaza|referencia|annuncio|offerta|riferimento|vaga|"
    r"oferty|ogłoszenia|ref|referencyjny|rekrutacji|pozice|nabídky|inzerátu|concurso|convocatoria|bando)"
)
# A label that names a number of the posting: "Vacancy announcement no.", "Position #", "Numéro de l'offre".
NUMBER_LABEL = (
    rf"(?:{_NOUNS}[ .-]{{0,2}}){{1,3}}(?:{_SIGNS})|{_BEFORE} ?(?:de |del |della |di |da )?(?:l['’]|la |el |d['’])?"
    rf"{_THINGS}(?![^\W\d_])|(?:offre|annonce|oferta|anuncio) (?:n[°ºo]\.?|nº|num[ée]ro|número)(?![^\W\d_])|"
    rf"(?:post (?:no|number|ref|id)|ogłoszenie nr|ilmoitusnumero|kvikreferencenummer)"
)
_LIKELY = (
    ("closes", re.compile(r"\bdeadline\b|^(?:clos(?:ing|e)|expir\w{1,6}|apply by|bewerbungsschluss) |frist$")),
    (
        "posted",
        re.compile(
            r"\b(?:publish(?:ed)?|publication|posted|posting|opening|open|listing|listed|issued?|"
            r"advert(?:ised)?) (?:date|on)$|"
            r"\bdate (?:of )?(?:posted|posting|published|publication|listed|issued?|opened|advertised)$"
        ),
    ),
    ("reference", re.compile(rf"^(?:{NUMBER_LABEL})$")),
    (
        "pay_min",
        re.compile(
            r"^(?:min(?:imum)?\.?|lowest) (?:hiring |starting |base )?(?:rate|salary|pay|hourly rate)|^(?:salary|"
            r"pay|pay rate) (?:min(?:imum)?|from)$"
        ),
    ),
    (
        "pay_max",
        re.compile(
            r"^(?:max(?:imum)?\.?|highest) (?:hiring |starting |base )?(?:rate|salary|pay|hourly rate)|^(?:salary|"
            r"pay|pay rate) (?:max(?:imum)?|to)$"
        ),
    ),
    (
        "pay",
        re.compile(
            r"\b(?:salary|pay|wage|compensation) (?:range|rate|scale|band)\b|^(?:salary|compensation|"
            r"pay)\b.{0,20}$|gehalt$|vergütung$"
        ),
    ),
)
# What any of those has.
_LIKELY_WORDS = re.compile(
    grouped(
        r"deadline|clos|expir|apply by|frist|schluss|date(?<!\wdate)|on$(?<!\won)|id\b|ref(?<!pref)|num|no\b|code|"
        r"rate(?<!\wrate)|salary|pay|wage|compensation|gehalt|vergüt|n[°ºr]|cód|codice|kód|kod|numer|číslo|clave|key\b|\#"
    )
)
_NUMBERED = ("#", "no", "no.", "nr", "nr.", "number", "num")
_LONGEST = max(len(label) for label in LABELS)
_LONGEST_KIND = _LONGEST + 4  # with what stands round it
_ELSEWHERE = Zone.NAV | Zone.CONTROL | Zone.RELATED
_LAST_WORDS = frozenset(label.rpartition(" ")[2] for label in LABELS)
_BEFORE_LABEL = re.compile(r"^[\W_]+")
_BEHIND_LABEL = " :：#*.-–—>»?!"
_INSIDE = re.compile(r"[ |•·¦●▪◦](?:(?<= )[|•·¦●▪◦] ?|(?<=[|•·¦●▪◦]) ?)")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
# "State of NebraskaLocation: Lincoln": the next label, where the line break before it was lost.
_GLUED_LABEL = re.compile(r"(?<=[a-z)])(?=[A-Z][a-z]+(?: [A-Z]?[a-z]+){0,2}\s?:)")
_COLON = re.compile(r":(?=\s?\S)")
_NEXT_LABEL = re.compile(
    r"[\s,;]*(?=[A-Z][a-z]+(?:[ /&-]{1,3}[A-Za-z]+){0,3}\s?:)|(?<=[a-z)])\.?\s(?=[A-Z][a-z]+ [a-z]+ )|"
    r"(?<=\d{5})\s"
)
_BULLETS = ("-", "–", "•", "*", "·", "●", "▪", "○", "+", "o ")
_NUMBER_SIGN = re.compile(r"\s?(?:#|no\.?|nr\.?|number|num)$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value that stands beside a label, and the block it stands in. ``strong`` where markup or a colon joins them."""

    value: str
    label: str
    block: Block
    strong: bool


def fold(text: str) -> str:
    """A label without what varies: case, colon, bullets, number signs at its ends, doubled spaces."""
    folded = text.casefold().replace("’", "'")
    single = folded.isprintable() and "  " not in folded  # no space is printable but the plain one
    folded = (folded.strip() if single else " ".join(folded.split())).rstrip(_BEHIND_LABEL)
    return folded if folded[:1].isalnum() else _BEFORE_LABEL.sub("", folded)


def kind_of(text: str) -> str | None:
    """What a text stands for if it is a label and nothing more; None otherwise."""
    if len(text) > _LONGEST_KIND:
        return None
    folded = fold(text)
    kind = LABELS.get(folded)
    if kind is not None:
        return kind
    if "#" in text:
        folded += " #"
    if folded.endswith(_NUMBERED):
        kind = LABELS.get(_NUMBER_SIGN.sub("", folded))
    if kind is None and "/" in folded:
        # "Organisation/Entity": two names for one thing.
        kinds = {LABELS.get(name.strip()) for name in folded.split("/")}
        kind = kinds.pop() if len(kinds) == 1 else None
    return kind or _likely(folded)


def is_wants(text: str) -> bool:
    """Whether a line is a heading under which wants stand ("Requirements", "Ihr Profil:")."""
    return len(text) <= _LONGEST_KIND and LABELS.get(fold(text)) == "wants"


def _likely(label: str) -> str | None:
    """What an unlisted label stands for, by the words no label of another kind has."""
    if len(label) > 36 or label.count(" ") > 4 or not _LIKELY_WORDS.search(label):
        return None
    return next((kind for kind, pattern in _LIKELY if pattern.search(label)), None)


def labelled(page: Page) -> dict[str, list[Labelled]]:
    """Every value of the page that stands beside a known label, by what the label stands for, in page order."""
    found: dict[str, list[Labelled]] = {}
    parted = page.parted
    for block in page.blocks:
        # A longer line without a colon or a part is no label and has none.
        plain = block.end - block.start > _LONGEST_KIND and block.index not in parted and ":" not in block.text
        if plain or block.zone & _ELSEWHERE:
            continue
        for kind, hit in _of_block(page, block, parted=block.index in parted):
            found.setdefault(kind, []).append(hit)
    return found


def _of_block(page: Page, block: Block, *, parted: bool) -> Iterator[tuple[str, Labelled]]:
    text = block.text
    colon = text.find(":")
    if 0 < colon < 48 and text[colon - 1].isdigit() and text[colon + 1 : colon + 3].isdigit():
        colon = text.find(": ")  # that of an hour is no label's
    near = -1 < colon < 48
    if near and colon < len(text) - 1:
        yield from _before_colon(text, colon, block)
    if kind := kind_of(text):
        yield from _next_block(page, block, kind)
    elif parted and not near:
        yield from _before_element(page, block)
    if colon < 0:
        return
    if len(text) > 24 and text.count(":") > 1:
        yield from _running(text, block)
    if "|" in text or "•" in text or "·" in text:
        for segment in _INSIDE.split(text[:400])[1:]:
            place = segment.find(":")
            if 0 < place < 48:
                yield from _before_colon(segment, place, block)


def _before_colon(text: str, colon: int, block: Block) -> Iterator[tuple[str, Labelled]]:
    kind = kind_of(text[:colon])
    value = text[colon + 1 :].strip() if kind else ""
    if ":" in value:
        value = _GLUED_LABEL.split(value, maxsplit=1)[0]
    if kind and value:
        yield kind, Labelled(_INSIDE.split(value)[0] if len(value) < 400 else value, fold(text[:colon]), block, True)


def _running(text: str, block: Block) -> Iterator[tuple[str, Labelled]]:
    """Labels in running text, as where line breaks were lost: "Job ID: 52 Location: Boston, MA Duration: …"."""
    text = text[:8000]
    colons = [match.start() for match in _COLON.finditer(text)][:80]
    for number, colon in enumerate(colons):
        words = _GLUED.sub(" ", text[max(0, colon - 40) : colon]).split(" ")
        if not _may_end_label(" ".join(words[-4:])):
            continue
        for count in range(min(4, len(words)), 0, -1):
            label = " ".join(words[-count:])
            kind = kind_of(label)
            if kind and kind != "wants" and label[:1].isupper():
                # A label that begins the line is read before the colon.
                value = _running_value(text, colons[number:]) if len(label) < colon else ""
                if value:
                    yield kind, Labelled(value[:120], fold(label), block, False)
                break


def _may_end_label(text: str) -> bool:
    """Whether the last words of a text may be a label: any label, known or likely, has one of these signs."""
    folded = fold(text)
    last = _BEFORE_LABEL.sub("", folded.rpartition(" ")[2])
    known = last in _LAST_WORDS or "/" in folded or "#" in text or folded.endswith(_NUMBERED)
    return known or bool(_LIKELY_WORDS.search(folded))


def _running_value(text: str, colons: list[int]) -> str:
    """What follows a label in running text, up to where the next label begins."""
    for end in (*colons[1:4], colons[0] + 160):
        following = _GLUED_LABEL.split(text[colons[0] + 1 : end + 1].strip(), maxsplit=1)[0]
        words = following.removesuffix(":").split(" ")
        for count in range(min(4, len(words) - 1), 0, -1):
            if kind_of(" ".join(words[-count:])):
                return " ".join(words[:-count]).strip(" ,;.")
        if value := _NEXT_LABEL.split(following, maxsplit=1)[0].strip():
            return value
    return ""


def _next_block(page: Page, block: Block, kind: str) -> Iterator[tuple[str, Labelled]]:
    following = page.blocks[block.index + 1] if block.index + 1 < len(page.blocks) else None
    if following is None or kind_of(following.text) or following.zone & Zone.NAV:
        return
    if following.tag in ("dt", "th") and (block.tag not in ("dt", "th") or _heads_columns(block, following)):
        return
    if (
        block.text.startswith(_BULLETS)
        or (block.text[0].islower() and block.tag not in ("dt", "th"))
        or (is_link(page, block) and is_link(page, following))
    ):
        return
    marked = block.tag in ("dt", "th", "td", "h2", "h3", "h4", "h5", "h6", "strong", "label") or ":" in block.text[-2:]
    yield kind, Labelled(following.text, fold(block.text), following, marked)


def _heads_columns(block: Block, following: Block) -> bool:
    """Whether two cells stand in the head of a table of three columns and more: none is the value of another."""
    row = block.node.parent
    if block.tag != "th" or row is None or following.node.parent is not row:
        return False
    return len([cell for cell in row.contents if getattr(cell, "name", None) == "th"]) > 2


def is_link(page: Page, block: Block) -> bool:
    """Whether the whole block is one link: two of those in a row are a menu."""
    node = page.node_at(block.start)
    while node is not None and node is not block.node.parent:
        if node.name == "a":
            return True
        node = node.parent
    return False


def in_row_of_links(page: Page, block: Block) -> bool:
    """Whether a line is three links, or one of three in a row that are nothing else, as of a menu without markup."""
    if not is_link(page, block):
        return False
    begins = bisect_left(page.links, block.start, key=attrgetter("start"))
    if len(page.links) > begins + 2 and page.links[begins + 2].start < block.end:
        return True
    around = page.blocks[max(0, block.index - 2) : block.index + 3]
    return "xxx" in "".join("x" if is_link(page, one) else " " for one in around)


def is_linked(page: Page, block: Block) -> bool:
    """Whether most of a line is a link: it speaks of another page, as news do."""
    links = page.links
    linked, at = 0, bisect_left(links, block.start, key=attrgetter("start"))
    while at < len(links) and links[at].start < block.end:
        linked, at = linked + len(links[at].text), at + 1
    return linked > 0.6 * len(block.text)


def _before_element(page: Page, block: Block) -> Iterator[tuple[str, Labelled]]:
    """``<b>Location</b> Berlin``: the first element's words are the label, though no colon says so."""
    parts = page.parts(block.start, min(block.end, block.start + _LONGEST + 6))
    next(parts, None)
    for start, _node in parts:
        head = page.text[block.start : start].strip()
        kind = kind_of(head)
        value = page.text[start : block.end].strip().lstrip(":-–").strip()
        if kind and value and kind != "wants":
            yield kind, Labelled(value, fold(head), block, True)
            return
