/** The popup: one click tracks the tab; what was found is shown here and can be put right here. */
import browser from "./browser.js";
import * as api from "./api.js";
import {ask, button, element, explain} from "./messages.js";
import {patternOf} from "./patterns.js";
import * as choices from "./popup-choices.js";
import {showFound} from "./popup-found.js";
import {showWaiting} from "./popup-waiting.js";
import {text, translate, when} from "./texts.js";

const READING_MS = 1000;
/** Troubles of captures that nothing but the person sends again. */
const NOT_WAITING = ["unreadable", "full", "refused", "too-large"];
const find = (id) => document.getElementById(id);
/** What each part shows, so that none is drawn again, under the person's hands, for a change of another. */
const shown = {};
/** Questions to the worker are counted, so that an answer that comes late does not cover a newer one. */
let turns = 0;
/** The page is being tracked: what the worker has of it is not all yet. */
let busy = false;
/** The last attempt, where nothing could be kept of it: only this popup knows of it. */
let lost = null;

translate(document);
choices.watch();
const opened = findTab().then(async (tab) => ({tab, here: await lookAt(tab)}));
find("today").addEventListener("click", () => leave(() => ask({do: "open"})));
find("settings").addEventListener("click", () => leave(() => browser.runtime.openOptionsPage()));
find("snooze").addEventListener("click", snooze);
find("track").addEventListener("submit", submit);
find("go").disabled = false;
const {tab, here} = await opened;
find("page-title").textContent = here.title || tab.title || text("this_page");
find("page-host").textContent = here.url && new URL(here.url).host;
browser.storage.onChanged.addListener(look);
await look();
await lookUp();
// Says that all is shown that will be without the person.
document.body.dataset.ready = "";

/** The tab the popup was opened on; a test may name it in the address. */
async function findTab() {
  const named = new URLSearchParams(location.search).get("tab");
  if (named) return browser.tabs.get(Number(named));
  const [active] = await browser.tabs.query({active: true, currentWindow: true});
  return active;
}

/** What a click would track. */
async function lookAt({id, title, url = ""}) {
  return {title, url, ...(await ask({do: "peek", tabId: id}))};
}

async function leave(action) {
  await action();
  window.close();
}

function draw(part, data, paint) {
  const now = JSON.stringify(data);
  if (shown[part] === now) return;
  shown[part] = now;
  paint();
}

/** Show what the worker knows: the last capture of this tab if it was of this job, what waits, what is due. */
async function look() {
  const turn = (turns += 1);
  const state = await ask({do: "look", tabId: tab.id});
  if (turn !== turns) return;
  draw("due", [state.due, state.next], () => showDue(state));
  draw("waiting", [state.queue, state.trouble], () => showWaiting(find("waiting"), state.queue, state.trouble));
  if (!busy) show(lost ?? (state.last?.url === here.url ? state.last : null), state.pairing);
}

/** Say so where the job is tracked already. */
async function lookUp() {
  const {application} = await ask({do: "known", url: here.url});
  if (!application || !find("found").hidden) return;
  const link = element("a", {href: await api.page(`/applications/${application.id}`), target: "_blank"}, text("open"));
  find("known").replaceChildren(element("p", {className: "notice"}, text("already_tracked", when(application.since)), " ", link));
  find("known").hidden = false;
  find("go").textContent = text("track_again");
}

async function submit(event) {
  event.preventDefault();
  busy = find("go").disabled = true;
  const {tab} = await opened;
  draw("status", "tracking", () => find("status").replaceChildren(element("p", {className: "notice"}, text("tracking"))));
  // Without an answer the worker was ended meanwhile; what it had put on disk is there.
  const tracked = (await ask({do: "track", tabId: tab.id, choices: choices.forCapture()}).catch(() => null)) ?? null;
  busy = find("go").disabled = false;
  lost = tracked && !tracked.id ? tracked : null;
  if (tracked) show(tracked, tracked.pairing);
  find("found").querySelector("h2")?.focus();
  await look();
}

/** Ask until the page is read; what is new then is shown as any news is. */
async function waitForReading(id) {
  await new Promise((resolve) => setTimeout(resolve, READING_MS));
  const {state} = await ask({do: "refresh", id});
  if (state === "reading") await waitForReading(id);
}

function show(tracked, pairing) {
  const {answer, cut, foreign, trouble} = tracked ?? {};
  draw("status", [pairing?.code, foreign, trouble, Boolean(tracked), Boolean(answer)], () => showStatus(tracked, pairing));
  find("track").hidden = Boolean(answer);
  find("known").hidden ||= Boolean(answer);
  find("found").hidden = !answer;
  if (answer) draw("found", [answer.id, answer.state, cut], () => showFound(find("found"), tracked));
  if (answer?.state === "reading") draw("reading", answer.id, () => waitForReading(answer.id));
}

function showStatus(tracked, pairing) {
  find("status").replaceChildren(...[noticeOf(tracked, pairing), ...foreignNotices(tracked)].filter(Boolean));
}

function noticeOf(tracked, pairing) {
  if (pairing) return pairingNotice(pairing);
  if (tracked?.trouble) return troubleNotice(tracked.trouble);
  return tracked && !tracked.answer ? keptNotice(element("div", {className: "notice"})) : "";
}

function pairingNotice({code}) {
  return element("div", {className: "notice"}, element("p", {}, text("pairing")), element("p", {className: "code"}, code));
}

function troubleNotice(trouble) {
  const notice = element("div", {className: "notice warn"}, ...explain(trouble));
  return NOT_WAITING.includes(trouble.kind) ? notice : keptNotice(notice, trouble.kind);
}

/** Add that the capture waits, and the button that takes the next step. */
function keptNotice(notice, kind = null) {
  notice.append(element("p", {}, text("kept")));
  if (kind === "not-paired") notice.append(button(text("connect"), () => ask({do: "connect"})));
  else if (kind === "no-permission") notice.append(button(text("allow"), () => allow(api.PERMISSION)));
  else notice.append(button(text("try_again"), () => ask({do: "retry"})));
  return notice;
}

/** A posting in a frame of another site can be read only if the person lets the extension read that site. */
function foreignNotices(tracked) {
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
