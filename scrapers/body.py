"""The posting's own text, as lines."""

from __future__ import annotations

import html
import re

from bs4 import Tag

from scrapers.facts import Facts
from scrapers.page import Block
from scrapers.tree import parse
from scrapers.values import Found, found
from scrapers.walk import walk

_LIMIT = 20_000
# What no posting says: consent to cookies, the warning about an old browser, whose the page is.
_NOISE = re.compile(
    r"cookies?\b.{0,80}\b(?:consent|accept|necessary|website|zustimm|einverstanden|akzept|accepte\w*|acept\w*)|"
    r"(?:uses?|accept|allow|consent|store|verwende\w*|nutz\w*|utilis\w*|usa\w*|bruger|använder|bruker)\b.{0,60}\bcookies?|"
    r"browser (?:is|ist) (?:outdated|not supported|veraltet)|^\W*(?:copyright )?©"
)
_NOISY = ("cookie", "browser is", "©")


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
    """The blocks from the title on, less what surrounds a posting: menus, buttons, footers, other jobs, cookies."""
    title = facts.title_block
    noise = {block.index for block in facts.page.containing(*_NOISY) if _NOISE.search(block.text.lower())}
    blocks = [
        block
        for block in facts.body_blocks
        if block.node.name not in ("button", "option", "label") and block.index not in noise
    ]
    if title is not None:
        after = [block for block in blocks if block.index > title.index]
        if sum(len(block.text) for block in after) > 300:
            blocks = after
    return blocks


def from_element(facts: Facts, tag: Tag) -> Found[str] | None:
    """The posting's text where an element holds it all: its blocks, one a line."""
    inside = {id(tag), *(id(inner) for inner in tag.find_all(True))}
    lines = [block.text for block in facts.page.blocks if id(block.node) in inside]
    text = "\n".join(lines)
    return facts.at(text[:_LIMIT], tag, text) if len(text) > 100 else None
