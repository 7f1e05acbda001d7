/* Names found by what somebody typed: the beginning of a word first, then what stands inside, then what was misspelt. */
import { piecesOf, speltOut, wordsOf } from "./bsc-letters.js";

/** @typedef {[number, string, string, number?, string?, string?, string?]} Written kind, name, address, mark, value, more, words */
/** @typedef {{ kinds: string[], marks: [string, string][], rows: Written[] }} Index */
/**
 * What can be found, and the words by which it is: those of its name, and those beside it.
 * @typedef {object} Thing
 * @property {string} kind
 * @property {string} name
 * @property {string} address
 * @property {[string, string] | null} mark shape and word of its status
 * @property {string} value
 * @property {string} more
 * @property {string[]} own
 * @property {string[]} spelt those of its name once more, umlauts spelt out
 * @property {string[]} beside
 */

const MOST = 12;
/**
 * Everything that an index lists.
 * @param {Index} index
 * @returns {Thing[]}
 */
export function thingsOf(index) {
  return index.rows.map(([kind, name, address, mark = -1, value = "", more = "", words = ""]) => {
    const beside = wordsOf(`${index.kinds[kind]} ${more} ${words} ${address}`);
    const own = wordsOf(name);
    const spelt = wordsOf(name, speltOut);
    return { kind: index.kinds[kind], name, address, mark: index.marks[mark] ?? null, value, more, own, spelt, beside };
  });
}

/**
 * How many letters were left out, put in, exchanged or turned around between two words; `most` + 1 for more than that.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= other.length; j += 1) rows[i].push(cheapest(one, other, rows, [i, j]));
    if (Math.min(...rows[i]) > most) return most + 1;
  }
  return rows[one.length][other.length];
}

/**
 * The fewest slips between the first `i` letters of one word and the first `j` of the other.
 * @param {string} one
 * @param {string} other
 * @param {number[][]} rows
 * @param {[number, number]} at
 */
function cheapest(one, other, rows, [i, j]) {
  const same = one[i - 1] === other[j - 1] ? 0 : 1;
  const least = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
  const turned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
  return turned ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
}

/**
 * How well a word that was typed means one that is there, 0 to 1; what is still being typed is the beginning of a word.
 * @param {string} typed
 * @param {string} word
 */
export function likeness(typed, word) {
  if (word.startsWith(typed)) return typed === word ? 1 : 0.9;
  if (inside(typed, word)) return 0.55;
  const most = slipsAllowed(typed);
  if (!most || typed[0] !== word[0]) return 0;
  const least = Math.min(slips(typed, word, most), slips(typed, word.slice(0, typed.length), most));
  return least > most ? 0 : 0.5 - 0.15 * least;
}

/**
 * Whether it stands inside a word: two letters of an alphabet say nothing, one sign of a script without spaces does.
 * @param {string} typed
 * @param {string} word
 */
function inside(typed, word) {
  return (typed.length > 2 || !/^[ -~]*$/.test(typed)) && word.includes(typed);
}

/** @param {string} typed */
function slipsAllowed(typed) {
  if (typed.length > 6) return 2;
  return typed.length > 3 ? 1 : 0;
}

/**
 * How well a thing answers: every word must mean something of it, its name counts most; 0 is no answer.
 * @param {Thing} thing
 * @param {string[]} typed
 */
export function fit(thing, typed) {
  let total = 0;
  for (const each of typed) {
    const best = meant(thing, each) || meantInPieces(thing, piecesOf(each));
    if (!best) return 0;
    total += best;
  }
  return total / typed.length + (thing.own.length === typed.length ? 0.05 : 0);
}

/**
 * How well one word means something of a thing.
 * @param {Thing} thing
 * @param {string} typed
 */
function meant({ own, spelt, beside }, typed) {
  const inName = Math.max(
    0,
    ...[own, spelt].flatMap((all) => all.map((word, at) => likeness(typed, word) * (at ? 1 : 1.1))),
  );
  const near = Math.max(0, ...beside.map((word) => likeness(typed, word))) * 0.45;
  return Math.max(inName, near);
}

/**
 * The same for a word of a script without spaces, whose pieces may stand apart: a little less, and nothing where one of
 * them means nothing.
 * @param {Thing} thing
 * @param {string[]} pieces
 */
function meantInPieces(thing, pieces) {
  const all = pieces.map((each) => meant(thing, each));
  return all.length && Math.min(...all) > 0 ? (0.9 * all.reduce((sum, each) => sum + each, 0)) / all.length : 0;
}

/**
 * The best answers, the best one first, equal ones in the order of the index; none for an empty question.
 * @param {Thing[]} things
 * @param {string} question
 */
export function found(things, question) {
  const typed = wordsOf(question);
  if (!typed.length) return [];
  const spelt = wordsOf(question, speltOut);
  const differ = spelt.join(" ") !== typed.join(" ");
  return things
    .map((thing) => ({ thing, fit: Math.max(fit(thing, typed), differ ? fit(thing, spelt) : 0) }))
    .filter((each) => each.fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST)
    .map((each) => each.thing);
}
