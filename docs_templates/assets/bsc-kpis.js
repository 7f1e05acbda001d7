/* The table of KPIs answers: order, sorting, filters and the way back; without this script it is complete. */
import { element } from "./bsc-elements.js";
import { addressFor, fitsWish, inOrder, KINDS, nextSort, plain, wishIn } from "./bsc-kpi-wish.js";
import { say } from "./bsc-words.js";

/** @typedef {import("./bsc-kpi-wish.js").Wish} Wish */
/** @typedef {import("./bsc-kpi-wish.js").Row & { row: HTMLTableRowElement }} Line */

const ME = "bsc-me";
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
    this.wish = wishIn(location.href);
  }

  start() {
    for (const each of this.sorters()) each.disabled = false;
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
  }

  /**
   * Whatever was typed or chosen; what is typed makes no new entry in the history.
   * @param {Event} event
   */
  typed(event) {
    const field = event.target;
    if (field instanceof HTMLInputElement) this.want({ words: field.value.trim() }, "replaceState");
    if (!(field instanceof HTMLSelectElement)) return;
    if (field.dataset.asked) remember(field.value);
    delete field.dataset.asked;
    this.want({ owner: field.value ? [field.value] : [] });
  }

  /** @param {HTMLButtonElement | null} button */
  pressed(button) {
    if (!button) return;
    if (button.name === "mine") this.mine();
    else if (button.name === "order") this.want({ order: button.value, sort: "" });
    else {
      const kind = /** @type {"status" | "late" | "theme"} */ (button.name);
      this.want({ [kind]: toggled(this.wish[kind], button.value) });
    }
  }

  /** The reader's own KPIs: of the owner that is chosen, remembered from now on, or of the one remembered. */
  mine() {
    const [owner] = this.wish.owner;
    const me = remembered();
    const select = this.tools.querySelector("select");
    if (owner && owner !== me) remember(owner);
    else if (owner) return this.want({ owner: [] });
    else if (me && this.choice("owner", me)) return this.want({ owner: [me] });
    else if (select) {
      select.dataset.asked = "yes";
      select.options[0].text = say("Who are you?");
      select.focus();
    }
    this.mark();
  }

  /**
   * @param {Partial<Wish>} change
   * @param {"pushState" | "replaceState"} [way]
   */
  want(change, way = "pushState") {
    const wish = { ...this.wish, ...change };
    history[way](history.state, "", addressFor(location.href, wish));
    this.show(wish);
  }

  /** @param {Wish} wish */
  show(wish) {
    this.wish = wish;
    const { order, sort } = wish;
    const lines = inOrder(this.lines(), sort || (order ? "file" : ""));
    const fitting = this.fitting();
    const shown = fitting ? lines.filter((line) => fitsWish(line, fitting.kinds, fitting.words)) : lines;
    this.place(shown);
    this.mark();
    const figures = { count: shown.length, total: lines.length };
    this.told.textContent = fitting ? say("{count} of {total} KPIs", figures) : this.whole;
    if (this.none) this.none.hidden = shown.length > 0;
  }

  /** The tokens of each kind and the words that a row must have; null where every row fits. */
  fitting() {
    const kinds = KINDS.map((kind) => this.wish[kind].flatMap((value) => this.choice(kind, value)?.dataset.in ?? []));
    const asked = kinds.filter((tokens) => tokens.length);
    const words = plain(this.wish.words).split(/\s+/).filter(Boolean);
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
    for (const band of this.bands()) {
      const token = band.rows[0].dataset.in ?? "";
      const below = lines.filter((line) => line.tokens.includes(token));
      if (below.length) this.table.append(band, ...parts(below));
    }
  }

  /** Shows in the tools and in the headings what is wished for. */
  mark() {
    const { wish, tools } = this;
    const field = tools.querySelector("input");
    if (field && field.value.trim() !== wish.words) field.value = wish.words;
    const select = tools.querySelector("select");
    const [owner = ""] = wish.owner;
    if (select) select.value = owner;
    for (const chip of tools.querySelectorAll("button")) {
      const wanted = chip.name === "order" ? [wish.order] : (wish[/** @type {"status"} */ (chip.name)] ?? []);
      chip.ariaPressed = String(wanted.includes(chip.value));
      if (chip.name !== "mine") continue;
      const others = owner !== "" && owner !== remembered();
      chip.textContent = others ? say("This is me") : say("Mine");
      chip.ariaPressed = String(owner !== "" && !others);
    }
    for (const button of this.sorters()) {
      const down = wish.sort === `-${button.value}`;
      const heading = button.closest("th");
      if (wish.sort === button.value || down) heading?.setAttribute("aria-sort", down ? "descending" : "ascending");
      else heading?.removeAttribute("aria-sort");
    }
  }

  /** @returns {NodeListOf<HTMLButtonElement>} */
  sorters() {
    return this.table.querySelectorAll("thead button");
  }

  /**
   * The chip or option of a value; undefined where the table has none.
   * @param {string} kind
   * @param {string} value
   */
  choice(kind, value) {
    const all = /** @type {NodeListOf<HTMLButtonElement | HTMLOptionElement>} */ (
      this.tools.querySelectorAll(`[name=${kind}][data-in], [name=${kind}] [data-in]`)
    );
    return [...all].find((each) => each.value === value);
  }

  /** A body with the band of each perspective. */
  bands() {
    const kept = /** @type {HTMLTemplateElement | null} */ (document.querySelector("template[data-bands]"));
    const copy = /** @type {DocumentFragment | undefined} */ (kept?.content.cloneNode(true));
    return [...(copy?.querySelectorAll("tbody") ?? [])];
  }

  /** Every row with what it is found and sorted by, read once. */
  lines() {
    this.known ??= this.read();
    return this.known;
  }

  read() {
    /** @type {Map<string, string>} */
    const names = new Map(this.bands().map((band) => [band.rows[0].dataset.in ?? "", band.textContent ?? ""]));
    for (const chip of /** @type {NodeListOf<HTMLElement>} */ (this.tools.querySelectorAll("[name=theme]"))) {
      names.set(chip.dataset.in ?? "", chip.firstChild?.textContent ?? "");
    }
    const rows = [...this.table.tBodies].flatMap((body) => [...body.rows]);
    return rows.map((row) => {
      const tokens = (row.dataset.in ?? "").split(" ");
      const name = row.cells[1].textContent ?? "";
      const owner = row.cells[8].textContent ?? "";
      const code = row.cells[1].querySelector("i")?.title ?? "";
      const text = plain([name, code, owner, ...tokens.map((token) => names.get(token) ?? "")].join(" "));
      return { row, tokens, name, owner, text, places: (row.dataset.places ?? "").split(",") };
    });
  }
}

/**
 * Rows in parts, so that the browser can leave those be that are not in sight.
 * @param {Line[]} lines
 */
function parts(lines) {
  const bodies = [];
  for (let start = 0; start < lines.length; start += PART) {
    const body = element("tbody", {}, {}, ...lines.slice(start, start + PART).map((line) => line.row));
    body.style.setProperty("--bsc-rows", String(body.rows.length));
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

/** Who the reader said to be; empty where nobody has, or where nothing can be kept. */
function remembered() {
  try {
    return localStorage.getItem(ME) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} person */
function remember(person) {
  try {
    localStorage.setItem(ME, person);
  } catch {
    // nothing can be kept here: the choice holds for this page
  }
}
