// Injected into the page: finds the one job that a result list shows beside it in a pane.
globalThis.ringback ??= {};

globalThis.ringback.findPane = (() => {
  const ID = /[\w-]*\d[\w-]{4,}/g;
  const SHORTEST_PANE = 200;
  const LONGEST_TITLE = 300;
  const MOST_ALIKE = 20;

  const plain = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();

  /** The list around a link: the nearest ancestor whose children of one kind hold at least three different links. */
  function listAround(link) {
    for (let item = link; item.parentElement && item.parentElement !== document.body; item = item.parentElement) {
      const like = [...item.parentElement.children].filter((other) => other.localName === item.localName);
      if (like.length < 3) continue;
      const targets = new Set(like.map((other) => (other.matches("a[href]") ? other : other.querySelector("a[href]"))?.href));
      targets.delete(undefined);
      if (targets.size >= 3) return {list: item.parentElement, item};
    }
    return null;
  }

  function isMarked(item) {
    const mark = '[aria-selected="true"], [aria-current]:not([aria-current="false"])';
    const word = /(^|[-_\s])(selected|active|current)($|[-_\s])/i;
    return [item, ...item.querySelectorAll("*")].some((part) => part.matches(mark) || word.test(part.getAttribute("class") ?? ""));
  }

  /** A menu marks the page one is on; so does a link to this very page. */
  function isMenu(link) {
    const address = new URL(link.href, location.href);
    const here = address.pathname === location.pathname && address.search === location.search;
    return here || link.closest("nav, header, footer, [role=navigation], [role=menu], [role=menubar], [role=tablist]") !== null;
  }

  function isNamedInAddress(link) {
    const address = new URL(link.href, location.href);
    const asked = `${location.search}${location.hash}`;
    return (`${address.pathname}${address.search}`.match(ID) ?? []).some((id) => asked.includes(id));
  }

  /** The largest part of the page that holds the heading and nothing of the list. */
  function partWithout(list, heading) {
    let part = heading;
    while (part.parentElement && part.parentElement !== document.body && !part.parentElement.contains(list)) {
      part = part.parentElement;
    }
    return part;
  }

  function paneOf(heading, links) {
    const title = plain(heading.textContent);
    for (const link of title.length > 3 ? links.get(title) ?? [] : []) {
      if (heading.contains(link) || link.contains(heading) || isMenu(link)) continue;
      const around = listAround(link);
      if (!around || around.list.contains(heading)) continue;
      if (!isMarked(around.item) && !isNamedInAddress(link)) continue;
      const root = partWithout(around.list, heading);
      if (root.textContent.trim().length >= SHORTEST_PANE) return {root, url: link.href, title: heading.textContent.trim()};
    }
    return null;
  }

  /** What a link may call its job: its words, the heading in it, its accessible name. */
  function titlesOf(link) {
    const inner = link.childElementCount ? link.querySelector("h1, h2, h3, h4, [class*=title i]")?.textContent : "";
    const named = [link.textContent, inner, link.getAttribute("aria-label")].filter(Boolean);
    return new Set(named.filter((text) => text.length < LONGEST_TITLE).map(plain));
  }

  function linksByTitle() {
    const links = new Map();
    for (const link of document.querySelectorAll("a[href]")) {
      for (const title of titlesOf(link)) {
        if (!links.has(title)) links.set(title, []);
        if (links.get(title).length < MOST_ALIKE) links.get(title).push(link);
      }
    }
    return links;
  }

  /**
   * The pane's job: `{root, url, title}`, or null where the page is no list with a pane. A heading outside the list
   * says the same as one of its links, and that link is the chosen one: marked so, or named in the page's address.
   */
  return function findPane() {
    const links = linksByTitle();
    for (const heading of document.querySelectorAll('h1, h2, h3, [role="heading"]')) {
      const pane = paneOf(heading, links);
      if (pane) return pane;
    }
    return null;
  };
})();
