"""What a capture holds: the page as the person sees it, and nothing that is nobody's business."""

from __future__ import annotations

import json
import re

import pytest
from chromium_driving import Browser
from job_pages import LIST, POSTING

pytestmark = pytest.mark.browser

LIMIT = 3_000_000


def capture(browser: Browser, recorder, url: str, prepare: str | None = None) -> dict:
    """Open the page, click, and return what was sent."""
    page = browser.open(url)
    if prepare:
        page.evaluate(prepare)
    popup = browser.click_icon(page)
    popup.click("#go")
    popup.wait_for("Tracked")
    return recorder.captures[-1]


def test_secrets_of_forms_and_scripts_stay_in_the_page(connected, recorder, site):
    typed = """() => {
        document.querySelector('[name=who]').value = 'TYPED-SECRET';
        document.querySelector('textarea').value = 'TYPED-SECRET';
    }"""
    sent = capture(connected, recorder, site.url("jobs.example", "/a", POSTING), typed)
    assert "SECRET" not in json.dumps(sent)
    assert '"hiringOrganization"' in sent["html"]
    assert "color:red" not in sent["html"] and "src=" not in sent["html"]
    assert 'value="Reference NC-118"' in sent["html"]
    assert 'value="Apply now"' in sent["html"] and 'alt="Northlake Clinic"' in sent["html"]


def test_words_that_a_style_sheet_hides_are_marked_hidden(connected, recorder, site):
    sent = capture(connected, recorder, site.url("jobs.example", "/b", POSTING))
    assert 'dana<b class="trap" style="display:none">nospam</b>@northlake.example.com' in sent["html"]


def test_page_is_taken_as_rendered_by_its_scripts(connected, recorder, site):
    html = "<body><main></main><script>document.querySelector('main').innerHTML = '<h1>Made by script</h1>'</script>"
    sent = capture(connected, recorder, site.url("jobs.example", "/c", html))
    assert "<main><h1>Made by script</h1></main>" in sent["html"]


def test_open_shadow_roots_are_written_in_place_with_their_slots_filled(connected, recorder, site):
    html = """<body><job-card><span>Site Engineer</span><i>beside</i></job-card><script>
    customElements.define('job-card', class extends HTMLElement {
        connectedCallback() {
            this.attachShadow({mode: 'open'}).innerHTML =
                '<style>p{}</style><h1><slot></slot></h1><p>Call Ona Reyes, 206-555-0177</p>';
        }
    });</script>"""
    sent = capture(connected, recorder, site.url("jobs.example", "/d", html))
    assert (
        "<h1><slot><span>Site Engineer</span><i>beside</i></slot></h1><p>Call Ona Reyes, 206-555-0177</p>"
        in sent["html"]
    )
    assert sent["html"].count("Site Engineer") == 1


def test_frames_of_the_same_site_are_taken_along(connected, recorder, site):
    site.url("jobs.example", "/frame", "<h1>Inside</h1>")
    html = "<h1>Outside</h1><iframe src='/frame'></iframe><iframe srcdoc='<p>Written in</p>'></iframe>"
    sent = capture(connected, recorder, site.url("jobs.example", "/e", html))
    assert [frame["url"] for frame in sent["frames"]] == [site.url("jobs.example", "/frame"), None]
    assert "<h1>Inside</h1>" in sent["frames"][0]["html"] and "<p>Written in</p>" in sent["frames"][1]["html"]
    assert "Written in" not in sent["html"]


def test_selection_is_sent_along(connected, recorder, site):
    select = "() => getSelection().selectAllChildren(document.querySelector('h1'))"
    sent = capture(connected, recorder, site.url("jobs.example", "/f", POSTING), select)
    assert sent["selection"] == "Office Manager"


FIELDS = """<h1>Office Manager</h1><p>Ask for Dana.</p><input name="who"><textarea></textarea>
<div contenteditable="true">EDITED-SECRET, at length</div><p>The end.</p>"""


@pytest.mark.parametrize(
    "select",
    [
        "document.querySelector('input').value = 'TYPED-SECRET'; document.querySelector('input').select();",
        "document.querySelector('textarea').value = 'TYPED-SECRET'; document.querySelector('textarea').select();",
        "getSelection().selectAllChildren(document.querySelector('[contenteditable]'));",
    ],
    ids=["input", "textarea", "editor"],
)
def test_a_selection_in_a_field_is_what_was_typed_and_stays_in_the_page(connected, recorder, site, select):
    sent = capture(connected, recorder, site.url("jobs.example", "/k", FIELDS), f"() => {{ {select} }}")
    assert sent["selection"] is None and "SECRET" not in json.dumps(sent)


