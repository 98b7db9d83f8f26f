"""The posting's own text and the wants in it, as lines."""

from __future__ import annotations

import html
import re

from bs4 import Tag

from scrapers.facts import Facts
from scrapers.labels import is_wants, kind_of
from scrapers.page import Block
from scrapers.tree import parse
from scrapers.values import Found, found, text_of
from scrapers.walk import walk

_BULLET = re.compile(r"^\s*(?:[-–—•*·●▪◦‣✓✔➤►○o+>]|\(?\d{1,2}[.)])\s+")
_BULLETED = re.compile(r"^\s*(?:[-–—•*·●▪◦‣✓✔➤►○+]|\(?\d{1,2}[.)])\s*\S")
_HEADING = ("h1", "h2", "h3", "h4", "h5", "h6", "dt")
_LIMIT = 20_000


def find_description(facts: Facts) -> Found[str] | None:
    """The text of the posting, one line a paragraph or item: the posting's data where it has it, else the content."""
    data = facts.data.get("description")
    if isinstance(data, str) and len(data) > 200:
        text = html_lines(data)
        return found(text[:_LIMIT], text, "json-ld")
    blocks = content(facts)
    if not blocks:
        return None
    text = "\n".join(block.text for block in blocks)
    return found(text[:_LIMIT], blocks[0].text, facts.page.where(blocks[0].node))


def html_lines(markup: str) -> str:
    """HTML inside structured data (often escaped once more) as lines of text."""
    if "<" not in markup and "&lt;" in markup:
        markup = html.unescape(markup)
    if "<" not in markup:
        return "\n".join(" ".join(line.split()) for line in html.unescape(markup).splitlines() if line.strip())
    return walk(parse(markup[:200_000])).text


def content(facts: Facts) -> list[Block]:
    """The blocks from the title on, less what surrounds a posting: menus, buttons, footers, other jobs."""
    title = facts.title_block
    blocks = [block for block in facts.body_blocks if block.tag not in ("button", "option", "label")]
    if title is not None:
        after = [block for block in blocks if block.index > title.index]
        if sum(len(block.text) for block in after) > 300:
            blocks = after
    return blocks


def find_wants(facts: Facts, description: str | None) -> tuple[str, ...]:
    """What the employer asks for, line by line: the items under "Requirements" and its like."""
    lines = (description or "").split("\n")
    headings: set[str] = set()
    items: set[str] = set()
    wants: list[str] = []
    inside = bulleted = False
    for line in lines:
        if is_wants(line):
            inside = True
            headings, items = headings or _headings(facts), items or _items(facts)
        elif inside and (line in headings or _ends(line) or (line not in items and items & set(wants[-1:]))):
            inside = False
        elif inside and bulleted and not _BULLETED.match(line):
            # The second line of an item; anything else ends a list whose items have bullets.
            if inside := line[0].islower() and bool(wants):
                wants[-1] = f"{wants[-1]} {line}"[:400]
        elif inside and len(line) > 3:
            bulleted = bool(_BULLETED.match(line))
            wants.append(_BULLET.sub("", line).strip()[:400])
        elif not inside and ":" in line[:60] and is_wants(line[: line.find(":")]):
            inside = True
            rest = line[line.find(":") + 1 :].strip()
            if rest:
                wants.append(rest[:400])
    return tuple(dict.fromkeys(wants))[:60]


def _headings(facts: Facts) -> set[str]:
    """The lines that the page shows as headings: by their element, or as bold as a whole."""
    marked = {block.text for block in facts.page.blocks if block.tag in _HEADING}
    return marked | {text_of(tag) for tag in facts.page.tags("b", "strong")[:200]}


def _items(facts: Facts) -> set[str]:
    """The lines that the page shows as items of a list; what follows one and is none begins something else."""
    return {
        block.text for block in facts.page.blocks if "li" in (block.tag, block.node.parent and block.node.parent.name)
    }


def _ends(line: str) -> bool:
    """Whether a line begins another section: a short heading that is no item, or the way to apply."""
    if _BULLETED.match(line) or len(line) > 60 or not line:
        return False
    if line.endswith((":", "?")) or (line.isupper() and len(line.split()) > 1):
        return True
    return bool(kind_of(line)) or bool(_SECTION.match(line))


_SECTION = re.compile(
    r"^(?:what we offer|we offer|our offer|benefits|perks|why (?:join|us|you)|about (?:us|the company)|"
    r"how to apply|application|apply|compensation|salary|responsibilities|your (?:tasks|role|"
    r"responsibilities)|what you'?ll do|our benefits|the (?:team|process)|next steps|contact|location|"
    r"equal opportunity"
    r"|wir bieten|das bieten wir|unser angebot|ihre benefits|deine benefits|benefits|kontakt|über uns|"
    r"ihre aufgaben|deine aufgaben|was wir bieten|was wir dir bieten|klingt interessant|bewerbung|nous "
    r"offrons|ce que nous offrons|avantages|processus|ofrecemos|qué ofrecemos|wat bieden wij|wij bieden|"
    r"interesse|vi tilbyder|vi erbjuder|vi tilbyr|ansøgning|nabízíme|co nabízíme|ponúkame|oferujemy|co "
    r"oferujemy|mes siūlome|tarjoamme)\b",
    re.I,
)


def from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The posting's text where an element holds it all: its blocks, one a line."""
    inside = {id(tag), *(id(inner) for inner in tag.find_all(True))}
    lines = [block.text for block in facts.page.blocks if id(block.node) in inside]
    text = "\n".join(lines)
    return facts.at(text[:_LIMIT], tag, text) if len(text) > 100 else None
