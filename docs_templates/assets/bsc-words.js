/* Words: what the scripts say, in the language of the site. */
import { TRANSLATIONS } from "./bsc-translations.js";

/**
 * The sentence in the language of the site, its named places filled: `say("{count} found", { count: 3 })`.
 * @param {string} sentence English, as it stands in the catalogue
 * @param {Record<string, string | number>} [figures]
 */
export function say(sentence, figures = {}) {
  return filled(Object.hasOwn(TRANSLATIONS, sentence) ? TRANSLATIONS[sentence] : sentence, figures);
}

/**
 * The sentence with these figures in its named places; a place without a figure stays as it is written.
 * @param {string} sentence
 * @param {Record<string, string | number>} figures
 */
export function filled(sentence, figures) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) =>
    Object.hasOwn(figures, name) ? setApart(String(figures[name])) : place,
  );
}

function runsLeft() {
  return globalThis.document?.documentElement?.dir === "rtl";
}

/**
 * A sign before a number, with a mark that keeps it on the left of it on such a page.
 * @param {string} sign
 */
export function led(sign) {
  return runsLeft() ? `\u200e${sign}` : sign;
}

/**
 * A text without such marks.
 * @param {string} text
 */
export function bare(text) {
  return text.replaceAll("\u200e", "");
}

const ANOTHER_ORDER = /[^\p{Script=Arabic}\p{Script=Hebrew}\P{L}]|[%+\u2212#/\p{Sc}]/u;

/**
 * On a page that runs from right to left a name in another script keeps its own order, as the build has it.
 * @param {string} figure
 */
function setApart(figure) {
  return runsLeft() && ANOTHER_ORDER.test(figure) ? `\u2068${figure}\u2069` : figure;
}
