/* What belongs to the chain of an objective, and what a filter leaves of a map. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { chainOf, stays } from "../../../docs_templates/assets/bsc-map-chain.js";

/** skills > quality > loyal > revenue, past which skills > revenue and cost > revenue lead, too. */
const ARROWS = [
  ["skills", "quality"],
  ["quality", "loyal"],
  ["loyal", "revenue"],
  ["skills", "revenue"],
  ["cost", "revenue"],
].map(([from, to]) => ({ from, to }));

test("a chain holds the causes of causes, the effects of effects and the objective itself", () => {
  const chain = chainOf(ARROWS, "quality");
  const held = ["skills", "quality", "loyal", "revenue", "cost"].filter(chain.holds);
  assert.deepEqual(held, ["skills", "quality", "loyal", "revenue"]);
});

test("an arrow past the objective is none of its chain", () => {
  const { follows } = chainOf(ARROWS, "quality");
  assert.deepEqual(ARROWS.map(follows), [true, true, true, false, false]);
});

test("arrows in a circle come to an end", () => {
  const circle = [
    { from: "a", to: "b" },
    { from: "b", to: "a" },
  ];
  assert.equal(chainOf(circle, "a").holds("b"), true);
});

test("names that every object has are names like others", () => {
  const { holds } = chainOf([{ from: "a", to: "b" }], "a");
  assert.equal(holds("constructor"), false);
});

test("a filter by theme looks for the whole name of one of the themes", () => {
  assert.equal(stays({ themes: "growth green-growth" }, { theme: "growth" }), true);
  assert.equal(stays({ themes: "green-growth" }, { theme: "growth" }), false);
  assert.equal(stays({}, { theme: "growth" }), false);
});

test("theme and owner must both fit, and what is not asked for fits", () => {
  const box = { themes: "growth", owner: "ann" };
  assert.equal(stays(box, { theme: "", owner: "" }), true);
  assert.equal(stays(box, { theme: "growth", owner: "ben" }), false);
  assert.equal(stays(box, { theme: "growth", owner: "ann" }), true);
});
