"""The posting record as JSON: what the contract promises to every reader of it."""

import json
from datetime import date

from scrapers import Contact, Evidence, Posting, Wishes


def test_as_dict_is_json_as_it_stands():
    posting = Posting(
        kind="posting",
        title="Office Manager",
        posted_on=date(2026, 11, 2),
        wants=("Two years at a front desk",),
        contacts=(Contact("Dana Whitfield", "hiring manager", ("dana@northlake.example.com",), ("+12065550142",)),),
        evidence={"title": Evidence("Office Manager", "h1")},
    )
    record = json.loads(json.dumps(posting.as_dict()))
    assert record["posted_on"] == "2026-11-02"
    assert record["closes_on"] is None
    assert record["wants"] == ["Two years at a front desk"]
    assert record["contacts"][0]["emails"] == ["dana@northlake.example.com"]
    assert record["evidence"]["title"] == {"text": "Office Manager", "where": "h1"}


def test_calls_are_forbidden_if_any_contact_is():
    assert Posting(kind="posting", wishes=Wishes(contact="forbidden")).as_dict()["calls"] == "forbidden"
    assert Posting(kind="posting", wishes=Wishes(calls="welcome")).as_dict()["calls"] == "welcome"
    assert Posting(kind="posting").as_dict()["calls"] == "unstated"
