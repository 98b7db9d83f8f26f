// Injected into the page, as a classic script: writes the rendered page as HTML without what is nobody's business.
// Shadow trees are written in place, slots filled, as the person sees them. Left out: scripts but ld+json,
// styles, comments, pictures, media, and whatever is typed, to be typed over or hidden in a form (a field that can
// only be read shows what the page says, as its text does).
globalThis.ringback ??= {};

globalThis.ringback.serialize = (() => {
  const EMPTY = new Set(["area", "base", "br", "col", "hr", "input", "link", "meta", "wbr"]);
  const OUT = new Set([
    "style", "svg", "source", "video", "audio", "track", "canvas", "object", "embed", "map", "template",
  ]);
  const DECOYS = new Set(["span", "b", "i", "em", "strong", "small", "font", "sup", "sub", "u", "a", "del", "ins"]);
  const LINKS = /\b(canonical|next|prev|author)\b/i;
  const SECRET = /csrf|xsrf|token|nonce|session|verif/i;
  const DROPPED = new Set(["style", "src", "srcdoc", "srcset", "nonce", "integrity", "selected", "checked"]);
  const LABELS = new Set(["submit", "button", "reset"]);
  const TEXT_ATTRIBUTES = new Set(["alt", "aria-label", "content", "href", "title"]);
  const LONGEST_ATTRIBUTE = 400;
  const DEEPEST = 1500;

  const escapes = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};
  const escaped = (text) => (/[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => escapes[character]) : text);
  const encoder = new TextEncoder();
  const bytes = (text) => (/[^\0-\x7f]/.test(text) ? encoder.encode(text).length : text.length);
  /** The beginning of escaped text that takes at most `room` bytes, with no character or escape cut in two. */
  const begin = (text, room) =>
    new TextDecoder().decode(encoder.encode(text).subarray(0, room)).replace(/\ufffd$/, "").replace(/&\w{0,5}$/, "");
  const isData = (element) => element.localName === "script" && /ld\+json/i.test(element.type || "");

  /** A body that can be edited is an editor's where it is a frame's; on a page of its own it holds the page. */
  function isTypedInto(element) {
    const name = element.localName;
    if (name === "body") return window !== window.top && (element.isContentEditable || document.designMode === "on");
    const editable = element.getAttribute("contenteditable");
    return name === "textarea" || (editable !== null && editable !== "false");
  }

  function isLeftOut(element) {
    const name = element.localName;
    if (OUT.has(name)) return true;
    if (name === "script") return !isData(element);
    if (name === "noscript") return element.childElementCount === 0;
    if (name === "link") return !LINKS.test(element.rel);
    if (name === "meta") return SECRET.test(element.name || element.getAttribute("property") || "");
    return name === "input" && /^(hidden|password)$/i.test(element.type);
  }

  /** Short inline text that a style sheet hides, put there against robots: "dana<b>nospam</b>@…". */
  function isDecoy(element) {
    if (!DECOYS.has(element.localName) || element.childElementCount || element.textContent.length > 80) return false;
    return !element.checkVisibility() && getComputedStyle(element).display === "none";
  }

  function isKept(element, {name, value}) {
    if (DROPPED.has(name) || name.startsWith("on")) return name === "src" && element.localName === "iframe";
    if (name === "value") return element.localName !== "input" || LABELS.has(element.type) || element.readOnly;
    if (name.startsWith("data-") && SECRET.test(name)) return false;
    if (/^\s*(data|blob|javascript):/i.test(value)) return false;
    return value.length <= LONGEST_ATTRIBUTE || (TEXT_ATTRIBUTES.has(name) && value.length <= 20 * LONGEST_ATTRIBUTE);
  }

  function attributes(element) {
    let written = "";
    for (const attribute of element.attributes) {
      if (isKept(element, attribute)) written += ` ${attribute.name}="${escaped(attribute.value)}"`;
    }
    const telling = [...tellingStyles(element), isDecoy(element) && "display:none"].filter(Boolean);
    return telling.length ? `${written} style="${escaped(telling.join(";"))}"` : written;
  }

  /** Of an inline style only what hides text or turns it round. */
  function tellingStyles(element) {
    const style = element.getAttribute("style");
    if (!style) return [];
    const hidden = /display\s*:\s*none|visibility\s*:\s*hidden/i.exec(style) ?? [];
    return [...hidden, ...(style.match(/(unicode-bidi|direction)\s*:[^;]+/gi) ?? [])];
  }

  function children(element) {
    if (element.localName === "slot") {
      const filled = element.assignedNodes();
      if (filled.length) return filled;
    }
    return (element.shadowRoot ?? element).childNodes;
  }

  /** A block of structured data as it is written; what would end the block early is written another way. */
  function dataBlock(script) {
    return `<script type="application/ld+json">${script.textContent.replace(/<\/(script)/gi, "<\\/$1")}</script>`;
  }

  /** Structured data under `root` as it is written, by script: what fits into `room`, the first ones first. */
  function structuredData(root, room) {
    const kept = new Map();
    let left = room;
    for (const script of root.querySelectorAll('script[type*="ld+json" i]')) {
      const block = dataBlock(script);
      const size = bytes(block);
      if (size > left) continue;
      left -= size;
      kept.set(script, block);
    }
    return {kept, size: room - left};
  }

  class Writer {
    constructor(root, limit) {
      const {kept, size} = structuredData(root, limit / 3);
      this.data = kept;
      this.room = limit - size;
      this.cut = false;
      this.parts = [];
    }

    /** Write `text`, with room left for what must follow it; false, and the end, where there is none. */
    put(text, following = 0) {
      const size = bytes(text) + following;
      if (this.cut || size > this.room) {
        this.cut = true;
        return false;
      }
      this.room -= size;
      this.parts.push(text);
      return true;
    }

    node(node, depth) {
      if (node.nodeType === Node.TEXT_NODE) this.text(node.data);
      else if (node.nodeType === Node.ELEMENT_NODE && !isLeftOut(node)) this.element(node, depth);
    }

    text(text) {
      if (this.put(escaped(text)) || text.length < 2000) return;
      this.parts.push(begin(escaped(text), this.room));
      this.room = 0;
    }

    element(element, depth) {
      if (isData(element)) return this.json(element);
      const name = element.localName;
      const end = EMPTY.has(name) ? "" : `</${name}>`;
      if (!this.put(`<${name}${attributes(element)}>`, end.length) || !end) return undefined;
      if (depth > DEEPEST) this.text(element.textContent);
      else if (!isTypedInto(element) && name !== "iframe") this.children(element, depth);
      this.parts.push(end);
      return undefined;
    }

    children(element, depth) {
      for (const child of children(element)) {
        if (this.cut) return;
        this.node(child, depth + 1);
      }
    }

    json(script) {
      if (script.getRootNode() instanceof ShadowRoot) this.put(dataBlock(script));
      else this.parts.push(this.data.get(script) ?? "");
      this.data.delete(script);
    }

    /** Structured data that the walk did not reach: after the cut, or beside a shadow tree. */
    remainingData() {
      this.parts.push(...this.data.values());
    }
  }

  /**
   * Writes `root` and what is under it. `limit` is in bytes of UTF-8; past it the rest is left out and `cut` is true.
   * Structured data (ld+json) is kept even then, up to a third of the limit.
   */
  return function serialize(root, limit, {data = true} = {}) {
    const writer = new Writer(root, limit);
    writer.node(root, 0);
    if (data) writer.remainingData();
    return {html: writer.parts.join(""), cut: writer.cut};
  };
})();
