"""The call list as a file: nothing in it runs, nothing in it is lost, numbers can be read and dialled."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from server import exports
from server.exports.calls import Call, digits, readable
from server.exports.csv import HEADINGS
from server.exports.csv import write as write_csv
from server.exports.json import write as write_json

CALL = Call(
    due="2026-11-16",
    time="10:00",
    time_zone="UTC-08:00",
    channel="phone",
    kind="receipt-check",
    contact="Dana Example",
    role="hiring manager",
    phone="(+1) 206-555-0142",
    dial="12065550142",
    email="dana@northlake.example.com",
    job="Clerk",
    employer="Northlake Clinic",
    why="Ask whether your papers arrived.",
    subject=None,
    script="Good morning,\nthis is …",
    application=1,
)
TRIGGERS = tuple("=+-@\t\r\n＝＋－＠")
PAYLOADS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u00a0=1+1",
    "\x01=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM",
    '"=1+1',
    "=\0=1",
    "\0=1+1",
]


def read(data: bytes) -> list[dict[str, str]]:
    """Read a CSV file as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("payload", PAYLOADS, ids=repr)
def test_no_cell_begins_with_what_a_spreadsheet_runs(payload: str) -> None:
    calls = [replace(CALL, contact=payload, employer=payload, script=payload, why=payload)]
    rows = read(write_csv(calls))
    assert len(rows) == 1
    for value in rows[0].values():
        blank = "".join(map(chr, range(0x21))) + "\u00a0\u200b\ufeff"
        assert not value.startswith(TRIGGERS)
        assert not value.lstrip(blank).startswith(TRIGGERS)
        assert "\0" not in value


def test_what_is_no_formula_reads_back_as_it_was() -> None:
    text = 'Señora "Ünal", Größe; 1,5 – naïve\nsecond line'
    rows = read(write_csv([replace(CALL, contact=text, job=text), CALL]))
    assert rows[0]["Contact"] == rows[0]["Job"] == text
    assert rows[1]["Phone"] == "(+1) 206-555-0142"
    assert rows[1]["Dial"] == "12065550142"
    assert rows[1]["Subject"] == ""


def test_every_field_of_a_call_has_a_column() -> None:
    assert list(HEADINGS) == list(Call.__dataclass_fields__)


def test_the_file_says_that_it_is_utf_8() -> None:
    assert write_csv([]).startswith(b"\xef\xbb\xbf")


NUMBERS = [
    ("+12065550142", "(+1) 206-555-0142", "12065550142"),
    ("+12065550142;ext=7", "(+1) 206-555-0142 ext. 7", "12065550142"),
    ("+442079460123", "(+44) 20 7946 0123", "442079460123"),
    ("+493023125123", "(+49) 30 23125123", "493023125123"),
    (None, None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("number", "shown", "dialled"), NUMBERS)
def test_numbers_are_readable_and_can_be_dialled(number: str | None, shown: str | None, dialled: str | None) -> None:
    assert digits(number) == dialled
    assert readable(number) == shown
    (row,) = read(write_csv([replace(CALL, phone=readable(number), dial=digits(number))]))
    assert (row["Phone"], row["Dial"]) == (shown or "", dialled or "")


def test_json_keeps_everything_as_it_is() -> None:
    (read_back,) = json.loads(write_json([replace(CALL, contact="=1+1\t")]))
    assert read_back["contact"] == "=1+1\t"
    assert read_back["subject"] is None


def test_every_format_in_the_folder_writes() -> None:
    assert {"csv", "json"} <= set(exports.formats())
    for name in exports.formats():
        assert exports.mimetype(name)


def test_an_unknown_format_is_refused() -> None:
    for name in ("doc", "calls", "../api", ""):
        with pytest.raises(ValueError, match="no format"):
            exports.mimetype(name)
