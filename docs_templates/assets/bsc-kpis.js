/* The table of KPIs answers: order, sorting, filters and the way back; without this script it is complete. */
import { element } from "./bsc-elements.js";
import { Late } from "./bsc-kpi-rows.js";
import { askWho, choiceOf, chosenOwner, mineAfter, showWish } from "./bsc-kpi-tools.js";
import { addressFor, fitsWish, inOrder, KINDS, nextSort, wishIn } from "./bsc-kpi-wish.js";
import { searchable } from "./bsc-letters.js";
import { broughtFor } from "./bsc-what-if.js";
import { say } from "./bsc-words.js";

/** @typedef {import("./bsc-kpi-wish.js").Wish} Wish */
/** @typedef {import("./bsc-kpi-wish.js").Row & { row: HTMLTableRowElement }} Line */

const PART = 40;

/** Lets the table of all KPIs answer, and do what the address asks for. */
export function startKpis() {
  const table = /** @type {HTMLTableElement | null} */ (document.querySelector("table.bsc-kpis--all"));
  const tools = /** @type {HTMLFormElement | null} */ (document.querySelector("form.bsc-tools--kpis"));
  if (!table || !tools || table.dataset.alive) return;
  table.dataset.alive = "yes";
  new KpiTable(table, tools).start();
}

class KpiTable {
  /**
   * @param {HTMLTableElement} table
   * @param {HTMLFormElement} tools
   */
  constructor(table, tools) {
    this.table = table;
    this.tools = tools;
    this.told = /** @type {HTMLElement} */ (table.querySelector("[role=status]"));
    this.whole = this.told.textContent ?? "";
    this.none = /** @type {HTMLElement | null} */ (document.querySelector(".bsc-kpis__none"));
    /** @type {Line[] | null} */
    this.known = null;
    this.placed = "";
    this.late = new Late(table);
    this.wish = wishIn(location.href);
  }

  start() {
    this.tools.addEventListener("submit", (event) => event.preventDefault());
    this.tools.addEventListener("input", (event) => this.typed(event));
    this.tools.addEventListener("click", (event) => this.pressed(buttonOf(event)));
    this.table.tHead?.addEventListener("click", (event) => {
      const column = buttonOf(event)?.value;
      if (column) this.want({ sort: nextSort(this.wish.sort, column) });
    });
    this.none?.addEventListener("click", (event) => {
      if (buttonOf(event)) this.want({ words: "", status: [], late: [], theme: [], owner: [] });
    });
    addEventListener("popstate", () => {
      if (this.table.isConnected) this.show(wishIn(location.href));
    });
    if (addressFor(location.href, this.wish) !== addressFor(location.href, nothing())) this.show(this.wish);
    else this.late.soon();
  }

  /**
   * Whatever was typed or chosen; what is typed makes no new entry in the history.
   * @param {Event} event
   */
  typed(event) {
    const field = event.target;
    if (field instanceof HTMLInputElement) this.want({ words: field.value.trim() }, "replaceState");
    if (!(field instanceof HTMLSelectElement)) return;
    this.want({ owner: chosenOwner(field) });
  }

  /** @param {HTMLButtonElement | null} button */
  pressed(button) {
    if (!button) return;
    if (button.name === "mine") this.mine();
    else if (button.name === "what-if") this.whatIf(button);
    else if (button.name === "order") this.want({ order: button.value, sort: "" });
    else {
      const kind = /** @type {"status" | "late" | "theme"} */ (button.name);
      this.want({ [kind]: toggled(this.wish[kind], button.value) });
    }
  }

  mine() {
    const owner = mineAfter(this.tools, this.wish.owner[0] ?? "");
    if (owner) this.want({ owner });
    else askWho(this.tools);
  }

  /** @param {HTMLButtonElement} button */
  async whatIf(button) {
    await this.late.whole();
    this.lines();
    const known = await broughtFor(button, "later-what-if.js");
    const open = known && window.bscWhatIf?.turn(this.table, known);
    button.ariaPressed = String(Boolean(open));
  }

  /**
   * @param {Partial<Wish>} change
   * @param {"pushState" | "replaceState"} [way]
   */
  want(change, way = "pushState") {
    const wish = { ...this.wish, ...change };
    this.show(wish);
    history[way](history.state, "", addressFor(location.href, wish));
  }

