/* Which pages answer a search, and in which order. */

const MOST = 20;
const LONGEST = 160;
const LEAD = 60;

/**
 * What can be found: where it is, its title and text, what is said of its page, and texts once more in small letters.
 * @typedef {{ location: string, title: string, text: string, tags: string[], head: string, body: string }} Entry
 */

/**
 * The entry that can be found.
 * @param {{ location: string, title: string, text: string, tags?: string[] }} written
 * @returns {Entry}
 */
export function entryOf({ location, title, text, tags = [] }) {
  const body = [text, ...tags].join(" ").toLowerCase();
  return { location, title, text, tags, head: title.toLowerCase(), body };
}

/**
 * The piece of a text in which the first of the words stands, whole words at its ends.
 * @param {string} text
 * @param {string} question
 */
export function excerpt(text, question) {
  const small = text.toLowerCase();
  const places = wordsIn(question).map((word) => small.indexOf(word));
  const first = Math.min(...places.filter((at) => at >= 0), text.length);
  const from = first === text.length || first < LEAD ? 0 : text.indexOf(" ", first - LEAD) + 1;
  const piece = text.slice(from, from + LONGEST);
  const whole = from + LONGEST < text.length ? piece.slice(0, piece.lastIndexOf(" ")) : piece;
  return `${from ? "… " : ""}${whole}${from + whole.length < text.length ? " …" : ""}`;
}

/** @param {string} question */
function wordsIn(question) {
  return question.toLowerCase().split(/\s+/).filter(Boolean);
}

/**
 * How well an entry answers: every word must be found, one at the start of a title counts most; 0 is no answer.
 * @param {Entry} entry
 * @param {string[]} words
 */
export function weight(entry, words) {
  let total = 0;
  for (const word of words) {
    const inTitle = entry.head.indexOf(word);
    if (inTitle < 0 && !entry.body.includes(word)) return 0;
    total += inTitle === 0 ? 12 : inTitle > 0 ? 8 : 1;
  }
  return total + (entry.location.includes("#") ? 0 : 2);
}

/**
 * The best answers, the best one first; none for an empty question.
 * @param {Entry[]} entries
 * @param {string} question
 */
export function answers(entries, question) {
  const words = wordsIn(question);
  if (!words.length) return [];
  return entries
    .map((entry) => ({ entry, weight: weight(entry, words) }))
    .filter((each) => each.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map((each) => each.entry);
}
