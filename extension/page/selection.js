// Injected into the page: the words that are selected, unless they stand in a field or an editor.
globalThis.ringback ??= {};

globalThis.ringback.selectedText = (() => {
  /** The element that has the focus, inside of open shadow trees too. */
  function focused(root = document) {
    const element = root.activeElement;
    return element?.shadowRoot?.activeElement ? focused(element.shadowRoot) : element;
  }

  const isTypedInto = (node) => {
    const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
    return Boolean(element?.isContentEditable) || /^(input|textarea)$/.test(element?.localName ?? "");
  };

  /** The open shadow tree that a selection lies in: from outside, it has no extent and stands before its host. */
  function isInShadow({anchorNode, anchorOffset}) {
    return Boolean(anchorNode?.childNodes[anchorOffset]?.shadowRoot);
  }

  /** `text` without the words of editors that a selection over the whole page runs through. */
  function withoutEditors(text, range) {
    const editors = [...document.querySelectorAll("[contenteditable]")].filter((element) => element.isContentEditable);
    const inside = editors.filter((element) => range.intersectsNode(element)).map((element) => element.innerText.trim());
    return inside.filter(Boolean).reduce((left, typed) => left.replace(typed, ""), text);
  }

  return function selectedText() {
    const selection = document.getSelection();
    if (!selection?.rangeCount || document.designMode === "on" || isTypedInto(focused())) return "";
    if (selection.isCollapsed) return isInShadow(selection) ? selection.toString() : "";
    if (isTypedInto(selection.anchorNode) || isTypedInto(selection.focusNode)) return "";
    return withoutEditors(selection.toString(), selection.getRangeAt(0));
  };
})();
