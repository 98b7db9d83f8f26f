/** Fields of the popup that know what was found and what the person made of it. */
import {element} from "./messages.js";
import {text} from "./texts.js";

/** A text field for the value called `name`, under its label. */
export function field(name, value, className = "") {
  const input = element("input", {type: "text", value: value ?? "", defaultValue: value ?? ""});
  input.dataset.field = name;
  return element("label", {className}, element("span", {}, text(`field_${name}`)), input);
}

/** The values directly in `root` that the person changed, by name; an emptied one is null. */
export function changesIn(root) {
  return Object.fromEntries(inputsOf(root).filter(isChanged).map((input) => [input.dataset.field, valueOf(input)]));
}

/** All values directly in `root`, by name. */
export function valuesIn(root) {
  return Object.fromEntries(inputsOf(root).map((input) => [input.dataset.field, valueOf(input)]));
}

/** What stands in the fields under `root` is what is kept from now on. */
export function settle(root) {
  for (const input of root.querySelectorAll("[data-field]")) {
    input.defaultValue = input.value;
    input.defaultChecked = input.checked;
  }
}

function inputsOf(root) {
  return [...root.querySelectorAll(":scope > label [data-field], :scope > .wish [data-field]")];
}

function isChanged(input) {
  return input.type === "checkbox" ? input.checked !== input.defaultChecked : input.value !== input.defaultValue;
}

function valueOf(input) {
  return input.type === "checkbox" ? input.checked : input.value.trim() || null;
}
