/** The server's answers to captures, kept for the popup until the tab or the browser is closed. */
import browser from "./browser.js";
import * as api from "./api.js";

/** What the popup shows of a posting; the rest, its description above all, would soon fill the store. */
const SHOWN = ["kind", "title", "employer", "calls", "wishes", "contacts"];
const FACTS = ["title", "employer", "calls"];
const CHOICES = ["approach", "origin", "stance", "applied_on"];

/** Keep the server's answer to a capture. */
export async function remember(answer) {
  const posting = answer.posting && pick(answer.posting, SHOWN);
  await browser.storage.session.set({[`answer:${answer.id}`]: {...answer, posting}});
}

/** The server's answer to a capture, if it came since the browser was started; else null. */
export async function to(id) {
  return (await browser.storage.session.get(`answer:${id}`))[`answer:${id}`] ?? null;
}

/** Forget the answer to a capture. */
export async function forget(id) {
  await browser.storage.session.remove(`answer:${id}`);
}

/** Ask again for a capture that was still being read when the server answered. */
export async function refresh(id) {
  const answer = await api.call("captures/status", {id});
  await remember(answer);
  return answer;
}

/** Send the person's corrections of what was found in a capture, and keep them with its answer. */
export async function correct(id, application, changes) {
  const corrected = await api.call("corrections", {application, changes});
  const answer = await to(id);
  if (answer) await remember(withCorrections(answer, changes, corrected));
  return corrected;
}

function withCorrections(answer, changes, {contacts: ids, follow_ups: [next = null]}) {
  const posting = {contacts: [], ...answer.posting, ...pick(changes, FACTS)};
  const contacts = [...posting.contacts];
  for (const [at, change] of (changes.contacts ?? []).entries()) {
    const known = contacts.findIndex((contact) => contact.id === ids[at]);
    const made = change.removed ? [] : [corrected(contacts[known] ?? {}, {...change, id: ids[at]})];
    contacts.splice(known < 0 ? contacts.length : known, known < 0 ? 0 : 1, ...made);
  }
  const choices = {...answer.choices, ...pick(changes, CHOICES)};
  return {...answer, choices, next, posting: {...posting, contacts}};
}

function corrected(contact, {id, name = contact.name, role = contact.role, email = contact.emails?.[0], phone = contact.phones?.[0]}) {
  return {...contact, id, name, role, emails: email ? [email] : [], phones: phone ? [phone] : [], sure: true};
}

function pick(record, names) {
  return Object.fromEntries(names.filter((name) => name in record).map((name) => [name, record[name]]));
}
