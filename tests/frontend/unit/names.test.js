/* Which names answer what somebody typed. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { folded, wordsOf } from "../../../docs_templates/assets/bsc-letters.js";
import { found, likeness, slips, thingsOf } from "../../../docs_templates/assets/bsc-names.js";

/** @type {import("../../../docs_templates/assets/bsc-names.js").Index} */
const INDEX = {
  kinds: ["KPI", "Objective", "Person"],
  marks: [["at-risk", "Watch"]],
  rows: [
    [0, "Revenue", "kpis/revenue/", 0, "€ 1", "Grow"],
    [0, "Repeat purchase rate", "kpis/repeat-rate/", 0, "28.9 %", "Earn repeat customers", "repeat-buyers"],
    [1, "Earn repeat customers", "objectives/loyal/"],
    [2, "Zoë Ørsted", "people/zoe/"],
    [2, "Straße", "people/strasse/"],
    [0, "客户满意度", "kpis/csat/"],
    [0, "Umsätze", "kpis/umsatz/"],
    [0, "顧客の満足度", "kpis/manzoku/"],
    [0, "ﾘﾋﾟｰﾄ率", "kpis/ripito/"],
    [0, "İade oranı", "kpis/iade/"],
    [0, "مُعَدَّل الأرباح", "kpis/arbah/"],
  ],
};
const THINGS = thingsOf(INDEX);
/** @param {string} question */
const names = (question) => found(THINGS, question).map((each) => each.name);

test("a misspelt word finds its name", () => {
  assert.deepEqual(names("reveneu"), ["Revenue"]);
  assert.deepEqual(names("purchse rate"), ["Repeat purchase rate"]);
  assert.deepEqual(names("custmoers"), ["Earn repeat customers", "Repeat purchase rate"]);
});

test("accents and capital letters make no difference", () => {
  assert.deepEqual(names("zoe ORSTED"), ["Zoë Ørsted"]);
  assert.deepEqual(names("strasse"), ["Straße"]);
  assert.equal(folded("Łódź"), "lodz");
});

test("the beginning of a name comes before what stands beside it, and every word counts", () => {
  assert.deepEqual(names("repeat"), ["Repeat purchase rate", "Earn repeat customers"]);
  assert.deepEqual(names("repeat kpi"), ["Repeat purchase rate"]);
  assert.deepEqual(names("repeat nothing"), []);
  assert.deepEqual(names("  "), []);
});

test("earlier ids and kinds find it, and so does a single sign of a script without spaces", () => {
  assert.deepEqual(names("buyers"), ["Repeat purchase rate"]);
  assert.deepEqual(names("person").sort(), ["Straße", "Zoë Ørsted"]);
  assert.deepEqual(names("满"), ["客户满意度"]);
});

test("umlauts are found as those type them who have no key for them, and the other way round", () => {
  for (const question of ["Umsätze", "umsatze", "UMSAETZE", "umsaetz"]) assert.deepEqual(names(question), ["Umsätze"]);
});

test("Japanese is found inside names, in pieces, and in any width", () => {
  for (const question of ["満足度", "顧客満足度", "顧客の満足度"]) assert.equal(names(question)[0], "顧客の満足度");
  assert.deepEqual(names("リピート"), ["ﾘﾋﾟｰﾄ率"]);
  assert.deepEqual(names("ヒヒート"), []);
});

test("Turkish is found with and without the dot, Arabic without its marks and with any alef", () => {
  for (const question of ["iade", "İADE oranı", "oranI", "ıade"]) assert.deepEqual(names(question), ["İade oranı"]);
  for (const question of ["معدل", "الارباح", "معدل الأرباح", "ارباح"])
    assert.deepEqual(names(question), ["مُعَدَّل الأرباح"]);
});

test("slips are counted up to a limit, turned letters as one", () => {
  assert.equal(slips("reveneu", "revenue", 2), 1);
  assert.equal(slips("", "ab", 2), 2);
  assert.equal(slips("abc", "xyz", 1), 2);
  assert.equal(slips("margin", "margins", 1), 1);
});

test("short words have to be right", () => {
  assert.equal(likeness("nps", "nqs"), 0);
  assert.ok(likeness("marg", "margin") > likeness("argi", "margin"));
  assert.ok(likeness("mragin", "margin") > 0);
  assert.equal(likeness("xargin", "margin"), 0);
});

test("punctuation parts words, a percent sign is one", () => {
  assert.deepEqual(wordsOf("Return-rate (in %)"), ["return", "rate", "in", "%"]);
});
