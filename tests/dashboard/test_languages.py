"""The dashboard in another language: which one is chosen, and that every page is said in it from the first word on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import every_page
import pytest
from babel.messages.pofile import write_po
from helpers import EXTENSION, ORIGIN
from lxml import html
from test_pages import post, track
from test_settings_pages import BASE

from server.dashboard import language
from server.services import preferences
from server.store import settings
from server.store.connection import connect
from tools import translations

GERMAN = {"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"}
READ_OUT = ("aria-label", "title", "placeholder", "alt", "data-done", "data-says", "data-ask", "data-failed")


def test_the_browser_says_which_language_it_wants(client):
    assert '<html lang="de">' in client.get("/", headers=GERMAN).text
    assert '<html lang="en">' in client.get("/", headers={"Accept-Language": "xx"}).text
    assert '<html lang="en">' in client.get("/").text


def test_the_persons_choice_wins_over_the_browsers(client, config):
    saved = post(client, "/settings", "/settings", **BASE, language="de").text
    assert '<html lang="de">' in saved
    assert "Gespeichert. Alle Pläne wurden damit neu gemacht." in saved
    assert '<option selected value="de">Deutsch</option>' in saved
    assert '<html lang="de">' in client.get("/", headers={"Accept-Language": "en"}).text
    assert '<html lang="en">' in post(client, "/settings", "/settings", **BASE, language="en").text
    post(client, "/settings", "/settings", **BASE, language="")
    assert '<html lang="de">' in client.get("/", headers=GERMAN).text


def test_a_language_there_is_no_catalogue_for_is_refused(client, config):
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/settings").text)
    given = BASE | {"language": "tlh", "csrf_token": token[1]}
    assert client.post("/settings", data=given, headers={"Origin": ORIGIN}).status_code == 422
    with connect(config.database) as db:
        assert settings.preferences(db).language is None


def test_pages_without_a_session_speak_the_browsers_language_too(visitor):
    closed = visitor.get("/", headers={**GERMAN, "Accept": "text/html"}).text
    assert '<html lang="de">' in closed
    assert "Diese Seite öffnet sich nur auf dem Computer, auf dem sie läuft" in closed
    assert "<h1>Ringback öffnen</h1>" in visitor.get("/launch?key=x", headers=GERMAN).text


def test_the_extension_is_answered_in_the_persons_language(visitor, filled, token):
    """A browser names its language with every call; the reasons it shows are the planner's, the codes are for it."""
    headers = {"Origin": EXTENSION, "Authorization": f"Bearer {token}", **GERMAN}
    answer = visitor.post("/api/due", json={}, headers=headers).json
    said = " ".join(f"{one['why']['text']} {' '.join(one['notes'])}" for one in answer["items"])
    assert "Auf der Seite gefunden, noch nicht bestätigt." in said
    assert "not yet confirmed" not in said
    refused = visitor.post("/api/due", json={}, headers={**headers, "Authorization": "Bearer none"}).json["error"]
    assert (refused["code"], refused["message"]) == ("not-paired", "Dieser Browser ist nicht verbunden.")


def test_a_refusal_is_translated_with_what_it_names(client, config):
    number = track(config)
    where = f"/applications/{number}"
    post(client, "/settings", "/settings", **BASE, language="de")
    page = post(client, f"{where}/people", where, **{"new-name": "Ada", "new-phone": "twelve"}).text
    assert "„twelve“ ist keine Telefonnummer. Schreib sie mit Ländervorwahl, wie +1 206 555 0142." in page


def test_reasons_days_and_numbers_are_said_in_german(client, filled):
    pages = "\n".join(client.get(f"/applications/{number}", headers=GERMAN).text for number in (2, 4, 7))
    for expected in (
        "Sie wollten in den nächsten Tagen zurückrufen",
        "Morgen ist dein Gespräch.",
        "Deine Antwort auf das Angebot ist am nächsten Arbeitstag fällig.",
    ):
        assert expected in pages
    assert "Du triffst Priya Raman. Frag zweierlei, bevor du gehst" in pages
    assert "Morgen: Gespräch bei Quarry Dental, 14:05" in pages
    assert "52.000" in client.get("/applications/1", headers=GERMAN).text
    assert "Dienstag, 24. November 2026" in client.get("/", headers=GERMAN).text


