"""Which languages a text may hold: those of which it holds one of the commonest words."""

from __future__ import annotations

_MARKS = {
    " und ": ("de",),
    " et ": ("fr",),
    " para ": ("es", "pt"),
    " los ": ("es",),
    " di ": ("it",),
    " het ": ("nl",),
    " og ": ("da", "no"),
    " och ": ("sv",),
    " ja ": ("fi",),
    " na ": ("cs", "pl", "sh"),
    " ir ": ("lt",),
    " és ": ("hu",),
}
LANGUAGES = ("en", *dict.fromkeys(language for languages in _MARKS.values() for language in languages))
_SAMPLE = 700  # characters that are looked at where speed counts
_SHORT = 1_000  # a text shorter than this tells too little: it is asked in every language


def spoken(lower: str, declared: str | None = None, *, sample: int = _SAMPLE) -> tuple[str, ...]:
    """The languages that the middle of a text (lower case) seems to hold, the declared one, and English always."""
    if len(lower) < _SHORT:
        return LANGUAGES
    begin = max(0, (len(lower) - sample) // 2)
    middle = lower[begin : begin + sample]
    found = {"en", (declared or "")[:2]}
    for mark, languages in _MARKS.items():
        if mark in middle:
            found.update(languages)
    return tuple(language for language in LANGUAGES if language in found)
