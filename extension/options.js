/** The extension's settings: kept at once, as each is changed. */
import browser from "./browser.js";
import {ask, element, explain} from "./messages.js";
import * as settings from "./settings.js";
import {text, translate} from "./texts.js";

const VALUES = {port: "valueAsNumber", reminders: "checked", quiet: "checked", quietFrom: "value", quietTo: "value"};
const find = (id) => document.getElementById(id);

translate(document);
const chosen = await settings.read();
for (const [id, property] of Object.entries(VALUES)) {
  find(id)[property] = chosen[id];
  find(id).addEventListener("change", () => keep(id, property));
}
find("connect").addEventListener("click", connect);
find("disconnect").addEventListener("click", () => ask({do: "disconnect"}));
browser.storage.onChanged.addListener(showConnection);
await showConnection();
await showShortcut();

async function keep(id, property) {
  if (find(id).reportValidity()) await settings.write({[id]: find(id)[property]});
}

async function showConnection() {
  const token = await settings.token();
  const {code} = await browser.storage.session.get("code");
  find("connected").textContent = text(token ? "is_connected" : "is_not_connected");
  find("connect").hidden = Boolean(token);
  find("disconnect").hidden = !token;
  find("code").hidden = !code;
  find("code").textContent = code ?? "";
}

async function connect() {
  const {trouble} = await ask({do: "connect"});
  find("trouble").replaceChildren(...(trouble ? [element("div", {className: "notice warn"}, ...explain(trouble))] : []));
}

async function showShortcut() {
  const commands = await browser.commands.getAll();
  const {shortcut} = commands.find(({name}) => name === "track") ?? {};
  find("shortcut").textContent = shortcut ? text("shortcut_is", shortcut) : text("shortcut_none");
}
