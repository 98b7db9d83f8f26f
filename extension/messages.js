/** Asks the worker, and shows troubles and steps in an extension page. */
import browser from "./browser.js";
import {nextStep, troubleText} from "./troubles.js";

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

/** A trouble in words: what happened, the server's own words on it, and the next step. */
export function explain(trouble) {
  const [step, command] = nextStep(trouble);
  const told = trouble.detail && trouble.detail !== trouble.kind ? element("p", {}, trouble.detail) : "";
  const next = element("p", {}, step, command ? " " : "", command ? element("code", {}, command) : "");
  return [element("p", {}, element("strong", {}, troubleText(trouble))), told, next].filter(Boolean);
}
