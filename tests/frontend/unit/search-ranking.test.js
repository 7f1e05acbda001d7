/* What a search finds, and in which order. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { answers, entryOf, excerpt, weight } from "../../../docs_templates/assets/bsc-search-ranking.js";

/**
 * @param {string} title
 * @param {string} text
 */
function entry(title, text, location = `${title}/`) {
  return entryOf({ location, title, text });
}

test("every word must be found, in the title or in the text", () => {
  assert.equal(weight(entry("Revenue", "per store"), ["revenue", "store"]) > 0, true);
  assert.equal(weight(entry("Revenue", "per store"), ["revenue", "shop"]), 0);
});

test("the beginning of a title counts more than its middle, and this more than the text", () => {
  const found = [entry("Cost", "revenue"), entry("Store revenue", ""), entry("Revenue", "")];
  const titles = answers(found, "Revenue").map((each) => each.title);
  assert.deepEqual(titles, ["Revenue", "Store revenue", "Cost"]);
});

test("a page comes before a part of a page", () => {
  const found = [entry("Revenue", "", "kpis/#revenue"), entry("Revenue", "", "revenue/")];
  assert.equal(answers(found, "revenue")[0].location, "revenue/");
});

test("an empty question has no answers, and a broad one has twenty", () => {
  const many = Array.from({ length: 50 }, (_, at) => entry(`Revenue ${at}`, ""));
  assert.deepEqual(answers(many, "  "), []);
  assert.equal(answers(many, "revenue").length, 20);
});

test("what is said of a page finds it too", () => {
  const tagged = entryOf({ location: "kpis/a/", title: "Cost", text: "", tags: ["KPI · ▲ Watch · 3 %"] });
  assert.equal(answers([tagged], "watch kpi").length, 1);
});

test("the piece of a text begins a little before the word that was asked for, and ends with whole words", () => {
  const text = `${"before ".repeat(20)}needle ${"after ".repeat(40)}`;
  const piece = excerpt(text, "Needle");
  assert.match(piece, /^… before .*needle after .* after …$/);
  assert.ok(piece.length < 170);
  assert.equal(excerpt("short text", "text"), "short text");
  assert.equal(excerpt("short text", "other"), "short text");
});
