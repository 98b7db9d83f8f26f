"""Open the dashboard of a running server in the person's browser, by a link that works once.

The key must not stand on a command line, which every user of the machine can list: the browser is given a file that
only its owner can read, and the file leads on.
"""

from __future__ import annotations

import html
import os
import secrets
import sys
import time
import webbrowser
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from server.config import Config, make_private
from server.store import access
from server.store.connection import connect

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={link}">
<title>Opening the dashboard</title>
<p><a href="{link}">Open the dashboard</a></p>
</html>
"""


def make_link(config: Config, address: str, path: str = "/") -> str:
    """Return a link that opens the dashboard at ``path`` once, within two minutes."""
    with connect(config.database) as db:
        key = access.add_launch_key(db, datetime.now(UTC))
    return f"{address}/launch?{urlencode({'key': key, 'next': path})}"


def write_file(config: Config, link: str) -> Path:
    """Write the file that leads to ``link`` (0600, in the data directory); those of former launches are removed."""
    folder = config.data / "launch"
    make_private(folder)
    for old in folder.glob("*.html"):
        if old.stat().st_mtime < time.time() - access.LAUNCH_TIME.total_seconds():
            old.unlink()
    path = folder / f"{secrets.token_hex(8)}.html"
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(PAGE.format(link=html.escape(link)))
    return path


def open_dashboard(config: Config, address: str, path: str = "/") -> bool:
    """Open the dashboard at ``path`` in the browser. False where this machine has no browser to open."""
    if not has_screen():
        return False
    return webbrowser.open(write_file(config, make_link(config, address, path)).as_uri())


def has_screen() -> bool:
    """Tell whether a browser could show up: without a screen, Linux would start one in the terminal."""
    if sys.platform in ("win32", "darwin") or os.environ.get("BROWSER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
