/** The popup's account of what the server found: editable, with the words each person was found in. */
import * as api from "./api.js";
import {ask, button, element} from "./messages.js";
import {text, when} from "./texts.js";

const FIELDS = ["title", "employer"];
const WIDE = new Set(["email"]);
const PERSON_FIELDS = ["name", "role", "email", "phone"];

/** Show an answered capture in `place`. */
export function showFound(place, {answer, cut}) {
  const {posting, next, application} = answer;
  const parts = [heading(answer), cut ? element("p", {className: "faint"}, text("cut")) : ""];
  if (answer.state === "reading") parts.push(element("p", {}, text("reading")));
  if (posting) parts.push(...postingParts(posting), people(posting));
  if (next) parts.push(nextStep(next));
  const actions = element("div", {className: "row"});
  if (posting) actions.append(button(text("save_changes"), () => save(place, actions, answer)));
  parts.push(actions);
  place.replaceChildren(...parts.filter(Boolean));
  openLink(application).then((link) => actions.append(link));
}

function heading(answer) {
  const key = answer.known_since ? "merged" : {unreadable: "kept_unread"}[answer.state] ?? "tracked";
  const kind = {list: "kind_list", wall: "kind_wall", expired: "kind_expired"}[answer.posting?.kind];
  const notice = element("div", {className: kind ? "notice warn" : "notice good"}, element("h2", {}, text(key)));
  if (kind) notice.append(element("p", {}, text(kind)));
  return notice;
}

function postingParts(posting) {
  const fields = FIELDS.map((name) => field(name, posting[name], text(`field_${name}`)));
  const asked = posting.wishes?.text ?? "";
  if (posting.calls !== "forbidden") return fields;
  const flag = element("p", {}, element("span", {className: "flag"}, text("no_calls")));
  return [...fields, element("div", {}, flag, asked ? element("blockquote", {}, asked) : "")];
}

function field(name, value, label, className = "") {
  const input = element("input", {type: "text", value: value ?? "", defaultValue: value ?? ""});
  input.dataset.field = name;
  return element("label", {className}, element("span", {}, label), input);
}

function people({contacts}) {
  if (!contacts?.length) return element("p", {className: "faint"}, text("nobody_found"));
  return element("ul", {className: "people", ariaLabel: text("people")}, ...contacts.map(person));
}

function person(contact) {
  const values = {name: contact.name, role: contact.role, email: contact.emails?.[0], phone: contact.phones?.[0]};
  const made = element("li", {className: "person"}, ...PERSON_FIELDS.map((name) => field(name, values[name], text(`field_${name}`), WIDE.has(name) ? "wide" : "")));
  if (!contact.sure) made.append(element("p", {className: "wide"}, element("span", {className: "flag"}, text("not_sure"))));
  if (contact.evidence?.text) made.append(element("blockquote", {className: "wide"}, contact.evidence.text));
  made.dataset.contact = contact.id ?? "";
  return made;
}

function nextStep(next) {
  const who = next.contact?.name ? text("with_name", next.contact.name) : "";
  const line = `${text(`kind_${next.kind.replaceAll("-", "_")}`)} ${who}`.trim();
  return element(
    "div",
    {className: "notice"},
    element("p", {}, element("strong", {}, line)),
    next.due_at ? element("p", {}, when(next.due_at)) : "",
    next.why?.text ? element("p", {className: "faint"}, next.why.text) : "",
  );
}

function changesIn(root) {
  const inputs = [...root.querySelectorAll(":scope > label input")];
  return Object.fromEntries(inputs.filter((input) => input.value !== input.defaultValue).map((input) => [input.dataset.field, input.value.trim() || null]));
}

/** What was changed about a person; all of them where the server has no such person yet. */
function personChanges(item) {
  const changed = changesIn(item);
  if (!Object.keys(changed).length) return null;
  if (item.dataset.contact) return {id: Number(item.dataset.contact), ...changed};
  return {id: null, ...Object.fromEntries([...item.querySelectorAll("input")].map((input) => [input.dataset.field, input.value.trim() || null]))};
}

async function save(place, actions, answer) {
  const changes = {...changesIn(place), contacts: [...place.querySelectorAll(".person")].map(personChanges).filter(Boolean)};
  const corrected = await ask({do: "correct", application: answer.application, changes});
  actions.querySelector("[role=status]")?.remove();
  actions.append(element("span", {role: "status"}, text(corrected.trouble ? "trouble_failed" : "saved")));
}

async function openLink(application) {
  return element("a", {href: await api.page(`/applications/${application}`), target: "_blank"}, text("open_in_dashboard"));
}
