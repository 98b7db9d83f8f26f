/** The people a posting names: found, corrected, added, taken off. */
import {button, element} from "./messages.js";
import {changesIn, field, valuesIn} from "./popup-fields.js";
import {text} from "./texts.js";

const FIELDS = ["name", "role", "email", "phone"];
const WIDE = new Set(["email"]);

/** The list of the people found. */
export function people(contacts) {
  const list = element("ul", {className: "people", ariaLabel: text("people")}, ...contacts.map(person));
  return element("div", {}, contacts.length ? "" : element("p", {className: "faint"}, text("nobody_found")), list);
}

/** Add an empty person to the list in `part` and let the person write. */
export function addPerson(part) {
  const made = person({});
  part.querySelector("ul").append(made);
  made.querySelector("input").focus();
}

function person(contact) {
  const values = {name: contact.name, role: contact.role, email: contact.emails?.[0], phone: contact.phones?.[0]};
  const made = element("li", {className: "person"}, ...FIELDS.map((name) => field(name, values[name], WIDE.has(name) ? "wide" : "")));
  const foot = element("div", {className: "wide row"}, contact.sure === false ? element("span", {className: "flag"}, text("not_sure")) : "");
  if (contact.evidence?.text) made.append(element("blockquote", {className: "wide"}, contact.evidence.text));
  made.append(foot);
  foot.append(button(text("not_this_person"), () => toggle(made, foot), "quiet"));
  made.dataset.contact = contact.id ?? "";
  return made;
}

/** The server knows the person in `item` by this id now, or no longer. */
export function known(item, id) {
  if (item.hasAttribute("data-removed")) item.remove();
  else item.dataset.contact = id;
}

/** Take the person off the job with the next saving, or leave them on it after all. */
function toggle(item, foot) {
  const off = item.toggleAttribute("data-removed");
  for (const input of item.querySelectorAll("input")) input.disabled = off;
  foot.querySelector("button").textContent = text(off ? "this_person_after_all" : "not_this_person");
}

/** What the person changed of the people in `root`: `{item, change}`, as the server takes it. */
export function peopleChanges(root) {
  return [...root.querySelectorAll(".person")].map((item) => ({item, change: changeOf(item)})).filter(({change}) => change);
}

function changeOf(item) {
  const id = item.dataset.contact ? Number(item.dataset.contact) : null;
  if (item.hasAttribute("data-removed")) return id && {id, removed: true};
  const changed = changesIn(item);
  if (!Object.keys(changed).length) return null;
  return id ? {id, ...changed} : {id: null, ...valuesIn(item)};
}
