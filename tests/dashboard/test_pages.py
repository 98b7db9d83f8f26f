"""The pages through the server's front door: each opens, each form does what it says, hostile text stays text."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from helpers import EXTENSION, ORIGIN, csrf_token

from server import intake
from server.store import rows
from server.store.connection import connect

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
POSTING = {
    "kind": "posting",
    "title": "Office Manager",
    "employer": "Northlake Clinic",
    "location": "Seattle, WA",
    "description": "You run the front desk.",
    "wants": ["Calm with patients"],
    "evidence": {"title": {"text": "Office Manager", "where": "json-ld"}},
    "contacts": [
        {
            "name": "Dana Whitfield",
            "role": "Hiring Manager",
            "emails": ["dana@northlake.example.com"],
            "phones": ["+12065550142"],
            "sure": True,
            "evidence": {"text": "Contact: Dana Whitfield, Hiring Manager", "where": "main > p"},
        }
    ],
}


def track(config, posting=POSTING, **more):
    """One tracked application, and its number."""
    with connect(config.database) as db:
        capture = intake.Capture(html="<p>page</p>", url="https://jobs.example.com/1", **more)
        received = intake.receive(db, capture, lambda _: posting, now=NOW)
    assert received.application is not None
    return received.application


def post(client, path, page="/", **data):
    """Send a form as a browser would from ``page``."""
    token = csrf_token(client.get("/settings").text)
    headers = {"Origin": ORIGIN, "Referer": ORIGIN + page}
    return client.post(path, data={"csrf_token": token, **data}, headers=headers, follow_redirects=True)


@pytest.mark.parametrize("path", ["/", "/applications", "/settings"])
def test_each_page_opens_on_empty_data(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert "<h1>" in response.text


def test_an_application_shows_what_was_read_and_from_where(client, config):
    number = track(config)
    page = client.get(f"/applications/{number}").text
    for expected in (
        "Office Manager",
        "Northlake Clinic",
        "Dana Whitfield",
        "found, not confirmed",
        "Contact: Dana Whitfield, Hiring Manager",
        'href="tel:+12065550142"',
        'href="mailto:dana@northlake.example.com',
        "You run the front desk.",
        "Calm with patients",
    ):
        assert expected in page


def test_a_contact_is_confirmed_and_that_is_taken_back(client, config):
    number = track(config)
    where = f"/applications/{number}"
    path = re.search(rf'action="({where}/people/\d+/confirm)"', client.get(where).text)[1]
    page = post(client, path, where).text
    assert "Contact confirmed" in page
    assert "found, not confirmed" not in page
    event = re.search(r'name="event" value="(\d+)"', page)[1]
    page = post(client, "/undo", where, event=event).text
    assert "Taken back" in page
    assert "found, not confirmed" in page


def test_a_field_is_corrected_and_stays_so(client, config):
    number = track(config)
    where = f"/applications/{number}"
    form = client.get(where).text
    fields = dict(re.findall(r'name="(fact-[a-z_]+)"[^>]*? value="([^"]*)"', form))
    chosen = {
        "fact-approach": "solicited",
        "fact-origin": "posting",
        "fact-calls": "forbidden",
        "fact-contact": "unstated",
        "fact-wants": "Calm with patients",
        "fact-description": "You run the front desk.",
    }
    page = post(client, f"{where}/correct", where, **(fields | chosen | {"fact-title": "Practice Manager"})).text
    assert "<h1>Practice Manager</h1>" in page
    assert "corrected by you" in page or "Corrected: wish on calls, job title" in page
    assert "not wanted" in page


def test_what_is_wrong_in_a_correction_is_said_beside_the_field(client, config):
    number = track(config)
    where = f"/applications/{number}"
    wrong = {"fact-approach": "solicited", "fact-origin": "posting", "fact-calls": "unstated"}
    response = post(
        client, f"{where}/correct", where, **wrong, **{"fact-contact": "unstated", "fact-timezone": "Mars/Base"}
    )
    assert response.status_code == 422
    assert "This time zone is not known" in response.text


def test_a_link_to_the_posting_tells_its_site_nothing(client, config):
    page = BeautifulSoup(client.get(f"/applications/{track(config)}").text, "lxml")
    outside = [link for link in page("a") if str(link["href"]).startswith("http")]
    assert [link["href"] for link in outside] == ["https://jobs.example.com/1"]
    assert {"noreferrer", "noopener"} <= set(outside[0]["rel"])


def test_damaged_data_are_told_on_the_page_that_meets_them(client, config):
    number = track(config)
    with connect(config.database) as db:
        page = rows.value(db, "SELECT rootpage FROM sqlite_master WHERE name = 'postings'")
        size = rows.value(db, "PRAGMA page_size")
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    content = bytearray(config.database.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    config.database.write_bytes(content)
    response = client.get(f"/applications/{number}", headers={"Accept": "text/html"})
    assert response.status_code == 503
    assert "damaged" in response.text
    assert "Restore one of the daily backups" in response.text


def test_deleting_asks_first_and_then_is_for_good(client, config):
    number = track(config)
    question = client.get(f"/applications/{number}/delete").text
    assert "This cannot be undone" in question
    assert client.get(f"/applications/{number}").status_code == 200
    page = post(client, f"/applications/{number}/delete", f"/applications/{number}/delete").text
    assert "deleted for good" in page
    assert client.get(f"/applications/{number}").status_code == 404


def test_a_note_and_a_stage(client, config):
    number = track(config)
    where = f"/applications/{number}"
    assert "Mention the diary" in post(client, f"{where}/notes", where, text="Mention the diary").text
    page = post(client, f"{where}/stage", where, stage="closed:filled").text
    assert '<option value="closed:filled" selected>' in page


def test_settings_are_saved_and_a_wrong_one_is_explained(client):
    fields = {
        "name": "Robin Example",
        "phone": "(206) 555-0100",
        "emails": "robin@example.com\nr.example@example.org",
        "timezone": "America/Los_Angeles",
        "country": "US",
        "hours_from": "09:00",
        "hours_to": "16:30",
        "days_off": ["5", "6"],
        "stance": "persistent",
        "tone": "brief",
        "daily_number": "6",
    }
    page = post(client, "/settings", "/settings", **fields).text
    assert "Saved" in page
    assert 'value="+1 206-555-0100"' in page
    assert "r.example@example.org" in page
    refused = post(client, "/settings", "/settings", **(fields | {"timezone": "Nowhere", "hours_to": "08:00"}))
    assert refused.status_code == 422
    assert "This time zone is not known" in refused.text
    assert "later than the hour before it" in refused.text


def test_a_form_without_its_token_changes_nothing(client, config):
    number = track(config)
    response = client.post(f"/applications/{number}/delete", headers={"Origin": ORIGIN})
    assert response.status_code == 400
    assert client.get(f"/applications/{number}").status_code == 200


def test_a_place_is_added_by_hand_and_its_pasted_text_is_read(client):
    pasted = "Office Manager\n\nNorthlake Clinic\n\nSalary: $50,000 - $60,000 a year\n\nYou run the front desk."
    page = post(
        client,
        "/add",
        "/add",
        origin="posting",
        title="Office Manager",
        employer="Northlake Clinic",
        pasted=pasted,
        contact_name="Dana Whitfield",
        contact_phone="(206) 555-0142",
        applied_on="2026-11-16",
        note="Ask about the diary",
    ).text
    assert "Added." in page
    for expected in ("<h1>Office Manager</h1>", "$50,000 – $60,000 a year", "(206) 555-0142", "Ask about the diary"):
        assert expected in page


def test_a_cold_letter_is_worded_with_why_and_what_was_added_by_hand(client):
    page = post(
        client,
        "/add",
        "/add",
        origin="cold",
        employer="Northlake Clinic",
        sort_of_work="bookkeeping",
        why_employer="You run the only night clinic in the county.",
        contact_name="Dana Whitfield",
        contact_email="dana@northlake.example.com",
        applied_on="2026-11-16",
    ).text
    assert "I am looking for work in bookkeeping" in page
    assert "because you run the only night clinic in the county" in page


def test_adding_nothing_is_refused_in_words_and_what_was_typed_stays(client):
    response = post(client, "/add", "/add", origin="cold", contact_name="Dana Whitfield")
    assert response.status_code == 422
    assert "Give a title, an employer or the posting" in response.text
    assert 'value="Dana Whitfield"' in response.text


def test_a_browser_that_asks_is_listed_connected_and_shut_out(client):
    sent = {"Origin": EXTENSION}
    asked = client.post("/api/pair/start", json={"name": "Firefox at home"}, headers=sent).get_json()
    listed = client.get("/settings/browsers").text
    assert "Firefox at home" in listed and f"/pair/{asked['id']}" in listed
    post(client, f"/pair/{asked['id']}", f"/pair/{asked['id']}", answer="connect")
    body = {"id": asked["id"], "secret": asked["secret"]}
    token = client.post("/api/pair/claim", json=body, headers=sent).get_json()["token"]
    listed = client.get("/settings/browsers").text
    assert "Firefox at home" in listed and f"/pair/{asked['id']}" not in listed and token not in listed
    path = re.search(r'action="(/settings/browsers/\d+/revoke)"', listed)[1]
    assert "Firefox at home" not in post(client, path, "/settings/browsers").text


def test_the_call_list_downloads_as_csv(client, config):
    track(config, applied_on=NOW.date())
    response = client.get("/export/calls.csv")
    assert response.mimetype == "text/csv"
    assert "attachment" in response.headers["Content-Disposition"]
    assert client.get("/export/calls.exe").status_code == 404


def test_a_follow_up_is_logged_and_the_next_step_is_said(client, config):
    track(config, applied_on=(datetime.now(UTC) - timedelta(days=21)).date())
    page = client.get("/").text
    assert "Dana Whitfield" in page
    assert "overdue by" in page
    key = re.search(r'name="followup" value="([^"]+)"', page)[1]
    page = post(client, "/log", "/", followup=key, outcome="voicemail-left").text
    assert "Voicemail left" in page
    assert "Next:" in page
    event = re.search(r'name="event" value="(\d+)"', page)[1]
    assert "overdue by" in post(client, "/undo", "/", event=event).text


def test_a_wall_is_said_to_be_one_and_planned_once_it_is_filled_in(client, config):
    number = track(config, {"kind": "wall"})
    where = f"/applications/{number}"
    assert "a login wall or an error page" in client.get(where).text
    given = {"fact-approach": "solicited", "fact-origin": "posting", "fact-calls": "unstated"}
    page = post(client, f"{where}/correct", where, **given, **{"fact-contact": "unstated", "fact-title": "Clerk"}).text
    assert "a login wall or an error page" not in page
    assert "Apply" in page
