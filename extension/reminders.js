/** Comes back to the person: the number due today on the icon, and a notification when something falls due. */
import browser from "./browser.js";
import * as api from "./api.js";
import * as icon from "./icon.js";
import {notify} from "./notify.js";
import * as settings from "./settings.js";
import {text} from "./texts.js";

export const ALARM = "due";
export const SNOOZED = "snoozed";
const EVERY_MINUTES = 5;
const SNOOZE_MINUTES = 60;
const NOTIFICATION = "due";

/** Look from time to time, whether the worker lives or not. */
export async function schedule() {
  if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, {periodInMinutes: EVERY_MINUTES, delayInMinutes: 1});
}

/** Ask what is due; show the number and tell of what is new. Without the server the icon keeps its last number. */
export async function check() {
  let due;
  try {
    due = await api.call("due");
  } catch (trouble) {
    if (trouble instanceof api.Trouble) return;
    throw trouble;
  }
  await browser.storage.session.set({due: due.count, next: due.items});
  await icon.show();
  await lookAgainAt(due.next_at);
  await tell(due.items);
}

/** A promised call-back lapses within minutes: look at that minute, not at the next round. */
async function lookAgainAt(iso) {
  const at = iso ? Date.parse(iso) : NaN;
  if (at > Date.now()) await browser.alarms.create("due-soon", {when: at + 1000});
}

/** Say nothing more for an hour, then tell again what is due then. */
export async function snooze() {
  await browser.notifications.clear(NOTIFICATION);
  await settings.write({told: [], snoozedUntil: Date.now() + SNOOZE_MINUTES * 60_000});
  await browser.alarms.create(SNOOZED, {delayInMinutes: SNOOZE_MINUTES});
}

/** Open Today. */
export async function open() {
  await browser.notifications.clear(NOTIFICATION);
  await browser.tabs.create({url: await api.page("/")});
}

async function tell(items) {
  const chosen = await settings.read();
  const {told = [], snoozedUntil = 0} = await browser.storage.local.get(["told", "snoozedUntil"]);
  const fresh = items.filter(({id}) => !told.includes(id));
  const clock = new Date().toTimeString().slice(0, 5);
  if (!fresh.length || !chosen.reminders || Date.now() < snoozedUntil || settings.isQuiet(chosen, clock)) return;
  await settings.write({told: items.map(({id}) => id)});
  await notify(NOTIFICATION, fresh.length === 1 ? titleOf(fresh[0]) : text("due_many", fresh.length), fresh.map(lineOf).join("\n"), [text("open"), text("snooze")]);
}

function titleOf({channel, contact}) {
  const name = contact?.name ?? text("the_contact");
  return text(channel === "phone" ? "due_call" : "due_write", name);
}

function lineOf({title, employer}) {
  return [title, employer].filter(Boolean).join(" · ");
}
