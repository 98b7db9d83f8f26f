"""What marks the employer's name by where it stands: the top of its own page, a link to its profile on a board."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrapers.boards import is_board
from scrapers.facts import Facts
from scrapers.hostnames import labels_of
from scrapers.labels import in_row_of_links, is_link
from scrapers.namelines import reads_like_name
from scrapers.orgnames import with_legal_form
from scrapers.page import Block, Zone
from scrapers.sitenames import SEPARATORS
from scrapers.spots import holding
from scrapers.values import Found, found, words

_SKIP = re.compile(r"^(?:skip to|zum (?:inhalt|seiteninhalt)|aller au|ir al|menu|search|toggle)\b", re.I)
_LOGO = re.compile(r"\s*\b(?:logo(?:type)?|home ?page|home|crest of|wappen|startseite)\b:?\s*(?:of |der |de )?", re.I)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s{0,3}(?:copyright\s)?(?:\d{4}(?:\s?[-–]\s?\d{2,4})?)?\s{0,3}(?:by |of "
    r")?(?P<name>[A-Z0-9À-Ž][^|.©•\n]{1,60})",
    re.I,
)
_COPYRIGHT_SIGNS = ("©", "(c)", "copyright")


def from_profile(facts: Facts) -> Iterator[Found[str]]:
    """A link near the title to what a board shows of the employer: "/company/northlake"."""
    for link in facts.profiles:
        if reads_like_name(link.text):
            yield facts.at(link.text, link.node)


def from_masthead(facts: Facts) -> Iterator[Found[str]]:
    """What stands at the very top of an employer's own page: its name, as a line or as its logo.

    On a platform that many employers have pages on, it is a logo whose words the text has too.
    """
    platform = facts.on_board and is_board(facts.page.host)
    if facts.on_board and not platform:
        return
    for image in facts.page.tags("img")[:4]:
        name = _LOGO.sub(" ", str(image.get("alt") or "")).strip()
        if platform and (is_board(name) or name not in facts.page.text):
            continue
        marked = "logo" in f"{image.get('alt')} {image.get('class')} {image.get('src')}".lower()
        if (
            marked or next(with_legal_form(name), None) or (" " in name and name in facts.page.text)
        ) and reads_like_name(name):
            yield facts.at(name, image, name)
    if platform:
        return
    title = facts.title_block
    for block in facts.page.blocks[: min(4, title.index) if title else 4]:
        said = set(words(block.text)) <= facts.title_words or _is_menu(facts, block)
        name = _first_link(facts, block)
        if len(name) > 4 and not said and reads_like_name(name) and not _SKIP.match(name):
            yield facts.in_block(name, block)


def _first_link(facts: Facts, block: Block) -> str:
    """The words of a line; of links that run together, those of the first: "Northlake Inn" of "Northlake InnShop"."""
    starts = [start for start, _node in facts.page.parts(block.start, block.end)]
    glued = next((start for start in starts[1:] if not facts.page.text[start - 1].isspace()), block.end)
    return facts.page.text[block.start : glued] if is_link(facts.page, block) else block.text


def _is_menu(facts: Facts, block: Block) -> bool:
    """Whether a line is one of a row of links."""
    return bool(block.zone & Zone.NAV) or block.tag in ("li", "button", "option") or in_row_of_links(facts.page, block)


def from_copyright(facts: Facts) -> Iterator[Found[str]]:
    """The holder of the page's copyright, where the site is no job board."""
    blocks = () if facts.on_board else facts.page.blocks[-40:]
    held = holding(facts.page, _COPYRIGHT_SIGNS, blocks)
    for block in blocks:
        match = _COPYRIGHT.search(block.text[:300]) if block.index in held else None
        if match:
            yield facts.in_block(re.split(r"\s[-–|]\s|, (?:all|Inc)", match["name"])[0], block)


def from_site_name(facts: Facts) -> Iterator[Found[str]]:
    """The site's own name, where the site is no job board."""
    name = facts.page.meta("og:site_name", "application-name")
    if name and not is_board(name) and not facts.on_board:
        yield found(SEPARATORS.split(name)[0], name, "meta[property='og:site_name']")


def from_own_host(facts: Facts) -> Iterator[Found[str]]:
    """The label of the page's own host, as the last resort."""
    host = facts.page.host
    for label in [] if facts.on_board else labels_of(host)[-1:]:
        yield found(label.replace("-", " ").title(), host, f"host {host}")
