// Injected into the page: the posting's own part of inline state, on boards whose page shows nothing else.
// The whole state is never taken: on a signed-in page it holds the person's own data.
globalThis.ringback ??= {};

globalThis.ringback.postingState = (() => {
  /** One row a board: the variable and the way to the posting inside (`*` is any one key), or the id of a list of cells
   * that name each other by their places (Nuxt), and the fields by which the posting's cell is known. */
  const BOARDS = [
    {host: /(^|\.)ashbyhq\.com$/, variable: "window.__appData", path: ["posting"]},
    {host: /(^|\.)greenhouse\.io$/, variable: "window.__remixContext", path: ["state", "loaderData", "*", "jobPost"]},
    {host: /(^|\.)smartrecruiters\.com$/, variable: "window.__INITIAL_STATE__", path: ["posting"]},
    {host: /(^|\.)startupjobs\.(cz|com)$/, cells: "__NUXT_DATA__", fields: ["company", "name", "status"]},
  ];
  const SHOWN = 1000;
  const LONGEST = 300_000;

  /** The JSON object that follows `variable =` in a script, or undefined. */
  function assigned(script, variable) {
    const start = script.indexOf("{", script.indexOf(variable) + variable.length);
    let depth = 0;
    let quoted = false;
    for (let at = start; at >= 0 && at < script.length; at += 1) {
      const character = script[at];
      if (quoted) {
        if (character === "\\") at += 1;
        else if (character === '"') quoted = false;
      } else if (character === '"') quoted = true;
      else if (character === "{") depth += 1;
      else if (character === "}" && (depth -= 1) === 0) return JSON.parse(script.slice(start, at + 1));
    }
    return undefined;
  }

  /** `state` cut down to what lies on `path`. */
  function only(state, [key, ...rest]) {
    if (key === undefined || state === null || typeof state !== "object") return key === undefined ? state : undefined;
    for (const name of key === "*" ? Object.keys(state) : [key]) {
      const part = name in state ? only(state[name], rest) : undefined;
      if (part !== undefined) return {[name]: part};
    }
    return undefined;
  }

  /** `cells` without those the posting's own does not lead to; they are blanked, so that all places stay. */
  function reached(cells, fields) {
    const isPosting = (cell) => cell && !Array.isArray(cell) && typeof cell === "object" && fields.every((name) => name in cell);
    const ahead = [cells.findIndex(isPosting)];
    const kept = new Set();
    for (let place = ahead.pop(); place !== undefined; place = ahead.pop()) {
      if (kept.has(place) || !Number.isInteger(place) || cells[place] === undefined) continue;
      kept.add(place);
      if (cells[place] && typeof cells[place] === "object") ahead.push(...Object.values(cells[place]));
    }
    return kept.size ? cells.map((cell, place) => (kept.has(place) ? cell : null)) : undefined;
  }

  /** The posting's part of the state, or undefined. */
  function posting({variable, path, cells, fields}) {
    const script = [...document.scripts].find((one) => !one.src && (cells ? one.id === cells : one.text.includes(variable)));
    try {
      if (!script) return undefined;
      return cells ? reached(JSON.parse(script.text), fields) : only(assigned(script.text, variable), path);
    } catch {
      return undefined; // The board changed its state's form: what the page shows is all there is.
    }
  }

  /** A script element with the posting's part of the state, or "" where the page shows its posting itself. */
  return function postingState() {
    const board = BOARDS.find(({host}) => host.test(location.hostname));
    if (!board || (document.body?.innerText ?? "").trim().length > SHOWN) return "";
    const state = posting(board);
    const text = state ? JSON.stringify(state).replaceAll("<", "\\u003c") : "";
    if (!text || text.length > LONGEST) return "";
    return board.cells
      ? `<script type="application/json" id="${board.cells}">${text}</script>`
      : `<script>${board.variable} = ${text};</script>`;
  };
})();
