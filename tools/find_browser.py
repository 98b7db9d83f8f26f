#!/usr/bin/env python3
"""Find the browsers the tests drive, or bring them; print where they are.

A Chromium that is there is used; else Debian's package where we are root; else Playwright's own download, given up
on after a minute. Firefox: one that is there, else Debian's package where we are root. RINGBACK_CHROMIUM and
RINGBACK_FIREFOX name others. Without Firefox the tests that need it are left out, and that is said; in CI they fail.

    python tools/find_browser.py [--install]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.setup_env import apt_install

CHROMIUM = ("chromium", "chromium-browser", "google-chrome-for-testing")
FIREFOX = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")
PLAYWRIGHT_SECONDS = 60


def runs(path: str) -> bool:
    """Whether the program starts at all: Ubuntu's chromium package is a stand-in that asks for snap."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def first(names: tuple[str, ...], variable: str) -> str | None:
    """The first program of these names that runs; the environment variable goes before all."""
    paths = [os.environ.get(variable), *map(shutil.which, names)]
    return next((path for path in paths if path and runs(path)), None)


def driver_runs() -> bool:
    """Whether Playwright's own driver starts; on a bare Debian it lacks one library of the system."""
    command = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


# In a process of its own: Playwright starts once in a process, and tests ask while theirs runs.
SHOW_PATH = """from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)"""


def playwright_chromium() -> str | None:
    """The Chromium that Playwright downloaded for itself, if it is there and runs."""
    shown = subprocess.run([sys.executable, "-c", SHOW_PATH], capture_output=True, text=True, check=False)
    path = shown.stdout.strip()
    return path if path and Path(path).exists() and runs(path) else None


def chromium() -> str | None:
    """The path of a Chromium that runs and takes unpacked extensions, or None."""
    return first(CHROMIUM, "RINGBACK_CHROMIUM") or playwright_chromium()


def firefox() -> str | None:
    """The path of a Firefox that runs, or None."""
    return first(FIREFOX, "RINGBACK_FIREFOX")


def download_chromium() -> str | None:
    """Let Playwright fetch its own Chromium, for a minute at most."""
    print("ringback: fetching a Chromium for the tests (a minute at most)")
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        subprocess.run(command, timeout=PLAYWRIGHT_SECONDS, check=False, stdout=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return None
    return playwright_chromium()


def bring_chromium() -> str | None:
    """A Chromium, installed if there is none."""
    if not driver_runs():
        apt_install("libatomic1")
    if found := chromium():
        return found
    apt_install("chromium")
    return chromium() or download_chromium()


def bring_firefox() -> str | None:
    """A Firefox, installed from Debian's packages if there is none and we may."""
    if found := firefox():
        return found
    apt_install("firefox-esr")
    return firefox()


HELP_CHROMIUM = """ringback: the browser tests need Chromium and will fail without it. Install one
    Debian: sudo apt-get install -y chromium
    elsewhere: .venv/bin/python -m playwright install chromium
or name one that is there: RINGBACK_CHROMIUM=/path/to/chromium make test"""
HELP_DRIVER = """ringback: Playwright's driver does not start, so the browser tests will fail. On Debian or Ubuntu:
    sudo apt-get install -y libatomic1"""


HELP_FIREFOX = """ringback: no Firefox, so what the extension does there is not tested. Install one
    Debian: sudo apt-get install -y firefox-esr
    elsewhere: https://www.mozilla.org/firefox/ or your system's packages
or name one that is there: RINGBACK_FIREFOX=/path/to/firefox make test"""


def in_ci() -> bool:
    """Whether this is CI, where a missing browser is a failure and not a thing to say."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def main() -> int:
    """Print what was found; with --install bring what is missing. Exit 1 where that is not enough for the tests."""
    install = "--install" in sys.argv[1:]
    chrome, fox = (bring_chromium(), bring_firefox()) if install else (chromium(), firefox())
    print(f"ringback: Chromium: {chrome or 'none'}\nringback: Firefox: {fox or 'none'}")
    needed = [(HELP_CHROMIUM, chrome), (HELP_DRIVER, driver_runs()), (HELP_FIREFOX, fox)]
    missing = [text for text, there in needed if not there]
    print("\n".join(missing), end="\n" if missing else "")
    return 1 if missing and (in_ci() or missing != [HELP_FIREFOX]) else 0


if __name__ == "__main__":
    sys.exit(main())
