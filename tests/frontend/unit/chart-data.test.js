/* The data of a chart, and how a reader moves in it. */
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  across,
  filled,
  linesOf,
  nearest,
  pointsOf,
  rowsOf,
  stepped,
} from "../../../docs_templates/assets/bsc-chart-data.js";

const SIGNALS = { height: 200, left: 40, right: 100, span: [Date.parse("2026-01-01"), Date.parse("2026-12-31")] };

test("a block becomes rows of the fields that are alike and of those that are not", () => {
  const blocks = [
    [2, { k: "actual" }, { t: ["2026-01-01", "2026-02-01"], y: [1, null] }],
    [1, { k: "target", y: 5 }, {}],
  ];
  assert.deepEqual(rowsOf(blocks), [
    { k: "actual", t: "2026-01-01", y: 1 },
    { k: "actual", t: "2026-02-01", y: null },
    { k: "target", y: 5 },
  ]);
});

test("rows with a number can be read, also that with 0", () => {
  assert.deepEqual(pointsOf([{ i: 0 }, { k: "target" }, { i: 1 }]), [{ i: 0 }, { i: 1 }]);
});

test("a type of chart is filled and stays as it was", () => {
  const type = { data: [{ name: "rows" }, { name: "other", values: [] }], signals: [{ name: "left" }, { name: "at" }] };
  const before = structuredClone(type);
  const spec = filled(type, SIGNALS, [{ i: 0 }]);
  assert.deepEqual(spec, {
    height: 200,
    data: [
      { name: "rows", values: [{ i: 0 }] },
      { name: "other", values: [] },
    ],
    signals: [{ name: "left", value: 40 }, { name: "at" }],
  });
  assert.deepEqual(type, before);
});

test("a point stands between the margins, its middle before its beginning", () => {
  assert.equal(across({ t: "2026-01-01" }, SIGNALS, SIGNALS.span), 40);
  assert.equal(across({ t: "2026-01-01", m: "2026-12-31" }, SIGNALS, SIGNALS.span), 540);
  assert.equal(across({ t: "2026-07-02" }, SIGNALS, SIGNALS.span), 290);
});

test("the nearest point is one that is shown", () => {
  assert.equal(nearest([10, 20, 30], 24), 1);
  assert.equal(nearest([10, null, 30], 22), 2);
  assert.equal(nearest([null, null], 5), -1);
  assert.equal(nearest([], 5), -1);
});

test("keys begin at the first point that is shown or at the last, and stop at the ends", () => {
  const visible = [false, true, true];
  assert.equal(stepped(visible, -1, 1), 1);
  assert.equal(stepped(visible, -1, -1), 2);
  assert.equal(stepped(visible, 1, 1), 2);
  assert.equal(stepped(visible, 2, 1), 2);
  assert.equal(stepped(visible, 1, -1), 1);
  assert.equal(stepped([], -1, 1), -1);
});

test("a value is told with what was expected and every further word, a plan without its day", () => {
  const point = { i: 0, p: "Nov 2026", v: "45 %", e: "40 %", w: "On track", l: "", n: "<b>note</b>", t: "", row: 0 };
  assert.deepEqual(linesOf(point, false), ["Nov 2026: 45 %", "40 % expected", "On track", "<b>note</b>"]);
  assert.deepEqual(linesOf(point, true), ["Nov 2026", "45 %", "40 %", "<b>note</b>"]);
});
