/* How tables are sorted and filtered. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, compare, fits, wantedIn } from "../../../docs_templates/assets/bsc-table-order.js";

/** @param {string[]} cells */
function sorted(cells) {
  return cells.toSorted(compare);
}

test("numbers are sorted by their size and not by their letters", () => {
  assert.deepEqual(sorted(["10", "9", "-1", "2.5"]), ["-1", "2.5", "9", "10"]);
});

test("words are sorted by their letters, numbers within them by their size", () => {
  assert.deepEqual(sorted(["Store 10", "store 9", "Ärger", "Zeit", "art"]), [
    "Ärger",
    "art",
    "store 9",
    "Store 10",
    "Zeit",
  ]);
});

test("empty cells come last", () => {
  assert.deepEqual(sorted(["", "2", "", "b", "1"]), ["1", "2", "b", "", ""]);
});

test("a row fits that holds the words, in small or capital letters, and has the status", () => {
  const row = { text: "Net promoter score", status: "On track" };
  assert.equal(fits(row, { words: "PROMOTER", status: "" }), true);
  assert.equal(fits(row, { words: "promoter", status: "On track" }), true);
  assert.equal(fits({ text: "Umsätze 顧客の満足度", status: null }, { words: "umsaetze", status: "" }), true);
  assert.equal(fits({ text: "Umsätze 顧客の満足度", status: null }, { words: "満足", status: "" }), true);
  assert.equal(fits(row, { words: "", status: "Off track" }), false);
  assert.equal(fits(row, { words: "revenue", status: "On track" }), false);
});

test("a row without a status fits where none is asked for", () => {
  const row = { text: "Total", status: null };
  assert.equal(fits(row, { words: "", status: "" }), true);
  assert.equal(fits(row, { words: "", status: "On track" }), false);
});

test("what a table shows stands in the address and is read from it again", () => {
  const wanted = { words: "Müller & co", status: "On plan" };
  const address = addressOf("https://example.org/scorecard/?page=2#top", wanted);
  assert.deepEqual(wantedIn(address), wanted);
  assert.match(address, /page=2/);
  assert.match(address, /#top$/);
  assert.equal(addressOf(address, { words: "", status: "" }), "https://example.org/scorecard/?page=2#top");
});
