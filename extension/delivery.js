/** Sends what waits in the queue, in order and one at a time. */
import browser from "./browser.js";
import * as answers from "./answers.js";
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

/** Remember what stands in the way, as it is answered and shown. */
export async function stopAt(error) {
  const trouble = api.asTrouble(error);
  await browser.storage.session.set({trouble});
  return trouble;
}

async function sendAll() {
  for (const entry of await queue.waiting()) {
    const trouble = await send(entry);
    if (trouble && !OWN_TROUBLES.has(trouble.kind)) return trouble;
  }
  return null;
}

async function send(entry) {
  try {
    const body = await queue.body(entry.id);
    const answer = await api.call("captures", body);
    if (answer.id !== entry.id) throw new api.Trouble("failed");
    await answers.remember(answer);
    await queue.remove(entry);
    return null;
  } catch (error) {
    const trouble = api.asTrouble(error);
    if (OWN_TROUBLES.has(trouble.kind)) await queue.hold(entry, trouble);
    return trouble;
  }
}
