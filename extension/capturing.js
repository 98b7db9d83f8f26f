/** Takes a capture of a tab: runs the page scripts in its frames and makes the body of `/api/captures` of what they give. */
import browser from "./browser.js";

const SCRIPTS = ["page/serialize.js", "page/pane.js", "page/state.js", "page/capture.js"];
const LIMIT = 3_000_000;

/** What a click tracks when nothing is chosen; without an origin the server says it by what the page is. */
export const DEFAULT_CHOICES = Object.freeze({approach: "solicited", origin: null, stance: null, applied_on: null, marked: null});

/** The page cannot be read: a page of the browser itself, a store, or a file. */
export class UnreadablePage extends Error {}

/**
 * Capture the tab: `{body, cut, foreign}`, where `body` is what is sent, `cut` tells whether the page was over the
 * limit, and `foreign` are the origins of large frames that this extension may not read yet.
 */
export async function capture(tabId, choices) {
  const parts = await inject(tabId);
  const top = parts.find((part) => part.top);
  if (!top) throw new UnreadablePage();
  const {frames, cut} = fit(parts.filter((part) => part !== top), LIMIT - size(top.html));
  const body = {
    id: crypto.randomUUID(),
    url: top.url,
    title: top.title,
    html: top.html,
    frames,
    selection: parts.map((part) => part.selection).find(Boolean) ?? null,
    captured_at: localTime(new Date()),
    ...DEFAULT_CHOICES,
    ...choices,
    extension: browser.runtime.getManifest().version,
  };
  return {body, cut: cut || top.cut, foreign: top.foreign.filter((origin) => !parts.some((part) => part.url.startsWith(`${origin}/`)))};
}

/** What a click would track: the pane's job where there is one, else the page; null where the page cannot be read. */
export async function peek(tabId) {
  try {
    await browser.scripting.executeScript({target: {tabId}, files: ["page/pane.js"]});
    const func = () => {
      const pane = globalThis.ringback.findPane();
      return {url: pane?.url ?? location.href, title: pane?.title ?? document.title};
    };
    const [{result}] = await browser.scripting.executeScript({target: {tabId}, func});
    return result;
  } catch {
    return null;
  }
}

/** Today's date where the person is, as ISO 8601. */
export function today() {
  return localTime(new Date()).slice(0, 10);
}

async function inject(tabId) {
  try {
    const results = await browser.scripting.executeScript({target: {tabId, allFrames: true}, files: SCRIPTS});
    results.sort((one, other) => one.frameId - other.frameId);
    return results.map(({result}) => result).filter(Boolean);
  } catch (error) {
    throw new UnreadablePage(error.message);
  }
}

/** The frames that fit into `room` bytes, in the page's order; one that does not is left out. */
function fit(parts, room) {
  const frames = [];
  let left = room;
  for (const part of parts) {
    left -= size(part.html);
    if (left < 0) return {frames, cut: true};
    frames.push({url: /^https?:/.test(part.url) ? part.url : null, html: part.html});
  }
  return {frames, cut: parts.some((part) => part.cut)};
}

function size(text) {
  return new TextEncoder().encode(text).length;
}

/** ISO 8601 with the offset of the person's clock, so that "posted today" keeps its meaning. */
function localTime(date) {
  const offset = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19);
  const part = (minutes) => String(Math.trunc(Math.abs(minutes))).padStart(2, "0");
  return `${local}${offset < 0 ? "-" : "+"}${part(offset / 60)}:${part(offset % 60)}`;
}
