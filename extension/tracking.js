/** Track this job: capture the tab, put the capture on disk, send it, and say how that went. */
import browser from "./browser.js";
import * as capturing from "./capturing.js";
import * as delivery from "./delivery.js";
import * as icon from "./icon.js";
import * as pairing from "./pairing.js";
import {patternOf} from "./patterns.js";
import * as queue from "./queue.js";

/**
 * Track the tab. Returns `{id, cut, foreign, answer, trouble}`: the server's answer, or why it is still waited for.
 * Where this browser is not connected yet, connecting is begun, and the capture is sent when it is done.
 */
export async function track(tabId, choices = {}) {
  let captured;
  try {
    captured = await capturing.capture(tabId, choices);
    await queue.add(captured.body);
  } catch (error) {
    return {trouble: {kind: error instanceof capturing.UnreadablePage ? "unreadable" : "full", detail: error.message}};
  }
  const {body, cut, foreign} = captured;
  const made = {id: body.id, url: body.url, title: body.title, cut, foreign, choices};
  await browser.storage.session.set({[`tab:${tabId}`]: made});
  await icon.show();
  return {...made, ...(await deliverOne(body.id))};
}

async function deliverOne(id) {
  const trouble = await delivery.deliver();
  const answer = await delivery.answerTo(id);
  const held = (await queue.list()).find((entry) => entry.id === id)?.trouble;
  if (trouble?.kind === "not-paired") await pairing.beginFirst();
  await icon.show();
  return {answer, trouble: answer ? null : held ?? trouble};
}

/** What is known of the tab's last capture: as `track` returns it, or null. */
export async function lastOf(tabId) {
  const made = (await browser.storage.session.get(`tab:${tabId}`))[`tab:${tabId}`];
  if (!made) return null;
  const answer = await delivery.answerTo(made.id);
  const held = (await queue.list()).find((entry) => entry.id === made.id)?.trouble;
  const {trouble} = await browser.storage.session.get("trouble");
  return {...made, answer, trouble: answer ? null : held ?? trouble};
}

/** The person allowed these patterns: capture those tabs again in which a frame could not be read without. */
export async function trackAgain(patterns) {
  const kept = Object.entries(await browser.storage.session.get()).filter(([key]) => key.startsWith("tab:"));
  for (const [key, {foreign, choices}] of kept) {
    if (foreign.some((origin) => patterns.includes(patternOf(origin)))) await track(Number(key.slice(4)), choices);
  }
}

/** Forget a tab that was closed. */
export async function forget(tabId) {
  await browser.storage.session.remove(`tab:${tabId}`);
}
