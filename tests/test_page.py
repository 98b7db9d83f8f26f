"""The parsed page: text, places, zones, indexes, structured data, and what hostile input does to it."""

import pytest

from scrapers.page import Page, Zone


def lines(html: str) -> list[str]:
    return Page(html).text.split("\n")


def test_text_has_one_line_a_block_and_single_spaces() -> None:
    html = "<p>Call  <b>Dana</b>\n Whitfield</p><ul><li>one<li>two</ul><table><tr><td>Place<td>Seattle</table>a<br>b"
    assert lines(html) == ["Call Dana Whitfield", "one", "two", "Place", "Seattle", "a", "b"]


def test_text_leaves_out_what_a_browser_does_not_show() -> None:
    html = (
        "<head><title>t</title></head><style>s</style><script>x</script><template>y</template><noscript>n</noscript>"
        "<p hidden>h<p style='display: none'>d</p><!-- c --><p>seen</p>"
    )
    assert lines(html) == ["seen"]


def test_invisible_characters_do_not_split_words() -> None:
    assert lines("<p>Pro&shy;ject&#8203;s\u202e</p>") == ["Projects"]


def test_lines_of_preformatted_text_are_blocks() -> None:
    assert lines("<pre>one\n  two   three\n\nfour</pre>") == ["one", "two three", "four"]


def test_offsets_lead_back_to_blocks_elements_and_paths() -> None:
    page = Page("<body><main><p>One</p><p>Ask <em>Dana Whitfield</em> first</p></main>")
    at = page.text.index("Dana")
    block, node = page.block_at(at), page.node_at(at)
    assert block is not None and block.text == "Ask Dana Whitfield first" and page.blocks[block.index] is block
    assert page.text[block.start : block.end] == block.text
    assert node is not None and node.name == "em"
    assert page.where(node) == "body > main > p:nth-of-type(2) > em"
    assert page.soup.select(page.where(node)) == [node]


def test_path_begins_at_an_id_of_its_own() -> None:
    page = Page('<body><div id="job"><p>x</p></div><div id="job"><p>y</p></div>')
    assert [page.where(block.node) for block in page.blocks] == ["#job > p", "body > div:nth-of-type(2) > p"]


def test_zones_tell_the_posting_from_what_surrounds_it() -> None:
    html = (
        "<header><a>Home</a></header><nav>Menu</nav><main><header><h1>Cook</h1></header><p>Text</p></main>"
        "<aside>Tip</aside><div class='related-jobs'>Forklift driver</div><div role='contentinfo'>Imprint</div>"
    )
    zones = {block.text: block.zone & Zone.OUTSIDE for block in Page(html).blocks}
    assert zones == {
        "Home": Zone.HEADER,
        "Menu": Zone.NAV,
        "Cook": 0,
        "Text": 0,
        "Tip": Zone.ASIDE,
        "Forklift driver": Zone.RELATED,
        "Imprint": Zone.FOOTER,
    }


def test_links_know_where_their_text_begins() -> None:
    page = Page("<p>Write to <a href=' mailto:jobs@northlake.example.com '>our desk</a></p>")
    (link,) = page.links
    assert link.href == "mailto:jobs@northlake.example.com" and link.text == "our desk"
    assert page.text[link.start :].strip().startswith("our desk")


def test_indexes() -> None:
    page = Page("<p id=a class='one two' itemprop='x y'>p</p><div class=two>d</div>")
    assert [tag.name for tag in page.by_class("two")] == ["p", "div"]
    assert page.by_id("a") is page.by_itemprop("y")[0] is page.tags("p")[0]