def test_a_selection_of_the_whole_page_leaves_out_what_is_typed_in_it(connected, recorder, site):
    select = """() => {
        document.querySelector('textarea').value = 'TYPED-SECRET';
        getSelection().selectAllChildren(document.body);
    }"""
    sent = capture(connected, recorder, site.url("jobs.example", "/l", FIELDS), select)
    assert "Ask for Dana." in sent["selection"] and "The end." in sent["selection"]
    assert "SECRET" not in json.dumps(sent)


def test_a_selection_in_a_shadow_tree_is_sent_along(connected, recorder, site):
    html = """<div id='card'></div><script>
    document.getElementById('card').attachShadow({mode: 'open'}).innerHTML = '<p>Ask for Dana.</p>';</script>"""
    select = """() => {
        const words = document.getElementById('card').shadowRoot.querySelector('p').firstChild;
        getSelection().setBaseAndExtent(words, 0, words, words.length);
    }"""
    sent = capture(connected, recorder, site.url("jobs.example", "/m", html), select)
    assert sent["selection"] == "Ask for Dana."


@pytest.mark.parametrize("edit", ["body.contentEditable = 'true'", "designMode = 'on'"])
def test_a_letter_written_in_an_editor_s_frame_stays_there(connected, recorder, site, edit):
    html = f"""<h1>Office Manager</h1><iframe srcdoc='<p>LETTER-SECRET</p>'></iframe><script>
    addEventListener('load', () => {{ document.querySelector('iframe').contentDocument.{edit}; }});</script>"""
    sent = capture(connected, recorder, site.url("jobs.example", "/n", html))
    assert "LETTER-SECRET" not in json.dumps(sent) and "Office Manager" in sent["html"]


def test_two_megabyte_page_is_sent_whole(connected, recorder, site):
    html = f"<h1>Long</h1><main>{'<p>A sentence about the work, of no great length.</p>' * 40_000}</main>"
    assert len(html) > 2_000_000
    sent = capture(connected, recorder, site.url("jobs.example", "/g", html))
    assert len(sent["html"]) > 2_000_000 and "ringback-note" not in sent["html"]


NOTE = '<meta name="ringback-note" content="cut at 3 MB">'
SENTENCE = "<p>Größe und Übersicht in vielen Worten, die sich wiederholen.</p>"


def size(sent: dict) -> int:
    return len(sent["html"].encode()) + sum(len(frame["html"].encode()) for frame in sent["frames"])


def cut(browser: Browser, recorder, url: str) -> dict:
    """What is sent of a page that is over the limit; the popup says that it is cut."""
    popup = browser.click_icon(browser.open(url))
    popup.click("#go")
    popup.wait_for("over 3 MB")
    return recorder.captures[-1]


def test_page_over_the_limit_is_cut_with_a_note_and_keeps_its_structured_data(connected, recorder, site):
    html = POSTING.replace("<main>", f"<main><section>{SENTENCE * 60_000}</section>")
    late = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Written last"}</script></body>'
    sent = cut(connected, recorder, site.url("jobs.example", "/h", html.replace("</body>", late)))
    assert LIMIT * 0.95 < size(sent) <= LIMIT
    assert NOTE in sent["html"] and '"Written last"' in sent["html"]
    assert "</section></main></body></html>" in sent["html"]


def test_one_endless_paragraph_is_cut_inside(connected, recorder, site):
    html = f"<title>Long</title><p>{'Größe &amp; Übersicht. ' * 200_000}</p>"
    sent = cut(connected, recorder, site.url("jobs.example", "/p", html))
    assert LIMIT * 0.95 < size(sent) <= LIMIT and NOTE in sent["html"]


def test_structured_data_takes_a_third_of_the_limit_at_most(connected, recorder, site):
    block = f'<script type="application/ld+json">{{"@type": "Thing", "text": "{"x" * 400_000}"}}</script>'
    html = f"<title>Long</title><main>{SENTENCE * 60_000}</main>{block * 8}"
    sent = cut(connected, recorder, site.url("jobs.example", "/q", html))
    assert LIMIT * 0.9 < size(sent) <= LIMIT
    assert sent["html"].count('"@type": "Thing"') == 2


