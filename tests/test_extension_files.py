"""The extension as it is packed: what it may do, what it says, and that nothing in it reaches elsewhere."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from tools.pack_extension import pack_all

EXTENSION = Path(__file__).resolve().parent.parent / "extension"
MANIFEST = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
SCRIPTS = sorted(EXTENSION.rglob("*.js"))
SOURCES = [path for path in sorted(EXTENSION.rglob("*")) if path.suffix in {".js", ".html", ".css"}]
LANGUAGES = sorted(path.name for path in (EXTENSION / "_locales").iterdir())
LONGEST_FILE = 300


def texts(language: str) -> dict[str, dict]:
    return json.loads((EXTENSION / "_locales" / language / "messages.json").read_text(encoding="utf-8"))


def test_permissions_are_these_and_no_other():
    """A later addition switches the extension off in Chromium until the person consents: add none lightly."""
    assert MANIFEST["permissions"] == ["activeTab", "scripting", "storage", "contextMenus", "alarms", "notifications"]
    # Without a port: Firefox never matches a pattern that has one.
    assert MANIFEST["host_permissions"] == ["http://127.0.0.1/*"]
    # Granted by the person for one site at a time, where a posting lies in another site's frame.
    assert MANIFEST["optional_host_permissions"] == ["https://*/*", "http://*/*"]
    assert not {"content_scripts", "externally_connectable", "web_accessible_resources"} & MANIFEST.keys()


def test_every_permission_is_explained():
    page = (EXTENSION.parent / "docs" / "extension.md").read_text(encoding="utf-8")
    for permission in [*MANIFEST["permissions"], *MANIFEST["host_permissions"]]:
        assert f"\n| `{permission}` | " in page, f"docs/extension.md does not say why {permission} is needed"


def test_extension_pages_may_connect_to_this_computer_alone():
    policy = dict(
        part.strip().split(" ", 1) for part in MANIFEST["content_security_policy"]["extension_pages"].split(";")
    )
    assert policy["connect-src"] == "http://127.0.0.1:*"
    assert policy["default-src"] == "'none'" and policy["script-src"] == "'self'"


def test_firefox_is_told_what_is_collected():
    gecko = MANIFEST["browser_specific_settings"]["gecko"]
    assert gecko["data_collection_permissions"] == {"required": ["websiteContent", "browsingActivity"]}


def test_no_file_names_another_server():
    found = {
        (path.name, url)
        for path in EXTENSION.rglob("*")
        if path.suffix in {".js", ".html", ".css", ".json"}
        for url in re.findall(r"(?:https?|wss?)://[\w$.{]+", path.read_text(encoding="utf-8"))
    }
    assert found == {
        ("api.js", "http://127.0.0.1"),
        ("api.js", "http://${await"),
        ("manifest.json", "http://127.0.0.1"),
    }


def test_no_script_runs_text_as_code_or_writes_markup():
    for path in SCRIPTS:
        assert not re.search(
            r"\beval\(|new Function|innerHTML\s*=|insertAdjacentHTML|document\.write", path.read_text()
        )


@pytest.mark.parametrize(
    "path", [*SCRIPTS, *EXTENSION.rglob("*.html"), *EXTENSION.rglob("*.css")], ids=lambda p: p.name
)
def test_files_are_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_every_language_has_every_text_with_the_same_places_for_values():
    assert {"de", "en"} <= set(LANGUAGES)
    english = texts("en")
    for language in LANGUAGES:
        translated = texts(language)
        assert translated.keys() == english.keys()
        for key, text in translated.items():
            assert text["message"].strip(), f"{language}: {key} is empty"
            assert text.get("placeholders") == english[key].get("placeholders"), f"{language}: {key}"
            named = [sorted(re.findall(r"\$\w+\$", one["message"])) for one in (text, english[key])]
            assert named[0] == named[1], f"{language}: {key}"
        assert translated["language"]["message"] == language.replace("_", "-")


def test_every_text_that_is_asked_for_is_there_and_every_text_is_used():
    sources = {
        path: path.read_text(encoding="utf-8") for path in EXTENSION.rglob("*") if path.suffix in {".js", ".html"}
    }
    whole = "\n".join(sources.values()) + (EXTENSION / "manifest.json").read_text(encoding="utf-8")
    keys = texts("en").keys()
    asked = set(re.findall(r'\btext\("(\w+)"', whole)) | set(re.findall(r'data-(?:text|label)="(\w+)"', whole))
    asked |= set(re.findall(r"__MSG_(\w+)__", whole))
    assert asked <= keys
    made = tuple(set(re.findall(r"`(\w+_)\$\{", whole)))
    unused = {key for key in keys if key not in asked and not key.startswith(made) and f'"{key}"' not in whole}
    assert unused == set()


def test_packages_are_the_same_at_every_run_and_hold_every_file(tmp_path):
    first, second = pack_all(tmp_path / "a"), pack_all(tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    chrome, firefox = first
    assert chrome.name == f"ringback-chrome-{MANIFEST['version']}.zip"
    assert firefox.name == f"ringback-firefox-{MANIFEST['version']}.xpi"
    files = {path.relative_to(EXTENSION).as_posix() for path in EXTENSION.rglob("*") if path.is_file()}
    for package in first:
        with zipfile.ZipFile(package) as archive:
            assert set(archive.namelist()) == files
    with zipfile.ZipFile(chrome) as archive:
        assert json.loads(archive.read("manifest.json")) == MANIFEST
    with zipfile.ZipFile(firefox) as archive:
        assert json.loads(archive.read("manifest.json"))["background"] == {
            "scripts": ["background.js"],
            "type": "module",
        }
