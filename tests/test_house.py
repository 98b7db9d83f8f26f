"""The house rules that a reader relies on, held by a test: which part may know which, and how large a room may be."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("scrapers", "server")
LONGEST_FILE = 320
CLOCKS = {"now", "today", "utcnow", "time", "monotonic"}


def sources(folder: str) -> list[Path]:
    return sorted(path for path in (ROOT / folder).rglob("*.py") if "fixtures" not in path.parts)


def imported(path: Path) -> set[str]:
    """The modules a file imports, wherever in the file it does so."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def offenders(folder: str, forbidden: tuple[str, ...]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sources(folder)
        for name in imported(path)
        if any(name == word or name.startswith(f"{word}.") for word in forbidden)
    ]


def test_scrapers_know_no_server_and_no_network():
    assert (
        offenders("scrapers", ("server", "flask", "sqlite3", "sqlite_utils", "requests", "urllib.request", "socket"))
        == []
    )


def test_followups_know_no_flask_no_sql_and_no_page():
    forbidden = ("flask", "sqlite3", "sqlite_utils", "server.store", "server.dashboard", "scrapers", "bs4")
    assert offenders("server/followups", forbidden) == []


def test_followups_read_no_clock():
    """``now`` is an argument: a call such as datetime.now() in the planner makes the same input give another plan."""
    found = []
    for path in sources("server/followups"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
                owner = ast.unparse(node.func.value)
                if owner in {"datetime", "date", "time", "dt", "datetime.datetime", "datetime.date"} and not node.args:
                    found.append(f"{path.relative_to(ROOT)}:{node.lineno} calls {owner}.{node.func.attr}")
    assert found == []


def test_only_the_store_knows_sql():
    statement = re.compile(
        r"\b(SELECT\s+.+\s+FROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b", re.S
    )
    found = []
    for path in sources("server"):
        if (ROOT / "server" / "store") in path.parents:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and statement.search(node.value):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert found == []


def test_nothing_is_served_in_debug_mode():
    found = [
        str(path) for path in sources("server") if re.search(r"debug\s*=\s*True", path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_room_has_grown_too_large(package: str):
    lengths = {str(p.relative_to(ROOT)): len(p.read_text(encoding="utf-8").splitlines()) for p in sources(package)}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_what_is_no_code_is_packed_too(package: str):
    """Installed from a wheel, a package has only the files that ``package-data`` in pyproject.toml names."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = settings["tool"]["setuptools"]["package-data"][package]
    packed = {path for pattern in patterns for path in (ROOT / package).glob(pattern)}
    beside = {path for path in (ROOT / package).rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert sorted(str(path.relative_to(ROOT)) for path in beside - packed) == []


def test_every_folder_of_code_is_a_package():
    """``packages.find`` takes folders with an ``__init__.py`` alone; a file in another is missing from a wheel."""
    folders = {path.parent for package in PACKAGES for path in sources(package)}
    assert [str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_requirements_name_versions_and_hashes_and_no_host():
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text, f"{path.name} names a host"
        pins = re.findall(r"^([a-z0-9._-]+)==[^\\]+\\\n    --hash=sha256:", text, re.M)
        assert len(pins) == len(re.findall(r"^[a-z0-9]", text, re.M)), f"{path.name} has a requirement without a hash"


def test_every_make_target_says_what_it_does():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.M)
    assert phony
    silent = {"setup-dev", "setup-test"}
    documented = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.M))
    assert set(phony[1].split()) - silent == documented
