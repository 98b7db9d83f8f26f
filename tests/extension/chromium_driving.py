"""Chromium with the extension loaded: a real toolbar click, the real popup, the worker and its end."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, Worker, expect

EXTENSION = Path(__file__).resolve().parent.parent.parent / "extension"
PATIENCE = 20.0


def until(check: Callable[[], Any], what: str) -> Any:
    """Wait until ``check`` gives something true and return it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := check():
            return found
        time.sleep(0.05)
    raise AssertionError(f"never came: {what}")


def wait_for_words(read: Callable[[], str], words: str) -> str:
    """Wait until ``words`` stand in what ``read`` gives, and return all of it."""
    shown = ""

    def are_there() -> bool:
        nonlocal shown
        shown = read()
        return words in shown

    try:
        until(are_there, repr(words))
    except AssertionError as error:
        raise AssertionError(f"{error}; this is shown: {shown!r}") from None
    return shown


class Popup:
    """The popup that a toolbar click opened, driven over the DevTools protocol: Playwright does not list it."""

    def __init__(self, cdp: CDPSession, target: str) -> None:
        self.cdp = cdp
        self.answers: dict[int, dict[str, Any]] = {}
        self.number = 0
        cdp.on("Target.receivedMessageFromTarget", self._receive)
        self.session = cdp.send("Target.attachToTarget", {"targetId": target, "flatten": False})["sessionId"]

    def _receive(self, event: dict[str, Any]) -> None:
        if event["sessionId"] == self.session:
            message = json.loads(event["message"])
            self.answers[message.get("id", 0)] = message

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        self.number += 1
        message = json.dumps({"id": self.number, "method": method, "params": params})
        self.cdp.send("Target.sendMessageToTarget", {"sessionId": self.session, "message": message})
        number = self.number

        def arrived() -> dict[str, Any] | None:
            self.cdp.send("Target.getTargetInfo")
            return self.answers.pop(number, None)

        return until(arrived, f"an answer to {method}").get("result", {})

    def evaluate(self, expression: str) -> Any:
        given = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in given:
            raise AssertionError(given["exceptionDetails"])
        return given["result"].get("value")

    def text(self) -> str:
        return self.evaluate("document.body.innerText")

    def click(self, selector: str) -> None:
        """Click as a person does, with the mouse, in the middle of the element."""
        find = f"document.querySelector({json.dumps(selector)})"
        box = self.evaluate(
            f"(() => {{ {find}.scrollIntoView({{block: 'center'}}); const r = {find}.getBoundingClientRect();"
            " return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def wait_for(self, words: str) -> str:
        return wait_for_words(self.text, words)


def identifier(extension: Path) -> str:
    """The id of an unpacked extension without a key of its own: Chromium makes it of the folder's path."""
    digest = sha256(str(extension.resolve()).encode()).hexdigest()[:32]
    return digest.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))


