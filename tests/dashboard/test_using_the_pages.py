"""The lists, the board, people and data in a real Chromium: by mouse, by keyboard alone, and without JavaScript."""

from __future__ import annotations

import re
import threading

import pytest
from playwright.sync_api import expect

from server import demo
from server.rereading import Progress
from server.store import backup
from server.store.connection import connect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("filled")]


def lane(page, name):
    """A column of the board."""
    return page.get_by_role("region", name=re.compile(rf"^{name} \d+$"))


def test_a_card_is_dragged_to_its_stage_and_back_by_undo(visit):
    page = visit("/applications/board")
    page.get_by_role("link", name="Archive Assistant").locator("xpath=ancestor::li").drag_to(lane(page, "Interview"))
    expect(lane(page, "Interview")).to_contain_text("Archive Assistant")
    page.locator("main .said").get_by_role("button", name="Undo").click()
    expect(lane(page, "Applied")).to_contain_text("Archive Assistant")


def test_a_card_is_carried_by_the_arrow_keys_and_keeps_the_focus(visit):
    page = visit("/applications/board")
    page.get_by_role("link", name="Archive Assistant").focus()
    for stage in ("In contact", "Interview"):
        page.keyboard.press("ArrowRight")
        expect(lane(page, stage)).to_contain_text("Archive Assistant")
        expect(page.get_by_role("link", name="Archive Assistant")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(lane(page, "In contact")).to_contain_text("Archive Assistant")
    expect(page.locator("#said")).to_contain_text("Stage changed")


def test_the_list_follows_what_is_typed_from_any_page(visit):
    page = visit("/people")
    page.keyboard.press("/")
    page.keyboard.type("paper dia")
    expect(page).to_have_url(re.compile(r"/applications\?q=paper\+dia"))
    expect(page.get_by_role("row")).to_have_count(2)
    expect(page.locator("mark")).to_have_text(["paper", "diary"])
    expect(page.locator("#said")).to_have_text("1 application")
    expect(page.get_by_label("Search everything")).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_have_text("Applications")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("People")


def test_a_jump_within_the_page_keeps_the_page(visit):
    page = visit("/applications/14")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Fill in what is missing").click()
    expect(page).to_have_url(re.compile("#correct$"))
    page.go_back()
    assert page.evaluate("window.stayed")


def test_applications_are_ticked_and_changed_by_keyboard_alone(visit):
    page = visit("/applications?sort=title")
    for key in "jjxjx":
        page.keyboard.press(key)
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(2)
    page.get_by_label("With those ticked:").focus()
    page.keyboard.type("Mark as fav")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main .said")).to_contain_text("2 applications were changed")
    expect(page).to_have_url(re.compile(r"sort=title"))
    page.keyboard.press("u")
    expect(page.locator("main .said")).to_contain_text("Taken back")


def test_the_table_is_ordered_by_its_heads(visit):
    page = visit("/applications")
    page.get_by_role("columnheader", name="Job").get_by_role("link").click()
    expect(page.get_by_role("columnheader", name="Job")).to_have_attribute("aria-sort", "ascending")
    expect(page.get_by_label("Sort by")).to_have_value("title")
    titles = page.locator("tbody tr:has([aria-pressed=false]) .job").all_inner_texts()
    assert titles[:3] == ["Archive Assistant", "Bookkeeper", "Customer Care Lead"]


def test_a_copy_of_a_job_is_found_in_the_list_and_joined(visit):
    page = visit("/applications")
    expect(page.get_by_text("“Inventory Clerk” may be here twice.")).to_be_visible()
    page.get_by_role("link", name="Look at both: Inventory Clerk").click()
    expect(page.get_by_text("Here they say part time.")).to_be_visible()
    page.get_by_role("button", name="Join, and keep the page of Inventory Clerk").first.click()
    expect(page.locator("main .said")).to_contain_text("Two applications joined to one")
    expect(page.get_by_role("region", name="Notes")).to_contain_text("Here they say part time.")


def test_a_number_is_dialled_from_a_phone_and_a_mail_copied_part_by_part(visit):
    page = visit("/")
    page.get_by_role("heading", name="Lena Ortiz", exact=True).click()
    for name, text in (("Copy the address", "lena.ortiz@harbormuseum.example.org"), ("Copy the subject", "Archive")):
        page.locator("article.due", has_text="Lena Ortiz").get_by_role("button", name=name).click()
        expect(page.locator("#said")).to_have_text("Copied")
        assert text in page.evaluate("navigator.clipboard.readText()")
    page.get_by_text("Dial from a phone").first.click()
    code = page.get_by_role("img", name=re.compile("QR code that dials")).first
    code.scroll_into_view_if_needed()
    page.wait_for_function("() => [...document.querySelectorAll('.qr[open] img')].some((one) => one.naturalWidth > 40)")


def test_a_saved_page_is_dropped_and_read(visit, live):
    page = visit("/start")
    html = demo.PLACES[0].page.replace("Office Manager", "Harbour Pilot").replace("Northlake", "Southquay")
    page.evaluate(
        """(html) => {
            const data = new DataTransfer();
            data.items.add(new File([html], "job.html", { type: "text/html" }));
            const form = document.querySelector("[data-drop]");
            for (const kind of ["dragover", "drop"]) {
                form.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
            }
        }""",
        html,
    )
    expect(page.get_by_text("1 page was read.")).to_be_visible(timeout=20_000)
    page.get_by_role("link", name="Look at what came of it").click()
    expect(page.get_by_role("link", name="Harbour Pilot")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_long_work_shows_how_far_it_is_and_is_stopped(visit, live, javascript):
    go_on = threading.Semaphore(2)

    def steps():
        for done in range(1, 9):
            assert go_on.acquire(timeout=30)
            yield Progress(done, 8, 0)

    live.app.extensions["work"].start("reread", steps)
    page = visit("/settings/data", javascript=javascript)
    bar = page.get_by_role("progressbar")
    expect(bar).to_be_visible()
    go_on.release()
    if not javascript:
        page.get_by_role("link", name="See how far it is").click()
    expect(bar).to_have_attribute("value", "3", timeout=10_000)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text("Stopping after this page")).to_be_visible()
    go_on.release()
    live.app.extensions["work"].thread.join(20)
    page.goto(f"{live.url}/settings/data")
    expect(page.get_by_text("Stopped after 4 of 8. It goes on from there.")).to_be_visible()


def test_everything_that_matters_works_without_javascript(visit, live, filled):
    page = visit("/applications", javascript=False)
    page.get_by_label("Search everything").fill("diary")
    page.get_by_label("Search everything").press("Enter")
    page.get_by_role("button", name="Favourite: Office Manager").click()
    expect(page.get_by_role("button", name="Favourite: Office Manager")).to_have_attribute("aria-pressed", "false")
    page.get_by_role("link", name="clear").click()
    page.get_by_label("Show", exact=True).select_option("interview")
    page.get_by_label("Sort by").select_option("title")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_label("Tick Receptionist").check()
    page.get_by_label("With those ticked:").select_option("offer")
    page.get_by_role("button", name="Do it").click()
    expect(page.locator("main .said")).to_contain_text("1 application was changed")
    page.get_by_role("button", name="Undo").click()

    page.get_by_role("link", name="Board").click()
    page.get_by_role("button", name="Move Archive Assistant to In contact").click()
    expect(lane(page, "In contact")).to_contain_text("Archive Assistant")

    page.get_by_role("link", name="Archive Assistant").click()
    page.get_by_label("New note").fill("Ask for the archive’s opening hours")
    page.get_by_role("button", name="Keep the note").click()
    page.get_by_label("Name of the document").fill("Letter.pdf")
    page.get_by_role("button", name="Note the name").click()
    page.get_by_label("Stage").select_option("interview")
    page.get_by_role("button", name="Set").click()
    page.get_by_role("button", name="Undo the last change").click()
    expect(page.locator(".undone")).to_contain_text("Stage changed taken back")
    expect(page.get_by_role("region", name="Notes")).to_contain_text("opening hours")
    expect(page.get_by_role("region", name="Documents")).to_contain_text("Letter.pdf")

    page.goto(f"{live.url}/people")
    page.get_by_role("link", name="Lena Ortiz").click()
    page.get_by_role("button", name=re.compile("does not work")).click()
    expect(page.get_by_role("region", name="Reach")).to_contain_text("bounced")
    page.get_by_label("Name, address or number of the other one").fill("Petrov")
    page.get_by_role("button", name="Find the other one").click()
    page.get_by_role("button", name="Make Ana Petrov and this person one").click()
    expect(page.locator("main .said")).to_contain_text("Two people joined to one")


def test_settings_data_and_saved_pages_work_without_javascript(visit, live, filled, tmp_path, morning):
    with connect(filled.database) as db:
        backup.daily(db, filled.backups, morning.date())
    page = visit("/settings", javascript=False)
    page.get_by_label("Your country").select_option(label="Canada")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Every plan was made anew with it.")).to_be_visible()
    page.goto(f"{live.url}/settings/data")
    page.get_by_text("Bring a copy back").click()
    page.get_by_label("Put it in place of what is here now").check()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_text("set aside as ringback.db.before-restore-1")).to_be_visible()
    page.goto(f"{live.url}/settings")
    expect(page.get_by_label("Your country")).to_have_value("US")
    saved = tmp_path / "job.html"
    saved.write_text(demo.PLACES[0].page.replace("Office Manager", "Harbour Pilot").replace("Northlake", "Southquay"))
    page.goto(f"{live.url}/start")
    page.get_by_label("Saved pages").set_input_files(saved)
    page.get_by_role("button", name="Take them in").click()
    live.app.extensions["work"].thread.join(20)
    page.goto(f"{live.url}/applications")
    expect(page.get_by_role("link", name="Harbour Pilot")).to_be_visible()
    page.goto(f"{live.url}/start")
    page.get_by_label("Web address").fill("https://jobs.example.com/lamp")
    page.get_by_label("Text of the posting").fill("Lamp Lighter\nEmployer: Glow Works\nCall Ida Holm, (206) 555-0111")
    page.get_by_role("button", name="Add and plan").click()
    expect(page.get_by_role("region", name="People")).to_contain_text("(206) 555-0111")
