/* Charts can be read at once, and come alive when the reader turns to them; whenever that fails, the drawing stays. */
import { filled, narrowed, rowsOf } from "./bsc-chart-data.js";
import { drawnBy } from "./bsc-chart-live.js";
import { Reading } from "./bsc-chart-reader.js";
import { element } from "./bsc-elements.js";
import { HOME, loadFrom } from "./bsc-later.js";
import { say } from "./bsc-words.js";

const HERE = /** @type {HTMLScriptElement | null} */ (globalThis.document?.currentScript ?? null)?.src ?? "";
/** The engine stands beside the script of the site. */
const ENGINE = `${HERE.slice(0, HERE.lastIndexOf("/") + 1)}bsc-vega.js`;

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

/** One chart of the page. */
class Figure {
  /**
   * @param {HTMLElement} figure
   * @param {HTMLElement} drawing
   * @param {string} key under which its data is found
   */
  constructor(figure, drawing, key) {
    this.figure = figure;
    this.drawing = drawing;
    this.key = key;
    /** @type {Promise<Reading | null> | null} */
    this.reading = null;
    /** @type {Promise<BscView | null> | null} */
    this.view = null;
  }

  /** Lets the reader turn to values, in the drawing as it stands; null where its data cannot be had. */
  read() {
    this.reading ??= this.begin().catch(() => (this.reading = null));
    return this.reading;
  }

  async begin() {
    await loadFrom(`${HOME}data/charts/${this.key}.js`);
    const content = window.bscCharts?.[this.key];
    if (!content) return null;
    this.content = content;
    this.rows = rowsOf(content.blocks);
    const plan = this.figure.dataset.type === "gantt";
    return new Reading(this.drawing, content, { rows: this.rows, plan });
  }

  /**
   * Turns to the value under the pointer, which may be gone again before there is anything to read.
   * @param {PointerEvent} event
   */
  async turn(event) {
    const reading = await this.read();
    if (this.drawing.matches(":hover") || event.pointerType === "touch") reading?.turn(event);
  }

  /** The live chart; null where it cannot be had. */
  wake() {
    this.view ??= this.bringToLife().catch((error) => {
      this.figure.dataset.state = "still";
      console.warn(say("The chart stays as it was drawn: {error}", { error: String(error) }));
      return null;
    });
    return this.view;
  }

  async bringToLife() {
    await this.read();
    const { figure, drawing, content, rows } = this;
    if (!content || !rows) return null;
    figure.dataset.state = "loading";
    await loadEngine();
    const stage = element("div", { className: "bsc-chart__live" }, { "aria-hidden": "true" });
    drawing.prepend(stage);
    const type = window.bscChartTypes[figure.dataset.type ?? ""];
    const letters = { ...content.signals, size: parseFloat(getComputedStyle(drawing).fontSize) };
    const view = await drawnBy(window.bscVega, stage, filled(narrowed(type, rows), letters, rows, sizeOf(drawing)));
    if (!stage.querySelector("svg")) throw new Error(say("nothing was drawn"));
    const watch = new ResizeObserver(() => fit(view, drawing));
    watch.observe(drawing);
    figure.dataset.state = "alive";
    figure.classList.add("bsc-chart--alive");
    alive.push({ figure, end: () => [watch.disconnect(), view.finalize()] });
    return view;
  }

  /**
   * Shows the part of the time that a button is for.
   * @param {HTMLButtonElement} button
   */
  async zoom(button) {
    const reading = await this.read();
    const view = await this.wake();
    if (!view || !reading || !this.content) return;
    /** @type {import("./bsc-chart-data.js").Zoom[]} */
    const zooms = [["all", "", ...this.content.signals.span], ...this.content.zooms];
    const [name, , from, to] = zooms.find(([each]) => each === button.value) ?? zooms[0];
    for (const each of button.parentElement?.children ?? []) each.setAttribute("aria-pressed", String(each === button));
    reading.zoom([from, to]);
    view.signal("zoom", name).signal("span", [from, to]).runAsync();
  }
}

/** @param {HTMLElement} drawing */
function sizeOf({ clientWidth, clientHeight }) {
  return { width: clientWidth, height: clientHeight };
}

/**
 * @param {BscView} view
 * @param {HTMLElement} drawing
 */
function fit(view, drawing) {
  const { width, height } = sizeOf(drawing);
  if (!width || (view.width() === width && view.height() === height)) return;
  view.width(width).height(height).runAsync();
}

/** @param {HTMLElement} figure */
function prepare(figure) {
  const drawing = /** @type {HTMLElement | null} */ (figure.querySelector(".bsc-chart__drawing"));
  const { live } = figure.dataset;
  if (!drawing || !live) return;
  const chart = new Figure(figure, drawing, live);
  figure.dataset.ready = "yes";
  drawing.tabIndex = 0;
  drawing.setAttribute("role", "group");
  const finding = figure.querySelector("figcaption")?.textContent ?? say("Chart");
  drawing.setAttribute("aria-label", say("{finding} Arrow keys read the values.", { finding }));
  listen(chart);
}

/**
 * A finger reads the drawing as it stands; the engine is worth its bytes to who comes with a pointer or a keyboard, and
 * to who wants to see a part of the time.
 * @param {Figure} chart
 */
function listen(chart) {
  const { figure, drawing } = chart;
  drawing.addEventListener("pointerenter", (event) => {
    chart.turn(event);
    if (event.pointerType !== "touch") chart.wake();
  });
  drawing.addEventListener("focus", () => {
    chart.read();
    if (drawing.matches(":focus-visible")) chart.wake();
  });
  drawing.addEventListener("keydown", async (event) => {
    if (!chart.content) (await chart.read())?.press(event); // from then on the reading listens itself
  });
  /** @type {NodeListOf<HTMLButtonElement>} */
  const buttons = figure.querySelectorAll(".bsc-chart__zoom button");
  for (const button of buttons) button.addEventListener("click", () => chart.zoom(button));
}

function loadEngine() {
  engine ??= new Promise((onload, onerror) => {
    document.head.append(element("script", { src: ENGINE, onload, onerror }));
  });
  return engine;
}
