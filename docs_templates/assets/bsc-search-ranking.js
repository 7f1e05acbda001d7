/* Which pages answer a search, and in which order. */
import { folded, hasUmlauts, piecesOf, speltOut, wordsOf } from "./bsc-letters.js";

/**
 * What can be found: where it is, its title and text, what is said of its page; and title and text once more as they are
 * compared, the words parted by single spaces, also with umlauts spelt out where there are any.
 * @typedef {{ location: string, title: string, text: string, tags: string[], boost: number, ways: Way[] }} Entry
 * @typedef {{ head: string, body: string }} Way
 */
/**
 * A word that was typed, in each of the ways; the beginning that its forms have in common; and its pieces, where it is of
 * a script without spaces.
 * @typedef {{ ways: string[], stem: string, pieces: string[] }} Word
 */

/** Endings of inflection in the languages that are offered: `Kunden` finds `Kunde`, `returns` finds `return`. */
const ENDINGS = "leri|lari|lar|ler|ies|ing|ern|ed|es|en|er|em|as|os|ie|s|e|n|x|d|y|a|o";
const INFLECTED = new RegExp(`(?:${ENDINGS})$`, "u");
const SHORTEST_STEM = 4;

/**
 * The entry that can be found.
 * @param {{ location: string, title: string, text: string, tags?: string[], boost?: number }} written
 * @returns {Entry}
 */
export function entryOf({ location, title, text, tags = [], boost = 1 }) {
  const whole = [text, ...tags].join(" ");
  const plain = { head: parted(title, folded), body: parted(whole, folded) };
  const ways = [plain];
  if (hasUmlauts(title + whole)) ways.push({ head: parted(title, speltOut), body: parted(whole, speltOut) });
  return { location, title, text, tags, boost, ways };
}

/**
 * The words of a text, a space before each.
 * @param {string} text
 * @param {(text: string) => string} fold
 */
function parted(text, fold) {
  return ` ${fold(text).replace(/[^\p{L}\p{N}\u3099\u309a%]+/gu, " ")}`;
}

/**
 * @param {string} question
 * @returns {Word[]}
 */
export function wordsIn(question) {
  const spelt = wordsOf(question, speltOut);
  return wordsOf(question).map((plain, at) => ({
    ways: [plain, spelt[at] ?? plain],
    stem: stemOf(plain),
    pieces: piecesOf(plain),
  }));
}

/**
 * The word without an ending of inflection; empty where too little would be left.
 * @param {string} word
 */
function stemOf(word) {
  const stem = word.replace(INFLECTED, "");
  return stem.length < SHORTEST_STEM ? "" : stem;
}

/**
 * How well one word is answered by an entry: at the start of the title, of another word there, inside one, by another
 * form of it, in pieces; or by the text in the same order. 0 is no answer.
 * @param {Entry} entry
 * @param {Word} word
 */
export function worth({ ways }, { ways: typed, stem, pieces }) {
  let best = 0;
  for (const [at, word] of typed.entries()) {
    const { head, body } = ways[at] ?? ways[0];
    if (head.startsWith(` ${word}`)) return 12;
    best = Math.max(best, 10 * within(head, word), within(body, word));
  }
  return best || worthOfForms(ways[0], stem) || worthOfPieces(ways[0], pieces);
}

/**
 * @param {Way} way
 * @param {string} stem
 */
function worthOfForms({ head, body }, stem) {
  if (!stem) return 0;
  if (inflected(head, stem)) return 6;
  return inflected(body, stem) ? 0.6 : 0;
}

/**
 * @param {Way} way
 * @param {string[]} pieces
 */
function worthOfPieces({ head, body }, pieces) {
  if (!pieces.length || !pieces.every((each) => head.includes(each) || body.includes(each))) return 0;
  return pieces.every((each) => head.includes(each)) ? 5 : 0.5;
}

/**
 * 1 for the start of a word, less for what stands inside: two letters of an alphabet say nothing there, one sign of
 * another script does.
 * @param {string} text
 * @param {string} word
 */
function within(text, word) {
  if (text.includes(` ${word}`)) return 1;
  return (word.length > 2 || !/^[ -~]*$/.test(word)) && text.includes(word) ? 0.7 : 0;
}

/** @type {Map<string, RegExp>} */
const FORMS = new Map();

/**
 * Whether a text has a form of the word with this stem.
 * @param {string} text
 * @param {string} stem
 */
function inflected(text, stem) {
  if (!text.includes(` ${stem}`)) return false;
  let forms = FORMS.get(stem);
  if (!forms) FORMS.set(stem, (forms = new RegExp(` ${stem}(?:${ENDINGS})?(?![^ ])`, "u")));
  return forms.test(text);
}

/**
 * The best answers, the best one first: those that have every word, or where nothing has, those that have the most; none
 * for an empty question. A page comes before its parts.
 * @param {Entry[]} entries
 * @param {Word[]} words
 * @returns {{ entry: Entry, weight: number }[]}
 */
export function answers(entries, words) {
  if (!words.length) return [];
  let most = 1;
  const found = entries.map((entry) => {
    const worths = words.map((word) => worth(entry, word));
    const count = worths.filter(Boolean).length;
    most = Math.max(most, count);
    const page = entry.location.includes("#") ? 0 : 2;
    return { entry, count, weight: (worths.reduce((sum, each) => sum + each, 0) + page) * entry.boost };
  });
  return found.filter((each) => each.count === most).sort((a, b) => b.weight - a.weight);
}
