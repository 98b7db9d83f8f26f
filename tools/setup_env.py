#!/usr/bin/env python3
"""Prepare .venv from the pinned, hashed requirement files, for running, testing or measuring.

Standard library alone, since it runs before anything is installed. Prints what it does; exits 1 with the next
step to take when it cannot go on.

    python3 tools/setup_env.py [--for run|test|bench] [--browser]
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)


def stop(message: str) -> None:
    """End with a message for a person."""
    sys.exit(f"ringback: {message}")


def is_root() -> bool:
    """Whether packages of the system may be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(*packages: str) -> bool:
    """Install Debian packages where this is Debian or Ubuntu and we are root; False where that is not so or fails."""
    if not is_root() or not shutil.which("apt-get"):
        return False
    print(f"ringback: installing {' '.join(packages)} with apt-get")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "-qq", "update"],
        ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages],
    ):
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
            return False
    return True


def run_with_newer_python() -> None:
    """Go on with a newer Python if one stands beside this one under its own name; else say what is needed."""
    for minor in range(20, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, *sys.argv])
    stop(f"Python 3.11 or later is needed, not {sys.version.split()[0]}. Name one: make PYTHON=/path/to/python run")


def create_venv() -> None:
    """Create .venv; where the system's Python came without its venv part, bring that (root) or say how."""
    if PYTHON.exists():
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not has_venv() and not (apt_install(package) and has_venv()):
        stop(
            "this Python lacks its venv part. On Debian or Ubuntu one command brings it:\n\n"
            f"    sudo apt-get install -y {package}\n\nThen run the same make command again."
        )
    print(f"ringback: creating {VENV.name} with Python {sys.version.split()[0]}")
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)


def has_venv() -> bool:
    """Whether this Python can create an environment with pip in it (a fresh look: apt may just have brought it)."""
    return (
        subprocess.run([sys.executable, "-c", "import ensurepip, venv"], capture_output=True, check=False).returncode
        == 0
    )


def install(name: str) -> None:
    """Install requirements/NAME.txt and the project itself, unless exactly these files were installed before."""
    wanted = [ROOT / "requirements" / "build.txt", ROOT / "requirements" / f"{name}.txt"]
    sources = [*wanted, ROOT / "pyproject.toml"]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    stamp = VENV / f"installed-{name}.sha256"
    if stamp.exists() and stamp.read_text() == digest:
        return
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    print(f"ringback: installing from requirements/{name}.txt (the first time takes a minute)")
    requirements = [word for path in wanted for word in ("-r", str(path))]
    for arguments in (
        ["--require-hashes", *requirements],
        ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
    ):
        if subprocess.run([*pip, *arguments], check=False).returncode:
            stop("the packages could not be installed. Is this machine online? pip's own words are above.")
    stamp.write_text(digest)


def main() -> None:
    """Read the arguments and prepare what they ask for."""
    sys.stdout.reconfigure(line_buffering=True)  # else our lines come after those of the programs we run
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--for", dest="purpose", choices=("run", "test", "bench"), default="run")
    parser.add_argument("--browser", action="store_true", help="bring a browser for the tests too")
    arguments = parser.parse_args()
    if sys.version_info < OLDEST:
        run_with_newer_python()
    create_venv()
    install(arguments.purpose)
    if arguments.browser:
        subprocess.run([str(PYTHON), str(ROOT / "tools" / "find_browser.py"), "--install"], check=False)


if __name__ == "__main__":
    main()
