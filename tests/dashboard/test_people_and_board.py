"""People across applications, the board, what is done with several at once, insights, saved pages, first steps."""

from __future__ import annotations

import io
import re

import pytest
from bs4 import BeautifulSoup
from helpers import ORIGIN, csrf_token
from test_pages import NOW, POSTING, post, track

from server import demo, intake
from server.exports import vcard
from server.saved_page import unpack
from server.services import fields
from server.store import applications
from server.store.connection import connect


def second(config):
    """Another application with a contact of the same name under another address."""
    person = POSTING["contacts"][0] | {"emails": ["d.whitfield@example.org"], "phones": []}
    read = POSTING | {"title": "Clerk", "employer": "Harbor Museum", "contacts": [person]}
    with connect(config.database) as db:
        capture = intake.Capture(html="<p>x</p>", url="https://museum.example.org/1")
        return intake.receive(db, capture, lambda _: read, now=NOW).application


def test_a_person_is_listed_shown_merged_and_taken_apart_again(client, config):
    track(config)
    second(config)
    listed = client.get("/people").text
    assert listed.count("Dana Whitfield</a>") == 2
    assert "d.whitfield@example.org" in client.get("/people?q=d.whitfield").text
    page = client.get("/people/1").text
    other = re.search(r'name="other" value="(\d+)"', page)[1]
    assert f'name="other" value="{other}"' in client.get("/people/1?find=d.whitfield").text
    assert "Nobody else is called that" in client.get("/people/1?find=nobody").text
    page = post(client, "/people/1/merge", "/people/1", other=other).text
    assert "Two people joined to one" in page
    assert "Harbor Museum" in page
    assert "d.whitfield@example.org" in page
    event = re.search(r'name="event" value="(\d+)"', page)[1]
    post(client, "/undo", "/people", event=event)
    assert client.get("/people").text.count("Dana Whitfield</a>") == 2


def test_a_dead_number_is_marked_and_revived(client, config):
    track(config)
    path, dead = re.search(
        r'action="(/people/1/details/\d+)"[^>]*>.*?name="dead" value="(\d)"', client.get("/people/1").text, re.S
    ).groups()
    assert 'name="dead" value="0"' in post(client, path, "/people/1", dead=dead).text
    assert 'name="dead" value="0"' not in post(client, path, "/people/1", dead="0").text


def test_a_person_is_given_as_a_card(client, config):
    track(config)
    response = client.get("/people/1/card.vcf")
    assert response.mimetype == "text/vcard"
    assert "FN:Dana Whitfield\r\n" in response.text
    assert "TEL;TYPE=VOICE:+12065550142\r\n" in response.text
    assert "ORG:Northlake Clinic\r\n" in response.text


def test_a_card_escapes_and_folds_without_cutting_a_character():
    content = vcard.card("Zoë; Ümit, \\ the\nsecond", employer="ä" * 80, emails=["a@example.com"]).decode()
    assert "FN:Zoë\\; Ümit\\, \\\\ the\\nsecond\r\n" in content
    lines = content.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "ä" * 80 in content.replace("\r\n ", "")
    assert "BEGIN:VCARD" not in vcard.card("x\r\nBEGIN:VCARD").decode().split("\r\n")[1:]


def test_the_number_is_a_picture_to_be_dialled(client, config):
    track(config)
    response = client.get("/people/1/dial.svg")
    assert response.mimetype == "image/svg+xml"
    assert "style=" not in response.text
    assert client.get("/people/99/dial.svg").status_code == 404


def test_a_card_moves_on_the_board(client, config):
    number = track(config)
    board = client.get("/applications/board").text
    assert "Office Manager" in board
    page = post(client, f"/applications/{number}/move/interview", "/applications/board").text
    lane = BeautifulSoup(page, "lxml").select_one(".lane[data-stage=interview]")
    assert "Office Manager" in lane.get_text()
    assert "Stage changed" in page


def test_the_list_is_narrowed_by_how_the_application_came_about(client, config):
    number = track(config)
    ways = {"solicited", "unsolicited", "lead"}
    assert ways < {option["value"] for option in BeautifulSoup(client.get("/applications").text, "lxml")("option")}
    for approach, origin in (("solicited", "posting"), ("unsolicited", "cold"), ("unsolicited", "referral")):
        with connect(config.database) as db:
            fields.set_approach(db, number, approach, origin, now=NOW)
        listed = {way for way in ways if "Office Manager" in client.get(f"/applications?show={way}").text}
        assert listed == {"lead" if origin == "referral" else approach}


