/* Keys that lead to the page before and after. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { wantedBy } from "../../../docs_templates/assets/bsc-neighbours.js";

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false };

test("n leads on and p leads back, every other key nowhere", () => {
  assert.equal(wantedBy({ ...PLAIN, key: "n" }, null), "next");
  assert.equal(wantedBy({ ...PLAIN, key: "p" }, null), "prev");
  assert.equal(wantedBy({ ...PLAIN, key: "x" }, null), undefined);
});

test("neither with a modifier nor while somebody writes", () => {
  const field = /** @type {Element} */ (/** @type {unknown} */ ({ matches: () => true }));
  assert.equal(wantedBy({ ...PLAIN, ctrlKey: true, key: "p" }, null), undefined);
  assert.equal(wantedBy({ ...PLAIN, key: "n" }, field), undefined);
});
