"""The server under one client: its start, its memory, and how long a capture of 200 KB takes from post to plan.

Run: ``python -m bench server``. The limits beside the figures are those the project sets itself for a quiet machine
of two cores; on a busy one compare with the bare parse of the same page, measured in the same run.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import uuid
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep

ROOT = Path(__file__).resolve().parent.parent
CAPTURES = 1000
STARTS = 5
SIZE = 200_000
ORIGIN = "chrome-extension://" + "a" * 32
WORDS = ("desk", "ledger", "clinic", "patients", "invoices", "reports", "customers", "software", "reliable", "orders")


def page(number: int, size: int = SIZE) -> str:
    """An invented posting of about ``size`` characters: the posting, and the menus and markup that real pages carry."""
    chance = random.Random(number)
    menu = "".join(
        f'<li class="menu__item menu__item--level-{n % 3}" data-track="nav-{n}"><a class="menu__link" '
        f'href="/jobs/{n}?ref=menu">{chance.choice(WORDS).title()} in region {n}</a></li>'
        for n in range(250)
    )
    text = "".join(f"<p>{' '.join(chance.choices(WORDS, k=40)).capitalize()}.</p>" for _ in range(40))
    data = json.dumps({"@context": "https://schema.org", "@type": "JobPosting", "title": f"Office Manager {number}",
                       "hiringOrganization": {"@type": "Organization", "name": f"Clinic {number}"},
                       "datePosted": "2026-11-02"})  # fmt: skip
    body = (
        f'<html lang="en"><head><title>Office Manager {number} - Clinic {number}</title>'
        f'<script type="application/ld+json">{data}</script></head><body><nav><ul>{menu}</ul></nav><main>'
        f"<h1>Office Manager {number}</h1><p>Clinic {number}, Seattle, WA</p>{text}<p>Contact: Dana Number{number}, "
        f"Hiring Manager, dana{number}@clinic.example.com, (206) 555-01{number % 100:02}.</p></main><footer>"
    )
    filler = "".join(
        f'<div class="tile tile--wide" style="order:{n}" data-id="{n:08}"><span></span></div>' for n in range(4000)
    )
    return body + filler[: max(0, size - len(body))] + "</footer></body></html>"


class Server:
    """A server process on data of its own."""

    def __init__(self, data: Path) -> None:
        """Start it and wait for its first answer; ``started`` is how many seconds that took."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = [sys.executable, "-m", "server", "serve", "--no-open", "--port", str(self.port), "--data", str(data)]
        begun = perf_counter()
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        while not self.answers():
            sleep(0.002)
        self.started = perf_counter() - begun

    def answers(self) -> bool:
        """Whether it answers yet."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", "/launch")
            return connection.getresponse().status == 200
        except ConnectionRefusedError:
            return False
        finally:
            connection.close()

    def memory(self) -> dict[str, float]:
        """Resident megabytes of the server and of its reader."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        children = [child for task in tasks for child in task.read_text().split()]
        return {"server": resident(self.process.pid), "reader": sum(resident(int(child)) for child in children)}

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait()


def resident(pid: int) -> float:
    """Resident megabytes of a process."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def add_token(data: Path) -> str:
    """A token for the measuring client."""
    from server.store import access
    from server.store.connection import connect

    with connect(data / "ringback.db") as db:
        return access.add_browser(db, "bench", datetime.now(UTC), ORIGIN)


def post(connection: http.client.HTTPConnection, token: str, number: int) -> tuple[float, str]:
    """Post one capture; the seconds until its answer, and its state."""
    body = json.dumps(
        {
            "id": str(uuid.UUID(int=number)),
            "url": f"https://jobs.example.com/{number}",
            "html": page(number),
            "applied_on": "2026-11-16",
        }
    )
    headers = {"Origin": ORIGIN, "Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    begun = perf_counter()
    connection.request("POST", "/api/captures", body.encode(), headers)
    answer = json.loads(connection.getresponse().read())
    return perf_counter() - begun, answer["state"]


def bare_parse() -> float:
    """Seconds that BeautifulSoup alone takes for such a page, the median of twenty."""
    from bs4 import BeautifulSoup

    taken = []
    for number in range(20):
        html = page(number)
        begun = perf_counter()
        BeautifulSoup(html, "lxml")
        taken.append(perf_counter() - begun)
    return median(taken)


def starts() -> list[float]:
    """Seconds to the first answer, several times, on data that are there already."""
    with tempfile.TemporaryDirectory() as folder:
        taken = []
        for _ in range(STARTS + 1):
            server = Server(Path(folder))
            taken.append(server.started)
            server.stop()
    return taken[1:]


def main() -> None:
    """Measure and print."""
    print(f"start to first answer: median {median(starts()):.2f} s (limit 0.5)")
    count = int(os.environ.get("BENCH_CAPTURES", CAPTURES))
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        server = Server(data)
        sleep(3)
        print("idle: " + describe(server.memory()) + " (limit 60 and 60)")
        token = add_token(data)
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        results = [post(connection, token, number) for number in range(count)]
        times = [seconds * 1000 for seconds, _ in results]
        hundredths = quantiles(times, n=100)
        unread = sum(state != "read" for _, state in results)
        print(f"{count} captures of {len(page(1)) // 1000} KB, {unread} not read:")
        print(f"  p50 {hundredths[49]:.0f} ms (limit 40), p99 {hundredths[98]:.0f} ms (limit 80)")
        print(f"  the last hundred: p50 {median(times[-100:]):.0f} ms")
        print(f"the bare parse of such a page: {bare_parse() * 1000:.0f} ms")
        sleep(6)
        print("after them: " + describe(server.memory()) + " (limit 120 together)")
        connection.close()
        server.stop()


def describe(memory: dict[str, float]) -> str:
    """Memory in words."""
    return ", ".join(f"{name} {size:.0f} MB" for name, size in memory.items())


if __name__ == "__main__":
    main()
