"""Nothing that was said to be kept is lost: killed processes, a full disk, two servers, older files, hostile values."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server import housekeeping, intake
from server.config import Config
from server.services import erasing, fields, notes, outcomes, preferences
from server.store import applications, backup, captures, connection, lock, rows, search
from server.store.errors import DamagedError, FullError, InvalidError, RunningError
from server.store.migrations import migrations

NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
POSTING: dict[str, Any] = {"kind": "posting", "title": "Cook", "employer": "Pier Café", "contacts": []}

WRITER = """
import sys, uuid
from datetime import datetime, UTC
from pathlib import Path
from server import intake
from server.store.connection import connect
db = connect(Path(sys.argv[1]))
while True:
    capture = intake.Capture(url=f"https://a.example/{uuid.uuid4()}", html="<p>" + "x" * 20_000)
    kept = intake.keep(db, capture, now=datetime(2026, 11, 2, tzinfo=UTC))
    print(kept.id, flush=True)
"""


def track(db: connection.Store, posting: dict[str, Any] = POSTING, **given: Any) -> int:
    capture = intake.Capture(**{"url": "https://a.example/1", "html": "<p>", **given})
    return intake.receive(db, capture, lambda page: posting, now=NOW).application or 0


def test_a_killed_process_loses_nothing_it_said_was_kept(tmp_path: Path):
    path = tmp_path / "ringback.db"
    connection.prepare(path).close()
    said: list[str] = []
    for _ in range(3):
        command = [sys.executable, "-c", WRITER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            said += [process.stdout.readline().strip() for _ in range(12)]
            os.kill(process.pid, signal.SIGKILL)
            said += [line.strip() for line in process.stdout if line.endswith("\n")]
    with connection.prepare(path) as db:
        assert len(said) >= 36
        assert set(said) <= set(captures.unread(db))
        assert rows.value(db, "PRAGMA integrity_check") == "ok"
        for capture in captures.unread(db):
            intake.read_kept(db, capture, lambda page: POSTING, now=NOW)
        assert captures.unread(db) == []


def test_what_is_committed_is_on_the_disk_and_what_is_deleted_is_overwritten(tmp_path: Path):
    with connection.prepare(tmp_path / "ringback.db") as db:
        told = {name: rows.value(db, f"PRAGMA {name}") for name in ("journal_mode", "synchronous", "secure_delete")}
    # 2 is FULL: with a write-ahead log, NORMAL may lose the last commits when the power goes.
    assert told == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


def test_deleting_an_application_leaves_none_of_its_words_in_the_files(tmp_path: Path):
    path, word = tmp_path / "ringback.db", "zanzibarquux"
    with connection.prepare(path) as db:
        kept = track(db, url="https://a.example/kept")
        one = track(db, {**POSTING, "title": word, "description": word * 2_000}, html=f"<p>{word}", title=word)
        notes.add(db, one, f"a note on {word}", now=NOW)
        outcomes.log(db, one, "arrived", now=NOW, note=word)
        erasing.application(db, one, now=NOW)
        assert applications.ids(db) == [kept]
        left = [found.name for found in tmp_path.rglob("*") if found.is_file() and word.encode() in found.read_bytes()]
        assert left == []


def test_a_full_disk_changes_nothing_and_says_so(tmp_path: Path):
    with connection.prepare(tmp_path / "ringback.db") as db:
        one = track(db)
        pages = rows.value(db, "PRAGMA page_count")
        db.conn.execute(f"PRAGMA max_page_count = {pages + 4}").fetchall()
        noise = "".join(str(uuid.uuid4()) for _ in range(20_000))
        with pytest.raises(FullError) as raised:
            intake.keep(db, intake.Capture(url="https://a.example/2", html=noise), now=NOW)
        assert (raised.value.status, raised.value.code) == (507, "disk-full")
        assert applications.ids(db) == [one]
        assert len(captures.of(db, one)) == 1
        db.conn.execute("PRAGMA max_page_count = 1000000").fetchall()
        assert intake.keep(db, intake.Capture(url="https://a.example/2", html=noise), now=NOW).created


def test_a_failure_in_the_middle_of_a_verb_changes_nothing(tmp_path: Path):
    with connection.prepare(tmp_path / "ringback.db") as db:
        one = track(db)
        with pytest.raises(InvalidError):
            fields.correct(db, one, {"title": "Chef", "closes_on": "soon"}, now=NOW)
        assert applications.record(db, one).title == "Cook"


def test_the_files_are_closed_to_others(tmp_path: Path):
    directory = tmp_path / "new"
    with connection.prepare(directory / "ringback.db") as db:
        track(db)
        backup.copy(db, directory / "copy.db")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in directory.iterdir()}
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert set(modes.values()) == {0o600}


def test_the_second_server_is_refused_while_the_first_lives(tmp_path: Path):
    path = tmp_path / "server.lock"
    code = (
        "import sys; from pathlib import Path; from server.store import lock;"
        "held = lock.acquire(Path(sys.argv[1]), 'http://127.0.0.1:7464'); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        first.stdout.readline()
        with pytest.raises(RunningError) as raised:
            lock.acquire(path)
        assert "http://127.0.0.1:7464" in raised.value.message
        first.kill()
    lock.acquire(path).close()


def test_a_file_of_the_first_version_is_brought_up_to_date_with_all_it_holds(tmp_path: Path):
    path = tmp_path / "ringback.db"
    with connection.connect(path) as old:
        migrations.apply(old, stop_before=[one.name for one in migrations._migrations[1:]])
        old.execute(
            "INSERT INTO applications (title, tracked_at, updated_at) VALUES ('Cook', ?, ?)",
            ("2026-11-02T18:00:00Z", "2026-11-02T18:00:00Z"),
        )
        old.execute(
            "INSERT INTO touches (application, at, channel, outcome)"
            " VALUES (1, '2026-11-03T18:00:00Z', 'phone', 'arrived')"
        )
    with connection.prepare(path) as db:
        assert migrations.pending(db) == []
        assert applications.record(db, 1).title == "Cook"
        outcomes.log(db, 1, "rejected", now=NOW)


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path):
    path = tmp_path / "ringback.db"
    with connection.prepare(path) as db:
        migrations._record_applied(db, "from_the_future")
    with pytest.raises(DamagedError, match="newer version"):
        connection.prepare(path)


@pytest.mark.parametrize("content", [b"this is no database at all" * 200, None])
def test_a_foreign_file_is_refused_and_left_as_it_was(tmp_path: Path, content: bytes | None):
    path = tmp_path / "ringback.db"
    if content is None:
        with sqlite3.connect(path) as foreign:
            foreign.execute("CREATE TABLE recipes (name TEXT)")
        foreign.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(DamagedError):
        connection.prepare(path)
    assert path.read_bytes() == before


HOSTILE = [
    "\ud800",
    "a\0b",
    "\u202eevil",
    "x" * 200_000,
    "'; DROP TABLE applications; --",
    "\x1b[2J",
    "😀" * 2_000,
    "%s%n",
    "",
]
NAMES = ("title", "employer", "location", "reference", "language", "description", "employment_type", "site", "country")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_taken_in_cleaned_in_every_field(tmp_path: Path, text: str):
    evidence = {"text": text, "where": text}
    person = {"name": text, "role": text, "emails": [text], "phones": [text], "sure": text, "evidence": evidence}
    posting = dict.fromkeys(NAMES, text) | {
        "kind": text,
        "pay": {"min": text, "max": 10**400, "currency": text, "per": text},
        "posted_on": text,
        "wants": [text, 7, None, {"a": text}],
        "contacts": [person, text, None],
        "wishes": {"calls": text, "contact": [text], "hours": text, "text": text},
        "evidence": {text: evidence, "title": text},
        "problems": [text],
        "others": [{"value": text, "why": text}],
        "apply": {"by": text, "to": text},
    }
    with connection.prepare(tmp_path / "ringback.db") as db:
        one = track(db, posting, html=text, title=text, selection=text, url=f"https://a.example/{text}")
        notes.add(db, one, text + "note", now=NOW)
        row = applications.row(db, one)
        json.dumps(row)
        assert not {"\0", "\u202e", "\x1b", "\ud800"} & set(str(row["title"]))
        assert len(row["title"] or "") <= 500
        captures.page(db, captures.of(db, one)[0]["id"])
        search.ids(db, text)


@pytest.mark.parametrize("posting", [{}, {"kind": ["posting"]}, {"pay": [1]}, {"contacts": {"a": 1}}, {"wishes": None}])
def test_a_reader_that_answers_nonsense_does_not_stop_the_intake(tmp_path: Path, posting: dict[str, Any]):
    with connection.prepare(tmp_path / "ringback.db") as db:
        assert track(db, posting) == 1


def test_pages_are_deleted_when_their_time_is_over_and_what_was_read_stays(tmp_path: Path):
    with connection.prepare(tmp_path / "ringback.db") as db:
        one = track(db)
        preferences.save(db, {"keep_pages_days": 30}, now=NOW)
        housekeeping.tidy(db, Config(tmp_path), NOW + timedelta(days=29))
        assert captures.of(db, one)[0]["kept"]
        housekeeping.tidy(db, Config(tmp_path), NOW + timedelta(days=31))
        assert not captures.of(db, one)[0]["kept"]
        assert applications.record(db, one).title == "Cook"


def test_erasing_everything_leaves_nothing_in_any_file(tmp_path: Path):
    path, copies, word = tmp_path / "ringback.db", tmp_path / "backups", "zanzibarquux"
    with connection.prepare(path) as db:
        one = track(db, {**POSTING, "description": word}, html=f"<p>{word}")
        notes.add(db, one, word, now=NOW)
        preferences.save(db, {"name": word}, now=NOW)
        copy = backup.daily(db, copies, date(2026, 11, 1))
    assert copy is not None
    (copies / ".ringback-2026-11-02.db.partial").write_bytes(copy.read_bytes()[:50_000] + word.encode())
    backup.restore(copy, path)
    with connection.prepare(path) as db:
        erasing.everything(db, copies)
        assert applications.ids(db) == []
    left = [found for found in tmp_path.rglob("*") if found.is_file() and word.encode() in found.read_bytes()]
    assert left == []


def test_several_at_once_write_without_losing_or_refusing_anything(tmp_path: Path):
    path = tmp_path / "ringback.db"
    connection.prepare(path).close()

    def work(number: int) -> list[int]:
        with connection.connect(path) as db:
            made = [
                track(db, {**POSTING, "title": f"Cook {number} {turn}"}, url=f"https://a.example/{number}/{turn}")
                for turn in range(6)
            ]
            for one in made:
                outcomes.log(db, one, "arrived", now=NOW)
        return made

    with ThreadPoolExecutor(4) as threads:
        made = [one for several in threads.map(work, range(4)) for one in several]
    with connection.connect(path) as db:
        assert sorted(made) == applications.ids(db)
        assert rows.value(db, "SELECT count(*) FROM touches") == len(made) == 24
