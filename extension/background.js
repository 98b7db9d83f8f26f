/** The worker: listeners only, since the browser may end it at any moment. What must last is on disk. */
import browser from "./browser.js";
import * as api from "./api.js";
import * as delivery from "./delivery.js";
import * as icon from "./icon.js";
import {notify} from "./notify.js";
import * as pairing from "./pairing.js";
import * as popup from "./requests.js";
import * as reminders from "./reminders.js";
import * as settings from "./settings.js";
import * as tracking from "./tracking.js";
import {text} from "./texts.js";
import {nextStep, troubleText} from "./troubles.js";

const MENUS = [
  {id: "track", contexts: ["page", "frame", "selection"], choices: {}},
  {id: "employer", contexts: ["page", "frame", "selection"], choices: {approach: "unsolicited", origin: "cold"}},
  {id: "contact", contexts: ["selection"], choices: {marked: "contact"}},
];

// Each time the worker starts: Chromium does not promise to remember it.
settings.closeToPages();

browser.runtime.onInstalled.addListener(async () => {
  await browser.contextMenus.removeAll();
  for (const {id, contexts} of MENUS) browser.contextMenus.create({id, contexts, title: text(`menu_${id}`)});
  await start();
});
browser.runtime.onStartup.addListener(start);

browser.contextMenus.onClicked.addListener((info, tab) => {
  const menu = MENUS.find(({id}) => id === info.menuItemId);
  return trackQuietly(tab, menu.choices);
});

browser.commands.onCommand.addListener(async (command, tab) => {
  if (command === "track") await trackQuietly(tab ?? (await activeTab()), {});
});

browser.alarms.onAlarm.addListener(async ({name}) => {
  if (name === "pair") await finishPairing();
  else if (name === "deliver") await deliver();
  else await reminders.check();
});

browser.notifications.onClicked.addListener((id) => (id === "pairing" ? null : reminders.open()));
browser.notifications.onButtonClicked?.addListener((id, button) => (button === 0 ? reminders.open() : reminders.snooze()));
browser.tabs.onRemoved.addListener((tabId) => tracking.forget(tabId));

browser.permissions.onAdded.addListener(async ({origins = []}) => {
  if (origins.includes(api.PERMISSION)) await popup.answer({do: "retry"}, {finishPairing});
  for (const {tabId, choices} of await tracking.missing(origins)) await trackQuietly({id: tabId}, choices);
});

/** Only this extension's own pages may ask for anything. */
browser.runtime.onMessage.addListener((message, sender, respond) => {
  if (!sender.url?.startsWith(browser.runtime.getURL(""))) return false;
  popup.answer(message, {finishPairing}).then(respond, (error) => respond({trouble: api.asTrouble(error)}));
  return true;
});

async function start() {
  await reminders.schedule();
  await deliver();
  await reminders.check();
}

async function deliver() {
  await delivery.deliver();
  await icon.show();
}

/** Wait for *Connect*; then send what the click that began it has captured. */
async function finishPairing() {
  const connected = await pairing.wait();
  await icon.show();
  if (!connected) return;
  await deliver();
  await reminders.check();
  await notify("tracked", text("connected"), text("connected_more"));
}

/** Track without opening anything, and say how it went. */
async function trackQuietly(tab, choices) {
  const {answer, trouble, title, pairing} = tab ? await tracking.track(tab.id, choices) : {trouble: {kind: "unreadable"}};
  if (answer) {
    await icon.confirm(tab.id);
    await notify("tracked", text(answer.known_since ? "merged" : "tracked"), answer.posting?.title ?? title);
  } else if (!pairing) {
    await notify("tracked", troubleText(trouble), nextStep(trouble).join(" "));
  }
  if (pairing) await finishPairing();
}

async function activeTab() {
  const [tab] = await browser.tabs.query({active: true, lastFocusedWindow: true});
  return tab;
}
