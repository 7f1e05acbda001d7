/* The address of the strategy map, there and back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { choicesIn, hashOf } from "../../../docs_templates/assets/bsc-map-address.js";

test("what was chosen comes back from the address", () => {
  const choices = { theme: "loyalty", owner: "cmo", focus: "a_b-c", view: "lags", arrow: "a.b" };
  assert.deepEqual(choicesIn(hashOf(choices)), choices);
});

test("nothing chosen leaves no address", () => {
  assert.equal(hashOf({ theme: "", owner: "" }), "");
  assert.deepEqual(choicesIn(""), {});
});

test("anchors of headings are not about the map, and unknown names are left out", () => {
  assert.equal(choicesIn("#offer"), null);
  assert.deepEqual(choicesIn("#theme=x&evil=1&owner="), { theme: "x" });
});

test("letters of any kind survive", () => {
  const choices = { owner: "Chloé & Søn = 1" };
  assert.deepEqual(choicesIn(hashOf(choices)), choices);
});
