/* How answers of the search are shown. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { wordsIn } from "../../../docs_templates/assets/bsc-search-ranking.js";
import { excerpt, marked, plainText } from "../../../docs_templates/assets/bsc-search-words.js";

test("the piece of a text begins a little before the word that was asked for, and ends with whole words", () => {
  const text = `${"before ".repeat(20)}needle ${"after ".repeat(40)}`;
  const piece = excerpt(text, wordsIn("Needle"));
  assert.match(piece, /^… before .*needle after .* after …$/);
  assert.ok(piece.length < 170);
  assert.equal(excerpt("short text", wordsIn("text")), "short text");
  assert.equal(excerpt("short text", wordsIn("other")), "short text");
});

test("a text without spaces has a piece as well", () => {
  const text = `${"前".repeat(100)}満足度${"後".repeat(300)}`;
  const piece = excerpt(text, wordsIn("満足"));
  assert.match(piece, /^… 前+満足度後+ …$/);
  assert.ok(piece.length < 170);
});

test("words are marked as they are written, however they were typed", () => {
  assert.equal(marked("Viele Umsätze", wordsIn("umsaetze")), "Viele <mark>Umsätze</mark>");
  assert.equal(marked("Die Straße", wordsIn("stras")), "Die <mark>Straß</mark>e");
  assert.equal(marked("un résumé", wordsIn("RESUME")), "un <mark>résumé</mark>");
  assert.equal(marked("顧客の満足度", wordsIn("顧客満足")), "<mark>顧客</mark>の<mark>満足</mark>度");
  assert.equal(marked("the return rate", wordsIn("rate returns")), "the <mark>return</mark> <mark>rate</mark>");
});

test("the start of a word is marked before its middle, and markup is shown as it was written", () => {
  assert.equal(marked("innovate ovation", wordsIn("ova")), "innovate <mark>ova</mark>tion");
  assert.equal(marked("a < b & c", wordsIn("b")), "a &#60; <mark>b</mark> &#38; c");
});

test("the text of a piece of HTML parts what stands in cells and items", () => {
  assert.equal(plainText("<ul> <li>one</li><li>two &amp; three&#33;</li></ul>"), "one two & three!");
  assert.equal(plainText("e\u0301 &unknown; &#x41;"), "é &unknown; A");
});
