/* Neighbours: the keys n and p lead to the page after and before this one, where it stands in a row of its kind. */

/** The relation of the link to which a key leads. @type {Record<string, string>} */
const KEYS = { n: "next", p: "prev" };

/**
 * The relation that a key asks for; nothing with a modifier, or where somebody writes.
 * @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">} event
 * @param {Element | null} at
 */
export function wantedBy(event, at) {
  const writing = at?.matches("input, textarea, select, [contenteditable]");
  return event.ctrlKey || event.metaKey || event.altKey || writing ? undefined : KEYS[event.key];
}

/** Listens to the keys; the links are looked for anew, because a theme may put another page in the place of this one. */
export function followKeys() {
  document.addEventListener("keydown", (event) => {
    const wanted = wantedBy(event, document.activeElement);
    const link = wanted && document.querySelector(`.bsc-neighbours a[rel="${wanted}"]`);
    if (link instanceof HTMLElement && !event.defaultPrevented) link.click();
  });
}
