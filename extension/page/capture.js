// Injected last; its value is what the extension gets of this frame.
globalThis.ringback.capture = (limit) => {
  const {serialize, findPane, postingState} = globalThis.ringback;
  const LONGEST_SELECTION = 20_000;
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
  const written = pane ? paneHtml(pane) : serialize(document.documentElement, limit);
  const state = pane ? "" : postingState();
  const note = written.cut ? '<meta name="ringback-note" content="cut at 3 MB">' : "";
  return {
    url: pane?.url ?? location.href,
    title: pane?.title ?? document.title,
    html: `<!doctype html>${written.html.replace(/<head[^>]*>/, (head) => head + note)}`.replace(/<\/body><\/html>$/, `${state}$&`),
    selection: document.getSelection()?.toString().slice(0, LONGEST_SELECTION) ?? "",
    cut: written.cut,
    top: window === window.top,
    foreign: foreignFrames(),
  };
};

globalThis.ringback.capture(3_000_000);
