"""Links built from what a page or a person wrote: web, mail and telephone, each through one function.

A value that does not pass gives None, and the template shows it as text.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit, urlunsplit

import phonenumbers

_DROPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060\u2066-\u2069\ufeff]")
_ADDRESS = re.compile(r"[A-Za-z0-9!#$*+/=^_`{|}~'.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
_NUMBER = re.compile(r"[+0-9]{3,20}")
_FILLING = re.compile(r"[\s().\-/\u2010-\u2015\u00a0]")


def web_link(address: str | None) -> str | None:
    """The address as a link that may be followed, or None: http or https, with a host, without a user name.

    Control characters and blanks are removed first, as a browser would before it looks at the scheme.
    """
    if not address:
        return None
    cleaned = _DROPPED.sub("", address)
    if "\\" in cleaned:
        return None
    try:
        parts = urlsplit(cleaned)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or parts.username is not None:
        return None
    plain = _ascii_host(host)
    if plain is None:
        return None
    netloc = f"[{plain}]" if ":" in plain else plain
    return urlunsplit((parts.scheme, f"{netloc}:{port}" if port else netloc, parts.path, parts.query, parts.fragment))


def shown_host(address: str | None) -> str | None:
    """The host of a followable link in ASCII, so that look-alike letters show as ``xn--``."""
    link = web_link(address)
    host = urlsplit(link).hostname if link else None
    return host.removeprefix("www.") if host else None


def looks_alike(address: str | None) -> bool:
    """Whether the host mixes scripts or writes Latin look-alikes, the usual dress of a false address."""
    host = shown_host(address)
    if not host or "xn--" not in host:
        return False
    return any(_mixed(label) for label in host.split("."))


def mail_link(address: str | None, subject: str | None = None, body: str | None = None) -> str | None:
    """A ``mailto:`` link with subject and body filled in (RFC 6068), or None for an address that is not plain."""
    if not address or not _ADDRESS.fullmatch(address):
        return None
    fields = []
    if subject:
        fields.append(f"subject={quote(' '.join(subject.split()), safe='')}")
    if body:
        lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        fields.append(f"body={'%0D%0A'.join(quote(line, safe='') for line in lines)}")
    head = f"mailto:{quote(address, safe='@')}"
    return f"{head}?{'&'.join(fields)}" if fields else head


def dial_link(number: str | None) -> str | None:
    """A ``tel:`` link of digits alone, or None; an extension is shown as text and dialled by hand."""
    if not number:
        return None
    digits = _FILLING.sub("", number.split(";ext=")[0])
    return f"tel:{digits}" if _NUMBER.fullmatch(digits) else None


def shown_number(number: str | None, country: str | None = None) -> str:
    """An E.164 number as people write it: national at home (``country``, ISO 3166), else international."""
    if not number:
        return ""
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return number
    home = phonenumbers.region_code_for_number(parsed) == country
    style = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return str(phonenumbers.format_number(parsed, style))


def _ascii_host(host: str) -> str | None:
    try:
        return host.encode("ascii").decode() if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return None


def _mixed(label: str) -> bool:
    try:
        letters = [c for c in label.encode("ascii").decode("idna") if c.isalpha()]
    except UnicodeError:
        return True
    scripts = {unicodedata.name(c, "?").split()[0] for c in letters}
    return len(scripts) > 1 or scripts <= {"CYRILLIC", "GREEK"}
