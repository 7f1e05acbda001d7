/* What if: other values than those measured, tried out in the table of KPIs; nothing of it is kept. */
import { element } from "./bsc-elements.js";
import { differ, lineOf, wholeOf } from "./bsc-what-if-lines.js";
import { presentOf, ratingOf, rolledUp, shownAs } from "./bsc-what-if-rules.js";
import { led, say } from "./bsc-words.js";

/** @typedef {import("./bsc-what-if-rules.js").Content} Content */
/** @typedef {import("./bsc-what-if-rules.js").Mark} Mark */

const [STATUS, CURRENT, GAP] = [0, 3, 5];
const WIDEST = 2;

/** @type {WeakMap<HTMLTableElement, WhatIf>} */
const known = new WeakMap();

window.bscWhatIf = { turn };

/**
 * Opens the game on this table, or ends it; says whether it is open now.
 * @param {HTMLTableElement} table
 * @param {Content} content
 */
function turn(table, content) {
  const game = known.get(table) ?? new WhatIf(table, content);
  known.set(table, game);
  return game.turn();
}

class WhatIf {
  /**
   * @param {HTMLTableElement} table
   * @param {Content} content
   */
  constructor(table, content) {
    this.table = table;
    this.content = content;
    this.rows = [...table.querySelectorAll("tr")].filter((row) => row.dataset.places);
    this.now = content.kpis.map(presentOf);
    /** @type {Mark[]} */
    this.supposed = [...this.now];
    this.told = element("div", { className: "bsc-what-if__told" }, { role: "status" });
    this.panel = this.build();
  }

  build() {
    const anew = element("button", { type: "button", className: "bsc-chip", textContent: say("Start anew") });
    anew.addEventListener("click", () => this.reset());
    const note = element("p", {}, {}, element("b", { textContent: say("Hypothetical.") }), " ");
    note.append(say("Type other values into the table: status, score and roll-ups follow the published rules."), " ");
    note.append(say("Trend, chance and KPIs computed from others stay as they are. Nothing is kept."), " ", anew);
    const panel = element("section", { className: "bsc-what-if" }, { "aria-label": say("What if") }, this.told, note);
    this.table.addEventListener("input", (event) => this.typed(event));
    return panel;
  }

  turn() {
    const open = !this.panel.isConnected;
    if (open) this.open();
    else this.close();
    return open;
  }

  open() {
    this.table.after(this.panel);
    for (const row of this.rows) {
      const field = this.fieldOf(row);
      if (field) row.cells[CURRENT].append(field);
    }
    this.tell();
  }

  close() {
    this.reset();
    this.panel.remove();
    for (const field of this.table.querySelectorAll(".bsc-what-if__field")) field.remove();
  }

  reset() {
    for (const field of this.fields()) field.value = field.dataset.measured ?? "";
    for (const row of this.rows) restore(row);
    this.supposed = [...this.now];
    this.tell();
  }

  /** @returns {NodeListOf<HTMLInputElement>} */
  fields() {
    return this.table.querySelectorAll(".bsc-what-if__field");
  }

  /**
   * A field for a KPI whose other values can be rated; yes and no are a choice.
   * @param {HTMLTableRowElement} row
   */
  fieldOf(row) {
    const [value, [rule]] = this.content.kpis[placeOf(row)];
    if (value === null || !rule) return null;
    const name = row.cells[1].querySelector("a")?.textContent ?? "";
    const attributes = { "aria-label": say("Another value of {kpi}", { kpi: name }) };
    if (rule === "answer") {
      const choice = element("select", { className: "bsc-what-if__field" }, attributes);
      choice.append(new Option(say("Yes"), "1"), new Option(say("No"), "0"));
      choice.value = choice.dataset.measured = String(Number(value >= 0.5));
      return choice;
    }
    const measured = String(Number(value.toFixed(decimalsOf(row.cells[CURRENT], this.content.signs))));
    const look = { className: "bsc-what-if__field", type: "number", step: "any", value: measured };
    return element("input", look, { ...attributes, "data-measured": measured });
  }

