/** What the person set, and the token: kept in storage.local, which pages and content scripts cannot read. */
import browser from "./browser.js";

const DEFAULTS = Object.freeze({
  port: 7464,
  token: null,
  reminders: true,
  quiet: true,
  quietFrom: "20:00",
  quietTo: "08:00",
});

/** All settings, defaults filled in. */
export async function read() {
  return {...DEFAULTS, ...(await browser.storage.local.get(Object.keys(DEFAULTS)))};
}

/** Keep the given settings; the others stay. */
export async function write(changes) {
  await browser.storage.local.set(changes);
}

/** Close storage.local to content scripts, where the browser can. */
export async function closeToPages() {
  await browser.storage.local.setAccessLevel?.({accessLevel: "TRUSTED_CONTEXTS"});
}

/** Tell whether `time` ("HH:MM") lies in the quiet hours, which may run over midnight. */
export function isQuiet({quiet, quietFrom, quietTo}, time) {
  if (!quiet || quietFrom === quietTo) return false;
  return quietFrom < quietTo ? quietFrom <= time && time < quietTo : quietFrom <= time || time < quietTo;
}
