"""The way to the first job: the folder of the extension is named, in a clone as in an installed package."""

from __future__ import annotations

import tomllib
from pathlib import Path

from server.dashboard import first_steps

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_package_carries_every_file_of_the_extension():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    carried = {
        (file, target)
        for target, patterns in project["tool"]["setuptools"]["data-files"].items()
        for pattern in patterns
        for file in ROOT.glob(pattern)
    }
    files = {file for file in (ROOT / "extension").rglob("*") if file.is_file()}
    assert carried == {(file, f"share/ringback/{file.parent.relative_to(ROOT).as_posix()}") for file in files}


def test_the_folder_is_named_wherever_it_lies(client, tmp_path, monkeypatch):
    assert str(ROOT / "extension") in client.get("/start").text
    installed = tmp_path / "share" / "ringback" / "extension"
    installed.mkdir(parents=True)
    (installed / "manifest.json").write_text("{}")
    monkeypatch.setattr(first_steps, "EXTENSIONS", (tmp_path / "nowhere", installed))
    assert str(installed) in client.get("/start").text
