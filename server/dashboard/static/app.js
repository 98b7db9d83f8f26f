// What happens without a page load. Every form and link works without any of this.
import "./board.js";
import "./copy.js";
import "./drop.js";
import "./keys.js";
import "./lapse.js";
import "./progress.js";
import "./search.js";
import "./stay.js";

document.documentElement.classList.add("has-js");

// What an address points at is shown, even inside what is folded up.
function unfold() {
  const target = document.getElementById(location.hash.slice(1));
  for (let part = target; part; part = part.parentElement) if (part.matches("details")) part.open = true;
  target?.scrollIntoView({ block: "center" });
}

window.addEventListener("hashchange", unfold);
if (location.hash.length > 1) unfold();

// A choice that speaks for itself is sent when it is made; its button is for those without JavaScript.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-send]")) event.target.form.requestSubmit();
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-all]")) return;
  for (const box of event.target.form.querySelectorAll("[name=ids]")) box.checked = event.target.checked;
});

document.addEventListener("submit", (event) => {
  const question = event.submitter?.dataset.ask || event.target.dataset.ask;
  if (question && !window.confirm(question)) event.preventDefault();
}, true);
