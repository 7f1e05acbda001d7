/* How an answer of the search is shown: the piece of a text where the words stand, and the words marked in it. */
import { folded, speltOut } from "./bsc-letters.js";

/** @typedef {import("./bsc-search-ranking.js").Word} Word */

const LONGEST = 160;
const LEAD = 60;
const NEAR = 20;

/**
 * The words in a text: from where to where each stands, in order; the first place of each only.
 * @param {string} text
 * @param {Word[]} words
 * @returns {[number, number][]}
 */
export function placesOf(text, words) {
  const traces = [traced(text, folded)];
  const other = traced(text, speltOut);
  if (other.letters !== traces[0].letters) traces.push(other);
  const places = words.flatMap((word) => placesOfOne(traces, word));
  return places.sort((a, b) => a[0] - b[0]).filter((each, at, all) => !at || each[0] >= all[at - 1][1]);
}

/**
 * @param {Trace[]} traces
 * @param {Word} word
 * @returns {[number, number][]}
 */
function placesOfOne(traces, { ways, stem, pieces }) {
  for (const [at, word] of ways.entries()) {
    const place = placeIn(traces[at] ?? traces[0], word);
    if (place) return [place];
  }
  const rest = stem && placeIn(traces[0], stem);
  if (rest) return [rest];
  return pieces.map((each) => placeIn(traces[0], each)).filter((each) => each !== null);
}

/**
 * A text as it is compared, and for each letter of that where the letter stands that it comes from.
 * @typedef {{ letters: string, from: number[], to: number[] }} Trace
 */

/**
 * @param {string} text
 * @param {(text: string) => string} fold
 * @returns {Trace}
 */
function traced(text, fold) {
  /** @type {Trace} */
  const trace = { letters: "", from: [], to: [] };
  let at = 0;
  for (const sign of text) {
    const letters = fold(sign);
    for (let count = 0; count < letters.length; count += 1) {
      trace.from.push(at);
      trace.to.push(at + sign.length);
    }
    trace.letters += letters;
    at += sign.length;
  }
  return trace;
}

/**
 * Where a word stands in a text: at the start of a word if it can be.
 * @param {Trace} trace
 * @param {string} word
 * @returns {[number, number] | null}
 */
function placeIn({ letters, from, to }, word) {
  let at = letters.indexOf(word);
  for (let next = at; next >= 0; next = letters.indexOf(word, next + 1)) {
    if (next > 0 && /[\p{L}\p{N}]/u.test(letters[next - 1])) continue;
    at = next;
    break;
  }
  return at < 0 ? null : [from[at], to[at + word.length - 1]];
}

/**
 * The piece of a text in which the first of the words stands, whole words at its ends where there are spaces.
 * @param {string} text
 * @param {Word[]} words
 */
export function excerpt(text, words) {
  const first = placesOf(text, words)[0]?.[0] ?? 0;
  const from = first < LEAD ? 0 : afterSpace(text, first - LEAD);
  const to = from + LONGEST < text.length ? beforeSpace(text, from + LONGEST) : text.length;
  return `${from ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
}

/**
 * @param {string} text
 * @param {number} at
 */
function afterSpace(text, at) {
  const space = text.indexOf(" ", at);
  return space >= 0 && space - at < NEAR ? space + 1 : at;
}

/**
 * @param {string} text
 * @param {number} at
 */
function beforeSpace(text, at) {
  const space = text.lastIndexOf(" ", at);
  return at - space < NEAR ? space : at;
}

/**
 * A text as HTML, the words marked.
 * @param {string} text
 * @param {Word[]} words
 */
export function marked(text, words) {
  let done = 0;
  let html = "";
  for (const [from, to] of placesOf(text, words)) {
    html += `${escaped(text.slice(done, from))}<mark>${escaped(text.slice(from, to))}</mark>`;
    done = to;
  }
  return html + escaped(text.slice(done));
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const NAMED = new Map(Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" }));

/**
 * The text of a piece of HTML, as the index has it.
 * @param {string} html
 */
export function plainText(html) {
  const bare = html.replace(/<\/(?:p|li|h\d|dd|dt|td)>/g, " ").replace(/<[^<>]*>/g, "");
  const said = bare.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, number, hex, name) => {
    if (name) return NAMED.get(name) ?? all;
    return String.fromCodePoint(Number.parseInt(number ?? hex, number ? 10 : 16));
  });
  return said.normalize("NFC").replace(/\s+/g, " ").trim();
}
