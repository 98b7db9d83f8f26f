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
