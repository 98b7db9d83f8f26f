/** Takes a capture of a tab: runs the page scripts in its frames and makes the body of `/api/captures` of what they give. */
import browser from "./browser.js";

const SCRIPTS = ["page/serialize.js", "page/pane.js", "page/state.js", "page/selection.js", "page/capture.js"];
const LIMIT = 3_000_000;
const MOST_FRAMES = 100;
const SHORTEST_FRAME = 2000;
const NOTE = '<meta name="ringback-note" content="cut at 3 MB">';

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
  const {frames, left} = fit(parts.filter((part) => part !== top), LIMIT - size(top.html) - NOTE.length);
  const cut = left || parts.some((part) => part.cut);
  const body = {
    id: crypto.randomUUID(),
    url: top.url,
    title: top.title,
    html: cut ? top.html.replace(/<head[^>]*>/, (head) => head + NOTE) : top.html,
    frames,
    selection: parts.map((part) => part.selection).find(Boolean) ?? null,
    captured_at: localTime(new Date()),
    ...DEFAULT_CHOICES,
    ...choices,
    extension: browser.runtime.getManifest().version,
  };
  return {body, cut, foreign: top.foreign.filter((origin) => !parts.some((part) => part.url.startsWith(`${origin}/`)))};
}

/** What a click would track: the pane's job where there is one, else the page; null where the page cannot be read. */
export async function peek(tabId) {
  try {
    await browser.scripting.executeScript({target: {tabId}, files: ["page/pane.js"], injectImmediately: true});
    const func = () => {
      const pane = globalThis.ringback.findPane();
      return {url: pane?.url ?? location.href, title: pane?.title ?? document.title};
    };
    const [{result}] = await browser.scripting.executeScript({target: {tabId}, func, injectImmediately: true});
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
    // At once: a frame that loads without end (an advertisement's) would hold up the page that is there.
    const target = {tabId, allFrames: true};
    const results = await browser.scripting.executeScript({target, files: SCRIPTS, injectImmediately: true});
    results.sort((one, other) => one.frameId - other.frameId);
    return results.map(({result}) => result).filter(Boolean);
  } catch (error) {
    throw new UnreadablePage(error.message);
  }
}

/** The frames that fit into `room` bytes, in the page's order; the first that does not is cut, and the others are left. */
function fit(parts, room) {
  const frames = [];
  for (const part of parts) {
    const taken = size(part.html);
    if (frames.length === MOST_FRAMES || (taken > room && room < SHORTEST_FRAME)) return {frames, left: true};
    frames.push({url: /^https?:/.test(part.url) ? part.url : null, html: taken > room ? begin(part.html, room) : part.html});
    if (taken > room) return {frames, left: true};
    room -= taken;
  }
  return {frames, left: false};
}

/** The beginning of a page that takes at most `room` bytes, with no tag cut in two. */
function begin(html, room) {
  const whole = new TextDecoder().decode(new TextEncoder().encode(html).subarray(0, room));
  return whole.replace(/\ufffd$/, "").replace(/<[^<>]*$/, "");
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
