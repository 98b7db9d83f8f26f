"""An organisation's name as its pages spell it, found by its host: "northlakeclinic.example" and "Northlake Clinic"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

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
_MAIL_HOST = re.compile(
    r"(?:@\s?|\s?[\[(]\s?at\s?[\])]\s?|\sat\s)((?:[A-Za-z0-9-]{1,60}(?:\.|\s?[\[(]dot[\])]\s?|"
    r"\sdot\s)){1,4}[A-Za-z]{2,12})\b",
    re.I,
)
_DOT = re.compile(r"\s?[\[(]dot[\])]\s?|\sdot\s")
_WEB_HOST = re.compile(r"\b(?:https?://|www\.)((?:[A-Za-z0-9-]{1,60}\.){1,4}[A-Za-z]{2,12})\b")


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


def mail_hosts(text: str) -> Iterator[str]:
    """The hosts of the e-mail addresses in a text, spelt out ones ("jane at northlake.example") included."""
    for match in _MAIL_HOST.finditer(text):
        yield _DOT.sub(".", match[1].lower())


def web_hosts(text: str) -> Iterator[str]:
    """The hosts of the web addresses in a text."""
    for match in _WEB_HOST.finditer(text):
        yield match[1].lower()


def spelt(label: str, text: str) -> str | None:
    """How ``text`` spells the name that a host's label runs together; the commonest spelling with a capital.

    Only a spelling as words counts, not the label inside an address.
    """
    letters = [re.escape(letter) for letter in label if letter.isalnum()]
    if not 3 <= len(letters) <= 40:
        return None
    run_together = r"(?<![\w@./-])" + r"[ &.'’-]{0,2}".join(letters)
    rest = r"[a-zà-ž]{0,12}" if len(letters) > 7 else ""
    pattern = re.compile(rf"{run_together}{rest}(?![\w@]|\.\w)", re.I)
    found = Counter(match[0] for match in pattern.finditer(text[:60_000]) if match[0][:1].isupper())
    return found.most_common(1)[0][0] if found else None