def addresses(app) -> list[str]:
    """Every page there is, and some in other states; not the kept page of a posting, which speaks its own language."""
    others = ("/nothing-here", "/applications/4711", "/launch?key=x", *(f"/applications/{one}" for one in range(2, 14)))
    return [one for one in (*every_page.addresses(app), *others) if not one.startswith("/pages/")]


def said(page: str) -> Iterator[str]:
    """All words of a page that are shown or read out, without what is marked as English: the scripts."""
    for element in html.document_fromstring(page).iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "code"):
            continue
        yield from (element.get(name, "") for name in READ_OUT)
        if not any(one.get("lang") == "en" for one in (element, *element.iterancestors()) if one.tag != "html"):
            yield from (" ".join((text or "").split()) for text in (element.text, *(child.tail for child in element)))


@pytest.fixture(scope="module")
def english() -> re.Pattern[str]:
    """Every English text that German says otherwise; where something is filled in, anything may stand."""
    forms, german = [], {form for message in translations.load("de") for form in parts(message.string)}
    for message in translations.load("de"):
        for text in parts(message.id):
            bare = re.sub(r"%\(\w+\)s|%%", "", text)
            # Where next to nothing is fixed, as in "%(hour)s in %(place)s", names and places would match too.
            # What is a German word as well, such as "Brief", cannot be told apart.
            if text and text not in german and (bare == text or len(re.findall(r"[a-z]", bare)) > 8):
                pattern = re.escape(text).replace("%%", "%")
                forms.append(re.sub(r"%\\\(\w+\\\)s", ".+?", pattern))
    return re.compile("|".join(forms))


def parts(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def test_no_page_in_german_has_an_english_text_left(app, client, filled, english):
    left = {}
    for address in addresses(app):
        page = client.get(address, headers=GERMAN).text
        assert '<html lang="de">' in page, address
        if found := sorted({text for text in said(page) if english.fullmatch(text)}):
            left[address] = found
    assert left == {}


def test_the_search_for_english_texts_finds_them(client, filled, english):
    found = [text for text in said(client.get("/applications/1").text) if english.fullmatch(text)]
    assert {"What comes next", "Why this?", "found, not confirmed"} <= set(found)
    assert len(found) > 80


def test_a_third_language_is_one_folder(client, tmp_path, monkeypatch):
    """As docs/translating.md says: one command begins it, and what is not translated yet stays English."""
    monkeypatch.setattr(translations, "CATALOGUES", tmp_path)
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    monkeypatch.setattr(language, "LANGUAGES", ("en", "fr"))
    begun = translations.update("fr", translations.template())
    begun["Nothing is tracked yet"].string = "Rien n’est suivi pour l’instant"
    with translations.catalogue("fr").open("wb") as file:
        write_po(file, begun)
    page = client.get("/", headers={"Accept-Language": "fr-CH, fr;q=0.9, de;q=0.5"}).text
    assert '<html lang="fr">' in page
    assert "Rien n’est suivi pour l’instant" in page
    assert "Three steps to the first one" in page


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1024])
def test_longer_words_have_room(visit, live, filled, morning, width):
    """Nothing is wider than the window, and no word of the head or of a button is cut or broken."""
    with connect(filled.database) as db:
        preferences.save(db, {"language": "de"}, now=morning)
    page = visit("/", width=width)
    found = []
    for path in addresses(live.app)[:-14]:
        page.goto(f"{live.url}{path}")
        found += [f"{path}: {one}" for one in page.evaluate(TOO_WIDE)]
    visit.problems[:] = [line for line in visit.problems if "404" not in line]
    assert found == []


TOO_WIDE = """() => {
  const wide = [];
  if (document.documentElement.scrollWidth > innerWidth) wide.push("the page");
  for (const part of document.querySelectorAll(".tabs a, .btn, .mark, .brand")) {
    const box = part.getBoundingClientRect();
    if (!box.width || part.closest(".board, .table-wrap")) continue;
    const cut = !part.querySelector(".visually-hidden") && part.scrollWidth > part.clientWidth + 1;
    if (box.right > innerWidth + 1 || cut) wide.push(part.innerText);
  }
  return wide;
}"""
