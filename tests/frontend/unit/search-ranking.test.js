/* What a search finds, and in which order. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { answers, entryOf, wordsIn, worth } from "../../../docs_templates/assets/bsc-search-ranking.js";

/**
 * @param {string} title
 * @param {string} text
 */
function entry(title, text, location = `${title}/`) {
  return entryOf({ location, title, text });
}

/**
 * @param {ReturnType<typeof entry>[]} entries
 * @param {string} question
 */
const titles = (entries, question) => answers(entries, wordsIn(question)).map((each) => each.entry.title);

/**
 * Whether a text is found by a question.
 * @param {string} text
 * @param {string} question
 */
const finds = (text, question) => wordsIn(question).every((each) => worth(entry("", text), each) > 0);

test("every word must be found, in the title or in the text", () => {
  const both = [entry("Revenue", "per store"), entry("Revenue", "per shop")];
  assert.equal(answers(both, wordsIn("revenue store")).length, 1);
});

test("where nothing has every word, what has the most of them answers", () => {
  const found = [entry("Revenue", "per store"), entry("Cost", "per store")];
  assert.deepEqual(titles(found, "revenue store nowhere"), ["Revenue"]);
  assert.deepEqual(titles(found, "nowhere"), []);
});

test("the beginning of a title counts more than its middle, and this more than the text", () => {
  const found = [
    entry("Cost", "revenue"),
    entry("Store revenue", ""),
    entry("Returns", "revenues"),
    entry("Revenue", ""),
  ];
  assert.deepEqual(titles(found, "Revenue"), ["Revenue", "Store revenue", "Cost", "Returns"]);
});

test("a page comes before a part of a page, and what is marked as more important before both", () => {
  const found = [entry("Revenue", "", "kpis/#revenue"), entry("Revenue", "", "revenue/")];
  assert.equal(answers(found, wordsIn("revenue"))[0].entry.location, "revenue/");
  found.push(entryOf({ location: "more/#x", title: "Revenue", text: "", boost: 3 }));
  assert.equal(answers(found, wordsIn("revenue"))[0].entry.location, "more/#x");
});

test("an empty question has no answers", () => {
  assert.deepEqual(answers([entry("Revenue", "")], wordsIn("  ")), []);
});

test("what is said of a page finds it too", () => {
  const tagged = entryOf({ location: "kpis/a/", title: "Cost", text: "", tags: ["KPI · ▲ Watch · 3 %"] });
  assert.equal(answers([tagged], wordsIn("watch kpi")).length, 1);
});

test("another form of a word is found, another word that begins so is not", () => {
  for (const [text, question] of [
    ["the return rate", "returns"],
    ["improved twice", "improving"],
    ["zwei Kunden", "Kunde"],
    ["le client", "clients"],
    ["dos indicadores", "indicador"],
    ["one company", "companies"],
  ])
    assert.ok(finds(text, question), question);
  assert.equal(finds("the mark", "market"), false);
  assert.equal(finds("of it", "ofs"), false);
});

test("accents, umlauts and dots are found however they are typed", () => {
  for (const [text, question] of [
    ["un résumé", "resume"],
    ["un resume", "résumé"],
    ["Umsätze", "umsaetze"],
    ["Umsaetze", "umsätze"],
    ["Umsätze", "umsatze"],
    ["Straße", "strasse"],
    ["le cœur", "coeur"],
    ["İade oranı", "iade orani"],
    ["IADE", "ıade"],
    ["año", "ano"],
  ])
    assert.ok(finds(text, question), question);
  assert.equal(finds("les cours", "coeur"), false);
});

test("Japanese is found inside a text, in pieces, and in any width", () => {
  for (const question of ["満足度", "顧客満足度", "満足", "ＫＰＩ", "kpi"])
    assert.ok(finds("KPI：顧客の満足度", question), question);
  assert.ok(finds("ﾘﾋﾟｰﾄ率の改善", "リピート率"));
  assert.equal(finds("顧客の満足度", "従業員満足度"), false);
  assert.equal(finds("がく", "かく"), false);
});

test("Arabic is found without its marks, with any alef, and in its own digits", () => {
  for (const question of ["معدل", "ارباح", "الأرباح", "٢٠٢٦", "2026"])
    assert.ok(finds("مُعَدَّل الأرباح ٢٠٢٦", question), question);
});

test("two letters of an alphabet are looked for at the start of words alone", () => {
  assert.equal(finds("revenue", "en"), false);
  assert.equal(finds("entry", "en"), true);
  assert.equal(finds("revenue", "ven"), true);
});
