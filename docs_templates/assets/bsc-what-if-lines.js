/* The lines of what if: what something is and would be, with shapes and words. */
import { element } from "./bsc-elements.js";
import { shownAs } from "./bsc-what-if-rules.js";
import { say } from "./bsc-words.js";

/** @typedef {import("./bsc-what-if-rules.js").Content} Content */
/** @typedef {import("./bsc-what-if-rules.js").Mark} Mark */

/**
 * A line with a name: before and after, or what stays.
 * @param {Content} content
 * @param {string} name
 * @param {Mark} before
 * @param {Mark} after
 */
export function lineOf(content, name, before, after) {
  const [was, is] = [marked(content, before), marked(content, after)];
  const parts = differ(before, after) ? [...was, ` ${say("→")} `, ...is] : was;
  return element("p", {}, {}, element("span", { textContent: name }), " ", ...parts);
}

/**
 * The line of the whole scorecard.
 * @param {Content} content
 * @param {Mark} before
 * @param {Mark} after
 */
export function wholeOf(content, before, after) {
  const line = lineOf(content, say("The scorecard"), before, after);
  line.className = "bsc-what-if__whole";
  return line;
}

/**
 * Whether two marks say different things.
 * @param {Mark} one
 * @param {Mark} other
 */
export function differ(one, other) {
  return one.status !== other.status || one.score !== other.score;
}

/**
 * @param {Content} content
 * @param {Mark} mark
 */
function marked(content, mark) {
  const { shape, word } = shownAs(content, mark);
  const status = element("span", { className: "bsc-status", textContent: word });
  status.classList.add(`bsc-${shape}`);
  const score = mark.score === null ? "—" : String(Math.round(mark.score));
  return [status, " ", element("span", { className: "bsc-what-if__score", textContent: score })];
}
