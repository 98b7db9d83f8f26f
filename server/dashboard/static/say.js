// Words for those who hear the page: one status line, filled anew each time.
export function say(text) {
  const line = document.getElementById("said");
  line.textContent = "";
  window.setTimeout(() => { line.textContent = text ?? ""; }, 50);
}