  /** @param {Wish} wish */
  show(wish) {
    this.wish = wish;
    if (this.late.waiting) {
      this.late.whole().then(() => this.show(this.wish));
      return;
    }
    const { order, sort } = wish;
    const lines = inOrder(this.lines(), sort || (order ? "file" : ""));
    const fitting = this.fitting();
    const shown = fitting ? lines.filter((line) => fitsWish(line, fitting.kinds, fitting.words)) : lines;
    this.place(shown);
    showWish(this.tools, wish);
    this.markSorted();
    const figures = { count: shown.length, total: lines.length };
    this.told.textContent = fitting ? say("{count} of {total} KPIs", figures) : this.whole;
    if (this.none) this.none.hidden = shown.length > 0;
  }

  /** The tokens of each kind and the words that a row must have; null where every row fits. */
  fitting() {
    const kinds = KINDS.map((kind) =>
      this.wish[kind].flatMap((value) => choiceOf(this.tools, kind, value)?.dataset.in ?? []),
    );
    const asked = kinds.filter((tokens) => tokens.length);
    const words = this.wish.words.split(/\s+/).filter(Boolean);
    return asked.length || words.length ? { kinds: asked, words } : null;
  }

  /**
   * Puts these rows into the table, below the bands of their perspectives where these are wished for, and no others.
   * @param {Line[]} lines
   */
  place(lines) {
    const placed = `${this.wish.order} ${lines.map((line) => line.places[0])}`;
    if (placed === this.placed) return;
    this.placed = placed;
    for (const each of [...this.table.tBodies]) each.remove();
    if (!this.wish.order) return this.table.append(...parts(lines));
    for (const band of bands()) {
      const token = band.rows[0].dataset.in ?? "";
      const below = lines.filter((line) => line.tokens.includes(token));
      if (below.length) this.table.append(band, ...parts(below));
    }
  }

  /** Shows in the headings by what the rows are sorted. */
  markSorted() {
    for (const button of this.sorters()) {
      const heading = button.closest("th");
      const down = this.wish.sort === `-${button.value}`;
      if (down || this.wish.sort === button.value)
        heading?.setAttribute("aria-sort", down ? "descending" : "ascending");
      else heading?.removeAttribute("aria-sort");
    }
  }

  /** @returns {NodeListOf<HTMLButtonElement>} */
  sorters() {
    return this.table.querySelectorAll("button.bsc-sort");
  }

  /** Every row with what it is found and sorted by, read once. */
  lines() {
    this.known ??= this.read();
    return this.known;
  }

  read() {
    /** @type {Map<string, string>} */
    const names = new Map(bands().map((band) => [band.rows[0].dataset.in ?? "", band.textContent ?? ""]));
    for (const chip of /** @type {NodeListOf<HTMLElement>} */ (this.tools.querySelectorAll("[name=theme]"))) {
      names.set(chip.dataset.in ?? "", chip.firstChild?.textContent ?? "");
    }
    const rows = [...this.table.tBodies].flatMap((body) => [...body.rows]);
    return rows.map((row) => {
      const tokens = (row.dataset.in ?? "").split(" ");
      const name = row.cells[1].textContent ?? "";
      const owner = row.cells[8].textContent ?? "";
      const code = row.cells[1].querySelector("i")?.title ?? "";
      const text = searchable([name, code, owner, ...tokens.map((token) => names.get(token) ?? "")].join(" "));
      return { row, tokens, name, owner, text, places: (row.dataset.places ?? "").split(",") };
    });
  }
}

/** A body with the band of each perspective. */
function bands() {
  const kept = /** @type {HTMLTemplateElement | null} */ (document.querySelector("template[data-bands]"));
  const copy = /** @type {DocumentFragment | undefined} */ (kept?.content.cloneNode(true));
  return [...(copy?.querySelectorAll("tbody") ?? [])];
}

/**
 * Rows in parts, so that the browser can leave those be that are not in sight.
 * @param {Line[]} lines
 */
function parts(lines) {
  const bodies = [];
  for (let start = 0; start < lines.length; start += PART) {
    const body = element("tbody", {}, {}, ...lines.slice(start, start + PART).map((line) => line.row));
    body.style.setProperty("--rows", String(body.rows.length));
    bodies.push(body);
  }
  return bodies;
}

/** @returns {Wish} */
function nothing() {
  return { words: "", order: "", sort: "", status: [], late: [], theme: [], owner: [] };
}

/**
 * @param {Event} event
 * @returns {HTMLButtonElement | null}
 */
function buttonOf(event) {
  return event.target instanceof Element ? event.target.closest("button") : null;
}

/**
 * @param {string[]} values
 * @param {string} value
 */
function toggled(values, value) {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}
