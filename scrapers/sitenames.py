"""Telling what a site calls itself from what a page is about."""

from __future__ import annotations

import re

from bs4 import Tag

from scrapers.facts import Facts
from scrapers.jobwords import is_generic, looks_like_job
from scrapers.orgnames import by_kind
from scrapers.values import words

# What parts the title of a document, words single-spaced: " - ", "|", ": ". It begins with what a search leaps to.
SEPARATORS = re.compile(r"[ |:](?:(?<= )(?:[|–—•·:»«/-]+ |\| ?)|(?<=\|) ?|(?<=:) )")


def is_own_name(facts: Facts, text: str) -> bool:
    """Whether a text that reads like a job is what the site calls itself: "Soft Matter Mechanics Lab"."""
    own = words(text)
    host = [part for part in facts.page.host.split(".")[:-1] if part not in ("github", "gitlab", "netlify")]
    label = host[-1].replace("-", "") if host else ""
    spelt_by_host = len(label) > 5 and len(own) > 1 and "".join(own).startswith(label)
    return spelt_by_host or " ".join(own) in facts.site_names


def names_site(title: str, text: str) -> bool:
    """Whether a document title is this text and else only what the section is called: "The Fox & Hounds - Jobs"."""
    parts = SEPARATORS.split(title)
    others = [part for part in parts if words(part) != words(text)]
    return 0 < len(others) < len(parts) and all(is_generic(part) for part in others)


def links_home(node: Tag) -> bool:
    """Whether a headline leads to the site's own beginning, as only its name does."""
    inner = (
        child for child in node.descendants if isinstance(child, Tag) and child.name == "a" and child.has_attr("href")
    )
    link = node if node.name == "a" else next(inner, None)
    return link is not None and str(link.get("href")) in ("/", "./", "index.html", "/index.html", "../")


def is_organisation(text: str) -> bool:
    """Whether a headline is nothing but a name that says what it is: "St. Brigid's Church"."""
    return text in by_kind(text) and not looks_like_job(text)
