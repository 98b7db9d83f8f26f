"""Sentences within the lines of a page."""

from __future__ import annotations

import re

# A full stop ends a sentence before a space and a capital, unless it belongs to one of these.
_ABBREVIATIONS = re.compile(
    r"(?:^|[\s(])(?:dr|prof|mr|mrs|ms|st|no|nr|tel|ext|ing|dipl|dr\.-ing|hr|fr|bzw|z\.\s?b|z|hd|ca|inc|ltd|co|e\.g|i\.e|etc|dhr|mevr|mw|sr|sra|"
    r"mgr|bc|phdr|mudr|rndr|doc|ul|pr|ir|drs|t\.a\.v|tlf|puh|phil|med|rer|nat|habil|s\.r\.o|a\.s|st|dept|attn|[a-z])$",
    re.I,
)
_END = re.compile(r"[.!?;](?:[)\"'”’]?)\s+(?=[^\W\da-zß-öø-ÿ]|[\d(\"'“„¡¿*•-])")


def bounds(text: str, offset: int, low: int, high: int) -> tuple[int, int]:
    """The sentence holding ``offset`` within the line ``low:high`` of ``text``."""
    start, end = low, high
    for match in _END.finditer(text, low, high):
        if text[match.start()] == "." and _ABBREVIATIONS.search(text[max(low, match.start() - 12) : match.start()]):
            continue
        if match.end() <= offset:
            start = match.end()
        elif match.start() >= offset:
            end = match.start() + 1
            break
    return start, end


def split(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """All sentences of the line ``low:high``, as offsets."""
    found, start = [], low
    for match in _END.finditer(text, low, high):
        if text[match.start()] == "." and _ABBREVIATIONS.search(text[max(low, match.start() - 12) : match.start()]):
            continue
        found.append((start, match.start() + 1))
        start = match.end()
    if start < high:
        found.append((start, high))
    return found
