"""What the extension asks for and corrects once a page is kept: known jobs, corrections, what is due, its token."""

from __future__ import annotations

from typing import Any

import pytest
from api_calls import URL, capture, error_of, post
from flask.testing import FlaskClient
from helpers import EXTENSION, PORT

from server.config import Config
from server.store import access, applications
from server.store.connection import connect

pytestmark = pytest.mark.usefixtures("steady")


def test_a_known_job_is_found_by_its_address(visitor: FlaskClient, token: str) -> None:
    assert post(visitor, token, "known", {"url": URL}).json == {"application": None}
    post(visitor, token, "captures", capture())
    found = post(visitor, token, "known", {"url": f"{URL}&utm_source=x#top"}).json
    assert found is not None
    assert found["application"]["id"] == 1
    assert found["application"]["since"].startswith("2026-11-16T")
    for url in ("", "about:blank", "chrome://settings", "https://jobs.example.com/clerk?id=8", "\ud800"):
        assert post(visitor, token, "known", {"url": url}).json == {"application": None}


def test_corrections_are_taken_and_stay(visitor: FlaskClient, token: str) -> None:
    answer = post(visitor, token, "captures", capture()).json
    assert answer is not None
    changes = {"title": "Senior Clerk", "contacts": [{"id": None, "name": "Kim Example", "email": "kim@example.com"}]}
    corrected = post(visitor, token, "corrections", {"application": answer["application"], "changes": changes})
    assert corrected.status_code == 200
    post(visitor, token, "captures", capture())
    found = post(visitor, token, "known", {"url": URL}).json
    assert found is not None
    assert found["application"]["title"] == "Senior Clerk"


def test_corrections_say_who_the_contacts_are_and_a_contact_is_taken_off(
    visitor: FlaskClient, token: str, config: Config
) -> None:
    application = post(visitor, token, "captures", capture()).json["application"]  # type: ignore[index]

    def correct(**changes: Any) -> list[int]:
        answer = post(visitor, token, "corrections", {"application": application, "changes": changes}).json
        assert answer is not None
        return list(answer["contacts"])

    kim, lee = correct(contacts=[{"name": "Kim Example"}, {"name": "Lee Example", "phone": "206-555-0143"}])
    assert correct(contacts=[{"id": lee, "role": "Recruiter"}, {"id": kim, "removed": True}]) == [lee, kim]
    with connect(config.database) as db:
        people = {person.id: person for person in applications.record(db, application).people}
    assert kim not in people
    assert (people[lee].role, people[lee].phone) == ("Recruiter", "+12065550143")


def test_an_answer_says_how_the_person_comes_to_the_job_and_a_correction_changes_it(
    visitor: FlaskClient, token: str, config: Config
) -> None:
    sent = capture(approach="lead", origin=None, applied_on="2026-11-02", stance="reserved")
    answer = post(visitor, token, "captures", sent).json
    assert answer is not None
    lead = {"approach": "unsolicited", "origin": "referral", "stance": "reserved", "applied_on": "2026-11-02"}
    assert answer["choices"] == lead
    changes = {"approach": "solicited", "origin": "posting", "stance": None, "calls": "forbidden"}
    post(visitor, token, "corrections", {"application": answer["application"], "changes": changes})
    later = post(visitor, token, "captures/status", {"id": sent["id"]}).json
    assert later is not None
    assert later["choices"] == {**lead, "approach": "solicited", "origin": "posting", "stance": None}
    with connect(config.database) as db:
        assert applications.record(db, answer["application"]).calls == "forbidden"


@pytest.mark.parametrize(
    ("application", "changes", "status"),
    [
        (1, {"calls": "never"}, 400),
        (1, {"contacts": [{"id": 99, "removed": True}]}, 404),
        (99, {"title": "x"}, 404),
        (1, {"contacts": [{"id": 99, "name": "x"}]}, 404),
        (1, {"contacts": [{"id": 2**70, "name": "x"}]}, 400),
        (1, {"contacts": [{"email": "not an address"}]}, 400),
        (2**70, {}, 400),
        (-1, {}, 400),
        (1, {"title": 7}, 400),
        (1, {"stance": "bold"}, 400),
    ],
)
def test_wrong_corrections_are_refused(
    visitor: FlaskClient, token: str, application: int, changes: dict[str, Any], status: int
) -> None:
    post(visitor, token, "captures", capture())
    response = post(visitor, token, "corrections", {"application": application, "changes": changes})
    assert response.status_code == status
    error_of(response)


def test_what_is_due_is_counted(visitor: FlaskClient, token: str) -> None:
    assert post(visitor, token, "due", {}).json == {"count": 0, "items": [], "next_at": None}


def test_the_server_proves_that_it_knows_the_token(visitor: FlaskClient, token: str) -> None:
    import hmac
    from hashlib import sha256

    nonce = "0123456789abcdef" * 4
    identifier = token.partition(".")[0]
    headers = {"Origin": EXTENSION, "Content-Type": "application/json"}
    answer = visitor.post("/api/proof", json={"id": identifier, "nonce": nonce}, headers=headers)
    key = sha256(token.encode()).digest()
    expected = hmac.new(key, f"proof:127.0.0.1:{PORT}:{nonce}".encode(), sha256).hexdigest()
    assert answer.json == {"proof": expected}
    for other in ("99", "x", "", "9" * 20):
        refused = visitor.post("/api/proof", json={"id": other, "nonce": nonce}, headers=headers)
        assert refused.status_code == 401
    stranger = headers | {"Origin": "moz-extension://11111111-2222-4333-8444-555555555555"}
    assert visitor.post("/api/proof", json={"id": identifier, "nonce": nonce}, headers=stranger).status_code == 401


def test_a_token_can_be_tried(visitor: FlaskClient, token: str, config: Config) -> None:
    assert post(visitor, token, "hello", {}).json == {"browser": "Test browser"}
    with connect(config.database) as db:
        assert access.list_browsers(db)[0].last_used_at is not None
