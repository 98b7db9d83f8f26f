"""What the field rules share about one page: its posting data, labels, headings and marks, each computed once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import TypeVar

from bs4 import Tag

from scrapers.boards import FOR_EMPLOYERS, OWN_SITES, PROFILE, is_board
from scrapers.countries import CODES, country_of_code, country_of_host, country_of_place
from scrapers.dateorder import month_first
from scrapers.hints import ANY_HINT, HINT_WORDS, HINTS
from scrapers.jobwords import is_generic
from scrapers.labels import Labelled, labelled
from scrapers.lazy import cached_property
from scrapers.page import Block, Link, Page, Zone
from scrapers.places import place_in
from scrapers.spots import Spot, name_spots, who_seeks
from scrapers.structured import Item
from scrapers.values import Found, alike, found, plain, same_address, text_of, words

T = TypeVar("T")

# Languages of one country among those whose phone numbers the pages carry; English, French, Spanish … name none.
_LANGUAGE_COUNTRY = {
    "de": "DE",
    "cs": "CZ",
    "sk": "SK",
    "pl": "PL",
    "da": "DK",
    "sv": "SE",
    "nb": "NO",
    "no": "NO",
    "fi": "FI",
    "nl": "NL",
    "lt": "LT",
    "hu": "HU",
    "it": "IT",
    "fr": "FR",
    "es": "ES",
}

_HEADINGS = ("h1", "h2", "h3")
_PLACE_PARTS = re.compile(r"[,(/|-]")


class Facts:
    """One page as the field rules see it."""

    BOARD = False
    # The zones that are not the posting's own; a header may be, for many pages put the title in one.
    SURROUNDINGS = Zone.OUTSIDE & ~Zone.HEADER

    def __init__(self, page: Page, *, captured_at: datetime | None = None) -> None:
        """``captured_at`` is what relative dates count from; without it they are not read."""
        self.page = page
        self.captured_at = captured_at
        self.title_text: str | None = None
        self.employer_text: str | None = None

    @cached_property
    def title_words(self) -> set[str]:
        """The words of the job's title, once it has been read; for telling it from what stands beside it."""
        return set(words(self.title_text or ""))

    # Where it was.

    def at(self, value: T, node: Tag, text: str | None = None) -> Found[T]:
        """A value read from an element."""
        return found(value, text if text is not None else text_of(node), partial(self.page.where, node))

    def in_block(self, value: T, block: Block, text: str | None = None) -> Found[T]:
        """A value read from a block of the text."""
        return found(value, text or block.text, partial(self.page.where, block.node))

    # Structured data.

    @cached_property
    def postings(self) -> list[Item]:
        """Every schema.org JobPosting of the page, whoever's it is."""
        return [item for item in self.page.typed("JobPosting") if _title_of(item)]

    @cached_property
    def marked_title(self) -> str | None:
        """The title of the page's own job where the site itself marks it; whatever has another is another job's."""
        return None

    @cached_property
    def data(self) -> Item:
        """The JobPosting that describes this page's own job; empty where none does.

        Search pages and "similar jobs" carry data of other jobs: one is only taken if its address is the page's or its
        title is one that the page shows as its own.
        """
        if self.marked_title:
            own = (item for item in self.postings if alike(_title_of(item), self.marked_title))
            return next(own, {})
        for item in self.postings:
            address = item.get("url") or item.get("@id")
            if isinstance(address, str) and same_address(address, self.page.url, self.page.canonical):
                return item
        shown = [*self.document_titles, *self.heading_texts] if self.postings else []
        for item in self.postings:
            if any(alike(_title_of(item), text) for text in shown):
                return item
        if len(self.postings) != 1:
            return {}
        title = _title_of(self.postings[0]).casefold()
        nothing_shown = not any(not is_generic(text) for text in shown)
        said = nothing_shown or any(title in block.text.casefold() for block in self.body_blocks)
        return self.postings[0] if said else {}

    @cached_property
    def on_board(self) -> bool:
        """Whether the page is on a board or platform, so that the site's name and address are not the employer's."""
        host = "" if self.page.host.endswith(OWN_SITES) else self.page.host
        names = (host, self.page.meta("og:site_name") or "")
        return self.BOARD or any(is_board(name) for name in names) or self._sells_postings or bool(self.profiles)

    @cached_property
    def profiles(self) -> list[Link]:
        """The links near the title to what a board shows of an employer; a menu's are none."""
        title, near = self.title_block, []
        for link in self.page.links if title else ():
            if title is None or link.start > title.end + 600:
                break
            if link.start > title.start - 150 and not link.zone & self.SURROUNDINGS and PROFILE.search(link.href):
                near += [link] if not FOR_EMPLOYERS.match(link.text.lower()) else []
        return near

    @cached_property
    def _sells_postings(self) -> bool:
        """Whether the page's own menu asks employers to advertise: only boards do."""
        around = Zone.NAV | Zone.HEADER | Zone.FOOTER
        links = enumerate(self.page.links[:400])
        return any((link.zone & around or at < 12) and FOR_EMPLOYERS.match(link.text.lower()) for at, link in links)

    @cached_property
    def brands(self) -> list[set[str]]:
        """What a board calls itself at its top and its foot, each as its words; empty where the site is none."""
        if not self._sells_postings:
            return []
        home = [link.text for link in self.page.links[:60] if link.href in ("/", "./", "/en/", "/de/", "/fr/")]
        foot = [block.text for block in self.page.blocks[-12:] if "©" in block.text]
        return [set(words(re.sub(r"©|\d{4}|all rights reserved", " ", text, flags=re.I))) for text in (*home, *foot)]

    @cached_property
    def country(self) -> str | None:
        """The country the page speaks for (ISO 3166): by its address, language, data, then the place it names.

        American English is declared by templates wherever they are used, so that the place comes before it.
        """
        lang = (self.page.lang or "").split("-")
        region = lang[-1].upper() if len(lang) > 1 else _LANGUAGE_COUNTRY.get(lang[0].lower(), "")
        declared = region if region in CODES else None
        return (
            country_of_host(self.page.host)
            or (declared if declared != "US" else None)
            or self._data_country()
            or self._place_country()
            or declared
        )

    def _data_country(self) -> str | None:
        places = self.data.get("jobLocation")
        for place in (places if isinstance(places, list) else [places])[:5]:
            address = place.get("address", place) if isinstance(place, dict) else place
            country = address.get("addressCountry") if isinstance(address, dict) else None
            if code := country_of_code(country):
                return code
        return None

    def _place_country(self) -> str | None:
        for hit in self.labels.get("location", []):
            if code := country_of_place(hit.value):
                return code
        return next(
            (
                code
                for block in self.page.blocks[:60]
                if len(block.text) < 100 and (code := country_of_place(block.text))
            ),
            None,
        )

    @cached_property
    def month_first(self) -> bool:
        """Whether 02/11/2026 means February on this page."""
        posted, closes = ([hit.value[:60] for hit in self.labels.get(name, [])] for name in ("posted", "closes"))
        page = self.page
        return month_first(page.text, posted=posted, closes=closes, country=self.country, lang=page.lang or "")

    # What the page shows.

    @cached_property
    def labels(self) -> dict[str, list[Labelled]]:
        """Values beside labels, by what the label stands for."""
        return labelled(self.page)

    @cached_property
    def labelled_towns(self) -> set[str]:
        """The parts of what labels of the page call the place, and of lines near its top that are one."""
        said = [hit.value for hit in self.labels.get("location", [])]
        lines = [
            block.text
            for block in self.body_blocks[:30]
            if len(block.text) < 120 and block.text[:80].count(",") == 1 and place_in(block.text) == block.text
        ]
        return {piece.strip() for value in (*said, *lines) for piece in _PLACE_PARTS.split(value)}

    @cached_property
    def headings(self) -> list[Tag]:
        """The headings that may name the job: h1 to h3, in that order, outside navigation, footer and dialogs."""
        outside = Zone.NAV | Zone.FOOTER | Zone.DIALOG | Zone.RELATED
        tags = self.page.tags(*_HEADINGS)
        headed = [block for block in self.page.blocks if block.node.name in _HEADINGS] if tags else ()
        inside = {id(block.node) for block in headed if not block.zone & outside}
        rest = {id(block.node) for block in headed}
        return [tag for tag in tags if id(tag) in inside] + [
            tag for tag in tags if tag.name == "h1" and id(tag) in rest
        ]

    @cached_property
    def document_titles(self) -> list[str]:
        """What the head calls the page: og:title and ``<title>``."""
        titles = (self.page.meta("og:title"), self.page.title, self.page.meta("twitter:title"))
        return [" ".join(title.split()) for title in titles if title]

    @cached_property
    def document_words(self) -> list[str]:
        """The words of each of those, to compare with."""
        return [" ".join(words(title)) for title in self.document_titles]

    @cached_property
    def heading_texts(self) -> list[str]:
        """The words of those headings."""
        return [text for tag in self.headings if (text := text_of(tag))]

    @cached_property
    def site_names(self) -> set[str]:
        """What the site calls itself (og:site_name, and the label of its host), as words to compare with."""
        names = [self.page.meta("og:site_name", "application-name") or ""]
        labels = self.page.host.removeprefix("www.").split(".")
        names.append(labels[-2] if len(labels) > 1 else "")
        return {" ".join(words(name)) for name in names if name}

    @cached_property
    def organisations(self) -> list[set[str]]:
        """The names that the page gives to organisations, each as its words: by labels, marks, head and sentences."""
        names = [hit.value for hit in self.labels.get("employer", []) if len(hit.value) < 80]
        names += [text_of(tag) for tag in self.hinted.get("employer", [])[:4]]
        names.append(self.page.meta("og:site_name", "application-name") or "")
        names += [name for number, _block, name in self.seekers if number < 40]
        return [own for name in names if (own := set(words(name)) - {"the", "our"})]

    @cached_property
    def name_spots(self) -> dict[str, list[Spot]]:
        """Where in the content a name of an organisation may be, by what tells so."""
        return name_spots(self.page, self.body_blocks[:120])

    @cached_property
    def seekers(self) -> list[tuple[int, Block, str]]:
        """Who the first sixty blocks of the content say is looking for someone: the number of the block, it, a name."""
        return list(who_seeks(self.body_blocks[:60], self.name_spots))

    @cached_property
    def title_block(self) -> Block | None:
        """The first block of the content that shows the title."""
        title = self.title_words
        for block in self.page.blocks if title else ():
            if (
                not block.zone & Zone.NAV
                and len(block.text) < 250
                and len(title & set(words(block.text))) >= 0.8 * len(title)
            ):
                return block
        return None

    @cached_property
    def hinted(self) -> dict[str, list[Tag]]:
        """The elements whose class names say what they hold, by field."""
        hits: dict[str, list[Tag]] = {}
        outside = Zone.NAV | Zone.FOOTER | Zone.DIALOG | Zone.RELATED
        for value, tags in (*self.page.classes(), *self._test_marks()):
            low = value[:300].lower()
            if not ANY_HINT.search(low):
                continue
            for field in {field for word, field in HINT_WORDS if word in low}:
                if HINTS[field].search(low):
                    own = [tag for tag in tags[:5] if not self.page.zone(tag) & outside]
                    hits.setdefault(field, []).extend(own)
        return hits

    def _test_marks(self) -> Iterable[tuple[str, list[Tag]]]:
        """Elements by the attributes that pages carry for their own tests, which name what they hold."""
        for attribute in ("data-test", "data-testid", "data-qa", "data-ui", "data-cy", "data-at", "data-automation"):
            for tag in self.page.by_attribute(attribute)[:200]:
                yield str(tag[attribute]), [tag]

    @cached_property
    def body_blocks(self) -> list[Block]:
        """The blocks of the content itself: outside navigation, footer, asides, dialogs and other jobs."""
        return [block for block in self.page.blocks if not block.zone & self.SURROUNDINGS]


def _title_of(item: Item) -> str:
    return plain(item.get("title") or item.get("name"))
