"""Which languages a text may hold: those of whose commonest words and letters it shows one."""

from __future__ import annotations

_MARKS = {
    "de": (" und ", "ü"),
    "fr": (" des ", " vous "),
    "es": (" para ", " los ", " con "),
    "pt": (" para ", "ção"),
    "it": (" il ", " di "),
    "nl": (" het ", " een "),
    "da": (" og ",),
    "no": (" og ",),
    "sv": (" och ",),
    "fi": (" ja ", "ää"),
    "cs": (" je ", "ě", "ř"),
    "pl": (" się ", "ł"),
    "sh": (" je ", " za "),
    "lt": (" ir ", "ų"),
    "hu": (" és ", "ő"),
}
_EACH = [(mark, language) for language, marks in _MARKS.items() for mark in marks]
LANGUAGES = ("en", *_MARKS)
_SAMPLE = 1_500  # characters that are looked at where speed counts
_SHORT = 1_000  # a text shorter than this tells too little: it is asked in every language


def spoken(lower: str, declared: str | None = None, *, sample: int = _SAMPLE) -> tuple[str, ...]:
    """The languages that the middle of a text (lower case) seems to hold, the declared one, and English always."""
    if len(lower) < _SHORT:
        return LANGUAGES
    begin = max(0, (len(lower) - sample) // 2)
    middle = lower[begin : begin + sample]
    found = {language for mark, language in _EACH if mark in middle} | {"en", (declared or "")[:2]}
    return tuple(language for language in LANGUAGES if language in found)
