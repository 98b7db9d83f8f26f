// Single-key shortcuts. They can be switched off (WCAG 2.1.4), and never act while something is being typed.
const PAGES = { t: "/", a: "/applications", p: "/people", i: "/insights", s: "/settings" };
const OFF = "ringback-keys-off";
let going = 0;

const sheet = () => document.getElementById("keys");
const typing = (target) => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const ENTRY = ".due, .stackable tbody tr, .tile";
const entries = () => [...document.querySelectorAll("main :is(.due, .stackable tbody tr, .tile)")];
const entry = () => document.activeElement?.closest?.(ENTRY);

function current() {
  return entry() ?? entries().find((one) => one.querySelector("details[open]"));
}

function move(step) {
  const all = entries();
  const here = entry();
  const next = all[here ? all.indexOf(here) + step : 0];
  if (!next) return;
  if (next.matches(".due")) next.querySelector("details").open = true;
  next.querySelector("summary, .job").focus();
}

function press(selector, inside = document) {
  const button = inside?.querySelector(selector);
  button?.click();
  return Boolean(button);
}

const KEYS = {
  "?": () => sheet().showModal(),
  "/": () => document.getElementById("find").focus(),
  n: () => { location.href = "/add"; },
  j: () => move(1),
  k: () => move(-1),
  c: () => press(".copy", current() ?? document),
  u: () => press("[data-undo]"),
  x: () => press("[name=ids]", entry()),
  f: () => press(".star", entry()),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (typing(event.target) || sheet().open || localStorage.getItem(OFF)) return;
  if (Date.now() - going < 1500 && PAGES[event.key]) { location.href = PAGES[event.key]; return; }
  if (event.key === "g") { going = Date.now(); return; }
  const act = KEYS[event.key] ?? (/^[1-9]$/.test(event.key) && (() => press(`[data-key="${event.key}"]`, current())));
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys]")) sheet().showModal();
});

const toggle = document.getElementById("keys-on");
toggle.checked = !localStorage.getItem(OFF);
toggle.addEventListener("change", () => {
  if (toggle.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
});
