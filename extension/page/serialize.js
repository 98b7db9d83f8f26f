// Injected into the page, as a classic script: writes the rendered page as HTML without what is nobody's business.
// Shadow trees are written in place, slots filled, as the person sees them. Left out: scripts but ld+json,
// styles, comments, pictures, media, and whatever is typed, to be typed over or hidden in a form (a field that can
// only be read shows what the page says, as its text does).
globalThis.ringback ??= {};

globalThis.ringback.serialize = (() => {
  const EMPTY = new Set(["area", "base", "br", "col", "hr", "input", "link", "meta", "wbr"]);
  const OUT = new Set([
    "style", "svg", "picture", "source", "video", "audio", "track", "canvas", "object", "embed", "map", "template",
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
  const isData = (element) => element.localName === "script" && /ld\+json/i.test(element.type || "");

  function isTypedInto(element) {
    const editable = element.getAttribute("contenteditable");
    return element.localName === "textarea" || (editable !== null && editable !== "false" && element.localName !== "body");
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

  class Writer {
    constructor(limit) {
      this.limit = limit;
      this.size = 0;
      this.cut = false;
      this.parts = [];
      this.data = new Set();
    }

    put(text) {
      const size = bytes(text);
      if (this.cut || this.size + size > this.limit) {
        this.cut = true;
        return false;
      }
      this.size += size;
      this.parts.push(text);
      return true;
    }

    node(node, depth) {
      if (node.nodeType === Node.TEXT_NODE) this.text(node.data);
      else if (node.nodeType === Node.ELEMENT_NODE && !isLeftOut(node)) this.element(node, depth);
    }

    text(text) {
      if (this.put(escaped(text)) || text.length < 2000) return;
      const room = Math.max(0, this.limit - this.size - 100);
      this.parts.push(escaped(text.slice(0, Math.floor(room / 4))));
      this.size = this.limit;
    }

    element(element, depth) {
      if (isData(element)) return this.json(element);
      const name = element.localName;
      if (!this.put(`<${name}${attributes(element)}>`)) return undefined;
      if (EMPTY.has(name)) return undefined;
      if (depth > DEEPEST) this.text(element.textContent);
      else if (!isTypedInto(element) && name !== "iframe") this.children(element, depth);
      this.parts.push(`</${name}>`);
      this.size += name.length + 3;
      return undefined;
    }

    children(element, depth) {
      for (const child of children(element)) {
        if (this.cut) return;
        this.node(child, depth + 1);
      }
    }

    json(script) {
      this.data.add(script);
      const text = script.textContent.replace(/<\/(script)/gi, "<\\/$1");
      const written = `<script type="application/ld+json">${text}</script>`;
      if (written.length <= this.limit / 3) this.parts.push(written);
      this.size += bytes(written);
    }

    /** Structured data that the walk did not reach: after the cut, or beside a shadow tree. */
    remainingData(root) {
      for (const script of root.querySelectorAll('script[type*="ld+json" i]')) {
        if (!this.data.has(script)) this.json(script);
      }
    }
  }

  /**
   * Writes `root` and what is under it. `limit` is in bytes of UTF-8; past it the rest is left out and `cut` is true.
   * Structured data (ld+json) is kept even then, unless it is itself a third of the limit.
   */
  return function serialize(root, limit, {data = true} = {}) {
    const writer = new Writer(limit);
    writer.node(root, 0);
    if (data) writer.remainingData(root);
    return {html: writer.parts.join(""), cut: writer.cut, size: writer.size};
  };
})();
