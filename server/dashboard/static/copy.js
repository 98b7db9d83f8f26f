// Buttons that copy a text: data-copy holds the id of the element whose text is taken.
import { say } from "./say.js";

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  const text = "value" in source ? source.value : source.innerText;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without the permission the text is at least selected, ready for the keyboard.
    getSelection().selectAllChildren(source);
    return;
  }
  say(button.dataset.done);
  button.classList.add("copied");
  window.setTimeout(() => button.classList.remove("copied"), 2000);
  const label = button.querySelector("[data-label]");
  if (!label) return;
  const before = label.textContent;
  label.textContent = button.dataset.done;
  window.setTimeout(() => { label.textContent = before; }, 2000);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(button);
});
