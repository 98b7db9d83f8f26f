"""Starting with the computer: what is written for each system, and what is said where that cannot be done."""

from __future__ import annotations

import os
import plistlib
import shlex
import sys
from pathlib import Path

import pytest

from server import autostart


@pytest.fixture
def service_manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand-in programs on PATH that write down how they were called; returns that log's path."""
    log = tmp_path / "calls.log"
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("systemctl", "launchctl"):
        program = programs / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> {shlex.quote(str(log))}\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}/bin{os.pathsep}/usr/bin")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return log


def test_systemd_on_then_off(service_manager: Path, tmp_path: Path):
    result = autostart.switch(True, data=tmp_path / 'a "b" 100%', platform="linux")
    assert result.path and result.path.parent == tmp_path / ".config" / "systemd" / "user"
    start = next(line for line in result.path.read_text().splitlines() if line.startswith("ExecStart="))
    words = [word.replace("%%", "%") for word in shlex.split(start.removeprefix("ExecStart="))]
    assert words == [sys.executable, "-m", "server", "serve", "--no-open", "--data", str(tmp_path / 'a "b" 100%')]
    autostart.switch(False, platform="linux")
    assert not result.path.exists()
    assert service_manager.read_text().splitlines() == [
        "systemctl --user daemon-reload",
        "systemctl --user enable --now ringback.service",
        "systemctl --user disable --now ringback.service",
    ]


def test_launchd_agent_reads_back(service_manager: Path):
    result = autostart.switch(True, port=7500, platform="darwin")
    assert result.path
    agent = plistlib.loads(result.path.read_bytes())
    assert agent["RunAtLoad"] is True
    assert agent["ProgramArguments"][-3:] == ["--no-open", "--port", "7500"]
    autostart.switch(False, platform="darwin")
    assert not result.path.exists()


def test_off_twice_is_no_error(service_manager: Path):
    assert "no longer" in autostart.switch(False, platform="linux").text
    assert not service_manager.exists()


def test_a_system_without_a_service_manager_is_told_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(autostart.AutostartError, match="serve --no-open"):
        autostart.switch(True, platform="linux")


def test_a_refusal_is_passed_on(service_manager: Path, tmp_path: Path):
    program = tmp_path / "bin" / "systemctl"
    program.write_text("#!/bin/sh\necho no bus >&2\nexit 1\n")
    with pytest.raises(autostart.AutostartError, match="no bus"):
        autostart.switch(True, platform="linux")
