"""One application in depth: the kept page, interviews, the one thing, keywords, documents, duplicates."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from test_pages import NOW, POSTING, post, track

from server import intake
from server.services import preferences
from server.store.connection import connect


def test_the_kept_page_is_given_inert(client, config):
    html = "<html><head><LINK rel=preconnect href=//evil.example><base href=//evil.example></head><p>As it was</p>"
    with connect(config.database) as db:
        intake.receive(db, intake.Capture(html=html, url="https://jobs.example.com/1"), lambda _: POSTING, now=NOW)
    page = client.get("/applications/1").text
    assert re.search(r'<iframe[^>]* sandbox src="(/pages/[0-9a-f-]{36})"', page)
    kept = client.get(re.search(r'src="(/pages/[0-9a-f-]{36})"', page)[1])
    policy = kept.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'")
    assert "frame-ancestors 'self'" in policy
    assert kept.headers["X-Content-Type-Options"] == "nosniff"
    assert "As it was" in kept.text
    assert not re.search(r"<(link|base|meta)\b", kept.text, re.I)


def test_an_interview_is_arranged_held_and_asked_about(client, config):
    number = track(config, applied_on=NOW.date())
    where = f"/applications/{number}"
    yesterday = datetime.now(UTC) - timedelta(days=1)
    person = re.search(r'name="talk-interviewers"[^>]*value="(\d+)"', client.get(where).text)[1]
    given = {
        "talk-day": yesterday.date().isoformat(),
        "talk-start": "10:00",
        "talk-end": "11:00",
        "talk-place": "Second floor",
        "talk-interviewers": person,
    }
    page = post(client, f"{where}/interviews", where, **given).text
    assert "Interview arranged" in page
    assert "with Dana Whitfield" in page
    path = re.search(rf'action="({where}/interviews/\d+)/held"', page)[1]
    page = post(client, f"{path}/held", where, decision_on=(yesterday + timedelta(days=9)).date().isoformat()).text
    assert "Decision: " in page
    assert "Say thank you" in page
    page = post(client, f"{path}/report", where, person=person, says="Next week, surely").text
    assert "Next week, surely" in page
    assert "Interview taken off" in post(client, f"{path}/remove", where).text


def test_an_interview_that_ends_before_it_begins_is_refused(client, config):
    where = f"/applications/{track(config)}"
    given = {"talk-day": "2026-12-01", "talk-start": "11:00", "talk-end": "10:00"}
    assert "ends before it begins" in post(client, f"{where}/interviews", where, **given).text


def test_the_one_thing_is_chosen_with_the_postings_line_and_kept(client, config):
    with connect(config.database) as db:
        preferences.save(db, {"strengths": ("Calm with patients in a busy clinic",)}, now=NOW)
    where = f"/applications/{track(config)}"
    page = client.get(where).text
    assert "They ask: “Calm with patients”" in page
    page = post(client, f"{where}/one-thing", where, own="I bring calm to a full waiting room").text
    assert "Corrected: the one thing" in page
    assert "I bring calm to a full waiting room" in page


def test_the_keyword_check_shows_what_the_resume_lacks(client, config):
    with connect(config.database) as db:
        preferences.save(db, {"resume": "Calm with patients for four years."}, now=NOW)
    number = track(config, POSTING | {"wants": ["Calm with patients", "Salesforce"]})
    page = client.get(f"/applications/{number}").text
    assert "Not in your résumé" in page
    assert "Salesforce" in page.split("Not in your résumé")[1].split("In your résumé")[0]


def test_what_happened_by_itself_is_logged(client, config):
    where = f"/applications/{track(config, applied_on=NOW.date())}"
    page = post(client, f"{where}/happened", where, outcome="rejected", channel="email", note="Kind words").text
    assert "Rejected" in page
    assert '<option value="closed:rejected" selected>' in page


def test_documents_are_named(client, config):
    where = f"/applications/{track(config)}"
    page = post(client, f"{where}/documents", where, name="CV-November.pdf").text
    assert "CV-November.pdf" in page
    path = re.search(r'action="([^"]+/documents/\d+/remove)"', page)[1]
    assert "Document taken off" in post(client, path, where).text


def test_two_copies_of_a_job_are_shown_side_by_side_and_joined(client, config):
    first = track(config)
    with connect(config.database) as db:
        copy = intake.Capture(html="<p>x</p>", url="https://board.example.org/9")
        second = intake.receive(db, copy, lambda _: POSTING, now=NOW).application
    where = f"/applications/{second}"
    post(client, f"/applications/{first}/notes", where, text="Note of the first")
    assert "This may be the same job" in client.get(where).text
    sides = client.get(f"/duplicates/{second}/{first}").text
    assert "Note of the first" in sides
    page = post(client, f"/duplicates/{second}/{first}/join", where, keep=str(second)).text
    assert "Two applications joined to one" in page
    assert "Note of the first" in page
    assert client.get(f"/applications/{first}").status_code == 404
