/** Notifications of the system. */
import browser from "./browser.js";

/**
 * Show a notification in place of the last one of this id. With `buttons` (labels) it offers something to do, where
 * the browser can: Firefox shows no buttons and refuses options that have them; a click on the notification opens there.
 */
export async function notify(id, title, message, buttons = []) {
  const options = {type: "basic", iconUrl: browser.runtime.getURL("icons/128.png"), title, message};
  const offered = buttons.length && !browser.runtime.getBrowserInfo ? {buttons: buttons.map((label) => ({title: label}))} : {};
  await browser.notifications.create(id, {...options, ...offered});
}
