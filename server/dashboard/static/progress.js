// A part marked data-refresh renews the page after so many milliseconds, for as long as there is such a part.
import { refresh } from "./stay.js";

function arm() {
  const part = document.querySelector("[data-refresh]");
  if (part) window.setTimeout(() => refresh(), Number(part.dataset.refresh));
}

document.addEventListener("ringback:shown", arm);
arm();
