"""A browser that is not there is never passed over in silence, and in CI it is a failure."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEST = "tests/extension/test_firefox.py::test_a_toolbar_click_opens_the_popup_and_one_click_there_sends_the_page"


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python where no browser is to be found."""
    kept = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("RINGBACK_")}
    bare = kept | {"PATH": str(folder), "PLAYWRIGHT_BROWSERS_PATH": str(folder)} | environment
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=bare, capture_output=True, text=True, check=False)


def test_without_firefox_its_tests_are_left_out_loudly(tmp_path: Path) -> None:
    done = run(tmp_path, "-m", "pytest", "-p", "no:cacheprovider", TEST)
    assert done.returncode == 0, done.stdout
    assert "FIREFOX WAS NOT TESTED: 1 tests were left out" in done.stdout
    assert "sudo apt-get install -y firefox-esr" in done.stdout and "RINGBACK_FIREFOX=" in done.stdout


def test_in_ci_a_missing_firefox_is_a_failure(tmp_path: Path) -> None:
    done = run(tmp_path, "-m", "pytest", "-p", "no:cacheprovider", TEST, CI="true")
    assert done.returncode == 1
    assert "sudo apt-get install -y firefox-esr" in done.stdout


@pytest.mark.parametrize("environment", [{}, {"CI": "true"}], ids=["at home", "in CI"])
def test_without_chromium_its_tests_fail_everywhere(tmp_path: Path, environment: dict[str, str]) -> None:
    test = "tests/extension/test_extension_click.py"
    done = run(tmp_path, "-m", "pytest", "-p", "no:cacheprovider", test, **environment)
    assert done.returncode == 1
    assert "no Chromium" in done.stdout and "RINGBACK_CHROMIUM" in done.stdout


def test_what_is_missing_is_said_with_the_way_to_it(tmp_path: Path) -> None:
    done = run(tmp_path, "tools/find_browser.py")
    assert done.returncode == 1
    assert "sudo apt-get install -y chromium" in done.stdout and "sudo apt-get install -y firefox-esr" in done.stdout


def test_a_missing_firefox_alone_ends_the_preparation_in_ci_only(tmp_path: Path) -> None:
    chromium = tmp_path / "chromium"
    chromium.write_text("#!/bin/sh\nexit 0\n")
    chromium.chmod(0o755)
    assert run(tmp_path, "tools/find_browser.py").returncode == 0
    assert run(tmp_path, "tools/find_browser.py", CI="true").returncode == 1
