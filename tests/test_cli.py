"""The command line, each command as a person types it."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from server.cli import Commands, main

PAGE = """<html lang="en"><head><title>{title}</title></head><body><main><h1>{title}</h1>
<p>Northlake Clinic is hiring in Seattle, WA.</p>
<p>Contact: Dana Example, Hiring Manager, dana@northlake.example.com, 206-555-0142</p></main></body></html>"""


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBACK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("RINGBACK_NOW", "2026-11-16T09:00:00-08:00")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE.format(title="Clerk"), encoding="utf-8")
    return path


def run(*words: str | Path, stdin: str | None = None) -> Result:
    """Run the command, which must succeed."""
    result = CliRunner().invoke(main, [str(word) for word in words], input=stdin)
    assert result.exit_code == 0, result.output
    return result


def fail(*words: str | Path, stdin: str | None = None) -> str:
    """Run the command, which must fail in a sentence and not in a traceback; return what it says."""
    result = CliRunner().invoke(main, [str(word) for word in words], input=stdin)
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code in (1, 2)
    return result.output


def walk(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command and of every group."""
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from walk(child, (*path, name))


COMMANDS = list(walk(main))


def test_the_commands_of_the_readme_are_there() -> None:
    named = {" ".join(path) for path in COMMANDS}
    assert {
        "serve",
        "scrape",
        "track",
        "due",
        "export calls",
        "backup",
        "restore",
        "open",
        "autostart",
        "demo",
    } <= named


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example_of_itself(path: tuple[str, ...]) -> None:
    shown = run(*path, "--help").output
    example = re.search(r"Example:\n +(ringback .*)", shown)
    assert example, f"`ringback {' '.join(path)} --help` shows no example"
    assert example[1].startswith(" ".join(["ringback", *path]))
    assert "Options:" in shown


