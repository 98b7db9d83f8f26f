"""An organisation's name as its pages spell it, found by its host: "northlakeclinic.example" and "Northlake Clinic"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from scrapers.signs import every

_SERVICES = frozenset(
    [
        "gmail",
        "googlemail",
        "yahoo",
        "hotmail",
        "outlook",
        "live",
        "icloud",
        "aol",
        "gmx",
        "web",
        "t-online",
        "freenet",
        "seznam",
        "centrum",
        "email",
        "wp",
        "onet",
        "o2",
        "mail",
        "protonmail",
        "proton",
        "me",
        "msn",
        "comcast",
        "verizon",
        "example",
        "google",
        "github",
        "gitlab",
        "gitbook",
        "netlify",
        "vercel",
        "herokuapp",
        "pages",
        "facebook",
        "twitter",
        "instagram",
        "youtube",
        "linkedin",
        "xing",
        "medium",
        "wordpress",
        "blogspot",
        "wixsite",
        "squarespace",
        "weebly",
        "jimdo",
        "amazonaws",
        "cloudfront",
        "apple",
        "microsoft",
        "forms",
        "docs",
        "typeform",
        "calendly",
        "zoom",
    ]
)
_SECOND_LEVEL = frozenset(("co", "com", "org", "net", "ac", "edu", "gov", "gv", "or", "ne", "go", "nhs"))
_PREFIX = re.compile(
    r"^(?:www\d?|jobs?|careers?|karriere|apply|hr|recruiting|people|join|en|de|boards?|about|mail|blog|my|"
    r"portal|hire|work)$"
)
_HOST = r"((?:[a-z0-9-]{1,60}(?:\.|\s?[\[(]dot[\])]\s?|\sdot\s)){1,4}[a-z]{2,12})\b"
# In lower case. Each begins with letters, for which a search leaps; what stands before "at" is looked at behind it.
_MAIL_HOST = re.compile(rf"@\s?{_HOST}")
_SPELT_HOST = re.compile(rf"at(?:\s?[\])]\s?|\s){_HOST}")
_GAPS = frozenset(" &.'’-")
_DOT = re.compile(r"\s?[\[(]dot[\])]\s?|\sdot\s")
_WEB_HOST = re.compile(r"[hw](?:(?<=\bh)ttps?://|(?<=\bw)ww\.)((?:[A-Za-z0-9-]{1,60}\.){1,4}[A-Za-z]{2,12})\b")


def labels_of(host: str) -> list[str]:
    """What may name the organisation in a host: the registered label, and with its ending ("lakeside.industries")."""
    parts = [part for part in host.lower().split(".") if part]
    while len(parts) > 2 and _PREFIX.match(parts[0]):
        parts = parts[1:]
    if len(parts) < 2:
        return []
    place = -3 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL else -2
    label = parts[place]
    if label in _SERVICES or len(label) < 3:
        return []
    return [label + parts[-1], label] if len(parts[-1]) > 3 else [label]


def host_of(address: str | None) -> str:
    """The host of a web address; empty where there is none."""
    try:
        return (urlsplit(address or "").hostname or "").lower()
    except ValueError:
        return ""


def mail_hosts(low: str) -> Iterator[str]:
    """The hosts of the e-mail addresses in a text in lower case: of "jane at northlake.example", too."""
    spelt_out = (match for match in _SPELT_HOST.finditer(low) if low[max(0, match.start() - 1)] in " \n\t([")
    for match in sorted((*_MAIL_HOST.finditer(low), *spelt_out), key=re.Match.start):
        yield _DOT.sub(".", match[1])


def web_hosts(text: str) -> Iterator[str]:
    """The hosts of the web addresses in a text."""
    if "://" not in text and "www." not in text:
        return
    for match in _WEB_HOST.finditer(text):
        yield match[1].lower()


def spelt(label: str, text: str, low: str) -> str | None:
    """How ``text`` spells the name that a host's label runs together; the commonest spelling with a capital.

    ``low`` is ``text`` in lower case, offset for offset. Only a spelling as words counts, not the label in an address;
    a longer label may stop short of the name's end ("northlakecl" for "Northlake Clinic").
    """
    label = "".join(filter(str.isalnum, label))
    if not 3 <= len(label) <= 40:
        return None
    found: dict[str, int] = {}
    text, capital = text[:60_000], label[0].upper()
    for at in sorted(at for second in {label[1], label[1].upper()} for at in every(capital + second, text)):
        begins = text[at].isupper() and not (at and (low[at - 1].isalnum() or low[at - 1] in "@./-_"))
        if begins and (end := _matched(label, low, at)):
            found[text[at:end]] = found.get(text[at:end], 0) + 1
    return max(found, key=found.__getitem__, default=None)


def _matched(label: str, low: str, at: int) -> int:
    """Where the run of words that spells ``label`` from ``at`` on ends; 0 where they do not spell it."""
    position, size = at, len(low)
    for letter in label:
        furthest = position + 2
        while position < furthest and position < size and low[position] in _GAPS:
            position += 1
        if position == size or low[position] != letter:
            return 0
        position += 1
    if len(label) > 7:
        while position - at < 80 and low[position : position + 1].isalpha():
            position += 1
    after = low[position : position + 2]
    return (
        0 if after[:1].isalnum() or after[:1] in ("@", "_") or (after[:1] == "." and after[1:].isalnum()) else position
    )
