/* The strategy map: lights the chain of causes and effects, and filters by theme and owner. */
import { chainOf, stays } from "./bsc-map-chain.js";
import { fitLetters } from "./bsc-map-letters.js";

const BOXES = ".bsc-map__box";
const ARROWS = ".bsc-map__arrow";
const ARROWS_AND_LABELS = ".bsc-map__arrow, .bsc-map__label";

/** Makes every map of the page answer to pointer, keyboard and filters. */
export function startMaps() {
  for (const map of all(document, ".bsc-map")) start(map);
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]} of HTML or SVG: both have what is used here
 */
function all(root, selector) {
  return [...root.querySelectorAll(selector)].map((each) => /** @type {HTMLElement} */ (each));
}

/** @param {HTMLElement} arrow */
function endsOf(arrow) {
  return { from: arrow.dataset.from ?? "", to: arrow.dataset.to ?? "" };
}

/** @param {HTMLElement} map */
function start(map) {
  if (map.dataset.ready) return;
  map.dataset.ready = "yes";
  for (const box of all(map, BOXES)) followBox(map, box);
  map.addEventListener("keydown", (event) => event.key === "Escape" && clear(map));
  for (const filters of all(map, ".bsc-map__filters")) {
    filters.hidden = false;
    filters.addEventListener("change", () => filter(map));
  }
  show(map);
  new ResizeObserver(() => show(map)).observe(map);
  document.fonts.addEventListener("loadingdone", () => {
    delete map.dataset.lettered;
    fitLetters(map);
  });
}

/**
 * @param {HTMLElement} map
 * @param {HTMLElement} box
 */
function followBox(map, box) {
  const lightBox = () => light(map, box.dataset.id ?? "");
  box.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && lightBox());
  box.addEventListener("pointerleave", () => clear(map));
  box.addEventListener("focus", () => box.matches(":focus-visible") && lightBox());
  box.addEventListener("blur", () => clear(map));
}

/**
 * @param {HTMLElement} map
 * @param {string} id
 */
function light(map, id) {
  const chain = chainOf(all(map, ARROWS).map(endsOf), id);
  for (const box of all(map, BOXES)) box.classList.toggle("bsc-map--on", chain.holds(box.dataset.id ?? ""));
  for (const arrow of all(map, ARROWS_AND_LABELS)) {
    arrow.classList.toggle("bsc-map--on", chain.follows(endsOf(arrow)));
  }
  map.classList.add("bsc-map--lit");
}

/** @param {HTMLElement} map */
function clear(map) {
  map.classList.remove("bsc-map--lit");
}

/** @param {HTMLElement} map */
function filter(map) {
  /** @type {NodeListOf<HTMLSelectElement>} */
  const selects = map.querySelectorAll("select[data-filter]");
  const wanted = Object.fromEntries([...selects].map((select) => [select.dataset.filter, select.value]));
  const out = new Set();
  for (const box of all(map, ".bsc-map__box, .bsc-map__item")) {
    const kept = stays(box.dataset, wanted);
    box.classList.toggle("bsc-map--out", !kept);
    if (!kept && box.dataset.id) out.add(box.dataset.id);
  }
  for (const arrow of all(map, ARROWS_AND_LABELS)) {
    const { from, to } = endsOf(arrow);
    arrow.classList.toggle("bsc-map--out", out.has(from) || out.has(to));
  }
}

/** @param {HTMLElement} map */
function show(map) {
  showList(map);
  fitLetters(map);
}

/**
 * Opens the list where it takes the place of the drawing, and closes what it opened.
 * @param {HTMLElement} map
 */
function showList(map) {
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
