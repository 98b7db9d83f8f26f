/** The popup's list of captures that wait for the server, or that it would not take. */
import {ask, button, element, explain} from "./messages.js";
import {text} from "./texts.js";

/** Show the queue in `place`: how many wait and why, and what can be done with each that was not taken. */
export function showWaiting(place, entries, trouble) {
  place.hidden = entries.length === 0;
  if (place.hidden) return;
  const waiting = entries.filter(({state}) => state === "waiting");
  const held = entries.filter(({state}) => state === "held");
  const parts = [];
  if (waiting.length) parts.push(waitingNotice(waiting, trouble));
  parts.push(...held.map(heldNotice));
  place.replaceChildren(...parts);
}

function waitingNotice(waiting, trouble) {
  const summary = element("summary", {}, text(waiting.length === 1 ? "one_waits" : "many_wait", waiting.length));
  const list = element("ul", {className: "entries"}, ...waiting.map(({title, url}) => element("li", {}, title || url)));
  const reason = trouble ? explain(trouble) : [];
  return element("details", {className: "notice"}, summary, ...reason, list, button(text("send_now"), () => ask({do: "retry"})));
}

function heldNotice(entry) {
  const row = element(
    "div",
    {className: "row"},
    button(text("try_again"), () => ask({do: "resend", entry})),
    button(text("throw_away"), () => ask({do: "discard", entry}), "quiet"),
  );
  return element("div", {className: "notice warn"}, element("p", {}, entry.title || entry.url), ...explain(entry.trouble), row);
}