def test_bytes_are_decoded_as_a_browser_would() -> None:
    word = "Straße für Ärzte"
    assert lines(f"<p>{word}".encode()) == [word]
    assert lines(b"\xff\xfe" + f"<p>{word}".encode("utf-16-le")) == [word]
    assert lines(f"<meta charset=iso-8859-1><p>{word} \x93ok\x94".encode("latin-1")) == [f"{word} “ok”"]
    assert lines("<meta charset=iso-8859-2><p>Plzeň".encode("iso-8859-2")) == ["Plzeň"]
    assert lines(f"<meta charset=iso-8859-1><p>{word}".encode()) == [word]
    assert lines("<meta charset=no-such-code><p>é".encode("cp1252")) == ["é"]


def test_lone_surrogates_and_control_characters_are_dropped() -> None:
    assert lines("<p>a\ud800b\x00c\x07d") == ["abcd"]


def test_a_broken_json_ld_block_loses_only_itself() -> None:
    html = (
        '<script type="application/ld+json; charset=utf-8">{"@type": "Organization", "name": "Northlake"}</script>'
        '<script type="application/ld+json">{"@type": "JobPosting", "title": </script>'
        '<script type="application/ld+json">{"@graph": [[{"@type": "schema:JobPosting", "title": "A\nB",}]]}</script>'
    )
    page = Page(html)
    assert page.typed("Organization")[0]["name"] == "Northlake"
    assert page.typed("JobPosting")[0]["title"] == "A\nB"
    assert len(page.problems) == 1 and page.problems[0].startswith("JSON-LD block 2 is not JSON")


def test_json_ld_that_was_escaped_or_commented_is_read() -> None:
    block = '{"@type": "JobPosting", "title": "Cook"}'
    for text in (block.replace('"', "&quot;"), f"<!-- {block} -->", f"//<![CDATA[\n{block}\n//]]>", f"\ufeff{block};"):
        page = Page(f'<script type="application/ld+json">{text}</script>')
        assert page.typed("JobPosting") == [{"@type": "JobPosting", "title": "Cook"}], text


def test_json_bombs_are_named_and_survived() -> None:
    bombs = ("[" * 100_000, '{"a": NaN}', '{"a":' * 50_000)
    page = Page("".join(f"<script type=application/ld+json>{bomb}</script>" for bomb in bombs))
    assert page.json_ld == [] and len(page.problems) == 3
    digits = Page(f'<script type=application/ld+json>{{"a": {"9" * 5000}}}</script>')
    assert digits.json_ld == [{"a": "9" * 5000}]


def test_microdata_is_shaped_like_json_ld() -> None:
    html = (
        '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Cook</h1>'
        '<div itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">'
        '<span itemprop="name">Northlake</span></div><meta itemprop="datePosted" content="2026-11-02"></div>'
    )
    (item,) = Page(html).typed("JobPosting")
    assert item["title"] == "Cook" and item["datePosted"] == "2026-11-02"
    assert item["hiringOrganization"] == {"@type": "Organization", "name": "Northlake"}


def test_hostile_markup_is_cut_and_said() -> None:
    page = Page("<b>" * 300_000)
    assert any("elements" in problem for problem in page.problems)
    assert Page("<div>" * 3000 + "deep").problems == []
    assert Page("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x</p>").text in ("x", "")
    assert any("characters" in problem for problem in Page("x" * 3_000_001).problems)


def test_an_empty_page_is_no_error() -> None:
    for html in ("", " ", "<!-- -->", b"", b"\xff\xfe"):
        page = Page(html)
        assert page.text == "" and page.blocks == [] and page.block_at(0) is None


@pytest.mark.parametrize("tag", ["main", "section", "article", "div", "p"])
def test_a_page_without_head_and_body_tags_is_read(tag: str) -> None:
    page = Page(f"<html><title>Clerk</title><{tag}><h1>Clerk</h1><p>Keep the books.</p></{tag}></html>")
    assert page.text == "Clerk\nKeep the books."


def test_what_a_head_may_hold_is_no_text_of_the_page() -> None:
    page = Page("<head><title>Clerk</title><noscript>Switch it on</noscript><style>p{}</style></head><p>Books.</p>")
    assert page.text == "Books."
