"""What tests of the server need beside fixtures: addresses, a client for the right host, a server that serves."""

from __future__ import annotations

import http.client
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from flask import Flask
from flask.testing import FlaskClient

from server.config import Config
from server.store import access
from server.store.connection import connect
from server.wire import bind, make_server, stop

PORT = 7464
ORIGIN = f"http://127.0.0.1:{PORT}"
EXTENSION = "chrome-extension://" + "abcdefghijklmnop" * 2


class LeftTheMachineError(AssertionError):
    """A test, or the code under it, tried to reach another machine."""


class LocalClient(FlaskClient):
    """The test client, speaking to 127.0.0.1 at the server's port as a browser does."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        """Send a request from ``ORIGIN`` unless the caller says otherwise."""
        kwargs.setdefault("base_url", ORIGIN)
        return super().open(*args, **kwargs)


def csrf_token(text: str) -> str:
    """Return the CSRF token of the first form in a page."""
    found = re.search(r'name="csrf_token"[^>]*?value="([^"]+)"', text)
    assert found, "the page has no form with a CSRF token"
    return found[1]


@dataclass(frozen=True)
class Live:
    """A server that really listens: waitress on a free port of 127.0.0.1."""

    app: Flask
    config: Config
    port: int

    @property
    def url(self) -> str:
        """The address of the dashboard, without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def launch_link(self, path: str = "/") -> str:
        """A link that opens the dashboard once."""
        with connect(self.config.database) as db:
            key = access.add_launch_key(db, datetime.now(UTC))
        return f"{self.url}/launch?{urlencode({'key': key, 'next': path})}"

    def add_token(self, origin: str | None = None) -> str:
        """A token as the settings page would show it once."""
        with connect(self.config.database) as db:
            return access.add_browser(db, "Test browser", datetime.now(UTC), origin)

    def request(
        self, method: str, path: str, body: str | bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Send one request over a real connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, headers or {})
            # An answer that ends the connection has taken it over, and would leave it open where reading fails.
            with connection.getresponse() as response:
                return response.status, response.headers, response.read()
        finally:
            connection.close()


@contextmanager
def serving(app: Flask, config: Config, port: int = 0) -> Iterator[Live]:
    """Serve the application behind waitress, as it is shipped; ``port`` 0 takes a free one."""
    listener = bind(port)
    server = make_server(app, listener)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield Live(app, config, listener.getsockname()[1])
    finally:
        stop(server, thread)
