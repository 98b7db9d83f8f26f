// What falls due while the page is open: it is said at once, and the page renews itself.
import { refresh } from "./stay.js";
import { say } from "./say.js";

const GLANCE = 20_000; // A computer that slept wakes up late: the clock is looked at again and again.
let timer;

const busy = () => document.activeElement?.matches("main form:not([data-light]) :is(input, textarea, select)");

function tell(words) {
  say(words);
  document.title = `${words} · Ringback`;
}

async function renew(words) {
  if (busy()) { timer = window.setTimeout(renew, 5000, words); return; }
  if (await refresh()) tell(words);
}

function wait(next, words) {
  const left = next - Date.now();
  if (left > 0) { timer = window.setTimeout(wait, Math.min(left, GLANCE), next, words); return; }
  tell(words);
  renew(words);
}

function arm() {
  window.clearTimeout(timer);
  const parts = [...document.querySelectorAll("[data-lapse-in]")];
  const soonest = Math.min(...parts.map((part) => Number(part.dataset.lapseIn)));
  const together = parts.filter((part) => Number(part.dataset.lapseIn) === soonest).slice(0, 3);
  if (together.length) wait(Date.now() + soonest * 1000 + 500, together.map((part) => part.dataset.lapseSays).join(", "));
}

document.addEventListener("ringback:shown", arm);
arm();
