/** What the popup and the settings page may ask of the worker. */
import browser from "./browser.js";
import * as answers from "./answers.js";
import * as api from "./api.js";
import * as capturing from "./capturing.js";
import * as icon from "./icon.js";
import * as pairing from "./pairing.js";
import * as queue from "./queue.js";
import * as reminders from "./reminders.js";
import * as settings from "./settings.js";
import * as tracking from "./tracking.js";

const ANSWERS = {
  look: async ({tabId}) => ({
    last: await tracking.lastOf(tabId),
    queue: await queue.list(),
    pairing: await pairing.current(),
    paired: Boolean(await settings.token()),
    ...(await browser.storage.session.get(["trouble", "due", "next"])),
  }),
  peek: async ({tabId}) => (await capturing.peek(tabId)) ?? {},
  known: ({url}) => api.call("known", {url}),
  due: () => reminders.check(),
  track: ({tabId, choices}) => tracking.track(tabId, choices),
  refresh: ({id}) => answers.refresh(id),
  correct: ({id, application, changes}) => answers.correct(id, application, changes),
  retry: () => tracking.send(),
  resend: async ({entry}) => {
    await queue.release(entry);
    return tracking.send();
  },
  discard: async ({entry}) => {
    await queue.remove(entry);
    await icon.show();
    return {};
  },
  connect: () => pairing.begin(),
  disconnect: async () => {
    await settings.keepToken(null);
    return {};
  },
  snooze: () => reminders.snooze(),
  open: () => reminders.open(),
};

/** Answer one message of an extension page; `finishPairing` goes on after the answer where connecting was begun. */
export async function answer(message, {finishPairing}) {
  const answered = await ANSWERS[message.do](message);
  if (await pairing.current()) finishPairing();
  return answered ?? {};
}
