"""E-mail addresses as people write and hide them, and what only looks like one."""

from __future__ import annotations

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given, settings
from hypothesis import strategies as st

from scrapers.contacts import emails, find
from scrapers.contacts.sightings import mailto_addresses, uncloak
from scrapers.page import Page

WRITTEN = [
    ("Write to Jane.Doe@Lab.Example.com.", "jane.doe@lab.example.com"),
    ("jane [at] lab [dot] example [dot] com", "jane@lab.example.com"),
    ("jane(at)lab.example.com", "jane@lab.example.com"),
    ("jane[a-t]lab.example.com", "jane@lab.example.com"),
    ("jane {at} lab {dot} example {dot} com", "jane@lab.example.com"),
    ("jane <at> lab <dot> example <dot> com", "jane@lab.example.com"),
    ("jane AT lab DOT example DOT com", "jane@lab.example.com"),
    ("jane dot doe at lab dot example dot com", "jane.doe@lab.example.com"),
    ("jane_at_lab.example.com", "jane@lab.example.com"),
    ("E-Mail: jane (ät) lab (punkt) example (punkt) com", "jane@lab.example.com"),
    ("courriel : jane (arobase) lab (point) example (point) com", "jane@lab.example.com"),
    ("correo: jane (arroba) lab (punto) example (punto) com", "jane@lab.example.com"),
    ("e-mail: jana (zavináč) firma (tečka) example (tečka) com", "jana@firma.example.com"),
    ("e-mail: jana (małpa) firma (kropka) example (kropka) com", "jana@firma.example.com"),
    ("e-post: jane (snabel-a) firma (punkt) example (punkt) com", "jane@firma.example.com"),
    ("email: jane at lab.example.com", "jane@lab.example.com"),
    ("jane at lab.example.com", "jane@lab.example.com"),
    ("Please send applications to jobb at lab.example.com by 1 December.", "jobb@lab.example.com"),
    ("Contact Lou Price at lou.price@lab.example.com.", "lou.price@lab.example.com"),
    ("email: jane @ lab.example.com", "jane@lab.example.com"),
    ("jane.doe @ lab.example.com", "jane.doe@lab.example.com"),
    ("moc.elpmaxe.bal@enaj", "jane@lab.example.com"),
    ("resumes to jane@lab.example.comPlease mention the boat", "jane@lab.example.com"),
    ("resumes to jane@lab.example.com.No phone calls", "jane@lab.example.com"),
    ("resumes to jane@lab.example.com.please mention the boat", "jane@lab.example.com"),
    ("jane@lab.example.com.au", "jane@lab.example.com.au"),
    ("Jane.Doe@Lab.Example.Com", "jane.doe@lab.example.com"),
    ("email: jane@lab.iocreated yesterday", "jane@lab.io"),
    ("resumes to jane@lab.example.comor call us", "jane@lab.example.com"),
    ("mail jane@lab.example.com/jobs", "jane@lab.example.com"),
    ("JANE@LAB.EXAMPLE.COM", "jane@lab.example.com"),
    ("Contact:jane+jobs@lab.example.com", "jane+jobs@lab.example.com"),
]
NONE = [
    "working at lab.example.com",
    "apply at lab.example.com",
    "send our greetings to everyone at lab.example.com",
    "Cook @ Boats.example.com",
    "follow @northlake on the usual sites",
    "write to name@...",
    "logo@2x.png",
    "npm install @scope/name@1.2.3",
    "meet at 10.30am please",
    "we will only contact you from @firm.example.com addresses",
    "someone who has no @firm.example.com address",
    "you@yourcompany.com",
]
LOCAL = st.from_regex(r"[a-z]{2,8}[0-9]?", fullmatch=True).filter(lambda word: word not in ("at", "dot"))
DISGUISES = [
    "{local}@lab.example.com",
    "{local} [at] lab [dot] example [dot] com",
    "{local}(at)lab.example.com",
    "{local} (at) lab (dot) example (dot) com",
    "{local}&#64;lab.example.com",
    "{local}<span>@</span>lab<i>.</i>example.com",
    "{local}<!-- no spam -->@lab.example.com",
    "{local}<span style='display: none'>x</span>@lab.example.com",
    "<a href='mailto:{local}@lab.example.com'>write</a>",
    "<a href='mailto:{local}%40lab.example.com?subject=Clerk'>write</a>",
    "<a href='mailto:mailto:{local}@lab.example.com'>write</a>",
    "<a href='MAILTO:Us <{local}@lab.example.com>'>write</a>",
    "<input readonly value='{local}@lab.example.com'>",
]


