"""Where data lives and which port is used: the platform's user data directory unless told otherwise."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

DEFAULT_PORT = 7464
HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Config:
    """What a server or a command needs to know of its surroundings. ``data`` is the directory that holds all."""

    data: Path
    port: int = DEFAULT_PORT

    @property
    def database(self) -> Path:
        """The one SQLite file."""
        return self.data / "ringback.db"

    @property
    def lock(self) -> Path:
        """The file a running server holds locked."""
        return self.data / "server.lock"

    @property
    def backups(self) -> Path:
        """Where the daily copies lie."""
        return self.data / "backups"


def platform_data_dir() -> Path:
    """This system's own place for a user's data."""
    return Path(platformdirs.user_data_dir("ringback", appauthor=False))


def data_dir(given: str | os.PathLike[str] | None = None) -> Path:
    """The data directory: ``given``, else ``RINGBACK_DATA``, else the platform's own for this user."""
    chosen = given or os.environ.get("RINGBACK_DATA") or platform_data_dir()
    return Path(chosen).expanduser().absolute()


def load(data: str | os.PathLike[str] | None = None, port: int | None = None) -> Config:
    """The configuration for this process; the data directory is created, open to its owner alone (0700)."""
    directory = data_dir(data)
    make_private(directory)
    return Config(data=directory, port=DEFAULT_PORT if port is None else port)


def make_private(directory: Path) -> None:
    """Create ``directory`` where it is missing and close it to everybody but its owner.

    Raises ``OSError`` where the directory cannot be made. A directory that belongs to somebody else stays as it is.
    """
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name == "posix" and directory.stat().st_uid == os.getuid():
        directory.chmod(0o700)