def test_several_are_changed_at_once_and_taken_back_at_once(client, config):
    ids = [str(track(config)), str(second(config))]
    listed = "/applications?show=open&sort=title"
    page = post(client, "/applications/bulk", listed, ids=ids, act="closed:withdrawn").text
    assert "2 applications were changed" in page
    assert "Nothing found" in page, "the list is no longer the one that was asked for"
    assert client.get("/applications").text.count("Closed: withdrawn</span>") == 2
    event = re.search(r'name="event" value="(\d+-\d+)"', page)[1]
    page = post(client, "/undo", "/applications", event=event).text
    assert "Taken back" in page
    assert "Closed: withdrawn</span>" not in page
    assert "What to do with them is missing" in post(client, "/applications/bulk", "/applications", ids=ids).text
    assert "Nothing is ticked" in post(client, "/applications/bulk", "/applications", act="favourite").text


def test_several_are_deleted_after_a_question(client, config):
    ids = [str(track(config)), str(second(config))]
    question = post(client, "/applications/bulk", "/applications", ids=ids, act="delete").text
    assert "Yes, delete 2 for good" in question
    with connect(config.database) as db:
        assert len(applications.ids(db)) == 2
    assert "2 were deleted for good" in post(client, "/applications/delete", "/applications", ids=ids).text


def test_search_finds_words_of_every_part_whatever_is_typed(client, config):
    number = track(config)
    where = f"/applications/{number}"
    post(client, f"{where}/notes", where, text="They keep a paper diary")
    for typed in ("diary", "northlake", "dana@northlake.example.com", "front desk", "Offi"):
        assert "Office Manager" in client.get("/applications", query_string={"q": typed}).text, typed
    assert "<mark>diary</mark>" in client.get("/applications", query_string={"q": "diary"}).text
    for typed in ('"', "NEAR(", "a:b", "-x", "*", "x" * 10_000, "title:", "\x00"):
        response = client.get("/applications", query_string={"q": typed})
        assert response.status_code == 200, typed


def figures(client, heading):
    """The rows of one table of the insights: label, count, share."""
    page = BeautifulSoup(client.get("/insights").text, "lxml")
    section = page.find(["h2"], string=heading).find_parent("section")
    rows = section.select("tbody tr")
    assert len(section.select("svg rect")) == 2 * len(rows)
    return [[" ".join(cell.get_text().split()) for cell in row(["th", "td"])] for row in rows]


def test_insights_say_when_there_are_too_few(client, filled):
    assert "These are too few to say." in client.get("/insights").text
    assert figures(client, "Does following up work for you?")[1] == ["Waited", "0 of 5", "too few to say"]


def test_insights_give_counts_and_an_interval_beside_each_share(client, config, morning):
    with connect(config.database) as db:
        demo.fill(db, morning)
    assert figures(client, "How far they came")[:2] == [["Tracked", "40", "100%"], ["Applied", "37", "92%"]]
    followed, waited = figures(client, "Does following up work for you?")
    assert followed == ["Followed up", "17 of 24", "71% (51–85%)"]
    assert waited == ["Waited", "2 of 13", "15% (4–42%)"]
    assert "chance alone would hardly do that" in client.get("/insights").text
    assert figures(client, "Answered, by approach")[1] == ["Unsolicited", "1 of 3", "too few to say"]


def test_the_first_steps_are_shown_and_ticked_off(client, config):
    assert "Three steps to the first one" in client.get("/").text
    assert "1 tracked" not in client.get("/start").text
    track(config)
    assert "1 tracked" in client.get("/start").text


def upload(client, *files):
    """Choose files and send them."""
    data = {
        "csrf_token": csrf_token(client.get("/start").text),
        "pages": [(io.BytesIO(content), name) for name, content in files],
    }
    return client.post(
        "/import",
        data=data,
        content_type="multipart/form-data",
        headers={"Origin": ORIGIN, "Referer": f"{ORIGIN}/start"},
        follow_redirects=True,
    )


def test_saved_pages_are_kept_and_read_beside_the_requests(app, client):
    page = demo.PLACES[0].page.encode()
    assert "1 page is kept and being read" in upload(client, ("office.html", page)).text
    app.extensions["work"].thread.join(20)
    assert "1 page was read" in client.get("/start").text
    assert "Office Manager" in client.get("/applications").text
    app.extensions["reading"].close()


@pytest.mark.parametrize("name", ["photo.png", "page", "../../x.exe"])
def test_what_is_no_saved_page_is_refused_in_words(client, name):
    assert "is not a saved web page" in upload(client, (name, b"x")).text


def test_an_archive_gives_its_page_and_its_address():
    archive = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://jobs.example.com/7\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://jobs.example.com/7\r\n\r\n"
        b"<h1>Clerk =E2=80=93 full time</h1>\r\n--x--\r\n"
    )
    html, url = unpack(archive)
    assert "Clerk" in html
    assert url == "https://jobs.example.com/7"
    assert unpack(b"<p>plain</p>") == ("<p>plain</p>", None)