  /** @param {Event} event */
  typed(event) {
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
    const row = field.closest("tr");
    if (!row || field.value === "") return;
    const place = placeOf(row);
    const kpi = this.content.kpis[place];
    const value = Number(field.value);
    const same = field.value === field.dataset.measured;
    this.supposed[place] = (same ? null : ratingOf(kpi, value)) ?? this.now[place];
    if (same) restore(row);
    else this.suppose(row, value);
    this.tell();
  }

  /**
   * Shows a row as it would be.
   * @param {HTMLTableRowElement} row
   * @param {number} value
   */
  suppose(row, value) {
    const place = placeOf(row);
    const { shape, word } = shownAs(this.content, this.supposed[place]);
    const [status, gap] = [row.cells[STATUS], row.cells[GAP]];
    row.dataset.was ??= JSON.stringify([row.className, status.textContent, gap.textContent, gap.getAttribute("style")]);
    row.className = `bsc-${shape}`;
    status.textContent = word;
    const [, [rule, redFlag, aim], target] = this.content.kpis[place];
    gap.textContent = target === null ? "—" : differenceOf(value - target, row.cells[CURRENT], this.content.signs);
    if (rule !== "goal") gap.removeAttribute("style");
    else gap.style.setProperty("--gap", within((value - aim) / Math.abs(aim - redFlag), aim > redFlag));
  }

  /** What the scorecard, its perspectives and its objectives would be. */
  tell() {
    const [before, after] = [rolledUp(this.content, this.now), rolledUp(this.content, this.supposed)];
    const rows = after.rows.map((row, at) => {
      const was = before.rows[at];
      const goals = row.objectives.map((goal, place) => ({ goal, was: was.objectives[place] }));
      const changed = goals.filter(({ goal, was: one }) => differ(goal, one));
      const lines = changed.map(({ goal, was: one }) => lineOf(this.content, goal.name, one, goal));
      return element("div", {}, {}, lineOf(this.content, row.name, was, row), ...lines);
    });
    const whole = wholeOf(this.content, before, after);
    this.told.replaceChildren(whole, ...rows);
  }
}

/** @param {Element} inside */
function placeOf(inside) {
  const row = /** @type {HTMLElement | null} */ (inside.closest("tr"));
  return Number(row?.dataset.places?.split(",")[0]);
}

/** @param {HTMLTableRowElement} row */
function restore(row) {
  if (!row.dataset.was) return;
  const [look, status, gap, style] = JSON.parse(row.dataset.was);
  row.className = look;
  row.cells[STATUS].textContent = status;
  row.cells[GAP].textContent = gap;
  if (style) row.cells[GAP].setAttribute("style", style);
  delete row.dataset.was;
}

/**
 * Amber zones from the target, better above zero, as far as the bar reaches.
 * @param {number} zones
 * @param {boolean} higher
 */
function within(zones, higher) {
  return Math.min(Math.max(higher ? zones : -zones, -WIDEST), WIDEST).toFixed(2);
}

/** What parts thousands, and what stands before decimals, where the page does not say otherwise. @type {[string, string]} */
const ENGLISH = [",", "."];

/**
 * How many decimals are shown beside a measured value: as many as it has, two at the least.
 * @param {HTMLTableCellElement} cell
 * @param {[string, string]} [signs]
 */
function decimalsOf(cell, [, point] = ENGLISH) {
  return Math.max((cell.firstChild?.textContent ?? "").split(point)[1]?.length ?? 0, 2);
}

/**
 * A difference with its sign and as many decimals as the measured value beside it has.
 * @param {number} difference
 * @param {HTMLTableCellElement} cell
 * @param {[string, string]} [signs]
 */
function differenceOf(difference, cell, signs = ENGLISH) {
  const maximumFractionDigits = decimalsOf(cell, signs);
  const written = Math.abs(difference).toLocaleString("en", { maximumFractionDigits });
  const size = written.replace(/[,.]/g, (sign) => signs[ENGLISH.indexOf(sign)]);
  if (Number(difference.toFixed(maximumFractionDigits)) === 0) return size;
  return led(difference > 0 ? "+" : "−") + size;
}