def test_frames_count_towards_the_limit_and_the_last_one_is_cut(connected, recorder, site):
    for name in ("one", "two", "three"):
        site.url("jobs.example", f"/{name}", f"<title>{name}</title>{SENTENCE * 20_000}")
    frames = "".join(f"<iframe src='/{name}'></iframe>" for name in ("one", "two", "three"))
    html = f"<title>Top</title><h1>Top</h1>{frames}"
    sent = cut(connected, recorder, site.url("jobs.example", "/r", html))
    assert [frame["url"].rpartition("/")[2] for frame in sent["frames"]] == ["one", "two", "three"]
    assert LIMIT * 0.95 < size(sent) <= LIMIT and NOTE in sent["html"]


@pytest.mark.parametrize(
    ("query", "mark"),
    [("?currentJobId=4410007002", ""), ("?q=nurse", "is-selected"), ("?q=nurse&vjk=4410007002", "")],
)
def test_pane_of_a_result_list_is_the_job_that_is_tracked(connected, recorder, site, query, mark):
    site.url("jobs.example", "/search", LIST.replace("MARK1", mark))
    sent = capture(connected, recorder, site.url("jobs.example", f"/search{query}"))
    assert sent["url"] == site.url("jobs.example", "/jobs/view/4410007002")
    assert sent["title"] == "Theatre Nurse"
    assert "Ines Koller" in sent["html"]
    assert "Porter" not in sent["html"] and "canonical" not in sent["html"]


def test_list_without_a_chosen_job_is_sent_as_the_list_it_is(connected, recorder, site):
    site.url("jobs.example", "/search", LIST.replace("MARK1", ""))
    sent = capture(connected, recorder, site.url("jobs.example", "/search?q=nurse"))
    assert sent["url"] == site.url("jobs.example", "/search?q=nurse")
    assert "Porter" in sent["html"] and "canonical" in sent["html"]


def test_posting_with_similar_jobs_below_is_no_pane(connected, recorder, site):
    similar = """<h2>Similar jobs</h2><ul><li><a href="/jobs/view/55501">Office Manager</a></li>
    <li><a href="/jobs/view/55502">Clerk</a></li><li><a href="/jobs/view/55503">Porter</a></li></ul></body>"""
    html = POSTING.replace("</body>", similar)
    sent = capture(connected, recorder, site.url("jobs.example", "/jobs/view/55500", html))
    assert sent["url"] == site.url("jobs.example", "/jobs/view/55500") and "Porter" in sent["html"]


def test_inline_state_is_taken_only_on_a_listed_board_and_only_the_posting(connected, recorder, site):
    html = """<body><div id="root"></div><script>
    window.__appData = {"user": {"email": "STATE-SECRET"}, "posting": {"title": "Data {Engineer}", "id": "x1"}};
    </script></body>"""
    sent = capture(connected, recorder, site.url("other.example", "/i", html))
    assert "Engineer" not in sent["html"]
    board = "https://jobs.ashbyhq.com/i"  # answered by the test, not by the board
    connected.context.route(board, lambda route: route.fulfill(body=html, content_type="text/html"))
    sent = capture(connected, recorder, board)
    assert '<script>window.__appData = {"posting":{"title":"Data {Engineer}","id":"x1"}};</script>' in sent["html"]
    assert "SECRET" not in sent["html"]


def test_of_cells_that_name_each_other_only_the_posting_s_are_taken(connected, recorder):
    cells = [
        {"user": 1, "offer": 3},
        {"email": 2},
        "STATE-SECRET",
        {"status": 4, "name": 5, "company": 6},
        "active",
        "Data <Engineer>",
        {"name": 7},
        "Pier Works",
    ]
    state = f'<script type="application/json" id="__NUXT_DATA__">{json.dumps(cells)}</script>'
    html = f'<body><div id="root"></div>{state}</body>'
    board = "https://www.startupjobs.cz/nabidka/1/data-engineer"  # answered by the test, not by the board
    connected.context.route(board, lambda route: route.fulfill(body=html, content_type="text/html"))
    sent = capture(connected, recorder, board)
    kept = re.search(r'<script type="application/json" id="__NUXT_DATA__">(.*?)</script>', sent["html"])
    assert kept
    assert json.loads(kept[1]) == [None, None, None, *cells[3:]]
    assert "SECRET" not in sent["html"]


def test_page_of_the_browser_itself_is_said_to_be_closed_to_extensions(connected, recorder):
    page = connected.open("chrome://version/")
    popup = connected.click_icon(page)
    popup.click("#go")
    popup.wait_for("This page cannot be read")
    assert recorder.captures == [] and connected.queued() == []
