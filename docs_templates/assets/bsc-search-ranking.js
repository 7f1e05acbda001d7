/* Which pages answer a search, and in which order. */

const MOST = 20;

/**
 * What can be found: where it is, its title and text, and both once more in small letters.
 * @typedef {{ location: string, title: string, text: string, head: string, body: string }} Entry
 */

/**
 * The entry that can be found.
 * @param {{ location: string, title: string, text: string }} written
 * @returns {Entry}
 */
export function entryOf({ location, title, text }) {
  return { location, title, text, head: title.toLowerCase(), body: text.toLowerCase() };
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
  const words = question.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  return entries
    .map((entry) => ({ entry, weight: weight(entry, words) }))
    .filter((each) => each.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map((each) => each.entry);
}
