"""Extensions beside ours: one that would like to know what ours knows, and ours in German alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from chromium_driving import EXTENSION

ROGUE = {
    "manifest_version": 3,
    "name": "Reads everything it may",
    "version": "1",
    "permissions": ["storage", "tabs", "scripting"],
    "host_permissions": ["http://127.0.0.1/*", "http://*/*", "https://*/*"],
    "background": {"service_worker": "worker.js"},
}


def rogue(folder: Path) -> Path:
    """An extension with all the rights a person can give one."""
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps(ROGUE))
    (folder / "worker.js").write_text("chrome.runtime.onInstalled.addListener(() => {});")
    return folder


def german(folder: Path) -> Path:
    """Our extension with no other catalogue than the German one: what a German browser shows."""
    shutil.copytree(EXTENSION, folder)
    shutil.rmtree(folder / "_locales" / "en")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps(manifest | {"default_locale": "de"}), encoding="utf-8")
    return folder
