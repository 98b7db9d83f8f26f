// Search as you type: the list renews itself a moment after the last key; Enter works without it.
import { replaced, show } from "./stay.js";
import { say } from "./say.js";

let timer;
let running;

async function search(form) {
  running?.abort();
  running = new AbortController();
  const address = new URL(form.action);
  address.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const answer = await fetch(address, { headers: { Accept: "text/html" }, signal: running.signal });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.getElementById("found");
  const here = document.getElementById("found");
  if (!found) return;
  if (here && location.pathname === address.pathname) {
    here.replaceWith(document.adoptNode(found));
    replaced(address);
    document.dispatchEvent(new CustomEvent("ringback:shown"));
  } else {
    show(page.documentElement.outerHTML, address, { push: true });
  }
  say(document.getElementById("found")?.dataset.says);
}

document.addEventListener("input", (event) => {
  if (!event.target.matches("input[type=search][name=q]")) return;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => search(event.target.form).catch((error) => {
    if (error.name !== "AbortError") throw error;
  }), 180);
});
