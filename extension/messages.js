/** Asks the worker, and shows troubles and steps in an extension page. */
import browser from "./browser.js";
import {text} from "./texts.js";

/** Ask the worker; throws what it answers as trouble only where `message` wants nothing else. */
export function ask(message) {
  return browser.runtime.sendMessage(message);
}

/** An element with properties and children: `element("p", {className: "faint"}, "…")`. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** A button that says what it does and does it once at a time. */
export function button(label, onClick, className = "") {
  const made = element("button", {type: "button", className}, label);
  made.addEventListener("click", async () => {
    made.disabled = true;
    try {
      await onClick();
    } finally {
      made.disabled = false;
    }
  });
  return made;
}

/** A trouble in words: what happened, and the next step, with the command where one helps. */
export function explain(trouble) {
  const key = trouble.kind.replaceAll("-", "_");
  const step = element("p", {}, trouble.nextStep || text(`next_${key}`));
  const command = {"not-running": "ringback serve"}[trouble.kind];
  if (command) step.append(" ", element("code", {}, command));
  return [element("p", {}, element("strong", {}, text(`trouble_${key}`))), trouble.detail && trouble.detail !== trouble.kind ? element("p", {}, trouble.detail) : "", step];
}
