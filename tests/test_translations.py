"""Each catalogue says all that is found, nothing is left to guess, and no text stands outside it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from jinja2 import Environment

from server.dashboard import language
from server.followups.scripts import texts
from server.followups.scripts.render import used
from tools import translations

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "server").rglob("templates/**/*.html"))
SHOWN = ("aria-label", "placeholder", "title", "alt", "data-done", "data-says", "data-ask", "data-failed")
NAME = "Ringback"
LANGUAGES = translations.languages()
MEND = "run `make translations`, and translate what it says is waiting"


@pytest.fixture(scope="module")
def gathered() -> Catalog:
    return translations.template()


def test_german_proves_that_every_text_can_be_translated():
    assert "de" in LANGUAGES
    assert set(language.LANGUAGES) == {"en", *LANGUAGES}


def test_texts_are_found_wherever_they_stand(gathered):
    places = {path.split("/")[1] for message in gathered for path, _ in message.locations}
    assert places >= {"dashboard", "followups", "services", "store", "templates"}
    for known in (
        "Later this week",  # a template
        "Please fill this in.",  # a form
        "It arrived",  # a table of words
        "Moved to after your return.",  # the planner
        "This application is closed, so nothing is planned.",  # a rule
        "That page is no longer kept.",  # the store
        "Attach what you sent the first time before this goes out.",  # the head of a script
    ):
        assert known in gathered, known


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_catalogue_has_every_text_and_no_other(code, gathered):
    translated = translations.load(code)
    assert [one.id for one in gathered if one.id and translated.get(one.id, one.context) is None] == [], MEND
    assert [one.id for one in translated if one.id and gathered.get(one.id, one.context) is None] == [], MEND
    assert translations.waiting(translated) == [], MEND


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_fills_in_what_the_text_fills_in(code):
    """A placeholder that is missing hides a name; one too many makes the page fail."""
    wrong = []
    for message in translations.load(code):
        wanted = placeholders(message.id)
        for form in (message.string,) if isinstance(message.string, str) else message.string:
            if message.id and placeholders(form) != wanted:
                wrong.append((message.id, form))
    assert wrong == []


def placeholders(text: str | tuple[str, ...]) -> set[str]:
    """The places to fill in; of plural forms all of them together."""
    return set(re.findall(r"%\(\w+\)s|%%", text if isinstance(text, str) else " ".join(text)))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_reminder_looks_at_the_same_facts_in_every_language(code):
    """A reminder is translated as it stands in its file: a name that is spelled otherwise would make the page fail."""
    translated = translations.load(code)
    parts = [part for name in texts.names() if name.endswith(".reminder") for part in texts.text(name).blocks]
    assert len(parts) > 8
    for part in parts:
        assert used(translated[part.source].string) == used(part.source), part.source


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_a_text_that_cannot_be_translated(path):
    source = path.read_text(encoding="utf-8")
    assert hard_coded(source) == [], "put it into {{ _(…) }}"


def hard_coded(source: str) -> list[str]:
    """The words between tags, and in attributes that are shown or read out, that come from no expression."""
    plain = re.sub(r"<(script|style|code|kbd)\b.*?</\1>", " ", _without_expressions(source), flags=re.S)
    attributes = re.findall(rf'(?<![\w-])(?:{"|".join(SHOWN)})="([^"]*)"', plain)
    between = re.sub(r"<[^>]*>", "\n", plain).splitlines()
    words = [" ".join(one.split()) for one in (*attributes, *between)]
    return [one for one in words if re.search(r"[^\W\d_]{2,}", one.replace(NAME, ""))]


def _without_expressions(source: str) -> str:
    """The template's own text, with a sign in the place of everything that is computed."""
    signs = {"variable_end": "•", "block_end": "•"}
    lexed = Environment(autoescape=True).lex(source)
    return "".join(value if kind == "data" else signs.get(kind, "") for _, kind, value in lexed)


def test_the_search_for_hard_coded_texts_finds_them():
    assert hard_coded('<p title="Hello">{{ _("Fine") }} there</p><code>x yz</code>') == ["Hello", "• there"]
    assert hard_coded('<a{% if here %} class="on"{% endif %} href="/x">{{ label }}</a>') == []


@pytest.mark.parametrize("path", sorted((ROOT / "server" / "dashboard").glob("*.py")), ids=lambda path: path.name)
def test_no_page_tells_a_text_that_cannot_be_translated(path):
    """What is flashed, refused or shown is put together from translated parts: no call is handed plain words."""
    found = [
        f"line {call.lineno}: {ast.unparse(call)[:90]}"
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _called(call) in {"told", "flash", "ValidationError"}
        for given in call.args[:1]
        if isinstance(given, ast.Constant)
    ]
    assert found == []


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
