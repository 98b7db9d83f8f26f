"""Ended in the middle: whatever was said to be kept is there afterwards, is read in the end, and only once."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from helpers import EXTENSION

from server import housekeeping, intake, planning
from server.config import Config, load
from server.joining import reading as joining
from server.reader import Reader
from server.reading import ReadingQueue
from server.services import outcomes
from server.store import access, applications, captures, connection, followups, rows
from server.store.errors import DiskError, FullError, translate

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2026, 11, 2, 18, 0, tzinfo=UTC)
PERSON = {"name": "Dana Example", "emails": [], "phones": ["+12065550142"], "sure": True}
POSTING: dict[str, Any] = {"kind": "posting", "title": "Cook", "employer": "Pier Café", "contacts": [PERSON]}


@pytest.fixture
def config(tmp_path: Path) -> Config:
    made = load(tmp_path / "data")
    connection.prepare(made.database).close()
    return made


@pytest.fixture
def db(config: Config) -> Iterator[connection.Store]:
    with connection.connect(config.database) as opened:
        yield opened


@pytest.fixture
def queue(config: Config) -> Iterator[ReadingQueue]:
    made = ReadingQueue(config.database, Reader(seconds=120))
    yield made
    made.close()


def keep(db: connection.Store, html: str = "<h1>Cook</h1>", url: str | None = None) -> str:
    return intake.keep(db, intake.Capture(html=html, url=url), now=NOW).id


class Server:
    """The server as a process, on data that are kept between two of them, and a connected browser's calls."""

    def __init__(self, config: Config) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        with connection.connect(config.database) as db:
            token = access.add_browser(db, "Test browser", datetime.now(UTC), EXTENSION)
        self.headers = {"Origin": EXTENSION, "Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        command = [sys.executable, "-m", "server", "serve", "--no-open", "--port", str(self.port), "--data"]
        self.process = subprocess.Popen([*command, str(config.data)], cwd=ROOT, stdout=subprocess.DEVNULL)

    def call(self, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Call the API; waits until the server listens."""
        for _ in range(600):
            calling = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            try:
                calling.request("POST", f"/api/{path}", json.dumps(body), self.headers)
                with calling.getresponse() as answer:
                    return answer.status, json.loads(answer.read())
            except ConnectionRefusedError:
                time.sleep(0.05)
            finally:
                calling.close()
        raise AssertionError("the server does not listen")

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()


def post_until_gone(server: Server, said: list[str]) -> None:
    """Post pages one after another, noting each that the server says it has kept."""
    with suppress(OSError, http.client.HTTPException, AssertionError):
        while server.process.poll() is None:
            number = str(uuid.uuid4())
            page = {"id": number, "html": f"<h1>Cook {len(said)}</h1>", "url": f"https://jobs.example.com/{number}"}
            if server.call("captures", page)[0] == 201:
                said.append(number)


def test_a_server_that_is_killed_among_captures_loses_none_that_it_answered(config: Config, db: connection.Store):
    said: list[str] = []
    for _ in range(2):
        server = Server(config)
        server.call("hello", {})
        before = len(said)
        posting = [threading.Thread(target=post_until_gone, args=(server, said)) for _ in range(3)]
        for thread in posting:
            thread.start()
        while len(said) < before + 8:
            time.sleep(0.01)
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
        for thread in posting:
            thread.join()
    last, made = Server(config), set()
    try:
        for number in said:
            status, answer = last.call("captures/status", {"id": number})
            while answer["state"] == "reading":
                status, answer = last.call("captures/status", {"id": number})
            assert (status, answer["state"]) == (200, "read")
            made.add(answer["application"])
    finally:
        last.kill()
    assert rows.value(db, "PRAGMA integrity_check") == "ok"
    assert len(made) == len(said) >= 16


def test_stopping_in_the_middle_of_a_page_leaves_it_to_the_next_start(
    config: Config, db: connection.Store, queue: ReadingQueue
):
    capture = keep(db, "<p>Call Dana Example, 206-555-0142</p>" * 40_000)
    queue.add(capture)
    while queue.reader.pid is None:
        time.sleep(0.005)
    queue.close()
    assert intake.status(db, capture).state == "reading"
    assert captures.unread(db) == [capture]


def test_a_page_that_stayed_unread_is_queued_by_the_chores(config: Config, db: connection.Store, queue: ReadingQueue):
    capture = keep(db)
    stop = threading.Event()
    chores = threading.Thread(target=housekeeping.keep_house, args=(config, stop, queue))
    chores.start()
    while intake.status(db, capture).state == "reading":
        time.sleep(0.01)
    stop.set()
    chores.join()
    assert intake.status(db, capture).state == "read"


def test_a_disk_that_was_full_while_a_page_was_taken_in_only_puts_it_off(
    db: connection.Store, queue: ReadingQueue, monkeypatch: pytest.MonkeyPatch
):
    real = intake.take_in

    def full(*_: Any, **__: Any) -> None:
        raise FullError("The disk is full.", "Free some space.")

    monkeypatch.setattr(intake, "take_in", full)
    capture = keep(db)
    queue.add(capture)
    queue.wait(capture, 60)
    assert intake.status(db, capture).state == "reading"
    monkeypatch.setattr(intake, "take_in", real)
    queue.catch_up(db)
    queue.wait(capture, 60)
    assert intake.status(db, capture).state == "read"


def test_a_mistake_of_our_own_leaves_the_page_in_sight(
    db: connection.Store, queue: ReadingQueue, monkeypatch: pytest.MonkeyPatch
):
    def mistaken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(intake, "take_in", mistaken)
    capture = keep(db)
    queue.add(capture)
    queue.wait(capture, 60)
    received = intake.status(db, capture)
    assert received.state == "unreadable"
    assert received.application is not None
    assert captures.page(db, capture).html == "<h1>Cook</h1>"


def test_a_chore_that_fails_does_not_end_the_others(
    config: Config, db: connection.Store, queue: ReadingQueue, monkeypatch: pytest.MonkeyPatch
):
    def mistaken(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(housekeeping, "tidy", mistaken)
    stop = threading.Event()
    chores = threading.Thread(target=housekeeping.keep_house, args=(config, stop, queue))
    chores.start()
    while planning.is_behind(db, planning.present(db)):
        time.sleep(0.01)
    stop.set()
    chores.join()


def test_two_that_read_one_page_make_one_application(config: Config, db: connection.Store, monkeypatch):
    capture = keep(db)
    both = threading.Barrier(2)
    real = joining.clean

    def together(*given: Any) -> joining.Read:
        with suppress(threading.BrokenBarrierError):
            both.wait(1)
        return real(*given)

    monkeypatch.setattr(joining, "clean", together)

    def work() -> None:
        with connection.connect(config.database) as own:
            intake.take_in(own, capture, POSTING, now=NOW)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(applications.ids(db)) == 1


def test_a_page_that_another_has_read_meanwhile_is_not_called_unreadable(db: connection.Store):
    capture = keep(db)
    intake.take_in(db, capture, POSTING, now=NOW)
    intake.fail(db, capture, "took too long", now=NOW)
    assert intake.status(db, capture).state == "read"


def test_a_clock_that_goes_back_loses_nothing_and_doubles_nothing(db: connection.Store):
    capture = intake.Capture(html="<p>", url="https://jobs.example.com/1", applied_on=NOW.date())
    one = intake.receive(db, capture, lambda page: POSTING, now=NOW).application
    assert one is not None

    def planned() -> list[str]:
        return [step.identity.key for step in followups.of(db, one) if step.state == "open"]

    before = planned()
    assert before
    for moment in (NOW - timedelta(days=3), NOW + timedelta(days=1), NOW - timedelta(hours=1), NOW):
        planning.ensure_planned(db, moment)
        assert planned() == before
    outcomes.log(db, one, "arrived", now=NOW - timedelta(days=1))
    again = intake.receive(
        db, intake.Capture(html="<p>", url=capture.url), lambda page: POSTING, now=NOW - timedelta(days=2)
    )
    assert again.application == one
    assert rows.value(db, "SELECT count(*) FROM touches") == 1


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_IOERR_SHMSIZE, FullError),
        (sqlite3.SQLITE_IOERR_WRITE, DiskError),
        (sqlite3.SQLITE_FULL, FullError),
    ],
)
def test_what_the_disk_refuses_is_told_in_words(code: int, kind: type[Exception]):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    assert isinstance(translate(error), kind)
