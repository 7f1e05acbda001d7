/* Pages: when a script may start, also where the theme swaps pages without loading them anew. */

/**
 * Calls `start` once the page is there, and again whenever the theme has put another one in its place.
 * @param {() => void} start
 */
export function onEveryPage(start) {
  onFirstPage(() => {
    if (window.document$?.subscribe) window.document$.subscribe(() => start());
    else start();
  });
}

/**
 * Calls `start` once, when the page is there. It comes on its own: what fails in one script stops no other.
 * @param {() => void} start
 */
export function onFirstPage(start) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else queueMicrotask(start);
}