def test_scrape_prints_one_object_a_line(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    other.write_text(PAGE.format(title="Baker"), encoding="utf-8")
    lines = run("scrape", page, other, "--url", "https://jobs.example.com/1").output.splitlines()
    assert [json.loads(line)["title"] for line in lines] == ["Clerk", "Baker"]


def test_scrape_reads_bytes_and_standard_input(tmp_path: Path) -> None:
    latin = tmp_path / "latin.html"
    page = PAGE.format(title="Büroleiter").replace("<head>", '<head><meta charset="iso-8859-1">')
    latin.write_bytes(page.encode("latin-1"))
    assert "Büroleiter" in run("scrape", latin).output
    assert json.loads(run("scrape", "-", stdin=PAGE.format(title="Cook")).output)["title"] == "Cook"


def test_track_tells_what_was_found(page: Path) -> None:
    shown = run("track", page, "--url", "https://jobs.example.com/1", "--applied", "2026-11-13").output
    assert shown.startswith("Application 1: Clerk")
    assert "tracked since" in run("track", page, "--url", "https://jobs.example.com/1").output


def test_a_file_that_is_no_page_is_named_and_the_others_are_read(page: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "letter.pdf"
    wrong.write_bytes(b"%PDF-1.7 \xe2\xe3")
    result = CliRunner().invoke(main, ["scrape", str(wrong), str(tmp_path / "none.html"), str(page)])
    assert result.exit_code == 1
    assert json.loads(result.stdout)["title"] == "Clerk"
    assert f"{wrong}: This file is a PDF document" in result.stderr
    assert "none.html: No such file" in result.stderr


NO_PAGES: dict[str, tuple[bytes, str]] = {
    "nothing": (b" \n", "is empty"),
    "a document": (b"%PDF-1.7", "PDF document, not a saved web page"),
    "a program": (b"\x7fELF\x02\x01\0\0", "is not a saved web page"),
    "too much": (b"<p>" + b"x" * 16 * 2**20, "is larger than 16 MB"),
}


@pytest.mark.parametrize(("content", "said"), NO_PAGES.values(), ids=NO_PAGES)
def test_what_is_no_page_is_not_tracked(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    assert said in fail("track", file)
    assert run("due", "--on", "2027-12-31").output == "Nothing is due.\n"


def test_the_address_that_a_saved_page_notes_is_its_own(page: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    noted = "<!-- saved from url=(0028)https://jobs.example.com/1 -->\n"
    saved.write_text(noted + page.read_text(encoding="utf-8"), encoding="utf-8")
    assert json.loads(run("scrape", saved).output)["url"] == "https://jobs.example.com/1"
    run("track", saved)
    assert run("track", page, "--url", "https://jobs.example.com/1").output.startswith("Application 1: ")


LISTED = "".join(
    f'<li><a href="/jobs/view/88{n}"><h3>Ward Clerk {n}</h3></a><p>Alder Hospital</p></li>' for n in range(6)
)
OTHER_PAGES = {
    "a wall": (
        "<title>Sign in | Jobs</title><h1>Please sign in to continue</h1><form><input type=email>"
        "<input type=password><button>Sign in</button></form>",
        "Application 1: Sign in | Jobs\n    This page is a login wall or an error page, not the job.\n    It is kept.",
    ),
    "a list": (
        f"<title>6 jobs in Seattle</title><h1>6 jobs found</h1><ul>{LISTED}</ul>",
        "Application 1: 6 jobs in Seattle\n    This page is a list of jobs, not one job: open the one you mean",
    ),
}


@pytest.mark.parametrize(("html", "said"), OTHER_PAGES.values(), ids=OTHER_PAGES)
def test_a_page_that_is_no_posting_is_said_to_be_what_it_is(tmp_path: Path, html: str, said: str) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html lang=en><head></head><body>{html}</body></html>", encoding="utf-8")
    assert run("track", page).output.startswith(said)
    assert run("due", "--on", "2027-12-31").output == "Nothing is due.\n"


def test_whoever_wants_no_calls_is_not_said_to_want_no_contact(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format(title="Clerk").replace("</main>", "<p>No phone calls, please.</p></main>"))
    shown = run("track", page, "--applied", "2026-11-02").output
    assert "They ask for no calls: “No phone calls, please.”" in shown
    assert "due since Mon 09 Nov 2026, 09:00" in shown


def test_a_job_that_may_be_another_again_is_pointed_out(page: Path) -> None:
    run("track", page, "--url", "https://jobs.example.com/1")
    shown = run("track", page, "--url", "https://board.example.com/copy").output
    assert "may be the same job as application 1; join them on the dashboard" in shown


def test_due_and_export_on_empty_data() -> None:
    assert run("due").output == "Nothing is due.\n"
    assert run("due", "--needs-contact").output == "Nothing waits for a contact.\n"
    assert json.loads(run("due", "--json").output) == []
    assert run("export", "calls").output.count("\n") == 1


def test_export_writes_a_file(tmp_path: Path) -> None:
    target = tmp_path / "calls.csv"
    assert run("export", "calls", "-o", target).output == f"Wrote {target}.\n"
    assert target.read_bytes().startswith(b'\xef\xbb\xbf"Due"')
    assert "cannot be written" in fail("export", "calls", "-o", tmp_path / "no" / "calls.csv")


def test_what_is_not_sure_and_what_they_wish_stand_on_every_list(tmp_path: Path) -> None:
    page = tmp_path / "doubtful.html"
    page.write_text(
        """<html lang="en"><head><title>Clerk</title></head><body><main><h1>Clerk</h1>
<p>Northlake Clinic is hiring a clerk in Seattle, WA. No phone calls, please.</p></main>
<footer>Northlake Clinic, info@northlake.example.com</footer></body></html>""",
        encoding="utf-8",
    )
    assert "info@northlake.example.com (not sure)" in run("track", page, "--applied", "2026-11-02").output
    assert "Note: Found on the page, and not sure: confirm who this is" in run("due").output
    (row,) = csv.DictReader(io.StringIO(run("export", "calls").output.lstrip("\ufeff")))
    assert row["E-mail"] == "info@northlake.example.com"
    assert row["Notes"].startswith("Found on the page, and not sure")
    assert row["They wrote"] == "No phone calls, please."
    cards = run("export", "calls", "--format", "vcard").output.replace("\r\n ", "")
    assert "NOTE:Found on the page\\, and not sure" in cards


def test_backup_and_restore(page: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    run("track", page, "--url", "https://jobs.example.com/1")
    run("backup", copy)
    with sqlite3.connect(copy) as db:
        assert db.execute("SELECT count(*) FROM applications").fetchone() == (1,)
    db.close()
    assert "is there already" in fail("backup", copy)
    run("backup", copy, "--force")
    run("track", page, "--url", "https://jobs.example.com/2")
    assert "before-restore" in run("restore", copy, stdin="y\n").output
    run("restore", copy, "--yes")
    assert "Application 2" in run("track", page, "--url", "https://jobs.example.com/3").output


def test_restore_refuses_what_is_no_backup(page: Path) -> None:
    assert "is not a Ringback backup" in fail("restore", page, "--yes")


WRONG: dict[str, tuple[tuple[str, ...], str]] = {
    "a day": (("due", "--on", "tomorrow"), "is not a day. Write it like"),
    "a file": (("scrape", "/no/such/file"), "No such file"),
    "a day to come": (("track", "-", "--applied", "2027-11-16"), "is still to come"),
    "an address": (("track", "-", "--url", "www.example.com/7"), "Write it with https:// in front"),
    "an approach": (("track", "-", "--approach", "bold"), "is not one of"),
    "a port": (("serve", "--port", "80"), "is not in the range"),
    "a format": (("export", "calls", "--format", "doc"), "is not one of"),
    "a command": (("fly",), "No such command"),
    "no server": (("open",), "Start it with: ringback serve"),
    "a directory": (("due", "--data", "/proc/no"), "cannot be used"),
}


@pytest.mark.parametrize(("words", "said"), WRONG.values(), ids=WRONG)
def test_a_mistake_is_told_in_a_sentence(words: tuple[str, ...], said: str) -> None:
    assert said in fail(*words)


def test_a_wrong_clock_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBACK_NOW", "soon")
    assert "is not a date and time" in fail("due")
    assert "is not a date and time" in fail("serve", "--no-open")


def test_a_place_that_takes_no_file_is_told_and_keeps_nothing(page: Path, tmp_path: Path) -> None:
    run("track", page)
    place = tmp_path / "no" / "copy.db"
    assert f"{place} cannot be written: No such file or directory." in fail("backup", place)
    run("backup", tmp_path / "copy.db")
    assert "/proc/no cannot be used" in fail("restore", tmp_path / "copy.db", "--yes", "--data", "/proc/no")


def test_foreign_data_are_not_touched(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "ringback.db").write_bytes(b"something else " * 100)
    assert "not a Ringback database" in fail("due")
    assert (data / "ringback.db").read_bytes() == b"something else " * 100


def test_a_command_imports_only_what_it_needs() -> None:
    assert isinstance(main, Commands)
    assert main.get_command(click.Context(main), "../serve") is None
    assert main.get_command(click.Context(main), "common") is None


def test_every_command_is_described() -> None:
    described = (Path(__file__).parent.parent / "docs" / "commands.md").read_text(encoding="utf-8")
    named = {" ".join(path[:2]) for path in COMMANDS if path and path != ("export",)}
    assert {name for name in named if f"| `ringback {name}" not in described} == set()
