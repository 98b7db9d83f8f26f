"""Check the packed extension with Mozilla's addons-linter, in the pinned version, which npm brings.

Where the machine has no Node that is new enough, a Node from PyPI is used for this one run (requirements/lint.txt).

    python tools/lint_extension.py        after tools/pack_extension.py

Fails on any error, and on any warning but the one that cannot be avoided.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LINTER = "addons-linter@10.13.0"
OLDEST_NODE = 20
# Chrome's package must name its service worker, which Firefox ignores in favour of background.scripts.
UNAVOIDABLE = {".zip": {"BACKGROUND_SERVICE_WORKER_IGNORED"}, ".xpi": set[str]()}


def lint(package: Path, linter: Path) -> list[dict[str, Any]]:
    """Return what the linter has against a package, as it reports it."""
    command = [str(linter), "--output", "json", str(package)]
    report = json.loads(subprocess.run(command, capture_output=True, check=False, text=True, timeout=120).stdout)
    found = [*report["errors"], *report["warnings"]]
    return [one for one in found if one["code"] not in UNAVOIDABLE[package.suffix]]


def node_is_there() -> bool:
    """Whether the machine's own Node and npm are new enough for the linter."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return False
    version = subprocess.run([node, "--version"], capture_output=True, check=False, text=True).stdout
    return int(version.lstrip("v").partition(".")[0] or 0) >= OLDEST_NODE


def fetch_node(folder: Path) -> None:
    """Install Node and npm from PyPI into ``folder`` and put them first on the path."""
    print("lint-extension: this machine has no Node 20 or newer with npm; fetching one for this run")
    pinned = str(ROOT / "requirements" / "lint.txt")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", "--target", str(folder)]
    subprocess.run([*pip, "--requirement", pinned], check=True, timeout=300)
    os.environ["PYTHONPATH"] = str(folder)
    os.environ["PATH"] = os.pathsep.join([str(folder / "bin"), os.environ["PATH"]])


def install(folder: Path) -> Path:
    """Install the linter into ``folder`` and return its program."""
    if not node_is_there():
        fetch_node(folder / "node")
    npm = shutil.which("npm") or "npm"
    subprocess.run([npm, "install", "--no-audit", "--no-fund", "--silent", LINTER], cwd=folder, check=True, timeout=300)
    return folder / "node_modules" / ".bin" / "addons-linter"


def main() -> int:
    """Lint both packages; return 1 if there is anything to mend."""
    packages = [path for path in sorted((ROOT / "dist").glob("ringback-*")) if path.suffix in UNAVOIDABLE]
    if len(packages) != len(UNAVOIDABLE):
        sys.exit("lint-extension: pack the extension first: make extension (and make clean if dist/ holds older ones)")
    with tempfile.TemporaryDirectory() as folder:
        linter = install(Path(folder))
        found = [(package.name, one) for package in packages for one in lint(package, linter)]
    for name, one in found:
        print(f"{name}: {one['code']}: {one['message']} ({one.get('file')}:{one.get('line')})")
    print(f"lint-extension: {len(packages)} packages, {len(found)} to mend")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
