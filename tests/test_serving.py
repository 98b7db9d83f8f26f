"""The server as it is shipped: started as a process, asked over its port, stopped by a signal."""

from __future__ import annotations

import http.client
import logging
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask

from server import housekeeping, logs
from server.config import Config, load
from server.store import backup, captures, settings
from server.store.connection import connect, prepare, write
from server.wire import bind, make_server, stop

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def port() -> int:
    """A port that is free at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[str]]]:
    """The processes a test started; those that still run are ended."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        process.kill()
        process.communicate()


def start(processes: list[subprocess.Popen[str]], *words: str | Path, **env: str) -> subprocess.Popen[str]:
    """Start the command with these words."""
    process = subprocess.Popen(
        [sys.executable, "-m", "server", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    processes.append(process)
    return process


def ask(port: int, path: str = "/launch") -> tuple[int, bytes]:
    """Ask the server, waiting until it listens."""
    for _ in range(600):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", path)
            with connection.getresponse() as response:
                return response.status, response.read()
        except ConnectionRefusedError:
            time.sleep(0.05)
        finally:
            connection.close()
    raise AssertionError("the server does not listen")


def fake_browser(folder: Path) -> tuple[str, Path]:
    """A browser that notes its command line and a copy of the file it was to open, and the file it notes them in."""
    seen = folder / "seen.txt"
    script = folder / "browser.py"
    script.write_text(
        "import pathlib, sys, urllib.request\n"
        "page = pathlib.Path(urllib.request.url2pathname(sys.argv[1].removeprefix('file://')))\n"
        f"part = pathlib.Path({str(seen)!r} + '.part')\n"
        "part.write_text(sys.argv[1] + '\\n' + oct(page.stat().st_mode) + '\\n' + page.read_text())\n"
        f"part.rename({str(seen)!r})\n"
    )
    return f"{sys.executable} {script} %s", seen


def wait_for(path: Path) -> str:
    """Return what a file holds, once it is there."""
    for _ in range(600):
        if path.exists():
            return path.read_text()
        time.sleep(0.05)
    raise AssertionError(f"{path} was not written")


def test_serve_answers_opens_the_dashboard_and_stops(
    tmp_path: Path, port: int, processes: list[subprocess.Popen[str]]
) -> None:
    browser, seen = fake_browser(tmp_path)
    data = tmp_path / "data"
    server = start(processes, "serve", "--port", str(port), "--data", data, BROWSER=browser)
    assert ask(port)[0] == 200
    address, mode, page = wait_for(seen).split("\n", 2)
    key = re.search(r"key=([\w-]+)", page)
    assert key
    assert key[1] not in address
    assert address.startswith("file://")
    assert stat.S_IMODE(int(mode, 8)) == 0o600
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert stat.S_IMODE((data / "ringback.db").stat().st_mode) == 0o600
    assert f"http://127.0.0.1:{port}/launch?key=" in page
    server.send_signal(signal.SIGTERM)
    shown, _ = server.communicate(timeout=20)
    assert server.returncode == 0
    assert f"Ringback is running at http://127.0.0.1:{port}/" in shown


def test_a_second_server_opens_the_first_ones_dashboard(
    tmp_path: Path, port: int, processes: list[subprocess.Popen[str]]
) -> None:
    browser, seen = fake_browser(tmp_path)
    data = tmp_path / "data"
    start(processes, "serve", "--port", str(port), "--data", data, "--no-open")
    ask(port)
    second = start(processes, "serve", "--port", "7999", "--data", data, BROWSER=browser)
    shown, _ = second.communicate(timeout=20)
    assert second.returncode == 0
    assert f"already running on this data at http://127.0.0.1:{port}" in shown
    assert "Opening its dashboard." in shown
    assert f"http://127.0.0.1:{port}/launch?key=" in wait_for(seen)


def test_open_leads_to_the_running_server(tmp_path: Path, port: int, processes: list[subprocess.Popen[str]]) -> None:
    data = tmp_path / "data"
    start(processes, "serve", "--port", str(port), "--data", data, "--no-open")
    ask(port)
    shown, _ = start(processes, "open", "/settings", "--data", data, "--print").communicate(timeout=20)
    assert re.fullmatch(rf"http://127\.0\.0\.1:{port}/launch\?key=[\w-]+&next=%2Fsettings\n", shown)


def test_a_port_that_is_taken_is_told(tmp_path: Path, processes: list[subprocess.Popen[str]]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        server = start(processes, "serve", "--port", str(taken), "--data", tmp_path / "data", "--no-open")
        shown, _ = server.communicate(timeout=20)
    assert server.returncode == 1
    assert f"Port {taken} is taken by another program." in shown
    assert f"--port {taken + 1}" in shown


def test_stopping_closes_the_trigger_when_nobody_can_pull_it_any_more(app: Flask) -> None:
    server = make_server(app, bind(0))
    thread = threading.Thread(target=server.run)
    thread.start()
    pull = server.trigger._physical_pull

    def pull_twice() -> None:
        pull()
        # The loop has heard it and is over; a thread that has just finished an answer pulls once more.
        thread.join()
        pull()

    server.trigger._physical_pull = pull_twice
    stop(server, thread)
    assert server.trigger._closed


def test_commands_work_while_the_server_runs(tmp_path: Path, port: int, processes: list[subprocess.Popen[str]]) -> None:
    data = tmp_path / "data"
    page = tmp_path / "page.html"
    page.write_text("<html lang=en><title>Clerk</title><h1>Clerk</h1><p>Call Dana Example, 206-555-0142.</p>")
    start(processes, "serve", "--port", str(port), "--data", data, "--no-open")
    ask(port)
    for words in (
        ("track", page, "--url", "https://jobs.example.com/1"),
        ("due",),
        ("export", "calls"),
        ("backup", tmp_path / "copy.db"),
    ):
        process = start(processes, *words, "--data", data)
        shown, _ = process.communicate(timeout=60)
        assert process.returncode == 0, shown


def test_restore_is_refused_while_the_server_runs(
    tmp_path: Path, port: int, processes: list[subprocess.Popen[str]]
) -> None:
    data = tmp_path / "data"
    start(processes, "serve", "--port", str(port), "--data", data, "--no-open")
    ask(port)
    start(processes, "backup", tmp_path / "copy.db", "--data", data).communicate(timeout=60)
    process = start(processes, "restore", tmp_path / "copy.db", "--yes", "--data", data)
    shown, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "already running" in shown


def test_the_log_holds_nothing_a_page_or_a_person_said(
    tmp_path: Path, port: int, processes: list[subprocess.Popen[str]]
) -> None:
    data = tmp_path / "data"
    start(processes, "serve", "--port", str(port), "--data", data, "--no-open")
    ask(port, "/launch?key=canary")
    token = subprocess.run(
        [sys.executable, "-c", MAKE_TOKEN, str(data)], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
    headers = {
        "Origin": "chrome-extension://" + "a" * 32,
        "Authorization": f"Bearer {token}",
        "Content-Type": "application/json",
        "User-Agent": "canary",
    }
    bodies = ['{"id": "canary"}', "{canary", CAPTURE % "canary", CAPTURE % ("<p>" * 300 + "canary")]
    for body in bodies:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("POST", "/api/captures?canary", body, headers)
        connection.getresponse().read()
        connection.close()
    log = (data / "ringback.log").read_text()
    assert "serving on port" in log
    assert "canary" not in log
    assert token.partition(".")[2] not in log


def test_the_log_says_where_a_failure_was_and_not_what_it_said() -> None:
    def fail() -> None:
        raise ValueError("canary")

    try:
        fail()
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "it failed", (), sys.exc_info())
    shown = logs.QuietFormatter().format(record)
    assert "ValueError at test_serving.py:" in shown
    assert "canary" not in shown


def test_the_log_stays_small_and_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "x.log"
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    logs.start(path)
    try:
        for _ in range(3000):
            logging.getLogger("x").info("%s", "x" * 1000)
    finally:
        for handler in set(root.handlers) - set(before):
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["x.log", "x.log.1"]
    assert all(one.stat().st_size <= logs.MOST_BYTES for one in tmp_path.iterdir())
    assert {stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()} == {0o600}


def test_a_demonstration_serves_and_leaves_nothing(
    tmp_path: Path, port: int, processes: list[subprocess.Popen[str]]
) -> None:
    server = start(processes, "demo", "--port", str(port), "--no-open", TMPDIR=str(tmp_path))
    assert ask(port)[0] == 200
    assert list(tmp_path.iterdir())
    server.send_signal(signal.SIGTERM)
    server.communicate(timeout=20)
    assert list(tmp_path.iterdir()) == []


MAKE_TOKEN = """
import sys, pathlib, datetime
from server.store import access
from server.store.connection import connect
with connect(pathlib.Path(sys.argv[1]) / "ringback.db") as db:
    print(access.add_browser(db, "x", datetime.datetime.now(datetime.UTC)))
"""
CAPTURE = '{"id": "11111111-2222-4333-8444-555555555555", "html": "<h1>%s</h1>", "url": "https://canary.example.com"}'


@pytest.fixture
def quiet_config(tmp_path: Path) -> Config:
    config = load(tmp_path / "data")
    prepare(config.database).close()
    return config


def test_a_copy_is_made_once_a_day_and_a_week_of_them_stays(quiet_config: Config) -> None:
    with connect(quiet_config.database) as db:
        for day in range(1, 11):
            for _ in range(2):
                housekeeping.tidy(db, quiet_config, datetime(2026, 11, day, 9, 0, tzinfo=UTC))
    names = [path.name for path in backup.listed(quiet_config.backups)]
    assert names == [f"ringback-2026-11-{day:02}.db" for day in range(10, 3, -1)]


def test_pages_are_forgotten_when_the_person_wants_it(quiet_config: Config) -> None:
    row = {"id": "x", "captured_at": "2026-11-01T00:00:00Z", "received_at": "2026-11-01T00:00:00Z", "request": {}}
    with connect(quiet_config.database) as db:
        with write(db):
            captures.add(db, dict(row), "<p>old</p>", [])
        housekeeping.tidy(db, quiet_config, datetime(2026, 12, 1, tzinfo=UTC))
        assert captures.page(db, "x").html == "<p>old</p>"
        with write(db):
            settings.save(db, {"keep_pages_days": 10})
        housekeeping.tidy(db, quiet_config, datetime(2026, 12, 1, tzinfo=UTC))
        assert db["pages"].count == 0
