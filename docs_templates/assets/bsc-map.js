/* The strategy map: lights the chain of causes and effects, filters, opens arrows, and keeps the choice in the address. */
import { choicesIn, hashOf } from "./bsc-map-address.js";
import { chainOf, stays } from "./bsc-map-chain.js";
import { closePanel, openPanel } from "./bsc-map-panel.js";
import { offerWhatIf } from "./bsc-what-if.js";

const BOXES = ".bsc-map__box";
const ARROWS = ".bsc-map__arrow";

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

/** @param {HTMLElement} arrow */
function nameOf(arrow) {
  return `${arrow.dataset.from}.${arrow.dataset.to}`;
}

/** @param {HTMLElement} map */
function start(map) {
  if (map.dataset.ready) return;
  map.dataset.ready = "yes";
  for (const box of all(map, BOXES)) follow(map, box, () => light(map, box.dataset.id ?? ""));
  for (const arrow of all(map, ARROWS)) prepareArrow(map, arrow);
  for (const bar of all(map, ".bsc-map__bar")) bar.addEventListener("change", () => choose(map));
  for (const close of all(map, ".bsc-map__close")) close.addEventListener("click", () => leavePanel(map));
  map.addEventListener("keydown", (event) => event.key === "Escape" && escape(map));
  for (const event of ["popstate", "hashchange"]) window.addEventListener(event, () => map.isConnected && restore(map));
  offerWhatIf(map);
  restore(map);
}

/**
 * Lights something while it is pointed at or has the focus.
 * @param {HTMLElement} map
 * @param {HTMLElement} part
 * @param {() => void} lightPart
 */
function follow(map, part, lightPart) {
  part.addEventListener("pointerenter", (event) => event.pointerType !== "touch" && lightPart());
  part.addEventListener("pointerleave", () => clear(map));
  part.addEventListener("focus", () => part.matches(":focus-visible") && lightPart());
  part.addEventListener("blur", () => clear(map));
}

/**
 * An arrow is easier to hit than it is thick, and opens the panel instead of the page of evidence.
 * @param {HTMLElement} map
 * @param {HTMLElement} arrow
 */
function prepareArrow(map, arrow) {
  const line = arrow.querySelector(".bsc-map__line");
  const hit = /** @type {Element | undefined} */ (line?.cloneNode());
  if (hit) {
    hit.setAttribute("class", "bsc-map__hit");
    arrow.prepend(hit);
  }
  const { from, to } = endsOf(arrow);
  const ends = [from, to];
  follow(map, arrow, () =>
    mark(
      map,
      (id) => ends.includes(id),
      (other) => other.from === from && other.to === to,
    ),
  );
  arrow.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !openPanel(map, nameOf(arrow))) return;
    event.preventDefault();
    choose(map);
    /** @type {HTMLElement | null} */ (map.querySelector(".bsc-map__panel"))?.focus({ preventScroll: true });
    map.querySelector(".bsc-map__panel")?.scrollIntoView({ block: "nearest" });
  });
}

/**
 * @param {HTMLElement} map
 * @param {string} id
 */
function light(map, id) {
  const chain = chainOf(all(map, ARROWS).map(endsOf), id);
  mark(map, chain.holds, chain.follows);
}

/**
 * @param {HTMLElement} map
 * @param {(box: string) => boolean} holds
 * @param {(arrow: { from: string, to: string }) => boolean} follows
 */
function mark(map, holds, follows) {
  for (const box of all(map, BOXES)) box.classList.toggle("bsc-map--on", holds(box.dataset.id ?? ""));
  for (const arrow of all(map, ARROWS)) arrow.classList.toggle("bsc-map--on", follows(endsOf(arrow)));
  map.classList.add("bsc-map--lit");
}

/**
 * Back to what was chosen: the chain of an objective, or nothing lit.
 * @param {HTMLElement} map
 */
function clear(map) {
  const { focus } = chosen(map);
  if (focus) light(map, focus);
  else map.classList.remove("bsc-map--lit");
}

/** @param {HTMLElement} map */
function escape(map) {
  const focus = /** @type {HTMLSelectElement | null} */ (map.querySelector("[data-filter=focus]"));
  if (leavePanel(map)) return;
  if (focus?.value) {
    focus.value = "";
    choose(map);
  }
  map.classList.remove("bsc-map--lit");
}

/**
 * Closes the panel and goes back to its arrow.
 * @param {HTMLElement} map
 */
function leavePanel(map) {
  const open = chosen(map).arrow;
  if (!open) return false;
  closePanel(map);
  choose(map);
  all(map, ARROWS)
    .find((each) => nameOf(each) === open)
    ?.focus();
  return true;
}

/**
 * @param {HTMLElement} map
 * @returns {import("./bsc-map-address.js").Choices}
 */
function chosen(map) {
  /** @type {NodeListOf<HTMLSelectElement>} */
  const selects = map.querySelectorAll("select[data-filter]");
  const view = /** @type {HTMLInputElement | null} */ (map.querySelector("[name=map-view]:checked"));
  const panel = /** @type {HTMLElement | null} */ (map.querySelector(".bsc-map__panel"));
  return {
    ...Object.fromEntries([...selects].map((select) => [select.dataset.filter, select.value])),
    view: !view || view.defaultChecked ? "" : view.value,
    arrow: panel?.dataset.arrow ?? "",
  };
}

/**
 * Shows what the reader chose, and keeps it in the address.
 * @param {HTMLElement} map
 */
function choose(map) {
  apply(map);
  const hash = hashOf(chosen(map));
  if (hash !== location.hash) history.pushState(history.state, "", hash || location.pathname + location.search);
}

/**
 * Shows what the address asks for.
 * @param {HTMLElement} map
 */
function restore(map) {
  const asked = choicesIn(location.hash);
  if (!asked) return;
  setControls(map, asked);
  if (!asked.arrow || !openPanel(map, asked.arrow)) closePanel(map);
  apply(map);
}

/**
 * @param {HTMLElement} map
 * @param {import("./bsc-map-address.js").Choices} asked
 */
function setControls(map, asked) {
  /** @type {NodeListOf<HTMLSelectElement>} */
  const selects = map.querySelectorAll("select[data-filter]");
  for (const select of selects) {
    const value = asked[select.dataset.filter ?? ""];
    select.value = [...select.options].some((each) => each.value === value) ? value : "";
  }
  /** @type {NodeListOf<HTMLInputElement>} */
  const views = map.querySelectorAll("[name=map-view]");
  for (const view of views) view.checked = asked.view ? view.value === asked.view : view.defaultChecked;
}

/** @param {HTMLElement} map */
function apply(map) {
  const wanted = chosen(map);
  const out = new Set();
  for (const box of all(map, ".bsc-map__box, .bsc-map__item")) {
    const kept = stays(box.dataset, wanted);
    box.classList.toggle("bsc-map--out", !kept);
    if (!kept && box.dataset.id) out.add(box.dataset.id);
  }
  for (const arrow of all(map, ARROWS)) {
    const { from, to } = endsOf(arrow);
    arrow.classList.toggle("bsc-map--out", out.has(from) || out.has(to));
    arrow.classList.toggle("bsc-map--open", nameOf(arrow) === wanted.arrow);
  }
  clear(map);
}
