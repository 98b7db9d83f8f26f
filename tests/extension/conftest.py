"""Fixtures of the extension's tests: invented job pages, a recording server, Chromium with the extension."""

from __future__ import annotations

import shutil
from pathlib import Path

import chromium_driving
import firefox_driving
import job_pages
import other_extensions
import pytest
import recording_server
from flask import Flask
from playwright.sync_api import Playwright

from server.reader import Reader
from tools import find_browser

NOT_TESTED = "FIREFOX WAS NOT TESTED"


@pytest.fixture(scope="session")
def beside(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The extensions that are installed beside ours, by name."""
    folder = tmp_path_factory.mktemp("extensions")
    return {"rogue": other_extensions.rogue(folder / "rogue"), "german": other_extensions.german(folder / "german")}


@pytest.fixture(scope="session")
def extended(
    playwright: Playwright, chromium_path: str, tmp_path_factory: pytest.TempPathFactory, beside: dict[str, Path]
):
    """One Chromium with the extension for all tests."""
    profile = tmp_path_factory.mktemp("chromium")
    with chromium_driving.running(playwright, chromium_path, profile, others=tuple(beside.values())) as browser:
        yield browser
    shutil.rmtree(profile, ignore_errors=True)


@pytest.fixture
def chrome(extended: chromium_driving.Browser):
    """Chromium as on the day the extension was installed."""
    extended.reset()
    return extended


class SharedReader(Reader):
    """The reader process, which outlives the servers that ask it; starting one takes longer than most tests."""

    def close(self) -> None:
        """Stay; the session ends it."""

    def end(self) -> None:
        super().close()


@pytest.fixture(scope="session")
def reader():
    shared = SharedReader()
    yield shared
    shared.end()


@pytest.fixture
def app(app: Flask, reader: SharedReader) -> Flask:
    """The application on data of the test's own, with the reader process of all of them."""
    app.extensions["reading"].reader = reader
    return app


@pytest.fixture
def site():
    """Job pages under invented names."""
    with job_pages.running() as served:
        yield served


@pytest.fixture
def recorder():
    """A server that writes down what it is sent."""
    with recording_server.running(recording_server.Recording()) as recording:
        yield recording


@pytest.fixture
def connected(chrome: chromium_driving.Browser, recorder: recording_server.Recording):
    """Chromium that is connected with the recording server."""
    chrome.set(port=recorder.port, token=recording_server.TOKEN)
    return chrome


@pytest.fixture(scope="session")
def firefox_path() -> str:
    """Where Firefox is. Without one the tests that need it fail in CI; elsewhere they are left out, and loudly."""
    found = find_browser.firefox()
    if found is None and find_browser.in_ci():
        pytest.fail(find_browser.HELP_FIREFOX, pytrace=False)
    return found or pytest.skip(NOT_TESTED)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end, where nobody misses it, that Firefox was not tested, and how it would be."""
    left_out = [report for report in terminalreporter.getreports("skipped") if NOT_TESTED in str(report.longrepr)]
    if left_out:
        terminalreporter.section(f"{NOT_TESTED}: {len(left_out)} tests were left out", sep="!", red=True, bold=True)
        terminalreporter.write_line(find_browser.HELP_FIREFOX, red=True)


@pytest.fixture(scope="session")
def firefox_session(firefox_path: str, tmp_path_factory: pytest.TempPathFactory):
    """One Firefox for all tests."""
    with firefox_driving.running(firefox_path, tmp_path_factory.mktemp("firefox")) as browser:
        yield browser


@pytest.fixture
def firefox(firefox_session: firefox_driving.Firefox):
    """Firefox as on the day the extension was installed."""
    firefox_session.reset()
    return firefox_session
