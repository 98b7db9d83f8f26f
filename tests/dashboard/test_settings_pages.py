"""Settings beyond the first page: waits, days away, texts of the scripts, data and what can be done with it."""

from __future__ import annotations

import sqlite3
from datetime import date

from test_pages import post, track

from server.services import preferences
from server.store import backup, settings
from server.store.connection import connect

BASE = {
    "timezone": "America/Los_Angeles",
    "country": "US",
    "hours_from": "09:00",
    "hours_to": "17:00",
    "stance": "single-check",
    "tone": "warm",
    "daily_number": "8",
}
TEXT = "receipt-check.solicited.phone"
WHERE = f"/settings/scripts/{TEXT}"


def test_waits_and_days_away_are_kept(client, config):
    given = BASE | {"wait:R1.single-check": "4", "away_first": ["2026-12-24"], "away_last": ["2027-01-02"]}
    page = post(client, "/settings", "/settings", **given).text
    assert 'name="wait:R1.single-check" value="4"' in page
    with connect(config.database) as db:
        told = settings.load(db)
    assert told.waits == {"R1.single-check": 4}
    assert [str(day) for day in (told.away[0].first, told.away[0].last)] == ["2026-12-24", "2027-01-02"]


def test_lines_of_the_resume_become_strengths_where_they_are_ticked(client, config, morning):
    resume = "Front Desk Lead, 2019-2024\n- Scheduled patients for six dentists\n- Trained four receptionists"
    with connect(config.database) as db:
        preferences.save(db, {"resume": resume, "strengths": ("Fluent Spanish",)}, now=morning)
    page = client.get("/settings").text
    assert 'name="take"' in page
    form = BASE | {"strengths": "Fluent Spanish", "resume": resume, "take": "Scheduled patients for six dentists"}
    page = post(client, "/settings", "/settings", **form).text
    assert "Scheduled patients for six dentists</textarea>" in page
    assert 'value="Trained four receptionists"' in page
    assert 'value="Scheduled patients for six dentists"' not in page


def test_days_away_that_end_before_they_begin_are_refused(client):
    given = BASE | {"away_first": ["2027-01-02"], "away_last": ["2026-12-24"]}
    assert "Swap the two days" in post(client, "/settings", "/settings", **given).text


def test_a_text_is_previewed_kept_and_given_back(client, config):
    track(config)
    ours = client.get(WHERE).text
    assert "How it reads" in ours
    own = "## opening\nGood day, a short question about {{ title }}.\n"
    preview = post(client, WHERE, WHERE, text=own, act="preview").text
    assert "Good day, a short question about Office Manager." in preview
    assert "your text is used" not in preview
    assert "your text is used" in post(client, WHERE, WHERE, text=own, act="keep").text
    assert "yours" in client.get("/settings/scripts").text
    assert "your text is used" not in post(client, WHERE, WHERE, act="ours").text


def test_a_text_that_cannot_be_used_is_not_kept_and_says_why(client):
    response = post(client, WHERE, WHERE, text="## opening\nHello {{ nobody }}, {{ 7*7 }}\n", act="keep")
    assert response.status_code == 422
    assert "Not saved yet" in response.text
    assert "line 2" in response.text
    assert client.get("/settings/scripts/no.such.text").status_code == 404


def test_a_copy_of_the_data_is_whole(client, config, tmp_path):
    track(config)
    response = post(client, "/settings/data/copy", "/settings/data")
    copy = tmp_path / "copy.db"
    copy.write_bytes(response.data)
    with sqlite3.connect(copy) as db:
        assert db.execute("SELECT title FROM applications").fetchall() == [("Office Manager",)]
    db.close()


def test_a_copy_is_brought_back_and_what_was_there_is_set_aside(client, config):
    first = track(config)
    with connect(config.database) as db:
        backup.daily(db, config.backups, date(2026, 11, 23))
    post(client, f"/applications/{first}/delete", "/applications")
    chosen = {"copy": "ringback-2026-11-23.db"}
    assert "Nothing was restored" in post(client, "/settings/data/restore", "/settings/data", **chosen).text
    refused = post(client, "/settings/data/restore", "/settings/data", copy="../../etc/passwd", sure="1")
    assert "Nothing was restored" in refused.text
    page = post(client, "/settings/data/restore", "/settings/data", sure="1", **chosen).text
    assert "set aside as ringback.db.before-restore-1" in page
    assert client.get(f"/applications/{first}").status_code == 200
    post(client, "/settings/data/restore", "/settings/data", sure="1", copy="ringback.db.before-restore-1")
    assert client.get(f"/applications/{first}").status_code == 404


def test_work_that_breaks_off_makes_room_for_the_next(app, client):
    def broken():
        raise RuntimeError("no page and no person is named here")
        yield

    place = app.extensions["work"]
    assert place.start("reread", broken)
    place.thread.join(20)
    assert "It could not be finished" in client.get("/settings/data").text
    assert place.start("reread", lambda: iter(()))


def test_kept_pages_are_read_again_in_the_background(app, client, config):
    track(config)
    assert "The posting" in client.get("/applications/1").text
    post(client, "/settings/data/reread", "/settings/data")
    app.extensions["work"].thread.join(20)
    page = client.get("/settings/data").text
    assert "1 page was read again" in page or "0 pages were read again" in page
    app.extensions["reading"].close()


def test_kept_pages_are_forgotten_and_the_reading_stays(client, config):
    number = track(config)
    assert "1 page was forgotten" in post(client, "/settings/data/pages", "/settings/data").text
    assert "Office Manager" in client.get(f"/applications/{number}").text


def test_everything_is_erased_only_for_the_word(client, config):
    number = track(config)
    page = post(client, "/settings/data/erase", "/settings/data/erase", word="yes").text
    assert "Nothing was erased" in page
    assert client.get(f"/applications/{number}").status_code == 200
    page = post(client, "/settings/data/erase", "/settings/data/erase", word="Erase").text
    assert "Everything was erased" in page
    assert client.get(f"/applications/{number}").status_code == 404
