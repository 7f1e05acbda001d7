/* Reading a live chart: the pointer and the arrow keys turn to a value, buttons to a part of the time. */
import { across, linesOf, nearest, pointsOf, stepped, WIDTH } from "./bsc-chart-data.js";
import { element } from "./bsc-elements.js";
import { say } from "./bsc-words.js";

/** @typedef {import("./bsc-chart-data.js").Content} Content */
/** @typedef {import("./bsc-chart-data.js").Point} Point */
/** @typedef {import("./bsc-chart-data.js").Value} Value */

/** What a reader turns to in one chart, and what of it is shown. */
class Reading {
  /**
   * @param {HTMLElement} drawing
   * @param {BscView} view
   * @param {Content} content
   * @param {{ rows: Record<string, Value>[], plan: boolean }} kind its rows; a plan has its points below each other
   */
  constructor(drawing, view, content, { rows, plan }) {
    this.drawing = drawing;
    this.view = view;
    this.signals = content.signals;
    this.points = pointsOf(rows);
    this.plan = plan;
    this.span = content.signals.span;
    this.shown = -1;
    this.tip = element("div", { className: "bsc-chart__tip", hidden: true }, { role: "status" });
    drawing.append(this.tip);
  }

  /** Whether each point is in the part of the time that is shown. */
  get visible() {
    return this.points.map((point) => this.plan || Date.parse(point.u ?? point.t) >= this.span[0]);
  }

  /**
   * Turns to the point of this index; -1 turns away.
   * @param {number} index
   */
  show(index) {
    this.shown = index;
    this.view.signal("at", index < 0 ? -1 : this.points[index].i).runAsync();
    this.tip.hidden = index < 0;
    if (index < 0) return;
    const [first, ...others] = linesOf(this.points[index], this.plan);
    const lines = others.map((words) => element("span", { textContent: words }));
    this.tip.replaceChildren(element("b", { textContent: first }), ...lines);
    this.place(this.points[index]);
  }

  /**
   * Puts the words beside their point, where they have room.
   * @param {Point} point
   */
  place(point) {
    const { clientWidth } = this.drawing;
    const { offsetWidth } = this.tip;
    const scale = clientWidth / WIDTH;
    const x = across(point, this.signals, this.span) * scale;
    const beside = x + 14 + offsetWidth > clientWidth ? x - 14 - offsetWidth : x + 14;
    const left = this.plan ? (clientWidth - offsetWidth) / 2 : beside;
    this.tip.style.left = `${Math.max(0, left)}px`;
    this.tip.style.top = `${this.plan ? (point.row + 16) * scale : 12}px`;
  }

  /** @param {PointerEvent} event */
  under(event) {
    const box = this.drawing.getBoundingClientRect();
    const scale = WIDTH / box.width;
    const at = this.plan ? (event.clientY - box.top) * scale + 14 : (event.clientX - box.left) * scale;
    const { visible } = this;
    const place = (/** @type {Point} */ point) => (this.plan ? point.row : across(point, this.signals, this.span));
    return nearest(
      this.points.map((point, index) => (visible[index] ? place(point) : null)),
      at,
    );
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: this.plan ? 1 : 0, ArrowUp: this.plan ? -1 : 0 }[event.key];
    if (event.key === "Escape") this.show(-1);
    else if (by) this.step(by);
    else return;
    event.preventDefault();
  }

  /** @param {number} by */
  step(by) {
    const next = stepped(this.visible, this.shown, by);
    if (next !== this.shown) this.show(next);
  }

  /**
   * Shows a part of the time.
   * @param {string} name
   * @param {[number, number]} span
   */
  zoom(name, span) {
    this.span = span;
    this.show(-1);
    this.view
      .signal("zoom", name)
      .signal("span", [...span])
      .runAsync();
  }
}

/**
 * Lets a reader turn to the values of a live chart.
 * @param {HTMLElement} figure
 * @param {HTMLElement} drawing
 * @param {BscView} view
 * @param {{ content: Content, rows: Record<string, Value>[] }} data
 */
export function follow(figure, drawing, view, { content, rows }) {
  const reading = new Reading(drawing, view, content, { rows, plan: figure.dataset.type === "gantt" });
  drawing.addEventListener("pointermove", (event) => {
    const at = reading.under(event);
    if (at !== reading.shown) reading.show(at);
  });
  drawing.addEventListener("pointerdown", (event) => reading.show(reading.under(event)));
  drawing.addEventListener("pointerleave", () => reading.show(-1));
  drawing.addEventListener("blur", () => reading.show(-1));
  drawing.addEventListener("keydown", (event) => reading.press(event));
  if (content.zooms.length) figure.querySelector(".bsc-chart__key")?.before(zoomButtons(content, reading));
}

/**
 * A button for each part of the time that can be shown, the whole time first.
 * @param {Content} content
 * @param {Reading} reading
 */
function zoomButtons(content, reading) {
  const bar = element("div", { className: "bsc-chart__zoom" }, { role: "group", "aria-label": say("Time shown") });
  /** @type {import("./bsc-chart-data.js").Zoom[]} */
  const zooms = [["all", say("All"), ...content.signals.span], ...content.zooms];
  for (const [name, words, from, to] of zooms) {
    const pressed = { "aria-pressed": String(name === "all") };
    const button = element("button", { type: "button", textContent: words }, pressed);
    button.addEventListener("click", () => {
      for (const each of bar.children) each.setAttribute("aria-pressed", String(each === button));
      reading.zoom(name, [from, to]);
    });
    bar.append(button);
  }
  return bar;
}
