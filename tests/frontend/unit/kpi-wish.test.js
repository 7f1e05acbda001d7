/* What a reader wishes to see of the table of KPIs. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { addressFor, fitsWish, inOrder, nextSort, wishIn } from "../../../docs_templates/assets/bsc-kpi-wish.js";
import { searchable } from "../../../docs_templates/assets/bsc-letters.js";

const NOTHING = { words: "", order: "", sort: "", status: [], late: [], theme: [], owner: [] };

/**
 * @param {string} name
 * @param {string} places
 */
function row(name, places, owner = "") {
  return { name, owner, text: searchable(`${name} ${owner}`), tokens: ["s0", "o1"], places: places.split(",") };
}

/** @param {{ name: string }[]} rows */
function names(rows) {
  return rows.map((each) => each.name).join("");
}

test("a wish stands in the address and is read from it again, everything else in it as it was", () => {
  const wish = { ...NOTHING, words: "Müller & co", status: ["On plan", "Act"], sort: "-gap", order: "perspective" };
  const address = addressFor("https://example.org/scorecard/?page=2#top", wish);
  assert.deepEqual(wishIn(address), wish);
  assert.match(address, /page=2/);
  assert.equal(addressFor(address, NOTHING), "https://example.org/scorecard/?page=2#top");
});

test("choices of one kind add up, kinds narrow each other, and so does each word", () => {
  const one = row("Überstunden je Kopf", "0", "Ann");
  assert.equal(fitsWish(one, [["s0", "s1"], ["o1"]], []), true);
  assert.equal(fitsWish(one, [["s1"], ["o1"]], []), false);
  assert.equal(fitsWish(one, [], ["UBER", "ann"]), true);
  assert.equal(fitsWish(one, [], ["über", "bob"]), false);
  assert.equal(fitsWish(one, [], ["ueber"]), true);
});

test("rows are sorted by the place of their figure, and what has none comes last both ways", () => {
  const rows = [row("a", "0,,9"), row("b", "1,,10"), row("c", "2,,"), row("d", "3,,2")];
  assert.equal(names(inOrder(rows, "current")), "dabc");
  assert.equal(names(inOrder(rows, "-current")), "badc");
  assert.equal(names(inOrder(rows, "")), "abcd");
  assert.equal(names(inOrder([...rows].reverse(), "file")), "abcd");
});

test("names are sorted by their letters, numbers within them by their size", () => {
  const rows = [row("Store 10", "0", "Zoe"), row("store 9", "1", "Ann"), row("Ärger", "2", "Bob")];
  assert.equal(names(inOrder(rows, "kpi")), "Ärgerstore 9Store 10");
  assert.equal(names(inOrder(rows, "-owner")), "Store 10Ärgerstore 9");
});

test("a third click leads back to where it was", () => {
  assert.deepEqual([nextSort("", "gap"), nextSort("gap", "gap"), nextSort("-gap", "gap")], ["gap", "-gap", ""]);
  assert.equal(nextSort("-gap", "kpi"), "kpi");
});
