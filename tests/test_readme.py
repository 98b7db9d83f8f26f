"""What the README and its fellows promise is there: make targets, commands, linked files."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import click
import pytest

from server.cli import main

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def named(path: Path, command: str) -> set[str]:
    """What follows ``command`` in every line of a text that is set as code."""
    text = path.read_text(encoding="utf-8")
    lines = re.findall(r"`([^`\n]+)`", text) + re.findall(r"^ {4}(.+)$", text, re.M)
    return {match[1] for line in lines if (match := re.match(command, line))}


def commands() -> set[str]:
    return set(main.list_commands(click.Context(main)))


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_named_make_targets_exist(path: Path):
    assert named(path, r"make ([a-z-]+)") <= targets()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_named_commands_exist(path: Path):
    assert named(path, r"ringback ([a-z]+)") <= commands()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_linked_files_exist(path: Path):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_readme_names_each_command_a_job_seeker_needs():
    wanted = {"serve", "scrape", "track", "due", "export", "backup", "autostart"}
    assert wanted <= named(ROOT / "README.md", r"ringback ([a-z]+)")


def test_make_alone_prints_every_target_that_has_a_line_of_help():
    printed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    helped = set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert helped
    assert {line.split()[1] for line in printed.splitlines() if line.startswith("  make ")} == helped
