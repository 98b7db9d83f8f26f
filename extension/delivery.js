/** Sends what waits in the queue, in order and one at a time, and remembers the server's answers for the popup. */
import browser from "./browser.js";
import * as api from "./api.js";
import * as queue from "./queue.js";

/** Troubles of one capture alone: it is held, the others go on. With any other the whole queue waits. */
const OWN_TROUBLES = new Set(["refused", "too-large"]);
const RETRY = "deliver";

/** Send all that waits. Returns the trouble that stopped the sending, or null. One delivery runs at a time. */
export function deliver() {
  return navigator.locks.request("deliver", async () => {
    const trouble = await sendAll();
    await browser.storage.session.set({trouble});
    if ((await queue.waiting()).length) await browser.alarms.create(RETRY, {periodInMinutes: 1});
    else await browser.alarms.clear(RETRY);
    return trouble;
  });
}

async function sendAll() {
  for (const entry of await queue.waiting()) {
    const trouble = await send(entry);
    if (trouble && !OWN_TROUBLES.has(trouble.kind)) return trouble.toJSON();
  }
  return null;
}

async function send(entry) {
  try {
    const body = await queue.body(entry.id);
    const answer = await api.call("captures", body);
    if (answer.id !== entry.id) throw new api.Trouble("failed");
    await rememberAnswer(answer);
    await queue.remove(entry);
    return null;
  } catch (error) {
    const trouble = error instanceof api.Trouble ? error : new api.Trouble("failed", {message: String(error)});
    if (OWN_TROUBLES.has(trouble.kind)) await queue.hold(entry, trouble.toJSON());
    return trouble;
  }
}

/** Keep the server's answer to a capture until the browser is closed. */
export async function rememberAnswer(answer) {
  await browser.storage.session.set({[`answer:${answer.id}`]: answer});
}

/** The server's answer to a capture, if it came since the browser was started. */
export async function answerTo(id) {
  return (await browser.storage.session.get(`answer:${id}`))[`answer:${id}`] ?? null;
}

/** Ask again for a capture that was still being read when the server answered. */
export async function refresh(id) {
  const answer = await api.call("captures/status", {id});
  await rememberAnswer(answer);
  return answer;
}
