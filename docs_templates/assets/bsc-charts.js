/* Charts come alive when the reader turns to them: until then, and whenever anything fails, the drawing stays. */
import { filled, rowsOf, WIDTH } from "./bsc-chart-data.js";
import { follow } from "./bsc-chart-reader.js";
import { element } from "./bsc-elements.js";
import { say } from "./bsc-words.js";

const HERE = /** @type {HTMLScriptElement | null} */ (globalThis.document?.currentScript ?? null)?.src ?? "";
/** The engine stands beside the script of the site. */
const ENGINE = `${HERE.slice(0, HERE.lastIndexOf("/") + 1)}bsc-vega.js`;
const OPTIONS = {
  mode: "vega",
  ast: true,
  renderer: "svg",
  actions: false,
  tooltip: false,
  hover: false,
  defaultStyle: false,
};

/** @type {Promise<unknown> | null} */
let engine = null;
/** @type {{ figure: HTMLElement, end: () => void }[]} */
let alive = [];

/** Lets every chart of the page wait for a reader, and ends those of the page before. */
export function prepareCharts() {
  forgetReplaced();
  /** @type {NodeListOf<HTMLElement>} */
  const figures = document.querySelectorAll("figure.bsc-chart:not([data-ready])");
  for (const figure of figures) prepare(figure);
}

function forgetReplaced() {
  alive = alive.filter(({ figure, end }) => {
    if (document.contains(figure)) return true;
    end();
    return false;
  });
}

/**
 * The parts of a figure; null where it can not come alive.
 * @param {HTMLElement} figure
 */
function partsOf(figure) {
  const drawing = /** @type {HTMLElement | null} */ (figure.querySelector(".bsc-chart__drawing"));
  const data = /** @type {HTMLTemplateElement | null} */ (figure.querySelector(".bsc-chart__data"));
  return drawing && data ? { drawing, data } : null;
}

/** @param {HTMLElement} figure */
function prepare(figure) {
  const parts = partsOf(figure);
  if (!parts) return;
  const { drawing } = parts;
  figure.dataset.ready = "yes";
  drawing.tabIndex = 0;
  drawing.setAttribute("role", "group");
  const finding = figure.querySelector("figcaption")?.textContent ?? say("Chart");
  drawing.setAttribute("aria-label", say("{finding} Arrow keys read the values.", { finding }));
  for (const turned of ["pointerenter", "pointerdown", "focusin"]) {
    drawing.addEventListener(turned, () => wake(figure, parts), { once: true, passive: true });
  }
}

/**
 * @param {HTMLElement} figure
 * @param {{ drawing: HTMLElement, data: HTMLTemplateElement }} parts
 */
async function wake(figure, parts) {
  if (figure.dataset.state) return;
  figure.dataset.state = "loading";
  try {
    await loadEngine();
    await bringToLife(figure, parts);
  } catch (error) {
    figure.dataset.state = "still";
    console.warn(say("The chart stays as it was drawn: {error}", { error: String(error) }));
  }
}

function loadEngine() {
  engine ??= new Promise((onload, onerror) => {
    document.head.append(element("script", { src: ENGINE, onload, onerror }));
  });
  return engine;
}

/**
 * @param {HTMLElement} figure
 * @param {{ drawing: HTMLElement, data: HTMLTemplateElement }} parts
 */
async function bringToLife(figure, { drawing, data }) {
  /** @type {import("./bsc-chart-data.js").Content} */
  const content = JSON.parse(data.content.textContent ?? "");
  const rows = rowsOf(content.blocks);
  const stage = element("div", { className: "bsc-chart__live" }, { "aria-hidden": "true" });
  drawing.append(stage);
  const type = window.bscChartTypes[figure.dataset.type ?? ""];
  const made = await window.bscVegaEmbed(stage, filled(type, content.signals, rows), OPTIONS);
  const svg = stage.querySelector("svg");
  if (!svg) throw new Error(say("nothing was drawn"));
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${content.signals.height}`);
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  follow(figure, drawing, made.view, { content, rows });
  figure.dataset.state = "alive";
  figure.classList.add("bsc-chart--alive");
  alive.push({ figure, end: () => made.finalize() });
}