@pytest.mark.parametrize(("text", "address"), WRITTEN)
def test_address_is_read(text: str, address: str) -> None:
    assert [spelling.address for spelling in emails.find(text)] == [address]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_address_is_left(text: str) -> None:
    assert emails.find(text) == []


@pytest.mark.parametrize("disguise", DISGUISES)
@settings(deadline=None)
@given(local=LOCAL)
def test_disguised_address_comes_back(disguise: str, local: str) -> None:
    html = f"<p>We build boats. Apply here, e-mail: {disguise.format(local=local)}</p>"
    found = find(Page(html))
    values = [value for contact in found.contacts for value in contact.emails] + [other.value for other in found.others]
    assert values == [f"{local}@lab.example.com"]


@settings(deadline=None)
@given(local=LOCAL, key=st.integers(0, 255))
def test_cloudflare_disguise_comes_back(local: str, key: int) -> None:
    address = f"{local}@lab.example.com"
    code = bytes([key, *(byte ^ key for byte in address.encode())]).hex()
    assert uncloak(code) == address
    assert mailto_addresses(f"/cdn-cgi/l/email-protection#{code}") == [address]


_ENDINGS = ("com", "test", "local", "onion", "arpa", "invalid", "xn--p1ai", "co.uk", "c0m")


@given(
    st.text("abZ09_+-.", min_size=1, max_size=8),
    st.text("abZ09-.", min_size=1, max_size=8) | st.text("ab-", min_size=55, max_size=70),
    st.sampled_from(_ENDINGS),
)
@settings(max_examples=1_000, deadline=None)
def test_every_address_is_judged_as_email_validator_does(local: str, domain: str, ending: str) -> None:
    written = f"x{local}@{domain}.{ending}"
    try:
        expected = validate_email(written, check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        expected = None
    assert emails.normalize(written) == expected


@pytest.mark.parametrize("sentence", ["write jane at lab.org", "Jane AT lab.org", "jane\nat lab.org"])
def test_an_at_in_words_is_found_in_a_page_as_in_a_text(sentence: str) -> None:
    assert emails.find(sentence, sentence.lower().replace("\n", " ")) == emails.find(sentence)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    for spelling in emails.find(text):
        assert text[spelling.start : spelling.end]


def test_typo3_disguise_is_read() -> None:
    href = "javascript:linkTo_UnCryptMailto('nbjmup+kbofAmbc\\/fybnqmf\\/dpn');"
    assert mailto_addresses(href) == ["jane@lab.example.com"]


def test_address_that_a_link_shows_outweighs_the_one_behind_it() -> None:
    found = find(
        Page("<p>Jane Doe <a href='mailto:boats-list@lists.example.com'>jane at lab.example.com</a> wrote:</p>")
    )
    assert [contact.emails for contact in found.contacts] == [("jane@lab.example.com",)]
    assert [other.value for other in found.others] == ["boats-list@lists.example.com"]


def test_directory_is_read_in_part_and_says_so() -> None:
    page = Page("".join(f"<p>cook{number}@boats.example.com</p>" for number in range(500)))
    assert len(find(page).contacts) == 200
    assert any("only the first 200 were read" in problem for problem in page.problems)


@pytest.mark.parametrize("pattern", ["firstname.lastname", "first.last", "etunimi.sukunimi", "vorname.nachname"])
def test_how_addresses_are_built_is_no_address(pattern: str) -> None:
    assert emails.is_filler(f"{pattern}@lab.example.com")


WORDS = (
    "jane",
    "Jane.Doe",
    "j_d+x",
    "lab",
    "lab-1",
    "org",
    "co.uk",
    "dot",
    "at",
    "(at)",
    "or",
    "Please",
    "206-555-0142",
)
PIECES = st.sampled_from([*WORDS, *"@.,;:()-/' \nø", "  ", "--"])


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=14))
def test_the_plain_way_to_an_address_leads_where_the_long_one_does(pieces: list[str]) -> None:
    text = "".join(pieces)
    with pytest.MonkeyPatch.context() as patch:
        short = emails.find(text)
        patch.setattr(emails, "_standing_alone", lambda window, at: None)
        assert emails.find(text) == short
