"""Gather the texts a person sees, and bring each language's catalogue up to date with them.

    python tools/translations.py          update every language there is
    python tools/translations.py fr       begin French too: server/dashboard/translations/fr/LC_MESSAGES/messages.po

Where texts stand is said in babel.cfg. A text that changed a little keeps its translation, marked fuzzy: read it, mend
it, take the mark off. The tests refuse what is fuzzy or missing. Nothing here reads the clock: the same texts give the
same files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from server.followups.scripts import texts  # noqa: E402

CATALOGUES = ROOT / "server" / "dashboard" / "translations"
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None, "Sentence": None, "sentences": (1, 2)}
HINT = "Translators:"
HEADER = "# The texts of Ringback's dashboard in {language}. See docs/translating.md.\n#"
_BEGAN = datetime(2026, 11, 28, tzinfo=UTC)


def scripts(
    file: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, str, list[str]]]:
    """What a script's text file says to the person: the lines before its first heading; all of it in a reminder."""
    read = texts.parse(Path(file.name).stem, file.read().decode())
    for line in (read.title, read.about, read.tip):
        if line:
            yield 1, "gettext", line.message, []
    if texts.channel_of(read.name) == "reminder":
        yield from ((block.line, "gettext", block.source, []) for block in read.blocks)


def template() -> Catalog:
    """All texts there are, without translations."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    gathered = Catalog(creation_date=_BEGAN)
    found = extract_from_dir(ROOT, methods, options, KEYWORDS, (HINT,), None, True, _is_ours)
    for path, line, message, comments, context in found:
        gathered.add(message, None, [(path, line)], auto_comments=comments, context=context)
    return gathered


def _is_ours(folder: str) -> bool:
    inside = Path(folder).resolve().relative_to(ROOT).parts
    return inside[0] == "server" and not inside[-1].startswith((".", "_"))


def catalogue(language: str) -> Path:
    """The file in which a language's translations stand."""
    return CATALOGUES / language / "LC_MESSAGES" / "messages.po"


def languages() -> list[str]:
    """The languages there is a folder for."""
    return sorted(folder.name for folder in CATALOGUES.glob("*") if folder.is_dir())


def load(language: str) -> Catalog:
    """A language's translations as they stand in its file; an empty catalogue for a new one."""
    file = catalogue(language)
    if not file.is_file():
        return Catalog(locale=language, creation_date=_BEGAN, fuzzy=False)
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def update(language: str, found: Catalog) -> Catalog:
    """Bring a language's file up to date with the texts."""
    translated = load(language)
    translated.update(found, update_creation_date=False)
    translated.header_comment = HEADER.format(language=translated.locale.english_name)
    translated.project, translated.version = "Ringback", ""
    file = catalogue(language)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        write_po(opened, translated, width=120, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    return translated


def waiting(translated: Catalog) -> list[str]:
    """The texts that have no translation yet, or one that is only a guess."""
    return [str(one.id) for one in translated if one.id and (one.fuzzy or not _is_whole(one.string))]


def _is_whole(string: str | Iterable[str] | None) -> bool:
    return bool(string) if isinstance(string, str) or string is None else all(string)


def main() -> None:
    """Update all, and say what waits for a translation."""
    found = template()
    for language in sorted({*languages(), *sys.argv[1:]}):
        open_ones = waiting(update(language, found))
        print(f"{language}: {len(found)} texts, {len(open_ones)} wait for a translation")
        for text in open_ones[:20]:
            print(f"    {text[:100]}")


if __name__ == "__main__":
    main()
