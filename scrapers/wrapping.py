"""Lines that only the width of what they were written on has broken."""

from __future__ import annotations

WRAPPED = 55  # a line at least this long that ends without a stop was broken by its width
_STOPS = (".", "!", "?", ":", ";")


def goes_on(last: str, line: str, *, full: int = WRAPPED) -> bool:
    """Whether a line goes on in the next: without a stop at its end, in lower case or because it was ``full``."""
    return not last.endswith(_STOPS) and (line[0].islower() or (len(last) >= full and line[0].isalnum()))
