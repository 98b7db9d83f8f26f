"""Pack the extension: a zip for the Chrome store and an xpi for Firefox, byte for byte the same at every run.

    python tools/pack_extension.py        writes dist/ringback-chrome-VERSION.zip and dist/ringback-firefox-VERSION.xpi

Both hold the same files. The one manifest serves both browsers; in the xpi it is without the service worker,
of which Firefox would only say that it is ignored.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "extension"
MANIFEST = SOURCE / "manifest.json"
# The earliest time a zip file can hold: no clock, so that the same source gives the same bytes.
STAMP = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16


def manifest_for_firefox() -> bytes:
    """Return the manifest without what Firefox has no use for."""
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    del manifest["background"]["service_worker"]
    return json.dumps(manifest, indent=2, ensure_ascii=False).encode()


def pack(target: Path) -> Path:
    """Write all files of the extension into ``target``, in order of their names."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(SOURCE.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(SOURCE).as_posix(), STAMP)
                entry.external_attr, entry.compress_type = READABLE, zipfile.ZIP_DEFLATED
                changed = target.suffix == ".xpi" and path == MANIFEST
                content = manifest_for_firefox() if changed else path.read_bytes()
                archive.writestr(entry, content, compresslevel=9)
    return target


def pack_all(folder: Path) -> tuple[Path, Path]:
    """Pack for both stores into ``folder``; return the zip and the xpi."""
    version = json.loads(MANIFEST.read_text(encoding="utf-8"))["version"]
    folder.mkdir(exist_ok=True)
    chrome = pack(folder / f"ringback-chrome-{version}.zip")
    return chrome, pack(folder / f"ringback-firefox-{version}.xpi")


if __name__ == "__main__":
    for packed in pack_all(ROOT / "dist"):
        print(packed.relative_to(ROOT), f"{packed.stat().st_size:,} bytes")
