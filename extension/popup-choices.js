/** The popup's choices: how the person comes to the job, when they applied, how often to follow up. */
import {today} from "./capturing.js";

const APPROACHES = {
  solicited: {approach: "solicited", origin: "posting"},
  unsolicited: {approach: "unsolicited", origin: "cold"},
  lead: {approach: "unsolicited", origin: "referral"},
};
const find = (id) => document.getElementById(id);
const chosen = (name) => document.querySelector(`[name=${name}]:checked`).value;

/** Show a field for the day where it is wanted, and let nobody have applied in the future. */
export function watch() {
  find("choices").addEventListener("change", showDate);
}

function showDate() {
  const date = find("applied-date");
  date.hidden = chosen("applied") !== "on";
  date.required = !date.hidden;
  date.max = today();
  date.value ||= today();
}

/** What is chosen, as a capture says it; without an origin the server says it by what the page is. */
export function forCapture() {
  const approach = chosen("approach");
  const {origin} = APPROACHES[approach];
  return {approach, origin: approach === "solicited" ? null : origin, stance: stance(), applied_on: appliedOn()};
}

/** What is chosen otherwise than the server keeps it, as a correction says it. */
export function changes(kept) {
  const approach = chosen("approach") === approachOf(kept) ? {} : APPROACHES[chosen("approach")];
  const others = Object.entries({stance: stance(), applied_on: appliedOn()}).filter(([name, value]) => value !== kept[name]);
  return {...approach, ...Object.fromEntries(others)};
}

/** Choose what the server keeps. */
export function show(kept) {
  const day = kept.applied_on;
  const applied = day === null ? "no" : day === today() ? "today" : "on";
  document.querySelector(`[name=approach][value=${approachOf(kept)}]`).checked = true;
  document.querySelector(`[name=applied][value=${applied}]`).checked = true;
  find("stance").value = kept.stance ?? "";
  find("applied-date").value = day ?? "";
  showDate();
}

function approachOf({approach, origin}) {
  return approach === "unsolicited" && origin === "referral" ? "lead" : approach;
}

function stance() {
  return find("stance").value || null;
}

function appliedOn() {
  return {no: null, today: today(), on: find("applied-date").value}[chosen("applied")];
}
