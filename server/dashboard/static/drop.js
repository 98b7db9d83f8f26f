// Files dropped on a form marked data-drop are sent as if they had been chosen.
document.addEventListener("dragover", (event) => {
  const form = event.target.closest?.("[data-drop]");
  if (!form || !event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("over");
});

document.addEventListener("dragleave", (event) => event.target.closest?.("[data-drop]")?.classList.remove("over"));

document.addEventListener("drop", (event) => {
  const form = event.target.closest?.("[data-drop]");
  if (!form || !event.dataTransfer.files.length) return;
  event.preventDefault();
  form.querySelector("input[type=file]").files = event.dataTransfer.files;
  form.requestSubmit();
});
