/** The popup's account of what the server found: each value can be corrected, with the words it was found in. */
import * as api from "./api.js";
import {ask, button, element, explain} from "./messages.js";
import * as choices from "./popup-choices.js";
import {addPerson, known, people, peopleChanges} from "./popup-people.js";
import {changesIn, field, settle} from "./popup-fields.js";
import {text, when} from "./texts.js";

const FIELDS = ["title", "employer"];
const find = (id) => document.getElementById(id);

/** Show an answered capture in the form `place`, and send what the person corrects in it. */
export function showFound(place, {answer, cut}) {
  const parts = [heading(answer), cut ? element("p", {className: "faint"}, text("cut")) : ""].filter(Boolean);
  if (answer.state === "reading") place.replaceChildren(...parts, element("p", {}, text("reading")));
  else showRead(place, parts, answer);
}

function showRead(place, parts, answer) {
  const {contacts = [], ...posting} = answer.posting ?? {};
  const list = people(contacts);
  const saved = element("div", {id: "saved", role: "status"});
  const row = element("div", {className: "row"}, element("button", {type: "submit"}, text("save_changes")));
  const fields = [...FIELDS.map((name) => field(name, posting[name])), wish(posting), list, add(list)];
  choices.show(answer.choices);
  place.replaceChildren(...parts, element("div", {id: "next"}), ...fields, find("choices"), saved, row);
  showNext(answer.next);
  openLink(answer.application).then((link) => row.append(link));
  place.onsubmit = (event) => {
    event.preventDefault();
    return save(place, saved, answer);
  };
}

function heading(answer) {
  const key = answer.known_since ? "merged" : {unreadable: "kept_unread"}[answer.state] ?? "tracked";
  const kind = {list: "kind_list", wall: "kind_wall", expired: "kind_expired"}[answer.posting?.kind];
  const notice = element("div", {className: kind ? "notice warn" : "notice good"}, element("h2", {tabIndex: -1}, text(key)));
  if (kind) notice.append(element("p", {}, text(kind)));
  return notice;
}

/** Whether the employer asks not to be called, and in which words; the person knows it better. */
function wish({calls, wishes: asked = {}}) {
  const input = element("input", {type: "checkbox", checked: calls === "forbidden", defaultChecked: calls === "forbidden"});
  input.dataset.field = "calls";
  const quote = input.checked && asked.text ? element("blockquote", {}, asked.text) : "";
  return element("div", {className: "wish"}, element("label", {}, input, element("span", {}, text("no_calls"))), quote);
}

function add(list) {
  return element("div", {className: "row"}, button(text("add_person"), () => addPerson(list), "quiet"));
}

function showNext(next) {
  find("next").className = next ? "notice" : "";
  find("next").replaceChildren(...(next ? nextStep(next) : []));
}

function nextStep(next) {
  const who = next.contact?.name ? text("with_name", next.contact.name) : "";
  const line = `${text(`kind_${next.kind.replaceAll("-", "_")}`)} ${who}`.trim();
  const parts = [element("p", {}, element("strong", {}, line)), element("p", {}, when(next.due_at))];
  return next.why?.text ? [...parts, element("p", {className: "faint"}, next.why.text)] : parts;
}

async function save(place, saved, answer) {
  saved.replaceChildren();
  const contacts = peopleChanges(place);
  const chosen = choices.changes(answer.choices);
  const changes = {...found(place, answer), ...chosen, contacts: contacts.map(({change}) => change)};
  const corrected = await ask({do: "correct", id: answer.id, application: answer.application, changes});
  if (corrected.trouble) {
    saved.replaceChildren(element("div", {className: "notice warn"}, ...explain(corrected.trouble)));
    return;
  }
  Object.assign(answer.choices, chosen);
  settle(place);
  contacts.forEach(({item}, at) => known(item, corrected.contacts[at]));
  showNext(corrected.follow_ups[0]);
  saved.replaceChildren(element("p", {}, text("saved")));
}

/** What the person changed of the posting. Who may be called after all may be written to as well. */
function found(place, {posting}) {
  const {calls, ...changes} = changesIn(place);
  if (calls === undefined) return changes;
  const contact = !calls && posting?.wishes?.contact === "forbidden" ? {contact: "unstated"} : {};
  return {...changes, ...contact, calls: calls ? "forbidden" : "unstated"};
}

async function openLink(application) {
  return element("a", {href: await api.page(`/applications/${application}`), target: "_blank"}, text("open_in_dashboard"));
}
