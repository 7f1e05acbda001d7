/* The order of a table: which of two cells comes first, and which rows are wanted. */
import { mentions, searchable } from "./bsc-letters.js";

/**
 * Below 0 where `one` comes first: numbers by their size, words by their letters, empty cells last.
 * @param {string} one
 * @param {string} other
 */
export function compare(one, other) {
  if (one === "" || other === "") return Number(one === "") - Number(other === "");
  const [a, b] = [Number(one), Number(other)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return one.localeCompare(other, undefined, { numeric: true });
}

/**
 * Whether a row with this text and this status is wanted by who asks for words and a status; nothing asked for fits.
 * @param {{ text: string, status: string | null }} row
 * @param {{ words: string, status: string }} wanted
 */
export function fits(row, wanted) {
  if (wanted.status && row.status !== wanted.status) return false;
  return mentions(searchable(row.text), wanted.words);
}

/**
 * What an address asks a table to show: `?status=Act&words=sales`.
 * @param {string} address
 */
export function wantedIn(address) {
  const asked = new URL(address).searchParams;
  return { words: asked.get("words") ?? "", status: asked.get("status") ?? "" };
}

/**
 * The address that asks for what is wanted, everything else in it as it was.
 * @param {string} address
 * @param {{ words: string, status: string }} wanted
 */
export function addressOf(address, wanted) {
  const made = new URL(address);
  for (const [key, value] of Object.entries(wanted)) {
    if (value) made.searchParams.set(key, value);
    else made.searchParams.delete(key);
  }
  return made.href;
}
