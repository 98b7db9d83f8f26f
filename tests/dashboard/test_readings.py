"""The readers' own words can be translated: each sentence they put together is known to the dashboard."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.dashboard import readings

ROOT = Path(__file__).resolve().parent.parent.parent
FILLED_IN = "~"
MEND = "add it to server/dashboard/readings.py, run `make translations` and translate it"


def spoken(folder: str, calls: set[str]) -> Iterator[str]:
    """The sentences handed to some calls in a folder, with a sign for what is filled in."""
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in calls | {"append"}:
                if "append" in ast.unparse(node.func) and "problems" not in ast.unparse(node.func):
                    continue
                yield from (text for given in node.args for text in texts(given))


def texts(given: ast.expr) -> Iterator[str]:
    """The text of a literal, of a formatted one, of either that is cut."""
    if isinstance(given, ast.Subscript):
        yield from texts(given.value)
    elif isinstance(given, ast.Constant) and isinstance(given.value, str) and " " in given.value:
        yield given.value
    elif isinstance(given, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else FILLED_IN for part in given.values)


def known(sentence: str) -> bool:
    return any(re.fullmatch(readings.pattern_of(message), sentence) for message in readings.SAID)


def test_every_sentence_of_the_readers_is_known():
    said = {*spoken("scrapers", {"Verdict", "setdefault", "_first"}), *spoken("server", {"UnreadableError"})}
    # Its end is chosen before: longer than some time, or more than some memory.
    said.discard(f"Reading this page took {FILLED_IN}, so it was stopped.")
    assert {one for one in said if not known(one)} == set(), MEND
    assert len(said) > 12


def test_every_reason_to_leave_an_address_aside_is_known():
    rows = tomllib.loads((ROOT / "scrapers" / "contacts" / "desks.toml").read_text(encoding="utf-8"))
    reasons = {row["why"] for table in rows.values() if isinstance(table, list) for row in table if "why" in row}
    assert {one for one in reasons if not known(one)} == set(), MEND
    assert len(reasons) > 5


@pytest.mark.parametrize(
    ("said", "german"),
    [
        (
            "The page holds 1,204 e-mail addresses: only the first 200 were read.",
            "Die Seite enthält 1,204 E-Mail-Adressen: Nur die ersten 200 wurden gelesen.",
        ),
        ("press desk", "Pressestelle"),
        ("what no reader says", "what no reader says"),
    ],
)
def test_a_readers_words_are_translated_with_what_they_fill_in(app, said, german):
    with app.test_request_context("/", headers={"Accept-Language": "de"}):
        assert readings.read(said) == german
    with app.test_request_context("/"):
        assert readings.read(said) == said
