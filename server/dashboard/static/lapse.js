// What falls due while the page is open: the page renews itself then, and says so.
import { refresh } from "./stay.js";
import { say } from "./say.js";

const LONGEST = 2 ** 31 - 1;
let timer;

function busy() {
  return document.activeElement?.closest("main form:not([data-light])") && document.activeElement.matches("input, textarea, select");
}

async function lapse(part) {
  if (busy()) { timer = window.setTimeout(() => lapse(part), 5000); return; }
  const words = part.dataset.lapseSays;
  if (await refresh()) {
    say(words);
    document.title = `${words} · Ringback`;
  }
}

function arm() {
  window.clearTimeout(timer);
  const parts = [...document.querySelectorAll("[data-lapse-in]")];
  const next = parts.sort((a, b) => a.dataset.lapseIn - b.dataset.lapseIn)[0];
  if (next) timer = window.setTimeout(() => lapse(next), Math.min(Number(next.dataset.lapseIn) * 1000 + 500, LONGEST));
}

document.addEventListener("ringback:shown", arm);
arm();
