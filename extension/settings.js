/** What the person set, and the token that the server knows this browser by. */
import browser from "./browser.js";
import * as vault from "./vault.js";

const DEFAULTS = Object.freeze({
  port: 7464,
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

/** Close storage.local to content scripts. */
export async function closeToPages() {
  await browser.storage.local.setAccessLevel?.({accessLevel: "TRUSTED_CONTEXTS"});
}

/** The token, or null where this browser is not connected. */
export async function token() {
  return (isClosable() ? (await browser.storage.local.get("token")).token : await vault.get("token")) ?? null;
}

/**
 * Keep the token, or forget it (null): in storage.local where that can be closed to content scripts, else (Firefox) in
 * a database of this extension's own origin, which they cannot open. `connected` tells open pages that it changed.
 */
export async function keepToken(token) {
  if (!isClosable()) await vault.set("token", token);
  await write({token: isClosable() ? token : null, connected: token !== null});
}

function isClosable() {
  return "setAccessLevel" in browser.storage.local;
}

/** Tell whether `time` ("HH:MM") lies in the quiet hours, which may run over midnight. */
export function isQuiet({quiet, quietFrom, quietTo}, time) {
  if (!quiet || quietFrom === quietTo) return false;
  return quietFrom < quietTo ? quietFrom <= time && time < quietTo : quietFrom <= time || time < quietTo;
}
