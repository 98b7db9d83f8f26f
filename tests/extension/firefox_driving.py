"""Firefox over WebDriver BiDi, without a driver program: https://www.w3.org/TR/webdriver-bidi/.

Toolbar and context menu belong to the browser's own window, which Firefox opens to BiDi as the "chrome" scope.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from chromium_driving import EXTENSION, until, wait_for_words
from websockets.sync.client import ClientConnection, connect

from tools.pack_extension import pack

ADDON = json.loads((EXTENSION / "manifest.json").read_text())["browser_specific_settings"]["gecko"]["id"]
# Random in each profile of a real person; fixed here so that the test finds the extension's pages.
UUID = "3f0c6a52-7d1e-4a55-9b1f-6e2d7c0a4b11"
ORIGIN = f"moz-extension://{UUID}"
HOSTS = "jobs.example,boards.example,evil.example,other.example"
PREFERENCES: dict[str, Any] = {
    "extensions.webextensions.uuids": json.dumps({ADDON: UUID}),
    "network.dns.localDomains": HOSTS,
    "intl.locale.requested": "en-US",
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
}


class Bidi:
    """One BiDi session: commands go out, answers come back by number, events are let pass."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.number = 0

    def send(self, method: str, timeout: float = 20, **params: Any) -> dict[str, Any]:
        """Send a command and return its result; raises what the browser answers as an error."""
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        end = time.monotonic() + timeout
        while True:
            message = json.loads(self.socket.recv(timeout=max(0.0, end - time.monotonic())))
            if message.get("id") != self.number:
                continue
            if message["type"] == "error":
                raise RuntimeError(f"{method}: {message['error']}: {message['message'][:300]}")
            result: dict[str, Any] = message["result"]
            return result


