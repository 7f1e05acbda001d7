/* The data of a chart, and how a reader moves in it. */
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  across,
  beside,
  down,
  filled,
  linesOf,
  narrowed,
  nearest,
  pointsOf,
  rowsOf,
  stepped,
} from "../../../docs_templates/assets/bsc-chart-data.js";

const SPAN = [Date.parse("2026-01-01"), Date.parse("2026-12-31")];
const SIGNALS = { height: 200, span: SPAN, reach: [10, 30] };

test("a block becomes rows of the fields that are alike and of those that are not", () => {
  const blocks = [
    [2, { k: "actual" }, { l: { t: ["2026-01-01", "2026-02-01"], y: [1, null] } }],
    [1, { k: "target", y: 5 }],
  ];
  assert.deepEqual(rowsOf(blocks), [
    { k: "actual", t: "2026-01-01", y: 1 },
    { k: "actual", t: "2026-02-01", y: null },
    { k: "target", y: 5 },
  ]);
});

test("days, counts and few texts are written short", () => {
  const ways = { l: { y: [1, 2, 3] }, d: { t: [20454, 31, 28] }, c: { i: 4 }, t: { w: [["On", "Off"], "010"] } };
  const block = [3, { k: "actual" }, ways];
  assert.deepEqual(rowsOf([block]), [
    { k: "actual", y: 1, t: "2026-01-01", i: 4, w: "On" },
    { k: "actual", y: 2, t: "2026-02-01", i: 5, w: "Off" },
    { k: "actual", y: 3, t: "2026-03-01", i: 6, w: "On" },
  ]);
});

test("texts that follow from figures, few parts and the same ends are written short", () => {
  const figures = { v: ["y", "€ ", " a day", 2] };
  const pairs = { p: [["Jan", "Feb"], "01", ["2026"], "00"] };
  const ways = { l: { y: [1234567.5, 3] }, f: figures, p: pairs, b: { e: ["", " h", ["1", "2"]] } };
  const block = [2, { k: "actual" }, ways];
  assert.deepEqual(rowsOf([block]), [
    { k: "actual", y: 1234567.5, v: "€ 1,234,567.50 a day", p: "Jan 2026", e: "1 h" },
    { k: "actual", y: 3, v: "€ 3.00 a day", p: "Feb 2026", e: "2 h" },
  ]);
  const alike = [2, { y: 12.5 }, { f: { v: ["y", "", " %", 1] } }];
  assert.deepEqual(rowsOf([alike]), [
    { y: 12.5, v: "12.5 %" },
    { y: 12.5, v: "12.5 %" },
  ]);
});

test("first days of months are written as months", () => {
  const [alike, apart] = [{ t: [24313, 1] }, { t: [24313, [3, 12]] }].map((m) => [3, {}, { m }]);
  assert.deepEqual(
    rowsOf([alike, apart]).map((row) => row.t),
    ["2026-02-01", "2026-03-01", "2026-04-01", "2026-02-01", "2026-05-01", "2027-05-01"],
  );
});

test("figures are written as steps, and a mark of a value has its place", () => {
  const values = [3, { k: "actual" }, { s: { y: [2, 12345, -45, 1] }, c: { i: 0 }, m: { t: [24313, 1] } }];
  const bar = [1, { k: "partial", i: 3, y: 7, t: "2026-05-04T02:24Z", m: "2026-05-16" }];
  const marks = [2, { k: "signal" }, { l: { at: [1, 3] } }];
  const rows = rowsOf([values, bar, marks]);
  assert.deepEqual(
    rows.slice(0, 3).map(({ y }) => y),
    [123.45, 123, 123.01],
  );
  assert.deepEqual(rows.slice(4), [
    { k: "signal", at: 1, t: "2026-03-01", y: 123 },
    { k: "signal", at: 3, t: "2026-05-16", y: 7 },
  ]);
});

test("rows with a number can be read, also that with 0", () => {
  assert.deepEqual(pointsOf([{ i: 0 }, { k: "target" }, { i: 1 }]), [{ i: 0 }, { i: 1 }]);
});

test("a type of chart is filled, as large as its plot, and stays as it was", () => {
  const type = {
    data: [{ name: "rows" }, { name: "other", values: [] }],
    signals: [{ name: "reach" }, { name: "zoom" }],
  };
  const before = structuredClone(type);
  const spec = filled(type, SIGNALS, [{ i: 0 }], { width: 800, height: 340 });
  assert.deepEqual(spec, {
    width: 800,
    height: 340,
    data: [
      { name: "rows", values: [{ i: 0 }] },
      { name: "other", values: [] },
    ],
    signals: [{ name: "reach", value: [10, 30] }, { name: "zoom" }],
  });
  assert.deepEqual(type, before);
});

test("marks that no row fills are left out with the tables that only they need", () => {
  const table = (name, source, ...filters) => ({ name, source, transform: filters.map((expr) => ({ expr })) });
  const data = [
    { name: "rows" },
    table("all", "rows", "toDate(datum.t)"),
    table("actual", "all", "datum.k === 'actual'"),
    table("dots", "actual", "datum.dot"),
    table("limits", "all", "datum.k === 'limit'"),
    table("rebased", "limits", "datum.z === zoom"),
  ];
  const [line, dots] = [{ from: { facet: { data: "actual" } } }, { from: { data: "dots" } }];
  const type = { data, signals: [], marks: [line, { from: { data: "rebased" } }, dots, { type: "rule" }] };
  const found = narrowed(type, [{ k: "actual" }]);
  assert.deepEqual(found.marks, [line, dots, { type: "rule" }]);
  assert.deepEqual(
    found.data.map(({ name }) => name),
    ["rows", "all", "actual", "dots"],
  );
});

test("a point stands at its share of the time, its middle before its beginning", () => {
  assert.equal(across({ t: "2026-01-01" }, SPAN), 0);
  assert.equal(across({ t: "2026-01-01", m: "2026-12-31" }, SPAN), 1);
  assert.equal(across({ t: "2026-07-02" }, SPAN), 0.5);
});

test("a point lies at its value, or at the heights that it brings", () => {
  assert.deepEqual(down({ y: 25 }, SIGNALS), [0.25]);
  assert.deepEqual(down({ row: 50 }, { height: 200, span: SPAN }), [0.25]);
  assert.deepEqual(down({ upper: 20, lower: 100 }, { height: 200, span: SPAN }), [0.1, 0.5]);
});

test("words stand around their place, inside the figure, and before what is taken", () => {
  const room = { middle: 300, width: 100, from: -30, to: 500, taken: Infinity };
  assert.equal(beside(room), 250);
  assert.equal(beside({ ...room, middle: 0 }), -30);
  assert.equal(beside({ ...room, middle: 490 }), 400);
  assert.equal(beside({ ...room, middle: 390, taken: 420 }), 312);
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

test("a value is told with every further word that there is", () => {
  const point = { i: 0, p: "Nov 2026", v: "45 %", e: "40 %", w: "On track", l: "", n: "<b>note</b>", t: "" };
  assert.deepEqual(linesOf(point), ["Nov 2026", "45 %", "40 %", "On track", "<b>note</b>"]);
});
