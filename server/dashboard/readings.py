"""What the readers say of a page, in the language of the dashboard.

They are a library of their own and know no other language than English; what they said is kept as they said it. So each
of their sentences stands here again, with a mark where they fill something in. A test holds the list complete.
"""

from __future__ import annotations

import re
from functools import cache

from server.dashboard.language import gettext


def N_(message: str) -> str:
    """The message as it is."""
    return message


SAID = (
    N_("JSON-LD block %(number)s is not JSON: %(error)s"),
    N_("The page's state is not JSON: %(error)s"),
    N_("The page holds %(number)s %(what)s: only the first %(most)s were read."),
    N_("e-mail addresses"),
    N_("telephone numbers"),
    N_("links to write or call"),
    N_("The page is longer than %(number)s characters: the rest was not read."),
    N_("The page has more than %(number)s elements: the rest was not read."),
    N_("The page has more than %(number)s lines: the rest was not read."),
    N_("%(number)s lines speak of contacts: only the first %(most)s were read."),
    N_("The page's microdata is too large: not all of it was read."),
    N_("The page is full of numbers: not all were looked at for telephone numbers."),
    N_("The page could not be read."),
    N_("Reading this page failed (%(place)s)."),
    N_("Reading this page took longer than %(number)s seconds, so it was stopped."),
    N_("Reading this page took more than %(number)s MB of memory, so it was stopped."),
    N_("The part of Ringback that reads pages did not start."),
    N_("fax"),
    N_("asked not to be called"),
    N_("says itself not to write there"),
    N_("the link that shows %(address)s leads here: a list or a form"),
    N_("a field of a mail's head"),
    N_("another job's contact"),
    N_("the site's own address"),
    N_("the site's general address"),
    N_("accommodation and equal opportunity desk"),
    N_("privacy desk"),
    N_("press desk"),
    N_("support desk"),
    N_("agencies and vendors"),
    N_("mailing list or mail header"),
    N_("a desk for customers and business partners"),
    N_("web design credit"),
    N_("emergency number"),
    N_("a trade union's or works council's own contact"),
    N_("referees or references"),
)


def read(text: str) -> str:
    """A reader's words in the page's language; any others as they are."""
    for message, pattern in _patterns():
        if found := pattern.fullmatch(text):
            filled = {name: read(value) for name, value in found.groupdict().items()}
            return gettext(message, **filled)
    return text


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((message, re.compile(pattern_of(message), re.DOTALL)) for message in SAID)


def pattern_of(message: str) -> str:
    """What a message looks like once something is filled in."""
    return re.sub(r"%\\\((\w+)\\\)s", r"(?P<\1>.+?)", re.escape(message))
