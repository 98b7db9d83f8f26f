"""The reader process: what it reads, and that no page holds it up or takes the server down."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scrapers import scrape
from server.intake import UnreadableError
from server.reader import Reader
from server.store.captures import KeptPage

PAGE = """<html lang="en"><title>Clerk</title><body><h1>Clerk</h1>
<p>Contact: Dana Example, Hiring Manager, dana@northlake.example.com, 206-555-0142</p></body></html>"""
URL = "https://jobs.example.com/clerk"
WHEN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def reader() -> Iterator[Reader]:
    reader = Reader(seconds=2.0, megabytes=512)
    yield reader
    reader.close()


def page(html: str = PAGE) -> KeptPage:
    return KeptPage(html=html, url=URL, captured_at=WHEN)


def test_a_page_is_read_as_scrape_reads_it(reader: Reader) -> None:
    read = reader.read(page())
    assert read == scrape(PAGE, URL, captured_at=WHEN).as_dict()
    assert read["title"] == "Clerk"


REMOTE = """<html lang="en"><head><base href="{u}"><title>Clerk</title><link rel="canonical" href="{u}/canonical">
<link rel="stylesheet" href="{u}/a.css"><meta http-equiv="refresh" content="0; url={u}/refresh">
<meta property="og:image" content="{u}/og.png"><script src="{u}/a.js"></script>
<!DOCTYPE html [<!ENTITY x SYSTEM "{u}/entity">]>
<script type="application/ld+json">{{"@context": "{u}/context", "@type": "JobPosting", "title": "Clerk",
"url": "{u}/job", "hiringOrganization": {{"@id": "{u}/who", "logo": "{u}/logo.png"}}}}</script></head><body>
<h1>Clerk</h1>
<img src="{u}/a.png"><iframe src="{u}/frame"></iframe><object data="{u}/o"></object><video src="{u}/v"></video>
<a href="{u}/apply">Apply</a><p>Contact: Dana Example, dana@localhost, dana@127.0.0.1, {u}/dana &x;</p></body></html>"""


def test_nothing_that_a_page_points_to_is_fetched(reader: Reader) -> None:
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.settimeout(0.5)
        there = f"http://127.0.0.1:{elsewhere.getsockname()[1]}"
        read = reader.read(KeptPage(html=REMOTE.format(u=there), url=f"{there}/clerk", captured_at=WHEN))
        assert read["title"] == "Clerk"
        with pytest.raises(TimeoutError):
            elsewhere.accept()


HOSTILE = {
    "deep": "<div>" * 100_000 + "x",
    "crossed": "<b><p>" * 3000,
    "open tags": "<a " * 100_000,
    "comments": "<!--" * 75_000,
    "quotes": '<p a="' * 50_000,
    "closing": "</" * 150_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">",
    "json-ld": "<script type='application/ld+json'>" + "[" * 100_000,
    "digits": "1" * 50_000 + "x",
    "letters": "a" * 50_000 + "@",
    "entities": "&#x41;" * 100_000,
    "surrogate": "<title>\ufffd\x00\u202e</title>",
    "nothing": "",
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_after_a_hostile_page_the_next_is_read(reader: Reader, html: str) -> None:
    try:
        reader.read(page(html))
    except UnreadableError as error:
        assert "Reading this page" in str(error)
    assert reader.read(page())["title"] == "Clerk"


def test_a_page_over_the_time_is_stopped_and_the_next_is_read() -> None:
    reader = Reader(seconds=0.05)
    try:
        reader.warm()
        with pytest.raises(UnreadableError, match="took longer than 0"):
            reader.read(page("<p>x</p>" * 200_000))
        reader.seconds = 5.0
        assert reader.read(page())["title"] == "Clerk"
    finally:
        reader.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is limited by other means, or not at all")
def test_a_page_over_the_memory_is_stopped_and_the_next_is_read(reader: Reader) -> None:
    reader.warm()
    assert reader.pid is not None
    enough_to_start = megabytes_of(reader.pid) + 15
    reader = Reader(seconds=30.0, megabytes=enough_to_start)
    try:
        with pytest.raises(UnreadableError, match=f"took more than {enough_to_start} MB"):
            reader.read(page("<p><b>x</b></p>" * 60_000))
        assert reader.read(page())["title"] == "Clerk"
    finally:
        reader.close()


def megabytes_of(pid: int) -> int:
    """The address space of a process, which is what the kernel holds to the limit."""
    said = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(said.partition("VmSize:")[2].split()[0]) // 1024


def test_a_reader_that_was_killed_from_outside_comes_back(reader: Reader) -> None:
    reader.warm()
    former = reader.pid
    assert former is not None
    os.kill(former, signal.SIGTERM)
    while alive(former):
        time.sleep(0.01)
    assert reader.read(page())["title"] == "Clerk"
    assert reader.pid != former


def alive(pid: int) -> bool:
    """Tell whether a process runs; one that has ended and was not waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_closing_ends_the_child() -> None:
    reader = Reader()
    reader.warm()
    child = reader.pid
    assert child is not None
    assert alive(child)
    reader.close()
    assert not alive(child)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is measured through /proc")
def test_memory_stays_flat_over_many_pages(reader: Reader) -> None:
    big = "<ul>" + "<li><a href='/x'>one <b>line</b></a></li>" * 3000 + "</ul>" + PAGE

    def resident() -> int:
        return int(Path(f"/proc/{reader.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    reader.seconds = 20.0
    for _ in range(10):
        reader.read(page(big))
    before = resident()
    for _ in range(60):
        reader.read(page(big))
    assert resident() < before + 20 * 2**20


def test_the_server_carries_no_parser() -> None:
    """The parent process stays small and starts fast: what only a reading needs is loaded in the reader alone."""
    script = (
        "import sys, pathlib, tempfile\n"
        "from server import create_app, serving\n"
        "from server.config import load\n"
        "create_app(load(tempfile.mkdtemp()))\n"
        "heavy = ['bs4', 'lxml', 'scrapers.generic', 'dateparser', 'holidays', 'phonenumbers.geocoder']\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_limits_are_those_that_are_promised() -> None:
    reader = Reader()
    assert (reader.seconds, reader.megabytes) == (5.0, 512)
