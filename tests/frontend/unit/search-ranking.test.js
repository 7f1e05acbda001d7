/* What a search finds, and in which order. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { answers, entryOf, weight } from "../../../docs_templates/assets/bsc-search-ranking.js";

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
