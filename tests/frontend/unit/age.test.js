/* How old a page is. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { daysSince, OLD } from "../../../docs_templates/assets/bsc-age.js";

test("days are counted in the calendar of the clock", () => {
  assert.equal(daysSince("2026-11-05", new Date(2026, 10, 5, 0, 1)), 0);
  assert.equal(daysSince("2026-11-05", new Date(2026, 10, 5, 23, 59)), 0);
  assert.equal(daysSince("2026-11-05", new Date(2026, 11, 20, 12)), OLD);
});

test("the change to summer time takes no day away", () => {
  assert.equal(daysSince("2026-03-01", new Date(2026, 3, 1, 0, 30)), 31);
});

test("a clock that is behind has a negative age", () => {
  assert.equal(daysSince("2026-11-05", new Date(2026, 10, 4)), -1);
});

test("what is no day has no age, and is not old", () => {
  assert.equal(daysSince("soon", new Date()) > OLD, false);
});
