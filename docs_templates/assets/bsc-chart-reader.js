/* Reading a chart: pointer, finger and arrow keys turn to a value, whose words stand above the plot. */
import { across, beside, down, linesOf, nearest, pointsOf, stepped } from "./bsc-chart-data.js";
import { wordsOf } from "./bsc-chart-words.js";
import { element } from "./bsc-elements.js";
import { say } from "./bsc-words.js";

/** @typedef {import("./bsc-chart-data.js").Content} Content */
/** @typedef {import("./bsc-chart-data.js").Point} Point */
/** @typedef {import("./bsc-chart-data.js").Value} Value */

/** @type {Record<string, number>} */
const DAYS = { ArrowRight: 1, ArrowLeft: -1 };
/** @type {Record<string, number>} */
const ROWS = { ...DAYS, ArrowDown: 1, ArrowUp: -1 };

/** What a reader turns to in one chart, drawn or alive, and what of it is shown. */
export class Reading {
  /**
   * @param {HTMLElement} drawing the plot
   * @param {Content} content
   * @param {{ rows: Record<string, Value>[], plan: boolean }} kind its rows; a plan has its points below each other
   */
  constructor(drawing, content, { rows, plan }) {
    this.drawing = drawing;
    this.content = content;
    this.signals = content.signals;
    this.points = pointsOf(rows);
    this.plan = plan;
    this.span = content.signals.span;
    this.shown = -1;
    this.tip = element("div", { className: "bsc-chart__tip", hidden: true }, { role: "status" });
    this.marks = element("div", { hidden: true }, { "aria-hidden": "true" });
    drawing.append(this.marks, this.tip);
    this.listen();
  }

  listen() {
    const { drawing } = this;
    drawing.addEventListener("pointermove", (event) => this.turn(event));
    drawing.addEventListener("pointerdown", (event) => this.turn(event));
    drawing.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") this.show(-1);
    });
    drawing.addEventListener("blur", () => this.show(-1));
    drawing.addEventListener("keydown", (event) => this.press(event));
  }

  /**
   * Turns to the point nearest to the pointer.
   * @param {PointerEvent} event
   */
  turn(event) {
    this.show(this.under(event));
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
    if (index === this.shown) return;
    this.shown = index;
    this.tip.hidden = this.marks.hidden = index < 0;
    if (index < 0) return;
    const point = this.points[index];
    const [first, second, ...others] = linesOf(this.told(point));
    const parts = [element("b", { textContent: first }), element("b", { textContent: second })];
    this.tip.replaceChildren(...parts, ...others.map((words) => element("span", { textContent: words })));
    this.mark(point);
    this.place(point);
  }

  /**
   * The point as it is told: what is expected of a value is called so, the words of a plan say it themselves.
   * @param {Point} point
   * @returns {Point}
   */
  told(point) {
    const { told } = this.content;
    const words = told ? { ...point, ...wordsOf(told, point) } : point;
    return words.e && !this.plan ? { ...words, e: say("{figure} expected", { figure: words.e }) } : words;
  }

  /** @param {Point} point */
  mark(point) {
    const left = `${across(point, this.span) * 100}%`;
    const heights = this.plan ? [] : down(point, this.signals);
    const marks = heights.map((height) => {
      const ring = element("i", { className: "bsc-chart__ring" });
      Object.assign(ring.style, { left, top: `${height * 100}%` });
      return ring;
    });
    const rule = element("i", { className: "bsc-chart__rule" });
    rule.style.left = left;
    this.marks.replaceChildren(...(this.plan ? [] : [rule]), ...marks);
  }

  /**
   * Puts the words above the plot, over their point, but not over the latest value; those of a plan below their line.
   * @param {Point} point
   */
  place(point) {
    const { tip, drawing } = this;
    const box = drawing.getBoundingClientRect();
    const figure = (drawing.closest("figure") ?? drawing).getBoundingClientRect();
    const middle = this.plan ? box.width / 2 : across(point, this.span) * box.width;
    const room = { middle, width: tip.offsetWidth, from: figure.left - box.left, to: figure.right - box.left };
    tip.style.left = `${beside({ ...room, taken: this.taken(box) })}px`;
    if (this.plan) tip.style.top = `${(point.row ?? 0) + 14}px`;
  }

  /**
   * Where the words of the latest value begin that stand as high as the words of a point; infinitely far without any.
   * @param {DOMRect} box
   */
  taken(box) {
    const low = this.tip.getBoundingClientRect().bottom;
    const words = [...this.drawing.querySelectorAll(".bsc-chart__now text")].map((each) =>
      each.getBoundingClientRect(),
    );
    const high = words.filter((each) => each.width && each.top < low);
    return Math.min(Infinity, ...high.map((each) => each.left - box.left));
  }

  /** @param {PointerEvent} event */
  under(event) {
    const box = this.drawing.getBoundingClientRect();
    const at = this.plan ? event.clientY - box.top + 12 : (event.clientX - box.left) / box.width;
    const { visible } = this;
    const place = (/** @type {Point} */ point) => (this.plan ? (point.row ?? 0) : across(point, this.span));
    return nearest(
      this.points.map((point, index) => (visible[index] ? place(point) : null)),
      at,
    );
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const by = (this.plan ? ROWS : DAYS)[event.key];
    if (event.key === "Escape") this.show(-1);
    else if (by) this.step(by);
    else return;
    event.preventDefault();
  }

  /** @param {number} by */
  step(by) {
    this.show(stepped(this.visible, this.shown, by));
  }

  /**
   * Reads a part of the time from now on.
   * @param {[number, number]} span
   */
  zoom(span) {
    this.span = span;
    this.show(-1);
  }
}