class Browser:
    """One Chromium with the extension in it."""

    def __init__(self, context: BrowserContext, extension: Path = EXTENSION) -> None:
        self.context = context
        assert context.browser
        self.cdp = context.browser.new_browser_cdp_session()
        self.id = identifier(extension)

    @property
    def worker(self) -> Worker:
        return self.worker_of(self.id)

    def worker_of(self, extension: str) -> Worker:
        """The worker of this extension, once it runs."""

        def is_it(worker: Worker) -> bool:
            return extension in worker.url

        found = next(filter(is_it, self.context.service_workers), None)
        return found or self.context.wait_for_event("serviceworker", predicate=is_it)

    @property
    def origin(self) -> str:
        return f"chrome-extension://{self.id}"

    def set(self, **values: Any) -> None:
        """Set what the settings page or pairing would."""
        self.worker.evaluate("values => chrome.storage.local.set(values)", values)

    def open(self, url: str) -> Page:
        page = self.context.new_page()
        page.goto(url)
        return page

    def open_window(self, url: str) -> Page:
        """Open a page in a window of its own."""
        self.worker.evaluate("url => chrome.windows.create({url, focused: true})", url)
        page = self.page_at(url)
        page.wait_for_load_state()
        return page

    def page_at(self, mark: str) -> Page:
        """Wait for a tab whose address holds ``mark``."""

        def find() -> Page | None:
            self.badge()  # Playwright hears of new tabs only while it waits for an answer.
            return next((page for page in self.context.pages if mark in page.url), None)

        return until(find, f"a tab at {mark}")

    def _targets(self, kind: str, mark: str) -> list[str]:
        found = self.cdp.send("Target.getTargets", {"filter": [{"type": kind}]})["targetInfos"]
        return [target["targetId"] for target in found if mark in target["url"]]

    def _popups(self) -> list[str]:
        mark = f"{self.id}/popup.html"
        return self._targets("page", mark) + self._targets("other", mark)

    def click_icon(self, page: Page) -> Popup:
        """Click the extension's icon on this page and return the popup it opens."""
        page.bring_to_front()
        tab = self._targets("tab", page.url)[-1]
        before = set(self._popups())
        self.cdp.send("Extensions.triggerAction", {"id": self.id, "targetId": tab})
        (target,) = until(lambda: set(self._popups()) - before, "the popup")
        popup = Popup(self.cdp, target)
        until(lambda: popup.evaluate("'ready' in (document.body?.dataset ?? {})"), "the popup to be ready")
        return popup

    def tab_id(self, page: Page) -> int:
        page.bring_to_front()
        return self.worker.evaluate(
            "chrome.tabs.query({active: true, lastFocusedWindow: true}).then(([tab]) => tab.id)"
        )

    def popup_as_page(self, page: Page, extension: str | None = None) -> Page:
        """The popup's document in a tab of its own, about the given page, once it shows what it will."""
        popup = self.open(f"chrome-extension://{extension or self.id}/popup.html?tab={self.tab_id(page)}")
        expect(popup.locator("body")).to_have_attribute("data-ready", "")
        return popup

    def reset(self) -> None:
        """Back to the day of installation."""
        for page in self.context.pages[1:]:
            page.close()
        self.clear_notifications()
        self.worker.evaluate(
            """async () => {
                await chrome.storage.local.clear();
                await chrome.storage.session.clear();
                await chrome.alarms.clearAll();
                await chrome.action.setBadgeText({text: ""});
                await new Promise((done) => { indexedDB.deleteDatabase("ringback").onsuccess = done; });
            }"""
        )
        self.listen()

    def end_worker(self) -> None:
        """End the worker as the browser does when it likes."""
        for target in self._targets("service_worker", self.id):
            self.cdp.send("Target.closeTarget", {"targetId": target})

    def in_settings(self, expression: str) -> None:
        """Do what the browser's own page of extensions does, where the person gives and takes permissions."""
        page = self.open(f"chrome://extensions/?id={self.id}")
        page.evaluate(f"id => chrome.developerPrivate.{expression}", self.id)
        page.close()

    def may_read(self, pattern: str) -> bool:
        return self.worker.evaluate("pattern => chrome.permissions.contains({origins: [pattern]})", pattern)

    def kill(self) -> None:
        """Kill the whole browser at once."""
        (browser,) = [
            one for one in self.cdp.send("SystemInfo.getProcessInfo")["processInfo"] if one["type"] == "browser"
        ]
        os.kill(browser["id"], signal.SIGKILL)

    def fill_disk(self) -> None:
        """Let the extension write no more; asked for before it first writes, since Chromium then remembers the room."""
        page = self.open(f"{self.origin}/options.html")
        limit = {"origin": self.origin, "quotaSize": 1000}
        self.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", limit)

    def badge(self) -> str:
        return self.worker.evaluate("chrome.action.getBadgeText({})")

    def said(self) -> list[dict[str, Any]]:
        """The notifications the worker has shown since the last reset, or since it was ended: with their words."""
        return self.worker.evaluate("globalThis.said ?? []")

    def listen(self) -> None:
        """Write down what the worker tells the system to show: no program can read that off the screen."""
        self.worker.evaluate(
            """() => {
                globalThis.show ??= chrome.notifications.create;
                globalThis.said = [];
                chrome.notifications.create = (id, options) => {
                    globalThis.said.push({id, ...options});
                    return globalThis.show.call(chrome.notifications, id, options);
                };
            }"""
        )

    def notifications(self) -> list[str]:
        return self.worker.evaluate("chrome.notifications.getAll().then(Object.keys)")

    def clear_notifications(self) -> None:
        self.worker.evaluate(
            """chrome.notifications.getAll()
                .then(all => Promise.all(Object.keys(all).map(id => chrome.notifications.clear(id))))"""
        )

    def dispatch(self, page: Page, event: str) -> None:
        """Tell the worker of an event on ``tab`` that cannot be caused in a browser without a window."""
        tab = self.tab_id(page)
        self.worker.evaluate(f"async id => {{ const tab = await chrome.tabs.get(id); {event} }}", tab)

    def queued(self) -> list[dict[str, Any]]:
        """What waits on disk, read past the extension's own code."""
        return self.worker.evaluate(
            """() => new Promise((resolve, reject) => {
                const opening = indexedDB.open("ringback", 1);
                opening.onerror = () => reject(opening.error);
                opening.onsuccess = () => {
                    const all = opening.result.transaction("entries").objectStore("entries").getAll();
                    all.onsuccess = () => { opening.result.close(); resolve(all.result); };
                };
            })"""
        )


@contextmanager
def running(
    playwright: Playwright, program: str, profile: Path, extension: Path = EXTENSION, others: Sequence[Path] = ()
):
    """Start Chromium with the extension and others beside it; pages of ``*.example`` are served by this machine."""
    folders = ",".join(map(str, (extension, *others)))
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=program,
        headless=True,
        args=[
            f"--disable-extensions-except={folders}",
            f"--load-extension={folders}",
            "--enable-unsafe-extension-debugging",
            "--host-resolver-rules=MAP *.example 127.0.0.1",
        ],
    )
    context.set_default_timeout(PATIENCE * 1000)
    try:
        yield Browser(context, extension)
    finally:
        context.close()
