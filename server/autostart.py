"""Start Ringback with the computer, so that reminders come: one service file per operating system, on or off.

Sources: systemd.service(5) and systemd.unit(5) for the user unit; launchd.plist(5) for macOS; Microsoft's
``schtasks`` reference for Windows.
"""

from __future__ import annotations

import os
import plistlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LABEL = "org.ringback.ringback"
UNIT = "ringback.service"
TASK = "Ringback"


class AutostartError(Exception):
    """The system's service manager is missing or refused; the message says what to do next."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was done, for a person, and the file that was written or removed (None on Windows)."""

    text: str
    path: Path | None


def serve_command(data: Path | None = None, port: int | None = None) -> list[str]:
    """The command that serves without opening a browser, by this very Python."""
    options = [*(["--data", str(data)] if data else []), *(["--port", str(port)] if port else [])]
    return [sys.executable, "-m", "server", "serve", "--no-open", *options]


def switch(on: bool, *, data: Path | None = None, port: int | None = None, platform: str = sys.platform) -> Result:
    """Turn starting with the computer on or off.

    Raises:
        AutostartError: there is no service manager this knows, or it refused.
    """
    command = serve_command(data, port)
    if platform == "darwin":
        return _launchd(on, command)
    if platform == "win32":
        return _windows(on, command)
    return _systemd(on, command)


def systemd_unit(command: list[str]) -> str:
    """The text of a systemd user unit that runs the command; words are quoted as systemd.service(5) says."""
    words = " ".join('"' + word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%") + '"' for word in command)
    return (
        "[Unit]\nDescription=Ringback: follow-ups for your job applications\n\n"
        f"[Service]\nExecStart={words}\nRestart=on-failure\nRestartSec=10\n\n"
        "[Install]\nWantedBy=default.target\n"
    )


def launchd_plist(command: list[str]) -> bytes:
    """The property list of a launchd agent that runs the command at login."""
    return plistlib.dumps({"Label": LABEL, "ProgramArguments": command, "RunAtLoad": True, "ProcessType": "Background"})


def _systemd(on: bool, command: list[str]) -> Result:
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    path = home / "systemd" / "user" / UNIT
    if on:
        _write(path, systemd_unit(command).encode())
        _run(["systemctl", "--user", "daemon-reload"])
        _run(["systemctl", "--user", "enable", "--now", UNIT])
        return Result("Ringback now starts when you log in.", path)
    if path.exists():
        _run(["systemctl", "--user", "disable", "--now", UNIT])
        path.unlink()
    return Result("Ringback no longer starts by itself.", path)


def _launchd(on: bool, command: list[str]) -> Result:
    path = Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    if on:
        _write(path, launchd_plist(command))
        _run(["launchctl", "load", "-w", str(path)])
        return Result("Ringback now starts when you log in.", path)
    if path.exists():
        _run(["launchctl", "unload", "-w", str(path)])
        path.unlink()
    return Result("Ringback no longer starts by itself.", path)


def _windows(on: bool, command: list[str]) -> Result:
    if on:
        windowless = [command[0].replace("python.exe", "pythonw.exe"), *command[1:]]
        line = subprocess.list2cmdline(windowless)
        _run(["schtasks", "/Create", "/F", "/SC", "ONLOGON", "/TN", TASK, "/TR", line])
        return Result("Ringback now starts when you log in.", None)
    if subprocess.run(["schtasks", "/Query", "/TN", TASK], capture_output=True, check=False).returncode == 0:  # noqa: S603, S607
        _run(["schtasks", "/Delete", "/F", "/TN", TASK])
    return Result("Ringback no longer starts by itself.", None)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _run(command: list[str]) -> None:
    if not shutil.which(command[0]):
        raise AutostartError(
            f"{command[0]} is not on this system, so Ringback cannot be started with it. "
            f"Add this command to what your desktop starts at login: {subprocess.list2cmdline(serve_command())}"
        )
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise AutostartError(f"{' '.join(command)} said: {(done.stderr or done.stdout).strip() or done.returncode}")
