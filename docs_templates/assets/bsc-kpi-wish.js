/* What a reader wishes to see of the table of KPIs: how it stands in the address, which rows fit, and in which order. */
import { mentions } from "./bsc-letters.js";

/**
 * Words, the values of each kind of filter (those of one kind add up), the order, and the column sorted by (-gap: down).
 * @typedef {{ words: string, order: string, sort: string, status: string[], late: string[], theme: string[],
 *   owner: string[] }} Wish
 * @typedef {{ tokens: string[], places: string[], name: string, owner: string, text: string }} Row whose
 *   text is searchable
 */

/** @type {("status" | "late" | "theme" | "owner")[]} */
export const KINDS = ["status", "late", "theme", "owner"];
/** @type {("words" | "order" | "sort")[]} */
const SINGLE = ["words", "order", "sort"];
/** The columns in the order of the places of a row; the first is its place in the file. */
const PLACES = ["file", "status", "current", "target", "gap", "trend", "chance"];

/**
 * What an address asks for: `?status=Act&status=Watch&sort=-gap`.
 * @param {string} address
 * @returns {Wish}
 */
export function wishIn(address) {
  const asked = new URL(address).searchParams;
  /** @type {Record<string, string | string[]>} */
  const wish = {};
  for (const key of SINGLE) wish[key] = asked.get(key) ?? "";
  for (const key of KINDS) wish[key] = asked.getAll(key);
  return /** @type {Wish} */ (wish);
}

/**
 * The address that asks for it, everything else in it as it was.
 * @param {string} address
 * @param {Wish} wish
 */
export function addressFor(address, wish) {
  const made = new URL(address);
  for (const key of [...SINGLE, ...KINDS]) {
    made.searchParams.delete(key);
    for (const value of [wish[key]].flat()) if (value) made.searchParams.append(key, value);
  }
  return made.href;
}

/**
 * Whether a row carries one token of each kind that is asked for, and every word.
 * @param {Row} row
 * @param {string[][]} kinds
 * @param {string[]} words
 */
export function fitsWish(row, kinds, words) {
  const carried = kinds.every((tokens) => tokens.some((token) => row.tokens.includes(token)));
  return carried && words.every((word) => mentions(row.text, word));
}

/**
 * The rows by a column (`-gap`: from the other end), by `file`, or as they came; what has no figure comes last.
 * @template {Row} Any
 * @param {Any[]} rows
 * @param {string} sort
 */
export function inOrder(rows, sort) {
  const down = sort.startsWith("-");
  const column = down ? sort.slice(1) : sort;
  const turn = down ? -1 : 1;
  const place = PLACES.indexOf(column);
  if (place >= 0) return [...rows].sort((a, b) => byFigure(a.places[place], b.places[place], turn));
  if (column === "kpi") return [...rows].sort((a, b) => turn * a.name.localeCompare(b.name, undefined, NUMERIC));
  if (column === "owner") return [...rows].sort((a, b) => turn * a.owner.localeCompare(b.owner, undefined, NUMERIC));
  return rows;
}

const NUMERIC = { numeric: true };

/**
 * @param {string} one
 * @param {string} other
 * @param {number} turn
 */
function byFigure(one, other, turn) {
  if (one === "" || other === "") return Number(one === "") - Number(other === "");
  return turn * (Number(one) - Number(other));
}

/**
 * What comes after a click on the heading of a column: up, down, and back to where it was.
 * @param {string} sort
 * @param {string} column
 */
export function nextSort(sort, column) {
  if (sort === column) return `-${column}`;
  return sort === `-${column}` ? "" : column;
}
