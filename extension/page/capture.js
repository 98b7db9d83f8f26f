// Injected last; its value is what the extension gets of this frame.
globalThis.ringback.capture = (limit) => {
  const {serialize, findPane, postingState, selectedText} = globalThis.ringback;
  const LONGEST_LINE = 20_000;
  const FRAME_AREA = 60_000;

  /** Origins of frames large enough to hold a posting, which only their own permission opens. */
  const foreignFrames = () =>
    [...document.querySelectorAll("iframe[src]")]
      .filter((frame) => frame.offsetWidth * frame.offsetHeight >= FRAME_AREA && /^https?:/.test(frame.src))
      .map((frame) => new URL(frame.src).origin)
      .filter((origin, at, all) => origin !== location.origin && all.indexOf(origin) === at);

  /** A pane's job alone: the list's own structured data and canonical address would speak of other jobs. */
  function paneHtml(pane) {
    const part = serialize(pane.root, limit, {data: false});
    const lang = document.documentElement.lang;
    const escaped = document.createElement("p");
    escaped.textContent = pane.title;
    return {...part, html: `<html lang="${lang}"><head><title>${escaped.innerHTML}</title></head><body>${part.html}</body></html>`};
  }

  const pane = window === window.top ? findPane() : null;
  const state = pane ? "" : postingState();
  const written = pane ? paneHtml(pane) : serialize(document.documentElement, limit - new TextEncoder().encode(state).length);
  return {
    url: (pane?.url ?? location.href).slice(0, LONGEST_LINE),
    title: (pane?.title ?? document.title).slice(0, LONGEST_LINE),
    html: `<!doctype html>${written.html}`.replace(/<\/body><\/html>$/, `${state}$&`),
    selection: selectedText().slice(0, LONGEST_LINE),
    cut: written.cut,
    top: window === window.top,
    foreign: foreignFrames(),
  };
};

// Below the limit of a capture by what is put around it: doctype, head and title of a pane, the note that it was cut.
globalThis.ringback.capture(2_999_000);
