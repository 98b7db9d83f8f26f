"""``make scraper NAME``: what it writes is a site that is read, and it never writes over anything."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOL = ROOT / "tools" / "new_scraper.py"


def run(root: Path, name: str) -> subprocess.CompletedProcess[str]:
    """Run the tool with nothing but the standard library, as before anything is installed."""
    command = [sys.executable, "-I", "-S", str(TOOL), name, "--root", str(root)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the tool writes into and what its output is held against."""
    shutil.copytree(ROOT / "scrapers", tmp_path / "scrapers", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "fixtures" / "sites", tmp_path / "tests" / "fixtures" / "sites")
    shutil.copy(ROOT / "tests" / "test_sites.py", tmp_path / "tests")
    for name in ("pyproject.toml", "Makefile"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_what_it_writes_is_read_right_and_passes_lint(project: Path) -> None:
    done = run(project, "north_lake2")
    assert done.returncode == 0, done.stderr
    assert "scrapers/sites/north_lake2.py" in done.stdout.replace(os.sep, "/")

    pairs = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_sites.py", "-k", "north_lake2 or each_"]
    tested = subprocess.run([sys.executable, *pairs], cwd=project, capture_output=True, text=True)
    assert tested.returncode == 0, tested.stdout
    assert "6 passed" in tested.stdout

    written = "scrapers/sites/north_lake2.py"
    for check in (["check"], ["format", "--check"]):
        linted = subprocess.run([sys.executable, "-m", "ruff", *check, written], cwd=project, capture_output=True)
        assert linted.returncode == 0, linted.stdout


def test_a_site_that_lost_its_page_is_noticed(project: Path) -> None:
    run(project, "northlake")
    (project / "tests" / "fixtures" / "sites" / "northlake" / "posting.html").unlink()
    pairs = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_sites.py", "-k", "each_page"]
    tested = subprocess.run([sys.executable, *pairs], cwd=project, capture_output=True, text=True)
    assert tested.returncode == 1
    assert "northlake/posting" in tested.stdout


@pytest.mark.parametrize("there", ["scrapers/sites/northlake.py", "tests/fixtures/sites/northlake/posting.json"])
def test_nothing_is_written_over(tmp_path: Path, there: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True)
    (tmp_path / there).write_text("mine")
    refused = run(tmp_path, "northlake")
    assert refused.returncode == 1
    assert there in refused.stderr.replace(os.sep, "/")
    assert [path.read_text() for path in tmp_path.rglob("*") if path.is_file()] == ["mine"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Which site?"),
        ("jobs.ac.uk", "make scraper jobs_ac_uk"),
        ("Northlake Jobs", "make scraper northlake_jobs"),
        ("two__lines", "make scraper two_lines"),
        ("4you", "make scraper site_4you"),
        ("class", "make scraper site_class"),
        ("../evil", "make scraper evil"),
        ("__init__", "make scraper init"),
        ("é", "make scraper site"),
        ("n" * 41, "longer than 40"),
        ("clean", "make scraper clean_jobs"),
    ],
)
def test_a_name_that_cannot_be_one_is_refused_with_what_to_type_instead(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "Makefile").write_text("clean: ## Remove\n")
    refused = run(tmp_path, name)
    assert refused.returncode == 1
    assert said in refused.stderr
    assert list(tmp_path.iterdir()) == [tmp_path / "Makefile"]


@pytest.mark.skipif(shutil.which("make") is None, reason="this machine has no make")
def test_make_passes_the_name_on_and_takes_it_for_no_target() -> None:
    for name, said in (("Not.A.Name", "Try: make scraper not_a_name"), ("clean", "make target"), ("lever", "already")):
        make = ["make", "--no-print-directory", "scraper", name, f"PYTHON={sys.executable}"]
        done = subprocess.run(make, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode != 0
        assert said in done.stderr
