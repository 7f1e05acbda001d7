/* Rows of a long table of KPIs: words and figures stand in the page, what else they show comes after it. */
import { element } from "./bsc-elements.js";
import { loadFrom } from "./bsc-later.js";

/** Places, tokens, objective, owner, gap, the arrow of the trend and the paths of the course.
 * @typedef {[places: string, tokens: string, objective: number, owner: number, gap: string, to: string, course: string[]
 *   ]} LateRow
 */
/** @typedef {{ rows: LateRow[], objectives: string[], owners: string[] }} LateRows */

const [KPI, COURSE, GAP, TREND, OWNER] = [1, 2, 5, 6, 8];
const SVG = "http://www.w3.org/2000/svg";

/** The rows of one table that are not whole yet. */
export class Late {
  /** @param {HTMLTableElement} table */
  constructor(table) {
    const { rows, scorecard = "" } = table.dataset;
    this.table = table;
    this.file = rows;
    this.scorecard = scorecard;
    this.waiting = Boolean(rows);
    /** @type {Promise<void> | null} */
    this.coming = null;
  }

  /** Makes them whole as soon as the browser has nothing better to do. */
  soon() {
    if (!this.waiting) return;
    const idle = window.requestIdleCallback ?? setTimeout;
    idle(() => this.whole());
  }

  /** Resolves when every row is whole, or cannot be. */
  whole() {
    this.coming ??= this.waiting ? this.bring() : Promise.resolve();
    return this.coming;
  }

  async bring() {
    const rows = [...this.table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.dataset.places);
    await loadFrom(new URL(this.file ?? "", location.href).href).catch(() => null);
    const late = window.bscKpiRows?.[this.scorecard];
    for (const [at, row] of rows.entries()) {
      if (row.parentElement) row.className = row.parentElement.className;
      if (late) complete(row, late, late.rows[at]);
    }
    this.waiting = false;
  }
}

/**
 * @param {HTMLTableRowElement} row
 * @param {LateRows} late
 * @param {LateRow} own
 */
function complete(row, late, [places, tokens, objective, owner, gap, to, course]) {
  Object.assign(row.dataset, { places, in: tokens });
  const { cells } = row;
  cells[KPI].setAttribute("scope", "row");
  const about = late.objectives[objective];
  if (about) cells[KPI].append(element("small", { textContent: about }));
  if (course.length) cells[COURSE].append(drawn(course));
  if (to) cells[TREND].dataset.to = to;
  if (gap) cells[GAP].style.setProperty("--gap", gap);
  const href = late.owners[owner];
  if (href) cells[OWNER].replaceChildren(element("a", { href }, {}, ...cells[OWNER].childNodes));
}

/** @param {string[]} course */
function drawn(course) {
  const made = document.createElementNS(SVG, "svg");
  for (const each of course) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", each);
    made.append(path);
  }
  return made;
}
