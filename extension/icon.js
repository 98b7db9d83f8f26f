/** The toolbar icon: a pairing code, else what waits to be sent, else how many follow-ups are due today. */
import browser from "./browser.js";
import * as queue from "./queue.js";
import {text} from "./texts.js";

const COLOURS = {code: "#0f6b5e", waiting: "#8a4b08", due: "#0f6b5e", done: "#1c6b34"};

/** Show what matters most now. */
export async function show() {
  const {code, due = 0} = await browser.storage.session.get(["code", "due"]);
  const waiting = (await queue.list()).length;
  if (code) await set(code, COLOURS.code, text("icon_code", code));
  else if (waiting) await set(String(waiting), COLOURS.waiting, text("icon_waiting", waiting));
  else if (due) await set(due > 99 ? "99+" : String(due), COLOURS.due, text("icon_due", due));
  else await set("", COLOURS.due, text("track_this_job"));
}

/** Say for a moment, on one tab, that it was tracked. */
export async function confirm(tabId) {
  try {
    await browser.action.setBadgeText({tabId, text: "✓"});
    await browser.action.setBadgeBackgroundColor({tabId, color: COLOURS.done});
  } catch {
    // The tab was closed meanwhile: the notification says the same.
  }
}

async function set(badge, color, title) {
  await browser.action.setBadgeText({text: badge});
  await browser.action.setBadgeBackgroundColor({color});
  await browser.action.setBadgeTextColor?.({color: "#ffffff"});
  await browser.action.setTitle({title});
}
