/** Texts in the person's language, from _locales. */
import browser from "./browser.js";

/** The text for `key`, its placeholders filled in. */
export function text(key, ...values) {
  return browser.i18n.getMessage(key, values.map(String));
}

/** Fill in an extension page: `data-text` names the text of an element, `data-label` its accessible name. */
export function translate(root) {
  root.documentElement.lang = language();
  for (const element of root.querySelectorAll("[data-text]")) element.textContent = text(element.dataset.text);
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", text(element.dataset.label));
  }
}

/** A date or a time as people write it here: "Monday, 9 November" or with the hour. */
export function when(iso) {
  const moment = new Date(iso.length === 10 ? `${iso}T12:00` : iso);
  const year = moment.getFullYear() === new Date().getFullYear() ? {} : {year: "numeric"};
  const day = {weekday: "long", day: "numeric", month: "long", ...year};
  const hour = iso.length === 10 ? {} : {hour: "numeric", minute: "2-digit"};
  return new Intl.DateTimeFormat(language(), {...day, ...hour}).format(moment);
}

/** The language of the texts, as the person's browser speaks it where it does: en-GB rather than en. */
function language() {
  const ours = text("language");
  const theirs = browser.i18n.getUILanguage();
  return theirs.split("-")[0] === ours ? theirs : ours;
}
