/** The popup: one click tracks the tab; what was found is shown here and can be put right here. */
import browser from "./browser.js";
import * as api from "./api.js";
import {today} from "./capturing.js";
import {ask, button, element, explain} from "./messages.js";
import {patternOf} from "./patterns.js";
import {showFound} from "./popup-found.js";
import {showWaiting} from "./popup-waiting.js";
import {text, translate, when} from "./texts.js";

const ORIGINS = {solicited: null, unsolicited: "cold", lead: "referral"};
const READING_MS = 1000;
const find = (id) => document.getElementById(id);

translate(document);
const tab = await findTab();
find("page-title").textContent = tab.title || text("this_page");
find("page-host").textContent = tab.url ? new URL(tab.url).host : "";
find("today").addEventListener("click", () => leave(() => ask({do: "open"})));
find("settings").addEventListener("click", () => leave(() => browser.runtime.openOptionsPage()));
find("snooze").addEventListener("click", snooze);
find("track").addEventListener("change", showDate);
find("track").addEventListener("submit", submit);
browser.storage.onChanged.addListener(look);
await look();
await lookUp();

/** The tab the popup was opened on; a test may name it in the address. */
async function findTab() {
  const named = new URLSearchParams(location.search).get("tab");
  if (named) return browser.tabs.get(Number(named));
  const [active] = await browser.tabs.query({active: true, currentWindow: true});
  return active;
}

async function leave(action) {
  await action();
  window.close();
}

/** Show what the worker knows: the last capture of this tab, what waits, what is due. */
async function look() {
  const state = await ask({do: "look", tabId: tab.id});
  showDue(state);
  showWaiting(find("waiting"), state.queue, state.trouble);
  const last = state.last?.url === tab.url || state.last?.answer ? state.last : null;
  if (last) show(last, state.pairing);
  else showStatus(null, state.pairing);
}

/** Name what would be tracked, the pane's job of a list, and say so where it is tracked already. */
async function lookUp() {
  const {title, url = tab.url ?? ""} = await ask({do: "peek", tabId: tab.id});
  if (title) find("page-title").textContent = title;
  const {application} = await ask({do: "known", url});
  if (!application || !find("found").hidden) return;
  const link = element("a", {href: await api.page(`/applications/${application.id}`), target: "_blank"}, text("open"));
  find("known").replaceChildren(element("p", {className: "notice"}, text("already_tracked", when(application.since)), " ", link));
  find("known").hidden = false;
  find("go").textContent = text("track_again");
}

function showDate() {
  const date = find("applied-date");
  date.hidden = find("track").elements.applied.value !== "on";
  date.required = !date.hidden;
  date.max = today();
  date.value ||= today();
}

function choices() {
  const {approach, applied} = find("track").elements;
  const days = {no: null, today: today(), on: find("applied-date").value};
  return {
    approach: approach.value,
    origin: ORIGINS[approach.value],
    stance: find("stance").value || null,
    applied_on: days[applied.value],
  };
}

async function submit(event) {
  event.preventDefault();
  find("go").disabled = true;
  find("status").replaceChildren(element("p", {className: "notice"}, text("tracking")));
  find("status").hidden = false;
  const tracked = await ask({do: "track", tabId: tab.id, choices: choices()});
  find("go").disabled = false;
  show(tracked, (await ask({do: "look", tabId: tab.id})).pairing);
  if (tracked.answer?.state === "reading") await waitForReading(tracked);
}

async function waitForReading(tracked) {
  await new Promise((resolve) => setTimeout(resolve, READING_MS));
  const answer = await ask({do: "refresh", id: tracked.id});
  if (answer.state === "reading") await waitForReading(tracked);
  else if (answer.id) show({...tracked, answer}, null);
}

function show(tracked, pairing) {
  showStatus(tracked, pairing);
  const lost = ["unreadable", "full"].includes(tracked.trouble?.kind);
  find("track").hidden = Boolean(tracked.answer) || !lost;
  find("known").hidden ||= Boolean(tracked.answer);
  find("found").hidden = !tracked.answer;
  if (tracked.answer) showFound(find("found"), tracked);
}

function showStatus(tracked, pairing) {
  const notice = pairing ? pairingNotice(pairing) : tracked?.trouble ? troubleNotice(tracked.trouble) : null;
  find("status").hidden = !notice;
  find("status").replaceChildren(...(notice ? [notice, ...foreignNotice(tracked)] : foreignNotice(tracked)));
  find("status").hidden = !find("status").childElementCount;
}

function pairingNotice({code}) {
  return element("div", {className: "notice"}, element("p", {}, text("pairing")), element("p", {className: "code"}, code));
}

function troubleNotice(trouble) {
  const notice = element("div", {className: "notice warn"}, ...explain(trouble));
  const kept = !["unreadable", "full"].includes(trouble.kind);
  if (kept) notice.append(element("p", {}, text("kept")));
  if (trouble.kind === "not-paired") notice.append(button(text("connect"), () => ask({do: "connect"})));
  else if (trouble.kind === "no-permission") notice.append(button(text("allow"), () => allow(api.PERMISSION)));
  else if (kept) notice.append(button(text("try_again"), () => ask({do: "retry"})));
  return notice;
}

/** A posting in a frame of another site can be read only if the person lets the extension read that site. */
function foreignNotice(tracked) {
  return (tracked?.foreign ?? []).slice(0, 2).map((origin) => {
    const {hostname} = new URL(origin);
    const read = button(text("read_frame"), () => allow(patternOf(origin)));
    return element("div", {className: "notice"}, element("p", {}, text("foreign_frame", hostname)), read);
  });
}

/** Ask the person. The worker hears of their yes and goes on, since the question may close the popup. */
async function allow(pattern) {
  await browser.permissions.request({origins: [pattern]});
}

function showDue({due, next}) {
  find("due").hidden = !due;
  find("due-text").textContent = text(due === 1 ? "due_one" : "due_many", due, next?.[0]?.title ?? "");
}

async function snooze() {
  await ask({do: "snooze"});
  find("snooze").textContent = text("snoozed");
  find("snooze").disabled = true;
}
