/* Tables that can be sorted and filtered, without a server; without this script they are complete and in order. */
import { element } from "./bsc-elements.js";
import { addressOf, compare, fits, wantedIn } from "./bsc-table-order.js";
import { say } from "./bsc-words.js";

/** Makes every table of the page that can be sorted do so. */
export function startTables() {
  for (const table of tables("table.bsc-sortable")) enliven(table);
}

/**
 * @param {string} selector
 * @returns {NodeListOf<HTMLTableElement>}
 */
function tables(selector) {
  return document.querySelectorAll(selector);
}

/** @param {HTMLTableElement} table */
function enliven(table) {
  if (table.dataset.alive) return;
  table.dataset.alive = "yes";
  table.querySelectorAll("thead th").forEach((heading, index) => {
    const button = element("button", { type: "button", className: "bsc-sort" }, {}, ...wordsOf(heading));
    heading.prepend(button);
    button.addEventListener("click", () => sort(table, heading, index));
  });
  const room = table.parentElement?.previousElementSibling;
  if (room?.matches(".bsc-tools--room")) room.replaceWith(tools(table));
  else table.parentElement?.before(tools(table));
}

/**
 * What a heading says, without what explains it, which is a button of its own.
 * @param {Element} heading
 */
function wordsOf(heading) {
  return [...heading.childNodes].filter(
    (node) => !(node instanceof Element && node.matches(".bsc-term, .bsc-meaning")),
  );
}

/**
 * The rows with more than a heading in them.
 * @param {HTMLTableElement} table
 */
function rowsOf(table) {
  return [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.cells.length > 1);
}

/**
 * @param {HTMLTableElement} table
 * @param {Element} heading
 * @param {number} index
 */
function sort(table, heading, index) {
  const down = heading.getAttribute("aria-sort") === "ascending";
  for (const each of table.querySelectorAll("thead th")) each.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  const rows = rowsOf(table).sort(
    (a, b) => compare(orderOf(a.cells[index]), orderOf(b.cells[index])) * (down ? -1 : 1),
  );
  const body = table.querySelector("tbody.bsc-sorted") ?? element("tbody", { className: "bsc-sorted" });
  body.append(...rows);
  for (const each of table.querySelectorAll("tbody:not(.bsc-sorted)")) each.remove();
  table.append(body);
}

/**
 * What a cell is sorted by.
 * @param {HTMLTableCellElement | undefined} cell
 */
function orderOf(cell) {
  return (cell?.dataset.order || cell?.textContent || "").trim();
}

/**
 * A row as it is filtered.
 * @param {HTMLTableRowElement} row
 */
function readable(row) {
  return { text: row.textContent ?? "", status: row.querySelector(".bsc-status")?.textContent ?? null };
}

/**
 * Shows the rows that are wanted; a part of the table with none of them is hidden with its heading.
 * @param {HTMLTableElement} table
 * @param {{ words: string, status: string }} wanted
 */
function filter(table, wanted) {
  const rows = rowsOf(table);
  for (const row of rows) row.hidden = !fits(readable(row), wanted);
  for (const body of table.tBodies) {
    const inside = rows.filter((row) => row.parentElement === body);
    if (inside.length) body.hidden = inside.every((row) => row.hidden);
  }
}

/**
 * The box above the table: a field for words, and a choice of statuses where there are several.
 * @param {HTMLTableElement} table
 */
function tools(table) {
  const words = element(
    "input",
    { type: "search", placeholder: say("Filter") },
    { "aria-label": say("Filter the rows") },
  );
  const choice = element(
    "select",
    {},
    { "aria-label": say("Show only one status") },
    new Option(say("Every status"), ""),
  );
  const statuses = new Set(rowsOf(table).flatMap((row) => readable(row).status ?? []));
  for (const each of statuses) choice.add(new Option(each, each));
  const none = element("p", { className: "bsc-quiet", hidden: true }, { role: "status" }, say("No row matches."));
  const apply = () => {
    const wanted = { words: words.value.trim(), status: choice.value };
    filter(table, wanted);
    none.hidden = rowsOf(table).some((row) => !row.hidden);
    history.replaceState(history.state, "", addressOf(location.href, wanted));
  };
  words.addEventListener("input", apply);
  choice.addEventListener("change", apply);
  const asked = wantedIn(location.href);
  if (asked.words || statuses.has(asked.status)) {
    words.value = asked.words;
    choice.value = statuses.has(asked.status) ? asked.status : "";
    apply();
  }
  return element("div", { className: "bsc-tools" }, {}, words, ...(statuses.size > 1 ? [choice] : []), none);
}
