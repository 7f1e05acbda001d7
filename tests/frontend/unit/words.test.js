/* What the scripts say. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { filled, say } from "../../../docs_templates/assets/bsc-words.js";

test("a sentence without translation is said in English, its places filled", () => {
  assert.equal(say("{count} found", { count: 3 }), "3 found");
  assert.equal(say("constructor"), "constructor");
});

test("what fills a place is not looked into again", () => {
  assert.equal(filled("{name}: {name}", { name: "{name} {$&}" }), "{name} {$&}: {name} {$&}");
});

test("a place without a figure stays as it is written", () => {
  assert.equal(filled("{one} of {two}", { one: 1 }), "1 of {two}");
});

test("what has another order is set apart on a page that runs from right to left, and only there", () => {
  const told = () => filled("{name}: {size}", { name: "Revenue", size: "−3 %" });
  assert.equal(told(), "Revenue: −3 %");
  try {
    Object.assign(globalThis, { document: { documentElement: { dir: "rtl" } } });
    assert.equal(told(), "\u2068Revenue\u2069: \u2068−3 %\u2069");
    assert.equal(filled("{name}: {size}", { name: "العائد", size: 3 }), "العائد: 3");
  } finally {
    Reflect.deleteProperty(globalThis, "document");
  }
});