class Firefox:
    """A Firefox with the packed extension installed for the time being, and the host permission it asks for alone."""

    def __init__(self, bidi: Bidi, package: Path) -> None:
        self.bidi = bidi
        bidi.send("session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})
        bidi.send("webExtension.install", extensionData={"type": "archivePath", "path": str(package)})
        tree = bidi.send("browsingContext.getTree", **{"moz:scope": "chrome"})
        self.window = tree["contexts"][0]["context"]

    def evaluate(self, context: str, expression: str) -> Any:
        """The value of an expression as JSON carries it; promises are waited for."""
        result = self.bidi.send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify((await ({expression})) ?? null))()",
            target={"context": context},
            awaitPromise=True,
        )
        if result["type"] == "exception":
            raise AssertionError(result["exceptionDetails"]["text"])
        return json.loads(result["result"]["value"])

    def open(self, url: str, wait: str = "complete") -> str:
        """Open a page in a new tab, in front, and return its context."""
        context: str = self.bidi.send("browsingContext.create", type="tab")["context"]
        self.bidi.send("browsingContext.navigate", context=context, url=url, wait=wait)
        return context

    def extension_page(self, path: str) -> str:
        """Open one of the extension's own pages in a tab."""
        context: str = self.bidi.send("browsingContext.create", type="tab")["context"]
        self.bidi.send("browsingContext.navigate", context=context, url=f"{ORIGIN}/{path}", wait="none")
        loaded = "document.readyState === 'complete' && location.protocol === 'moz-extension:'"
        until(lambda: self.evaluate(context, loaded), f"{path} to load")
        return context

    def front(self, context: str) -> None:
        self.bidi.send("browsingContext.activate", context=context)

    def contexts(self, mark: str) -> list[str]:
        """The tabs whose address holds ``mark``."""
        tree = self.bidi.send("browsingContext.getTree")["contexts"]
        return [one["context"] for one in tree if mark in one["url"]]

    def click(self, context: str, selector: str, button: int = 0) -> None:
        """Click with the mouse, in the middle of the element."""
        locator = {"type": "css", "value": selector}
        locate = {"context": context, "locator": locator}
        found = until(lambda: self.bidi.send("browsingContext.locateNodes", **locate)["nodes"], selector)
        origin = {"type": "element", "element": {"sharedId": found[0]["sharedId"]}}
        moves = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": button},
            {"type": "pointerUp", "button": button},
        ]
        pointer = {"type": "pointer", "id": "mouse", "actions": moves}
        self.bidi.send("input.performActions", context=context, actions=[pointer])

    def in_window(self, expression: str) -> Any:
        """Evaluate in the browser's own window, with ``extension`` and the internals of extensions (``parts``)."""
        return self.evaluate(
            self.window,
            f"""(async () => {{
                const {{ExtensionParent}} = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
                const parts = ExtensionParent.apiManager.global;
                const {{extension}} = WebExtensionPolicy.getByID({json.dumps(ADDON)});
                return await ({expression});
            }})()""",
        )

    def click_icon(self) -> str:
        """Click the extension's icon in the toolbar; its popup opens on the tab in front. Returns what it shows."""
        self.in_window("parts.browserActionFor(extension).triggerAction(window)")
        popup = "document.querySelector('.webextension-popup-browser')"
        shown = until(lambda: self.in_window(f"{popup}?.currentURI?.spec?.match(/^moz-.*/)?.[0]"), "the popup")
        until(lambda: self.in_window(f"{popup}.closest('panel').state") == "open", "the popup to open")
        self.in_window(f"{popup}.closest('panel').hidePopup()")
        until(lambda: self.in_window(f"{popup} === null"), "the popup to close")
        return str(shown)

    def press_shortcut(self, key: str) -> None:
        """Press Alt+Shift and a key, as the keyboard gives them to the browser's window."""
        self.in_window(
            f"""(() => {{
                const keys = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
                keys.beginInputTransactionForTests(window);
                const codes = [["Alt", 18], ["Shift", 16], ["{key}", "{key}".charCodeAt(0)]];
                const events = codes.map(([key, keyCode]) => new KeyboardEvent("", {{key, keyCode}}));
                for (const event of events) keys.keydown(event);
                for (const event of events.reverse()) keys.keyup(event);
            }})()"""
        )

    @contextmanager
    def without_permission(self, pattern: str):
        """Take an address from the extension, as the person does in the browser's page of add-ons."""
        change = (
            "ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions"
            f".{{}}({json.dumps(ADDON)}, {{{{permissions: [], origins: [{json.dumps(pattern)}]}}}}, extension)"
        )
        page = self.extension_page("options.html")
        has = f"browser.permissions.contains({{origins: [{json.dumps(pattern)}]}})"
        self.in_window(change.format("remove"))
        until(lambda: not self.evaluate(page, has), "the permission to be gone")
        try:
            yield
        finally:
            self.in_window(change.format("add"))
            until(lambda: self.evaluate(page, has), "the permission to be back")

    def popup_as_page(self, context: str) -> str:
        """Click the icon on this tab, then open the popup's document about it in a tab of its own."""
        self.front(context)
        self.click_icon()
        return self.popup_without_click(context)

    def popup_without_click(self, context: str) -> str:
        """Open the popup's document about this tab, and wait until it shows what it will."""
        self.front(context)
        number = self.in_window("parts.tabTracker.getId(gBrowser.selectedTab)")
        popup = self.extension_page(f"popup.html?tab={number}")
        until(lambda: self.evaluate(popup, "'ready' in document.body.dataset"), "the popup to be ready")
        return popup

    def badge(self) -> str:
        return str(self.in_window("parts.browserActionFor(extension).action.getContextData(null).badgeText"))

    def end_background(self) -> None:
        """End the background page as Firefox does when it is idle."""
        self.in_window("extension.terminateBackground()")

    def text(self, context: str) -> str:
        return str(self.evaluate(context, "document.body.innerText"))

    def wait_for(self, context: str, words: str) -> str:
        return wait_for_words(lambda: self.text(context), words)

    def reset(self) -> None:
        """Back to the day of installation, with one tab open."""
        page = self.extension_page("options.html")
        self.evaluate(
            page,
            """(async () => {
                await browser.storage.local.clear();
                await browser.storage.session.clear();
                await browser.alarms.clearAll();
                await (await import("/vault.js")).set("token", null);
                const queue = await import("/queue.js");
                for (const entry of await queue.list()) await queue.remove(entry);
            })()""",
        )
        for one in self.bidi.send("browsingContext.getTree")["contexts"]:
            if one["context"] != page:
                self.bidi.send("browsingContext.close", context=one["context"])

    def use(self, port: int, token: str | None = None) -> None:
        """Set the server's port, and the token that pairing would bring."""
        page = self.extension_page("options.html")
        keep = f"(await import('/settings.js')).keepToken({json.dumps(token)})" if token else "null"
        self.evaluate(page, f"(async () => {{ await browser.storage.local.set({{port: {port}}}); await {keep}; }})()")
        self.bidi.send("browsingContext.close", context=page)

    def queued(self, page: str) -> list[dict[str, Any]]:
        """What waits on disk, asked from one of the extension's pages."""
        found: list[dict[str, Any]] = self.evaluate(page, "import('/queue.js').then(queue => queue.list())")
        return found

    def choose_in_menu(self, context: str, selector: str, label: str) -> None:
        """Right-click an element and choose the extension's entry of this name."""
        self.click(context, selector, button=2)
        entries = "[...document.querySelectorAll('#contentAreaContextMenu menuitem')]"
        entry = f"{entries}.find(item => item.label === {json.dumps(label)})"
        until(lambda: self.in_window(f"Boolean({entry})"), f"the menu entry {label!r}")
        self.in_window(f"{entry}.closest('menu')?.openMenu(true)")
        until(lambda: self.in_window(f"{entry}.parentNode.state") == "open", "the extension's part of the menu")
        self.in_window(f"{entry}.parentNode.activateItem({entry})")


@contextmanager
def running(program: str, profile: Path):
    """Start Firefox with a profile of its own and the extension as it is packed for it."""
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines))
    log = profile / "stderr.log"
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            [*command, "--remote-allow-system-access"], stdout=stderr, stderr=stderr, start_new_session=True
        )
    try:
        address = until(lambda: re.search(rb"BiDi listening on (ws://\S+)", log.read_bytes()), "Firefox to listen")
        # No pings: their thread draws random numbers, which Hypothesis takes for a test's own.
        session = f"{address[1].decode()}/session"
        with connect(session, proxy=None, max_size=2**27, ping_interval=None) as socket:
            yield Firefox(Bidi(socket), pack(profile / "ringback.xpi"))
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)
