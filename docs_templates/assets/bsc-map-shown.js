/* How the strategy map stands on the page: its letters in their room, its list open where that takes its place. */
import { fitLetters } from "./bsc-map-letters.js";

/** Fits every map of the page to it, now and whenever its size or the letters change. */
export function showMaps() {
  /** @type {NodeListOf<HTMLElement>} */
  const maps = document.querySelectorAll(".bsc-map:not([data-shown])");
  for (const map of maps) {
    map.dataset.shown = "yes";
    show(map);
    new ResizeObserver(() => show(map)).observe(map);
    document.fonts.addEventListener("loadingdone", () => {
      delete map.dataset.lettered;
      fitLetters(map);
    });
  }
}

/** @param {HTMLElement} map */
function show(map) {
  openList(map);
  fitLetters(map);
}

/**
 * Opens the list where it takes the place of the drawing, and closes what it opened.
 * @param {HTMLElement} map
 */
function openList(map) {
  const text = /** @type {HTMLDetailsElement | null} */ (map.querySelector(".bsc-map__text"));
  const drawing = map.querySelector(".bsc-map__drawing");
  if (!text || !drawing) return;
  const narrow = getComputedStyle(drawing).display === "none";
  if (narrow && !text.open) {
    text.open = true;
    text.dataset.opened = "yes";
  } else if (!narrow && text.dataset.opened) {
    text.open = false;
    delete text.dataset.opened;
  }
}
