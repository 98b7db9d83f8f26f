// Forms marked data-stay are sent in the background, and the page that answers takes the place of this one's main part.
import { say } from "./say.js";

const parser = new DOMParser();
const place = () => location.pathname + location.search;
let shown = place();

export function replaced(address) {
  history.replaceState({}, "", address);
  shown = place();
}

export function show(page, address, { push = false } = {}) {
  const next = parser.parseFromString(page, "text/html");
  const main = next.querySelector("main");
  if (!main) return false;
  const open = [...document.querySelectorAll("main details[id][open]")].map((part) => part.id);
  document.querySelector("main").replaceWith(document.adoptNode(main));
  for (const part of document.querySelectorAll("main details[id]")) if (open.includes(part.id)) part.open = true;
  document.querySelector(".tabs").replaceWith(document.adoptNode(next.querySelector(".tabs")));
  document.title = next.title;
  history[push ? "pushState" : "replaceState"]({}, "", address);
  shown = place();
  document.dispatchEvent(new CustomEvent("ringback:shown"));
  return true;
}

export async function refresh(address = location.href) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  return answer.ok && show(await answer.text(), answer.url);
}

async function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  const answer = await fetch(submitter?.getAttribute("formaction") ?? form.getAttribute("action"), { method: "POST", body, headers: { Accept: "text/html" } });
  if (!answer.ok || !show(await answer.text(), answer.url)) throw new Error(`answered ${answer.status}`);
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("form[data-stay][method=post]")) return;
  event.preventDefault();
  const { submitter } = event;
  form.setAttribute("aria-busy", "true");
  try {
    await send(form, submitter);
    const message = document.querySelector("main .said");
    const stay = document.getElementById(form.dataset.focus ?? "")?.querySelector("a");
    if (stay) {
      say(message?.innerText);
      stay.focus();
    } else if (message) {
      say(message.innerText);
      message.setAttribute("tabindex", "-1");
      message.focus({ preventScroll: true });
      message.scrollIntoView({ block: "nearest" });
    } else {
      document.querySelector("main").focus({ preventScroll: true });
    }
  } catch {
    form.removeAttribute("data-stay");
    form.requestSubmit(submitter);
  }
});

// Back and forward over what was shown without a page load; a jump within the page needs nothing.
window.addEventListener("popstate", () => {
  if (place() !== shown) location.reload();
});
