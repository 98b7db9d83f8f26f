/** Connects this browser with the server: a code here, the same code and *Connect* in the dashboard, then the token. */
import browser from "./browser.js";
import * as api from "./api.js";
import * as icon from "./icon.js";
import {notify} from "./notify.js";
import * as settings from "./settings.js";
import {text} from "./texts.js";

const ALARM = "pair";
const PAUSE_MS = 700;

/** Begin connecting, unless this browser was connected before: then the person decides whether to do it again (null). */
export async function beginFirst() {
  return (await settings.token()) ? null : begin();
}

/** Ask the server to connect this browser and open its page with the code, or come back to the request that waits. */
export async function begin() {
  const pending = await current();
  if (pending) return pending;
  const {id, secret, code, expires_in: seconds} = await api.callUnpaired("pair/start", {name: browserName()});
  const started = {id, secret, code, until: Date.now() + seconds * 1000};
  await browser.storage.session.set({pairing: started, code});
  await icon.show();
  // The icon may be hidden behind the browser's menu of extensions, and the popup closes with the new tab.
  await notify("pairing", text("pairing_notice", code), text("pairing"));
  await browser.alarms.create(ALARM, {periodInMinutes: 0.5});
  await browser.tabs.create({url: await api.page(`/pair/${id}`)});
  return started;
}

/** The request that waits for the person: `{id, code, until}`, or null. */
export async function current() {
  const {pairing} = await browser.storage.session.get("pairing");
  return pairing && pairing.until > Date.now() ? pairing : null;
}

/** Wait for the person's click in the dashboard. Returns true once connected, false where it came to nothing. */
export function wait() {
  return navigator.locks.request("pair", async () => {
    for (let pending = await current(); pending; pending = await current()) {
      if (await claim(pending)) return true;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    await end();
    return false;
  });
}

async function claim({id, secret}) {
  try {
    const {token} = await api.callUnpaired("pair/claim", {id, secret});
    if (!token) return false;
    await settings.keepToken(token);
    await end();
    return true;
  } catch (trouble) {
    if (!["not-running", "failed"].includes(trouble.kind)) await end();
    return false;
  }
}

async function end() {
  await browser.storage.session.remove(["pairing", "code"]);
  await browser.notifications.clear("pairing");
  await browser.alarms.clear(ALARM);
}

/** What the dashboard calls this browser in its list: "Firefox on Linux". */
function browserName() {
  const agent = navigator.userAgent;
  const [, name] = [["Edg/", "Edge"], ["OPR/", "Opera"], ["Firefox/", "Firefox"], ["Chrome/", "Chrome"]].find(([mark]) => agent.includes(mark)) ?? [null, "Browser"];
  const [, system] = [["Android", "Android"], ["Windows", "Windows"], ["Mac OS", "macOS"], ["CrOS", "ChromeOS"], ["Linux", "Linux"]].find(([mark]) => agent.includes(mark)) ?? [null, ""];
  return system ? `${name} · ${system}` : name;
}
