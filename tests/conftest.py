"""What all tests share: no request leaves the machine, data in a directory of its own, a server that really serves."""

from __future__ import annotations

import ipaddress
import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from helpers import EXTENSION, ORIGIN, PORT, LeftTheMachineError, Live, LocalClient, serving
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from server import clock, create_app
from server.config import Config, load
from server.store import access
from server.store.connection import connect
from tools.find_browser import chromium as find_chromium

# The person is taken to be where the machine says it is; the tests say that it says nothing.
os.environ["TZ"] = "UTC"

# No example is too slow for a busy machine: time is measured elsewhere. CI tries the same examples at every run, so
# that what goes red there is the change; new ones are looked for at home.
settings.register_profile(
    "ringback",
    deadline=None,
    derandomize=os.environ.get("CI") == "true",
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ringback")


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every connection to another machine, and every look-up of a name, fail."""
    real_connect, real_connect_ex = socket.socket.connect, socket.socket.connect_ex
    real_look_up = socket.getaddrinfo

    def check(sock: socket.socket, address: Any) -> None:
        if sock.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(address[0]):
            raise LeftTheMachineError(f"a connection to {address!r} was tried")

    def guarded_connect(sock: socket.socket, address: Any) -> None:
        check(sock, address)
        real_connect(sock, address)

    def guarded_connect_ex(sock: socket.socket, address: Any) -> int:
        check(sock, address)
        return real_connect_ex(sock, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name and name != "localhost" and not _is_number(name):
            raise LeftTheMachineError(f"the name {host!r} was looked up")
        return real_look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (_is_number(host) and ipaddress.ip_address(host).is_loopback)


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """A configuration whose data lie in a directory of this test's own."""
    return load(tmp_path / "data", PORT)


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    """The application on empty data."""
    app = create_app(config)
    app.testing = True
    app.config["PROPAGATE_EXCEPTIONS"] = False
    yield app
    app.extensions["reading"].close()


@pytest.fixture
def visitor(app: Flask) -> FlaskClient:
    """A client that names the right host and has neither session nor token."""
    app.test_client_class = LocalClient
    return app.test_client()


@pytest.fixture
def client(app: Flask, visitor: FlaskClient, config: Config) -> FlaskClient:
    """A client with an open dashboard session. ``csrf_token(client, page)`` gives what its forms need."""
    with connect(config.database) as db:
        key = access.add_launch_key(db, datetime.now(UTC))
    response = visitor.post("/launch", data={"key": key}, headers={"Origin": ORIGIN})
    assert response.status_code == 303, response.text
    return visitor


@pytest.fixture
def token(app: Flask, config: Config) -> str:
    """A token for the extension ``EXTENSION``."""
    with connect(config.database) as db:
        return access.add_browser(db, "Test browser", datetime.now(UTC), EXTENSION)


@pytest.fixture
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that starts now, and answers that wait for the reading however busy the machine is."""
    monkeypatch.setenv(clock.VARIABLE, "2026-11-16T09:00:00-08:00")
    monkeypatch.setattr(clock, "_started", clock.time.monotonic())
    monkeypatch.setattr("server.api.WAIT_SECONDS", 60.0)


@pytest.fixture
def live(app: Flask, config: Config) -> Iterator[Live]:
    """The application behind waitress on a free port, as it is shipped."""
    with serving(app, config) as served:
        yield served


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver, of which there can be one in a process."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium to drive. Where there is none the test fails: it is never skipped."""
    path = find_chromium()
    assert path, "no Chromium: run `python tools/find_browser.py --install`, or set RINGBACK_CHROMIUM"
    return path


@pytest.fixture(scope="session")
def chromium(playwright: Playwright, chromium_path: str) -> Iterator[Browser]:
    """A real Chromium, without the extension."""
    browser = playwright.chromium.launch(executable_path=chromium_path)
    yield browser
    browser.close()
