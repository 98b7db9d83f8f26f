"""The tree of a page beside the one that BeautifulSoup builds of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString, Script, Stylesheet

from scrapers.tree import parse

FIXTURES = sorted((Path(__file__).parent / "fixtures" / "sites").rglob("*.html"))
SNIPPETS = (
    "<p>a<b>b</b> <i>c</i>\n<u>d</u></p> e",
    "<div>\n <p>one</p>\n two <b>three</b>\n <hr> four</div>\n",
    "<pre>\n a\n <b> b </b>\n</pre> <textarea> c\n </textarea>",
    "<p>before<!-- a note -->behind<svg><text>drawn</text></svg>again",
    "<ul><li>a<li>b <a href=/x class='y  z' id=i>c</a></ul><table><tr><td>d<td>e</table>",
    "<script>if (a < b) {}</script><style>p {}</style><template><p>t</p></template> f",
    "<title>t</title><p>un<b>closed <i>tags",
    "</p></div>nothing opened<br>",
    "<!DOCTYPE html><?pi?><html lang=de><head><meta charset=utf-8></head><body x=''>g&nbsp;h &amp; i</body></html>",
)
PAGES = [*SNIPPETS, *(pytest.param(path.read_text("utf-8"), id=path.stem) for path in FIXTURES)]


def outline(soup: Tag) -> Iterator[tuple[Any, ...]]:
    """What is in a tree, in order: its elements, how deep each stands, and the text between them where it is not blank.

    Comments, declarations and the like are bs4's preformatted strings.
    """
    text = ""
    for node in soup.descendants:
        if isinstance(node, Tag):
            yield from [(text.strip(),)] if text.strip() else []
            yield node.name, dict(node.attrs), len(list(node.parents))
            text = ""
        elif isinstance(node, (Script, Stylesheet)) or not isinstance(node, PreformattedString):
            text += str(node)
    yield from [(text.strip(),)] if text.strip() else []


@pytest.mark.parametrize("markup", PAGES)
def test_the_tree_is_that_of_beautifulsoup_less_what_nobody_sees(markup: str) -> None:
    theirs = BeautifulSoup(markup, "lxml", multi_valued_attributes=None)
    for drawing in theirs(("svg", "math", "canvas")):
        drawing.decompose()
    assert list(outline(parse(markup))) == list(outline(theirs))


@pytest.mark.parametrize("markup", SNIPPETS)
def test_each_node_knows_its_neighbours(markup: str) -> None:
    before: Any = parse(markup)
    for node in before.descendants:
        assert node.previous_element is before
        assert before.next_element is node
        assert any(node is child for child in node.parent.contents)
        assert node.next_sibling is None or node.next_sibling.previous_sibling is node
        before = node
    assert before.next_element is None


@pytest.mark.parametrize(
    "line", ["<b>a</b> <b>b</b>", "<b>a</b>\n<b>b</b>", "a <!-- note --><b>b</b>", "<b>a </b><b>b</b>"]
)
def test_what_is_blank_parts_words_within_a_line(line: str) -> None:
    assert parse(f"<div>\n <p> {line} </p>\n </div>").get_text().split() == ["a", "b"]


def test_what_is_blank_between_blocks_is_left_out() -> None:
    blank = [text for text in parse("<div>\n <p>a</p> <ul> <li>b</li> </ul> </div> <p>c</p>").strings if text.isspace()]
    assert not blank


def test_preformatted_text_keeps_its_blank_lines() -> None:
    assert parse("<pre><b>a</b>\n\n <b>b</b></pre>").get_text() == "a\n\n b"


def test_an_element_of_one_string_gives_it_as_bs4_does() -> None:
    soup = parse("<p> a </p><p><b> b </b> c</p><script>d</script>")
    one, several, script = *soup("p"), soup.script
    assert (one.get_text(), one.get_text(" "), one.get_text(" ", True), one.get_text(strip=True)) == (
        " a ",
        " a ",
        "a",
        "a",
    )
    assert (several.get_text("|"), several.get_text("|", True)) == (" b | c", "b|c")
    assert script is not None
    assert script.get_text() == "d"
