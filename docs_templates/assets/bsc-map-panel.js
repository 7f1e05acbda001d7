/* The panel of the strategy map: what is known about an arrow, taken from the list below the drawing. */
import { element } from "./bsc-elements.js";

/**
 * Shows what is known about an arrow; nothing happens where the list does not hold it.
 * @param {HTMLElement} map
 * @param {string} arrow both ends: `loyal.revenue`
 * @returns {HTMLElement | null} the panel
 */
export function openPanel(map, arrow) {
  const panel = /** @type {HTMLElement | null} */ (map.querySelector(".bsc-map__panel"));
  const [from, to] = arrow.split(".");
  const told = named(map, `.bsc-map__item[data-id="${CSS.escape(from)}"] [data-to="${CSS.escape(to ?? "")}"]`);
  if (!panel || !told) return null;
  const source = told.closest(".bsc-map__item")?.querySelector("p > a");
  const close = /** @type {HTMLElement} */ (panel.querySelector(".bsc-map__close"));
  const sentence = element("p", {}, {}, source?.cloneNode(true) ?? "", " ", ...copies(told));
  panel.replaceChildren(sentence, ...meaning(map, told), ...twin(map, told), close);
  panel.dataset.arrow = arrow;
  panel.hidden = false;
  return panel;
}

/** @param {HTMLElement} map */
export function closePanel(map) {
  const panel = /** @type {HTMLElement | null} */ (map.querySelector(".bsc-map__panel"));
  if (!panel || panel.hidden) return;
  panel.hidden = true;
  delete panel.dataset.arrow;
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
function named(root, selector) {
  return root.querySelector(selector);
}

/** @param {HTMLElement} item */
function copies(item) {
  return [...item.childNodes].map((each) => each.cloneNode(true));
}

/**
 * What the grade of the arrow means.
 * @param {HTMLElement} map
 * @param {HTMLElement} told
 */
function meaning(map, told) {
  const found = told.dataset.grade && named(map, `.bsc-map__meanings [data-grade="${told.dataset.grade}"]`);
  if (!found) return [];
  const [grade, words] = [...found.children].map((each) => each.textContent ?? "");
  return [element("p", {}, {}, element("b", { textContent: grade }), `: ${words}`)];
}

/**
 * The courses of both KPIs over the same two years, one below the other.
 * @param {HTMLElement} map
 * @param {HTMLElement} told
 */
function twin(map, told) {
  const kpis = (told.dataset.twin ?? "").split(" ").filter(Boolean);
  const shown = kpis.flatMap((kpi) => {
    const name = named(map, `.bsc-map__kpis [data-kpi="${CSS.escape(kpi)}"]`);
    return name ? [element("li", {}, {}, ...copies(name), ...spark(map, name))] : [];
  });
  return shown.length ? [element("ul", {}, {}, ...shown)] : [];
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * The course of a KPI: the one of its objective's box, or the one that the list keeps.
 * @param {HTMLElement} map
 * @param {HTMLElement} name
 */
function spark(map, name) {
  const drawn = map.querySelector(`.bsc-map__course[data-kpi="${CSS.escape(name.dataset.kpi ?? "")}"]`);
  const line = drawn?.getAttribute("d") ?? name.dataset.course;
  if (!line) return [];
  const [picture, path] = ["svg", "path"].map((each) => document.createElementNS(SVG, each));
  picture.setAttribute("class", "bsc-map__spark");
  picture.setAttribute("viewBox", "0 0 76 16");
  picture.setAttribute("aria-hidden", "true");
  path.setAttribute("class", "bsc-map__course");
  path.setAttribute("d", line);
  picture.append(path);
  return [picture];
}
