"""The call list as CSV, safe to open in a spreadsheet.

A cell that begins with one of ``= + - @`` or a control character may be run as a formula (OWASP, *CSV Injection*):
such cells are given an apostrophe. UTF-8 with a byte order mark, so that Excel reads every alphabet.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Any

from server.exports.calls import Call

MIMETYPE = "text/csv; charset=utf-8"

HEADINGS = {
    "due": "Due",
    "time": "Time",
    "time_zone": "Time zone",
    "your_time": "Your time",
    "channel": "By",
    "kind": "What",
    "contact": "Contact",
    "role": "Role",
    "phone": "Phone",
    "dial": "Dial",
    "email": "E-mail",
    "job": "Job",
    "employer": "Employer",
    "notes": "Notes",
    "why": "Why",
    "they_wrote": "They wrote",
    "subject": "Subject",
    "script": "Script",
    "application": "Application",
}
# Spaces and marks without width may stand before what a spreadsheet then takes for a formula.
_BLANK = r"[\s\x00-\x1f\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*"
_TRIGGER = re.compile(_BLANK + r"[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


def write(calls: Sequence[Call]) -> bytes:
    """Return the file: a row of headings, then a row a follow-up."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADINGS.values())
    for call in calls:
        writer.writerow([cell(getattr(call, name)) for name in HEADINGS])
    return text.getvalue().encode("utf-8-sig", "replace")


def cell(value: Any) -> str:
    """Return a value as a cell that no spreadsheet runs."""
    text = "" if value is None else str(value).replace("\0", "")
    return f"'{text}" if _TRIGGER.match(text) else text
