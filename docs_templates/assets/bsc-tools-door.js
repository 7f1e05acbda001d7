/* The tools' door: what answers a reader comes with the first sign of one, and hears then what was done so far. */
import { load } from "./bsc-later.js";

const SCRIPT = "later-tools.js";
const SIGNS = ["pointermove", "pointerdown", "wheel", "touchstart", "scroll", "keydown", "focusin"];
const DEEDS = ["click", "input", "change", "submit"];
const OURS = ".bsc-chart__drawing, .bsc-map";

/** @typedef {{ event: Event, value?: string }} Heard */

/** How something hears an event that came before the tools. @type {Record<string, (target: Element, event: Event) => void>} */
const AGAIN = {
  pointermove: pointed,
  pointerdown: pointed,
  keydown: pressed,
  focusin: focused,
  click: clicked,
  input: changed,
  change: changed,
};

/** The latest event of each kind until the tools are there, and what stood in its field. @type {Map<string, Heard>} */
const heard = new Map();
let asked = false;

/** Makes ready what waits for a reader, and brings the tools at once where the page is nothing without them. */
export function openTools() {
  for (const each of buttons("button.bsc-sort")) each.disabled = false;
  for (const each of parts(".bsc-map__filters, .bsc-map__what-if, .bsc-past > form")) each.hidden = false;
  for (const each of parts(".bsc-chart__drawing")) each.tabIndex = 0;
  const wished = location.search || location.hash || location.protocol === "file:";
  if (wished || document.querySelector("table.bsc-sortable")) bring();
}

/** Listens for the first sign of a reader. */
export function awaitReader() {
  if (window.bscTools) return;
  for (const each of SIGNS) addEventListener(each, hear, { capture: true, passive: true });
  for (const each of DEEDS) addEventListener(each, hear, { capture: true });
}

/**
 * @param {string} selector
 * @returns {NodeListOf<HTMLElement>}
 */
function parts(selector) {
  return document.querySelectorAll(selector);
}

/**
 * @param {string} selector
 * @returns {NodeListOf<HTMLButtonElement>}
 */
function buttons(selector) {
  return document.querySelectorAll(selector);
}

/** @param {Event} event */
function hear(event) {
  const { target, type } = event;
  if (type === "submit" && target instanceof Element && target.closest("article")) event.preventDefault();
  heard.delete(type); // the map has them in their order
  heard.set(type, { event, value: isField(target) ? target.value : undefined });
  bring();
}

async function bring() {
  if (asked || window.bscTools) return;
  asked = true;
  try {
    await load(SCRIPT);
    pass();
  } catch {
    asked = false; // the next sign asks again
  }
}

/** Lets the tools hear what came before them, and hears nothing more. */
function pass() {
  for (const each of [...SIGNS, ...DEEDS]) removeEventListener(each, hear, { capture: true });
  for (const { event, value } of heard.values()) {
    const { target, type } = event;
    if (!inSight(target)) continue;
    if (value !== undefined && isField(target)) target.value = value;
    AGAIN[type]?.(target, event);
  }
  heard.clear();
}

/**
 * Whether somebody writes there or chooses: the tools may have begun with what stood in the address.
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement | HTMLSelectElement}
 */
function isField(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

/**
 * Whether something still stands in the text of the page.
 * @param {EventTarget | null} target
 * @returns {target is Element}
 */
function inSight(target) {
  return target instanceof Element && target.isConnected && Boolean(target.closest("article"));
}

/**
 * Whoever points at something has entered all that it stands in.
 * @param {Element} target
 * @param {Event} event
 */
function pointed(target, event) {
  const { clientX, clientY, pointerType } = /** @type {PointerEvent} */ (event);
  for (let at = /** @type {Element | null} */ (target); at; at = at.parentElement) {
    at.dispatchEvent(new PointerEvent("pointerenter", { clientX, clientY, pointerType }));
  }
  target.dispatchEvent(new PointerEvent(event.type, event));
}

/**
 * @param {Element} target
 * @param {Event} event
 */
function pressed(target, event) {
  if (target.closest(OURS)) target.dispatchEvent(new KeyboardEvent(event.type, event));
}

/** @param {Element} target */
function focused(target) {
  if (target === document.activeElement) target.dispatchEvent(new FocusEvent("focus"));
}

/**
 * What a box or a link does by itself is done.
 * @param {Element} target
 * @param {Event} event
 */
function clicked(target, event) {
  target.closest("button")?.dispatchEvent(new MouseEvent("click", event));
}

/**
 * @param {Element} target
 * @param {Event} event
 */
function changed(target, { type }) {
  target.dispatchEvent(new Event(type, { bubbles: true }));
}
