/* The search in all texts, as the theme's box asks for it: loaded when somebody searches, in the place of its worker. */
import { answers, entryOf, wordsIn } from "./bsc-search-ranking.js";
import { excerpt, marked, placesOf, plainText } from "./bsc-search-words.js";

/** @typedef {import("./bsc-search-ranking.js").Entry} Entry */
/** @typedef {import("./bsc-search-ranking.js").Word} Word */

/** What is said between the theme's box and its worker. */
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/** @type {Entry[]} */
let entries = [];
/** The entry of each page, by its address. @type {Map<string, Entry>} */
let pages = new Map();

window.bscSearch = { answer };

/**
 * What the worker would answer to a message; undefined for one that it would not understand either.
 * @param {{ type: number, data: any }} message
 */
function answer({ type, data }) {
  if (type === SETUP && Array.isArray(data?.docs)) return learn(data.docs);
  if (type === QUERY && typeof data === "string") return { type: RESULT, data: answered(data) };
  return undefined;
}

/** @param {import("./bsc-search-door.js").Doc[]} docs */
function learn(docs) {
  entries = docs.map((each) => entryOf({ ...each, title: plainText(each.title), text: plainText(each.text) }));
  pages = new Map(entries.filter((each) => !each.location.includes("#")).map((each) => [each.location, each]));
  return { type: READY };
}

/**
 * The answers by the pages on which they stand, the best one first, and the words that they would complete.
 * @param {string} question
 */
function answered(question) {
  const words = wordsIn(question);
  /** @type {Map<string, ReturnType<typeof shown>[]>} */
  const groups = new Map();
  for (const { entry, weight } of answers(entries, words)) {
    const [page] = entry.location.split("#");
    if (!groups.has(page)) groups.set(page, []);
    groups.get(page)?.push(shown(entry, weight, words));
  }
  for (const [page, group] of groups) {
    const whole = pages.get(page);
    if (whole && !group.some((each) => each.location === page)) group.push(shown(whole, 0, []));
  }
  return { items: [...groups.values()], suggest: completed(question, [...groups.values()]) };
}

/**
 * An answer as the theme shows one; what it shows is made when it does.
 * @param {Entry} entry
 * @param {number} score
 * @param {Word[]} words
 */
function shown({ location, title, text, tags }, score, words) {
  return {
    location,
    score,
    ...(tags.length ? { tags } : {}),
    get title() {
      return marked(title, words);
    },
    get text() {
      return words.length && text ? `<p>${marked(excerpt(text, words), words)}</p>` : "";
    },
    get terms() {
      return termsIn([title, text, ...tags], words);
    },
  };
}

/**
 * Which words stand there, as they are written there, and which do not, as they were typed.
 * @param {string[]} texts
 * @param {Word[]} words
 */
function termsIn(texts, words) {
  /** @type {Record<string, boolean>} */
  const terms = {};
  for (const word of words) {
    const text = texts.find((each) => placesOf(each, [word]).length);
    if (!text) terms[word.ways[0]] = false;
    else for (const [from, to] of placesOf(text, [word])) terms[text.slice(from, to)] = true;
  }
  return terms;
}

/**
 * The last word as a title among the answers has it, for the theme to complete.
 * @param {string} question
 * @param {{ title: string }[][]} groups
 */
function completed(question, groups) {
  const last = question.split(/[\s-]+/).pop() ?? "";
  if (!last) return [];
  for (const [{ title }] of groups.slice(0, 5)) {
    const words = plainText(title)
      .toLowerCase()
      .split(/[^\p{L}\p{N}\p{M}]+/u);
    const whole = words.find((each) => each.startsWith(last));
    if (whole) return [whole];
  }
  return [];
}
