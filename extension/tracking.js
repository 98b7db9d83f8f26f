/** Track this job: capture the tab, put the capture on disk, send it, and say how that went. */
import browser from "./browser.js";
import * as answers from "./answers.js";
import * as capturing from "./capturing.js";
import * as delivery from "./delivery.js";
import * as icon from "./icon.js";
import * as pairing from "./pairing.js";
import {patternOf} from "./patterns.js";
import * as queue from "./queue.js";

/**
 * Track the tab. Returns `{id, cut, foreign, choices, answer, trouble, pairing}`: the server's answer, or why it is
 * still waited for. Where this browser is not connected yet, connecting is begun (`pairing`), and the capture is sent
 * when that is done.
 */
export async function track(tabId, choices = {}) {
  let captured;
  try {
    captured = await capturing.capture(tabId, choices);
    await queue.add(captured.body);
  } catch (error) {
    return {trouble: {kind: error instanceof capturing.UnreadablePage ? "unreadable" : "full"}};
  }
  const {body, cut, foreign} = captured;
  const made = {id: body.id, url: body.url, title: body.title, cut, foreign, choices};
  await browser.storage.session.set({[`tab:${tabId}`]: made});
  await icon.show();
  return {...made, ...(await deliverOne(body.id))};
}

async function deliverOne(id) {
  const sent = await send();
  const answer = await answers.to(id);
  const held = (await queue.list()).find((entry) => entry.id === id)?.trouble;
  return {answer, trouble: answer ? null : held ?? sent.trouble, pairing: sent.pairing};
}

/** Send what waits. Where nothing but a connection is missing, begin to connect. Returns `{trouble, pairing}`. */
export async function send() {
  let trouble = await delivery.deliver();
  let begun = null;
  try {
    if (trouble?.kind === "not-paired") begun = await pairing.beginFirst();
  } catch (error) {
    trouble = await delivery.stopAt(error);
  }
  await icon.show();
  return {trouble, pairing: begun};
}

/** What is known of the tab's last capture: as `track` returns it, or null. */
export async function lastOf(tabId) {
  const made = await madeOf(tabId);
  if (!made) return null;
  const answer = await answers.to(made.id);
  const held = (await queue.list()).find((entry) => entry.id === made.id)?.trouble;
  const {trouble} = await browser.storage.session.get("trouble");
  return {...made, answer, trouble: answer ? null : held ?? trouble};
}

/** The tabs last captured, `{tabId, choices}`, in which a frame of a site of these patterns could not be read. */
export async function missing(patterns) {
  const kept = Object.entries(await browser.storage.session.get()).filter(([key]) => key.startsWith("tab:"));
  return kept
    .filter(([, {foreign}]) => foreign.some((origin) => patterns.includes(patternOf(origin))))
    .map(([key, {choices}]) => ({tabId: Number(key.slice(4)), choices}));
}

/** Forget a tab that was closed. */
export async function forget(tabId) {
  const made = await madeOf(tabId);
  if (made) await answers.forget(made.id);
  await browser.storage.session.remove(`tab:${tabId}`);
}

async function madeOf(tabId) {
  return (await browser.storage.session.get(`tab:${tabId}`))[`tab:${tabId}`] ?? null;
}
