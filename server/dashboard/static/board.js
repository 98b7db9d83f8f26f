// Cards are dragged to a lane with the mouse, or carried by the arrow keys; the arrows on each card work without this.
let dragged;

const lane = (event) => event.target.closest?.(".lane");

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.(".tile");
  if (dragged) {
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.id);
    dragged.classList.add("dragged");
  }
});

document.addEventListener("dragover", (event) => {
  if (!dragged || !lane(event)) return;
  event.preventDefault();
  for (const other of document.querySelectorAll(".lane.over")) other.classList.remove("over");
  lane(event).classList.add("over");
});

document.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  for (const other of document.querySelectorAll(".lane.over")) other.classList.remove("over");
  dragged = undefined;
});

document.addEventListener("drop", (event) => {
  const target = lane(event);
  if (!dragged || !target) return;
  event.preventDefault();
  if (target.contains(dragged)) return;
  const form = dragged.querySelector("form");
  form.setAttribute("action", `/applications/${dragged.dataset.number}/move/${target.dataset.stage}`);
  form.requestSubmit();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const step = { ArrowLeft: "before", ArrowRight: "after" }[event.key];
  const button = step && event.target.closest?.(".tile")?.querySelector(`[data-step=${step}]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});
