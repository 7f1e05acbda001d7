/* Columns: lists of texts and figures as the data of a chart has them, each written in the shortest way that fits. */

/** @typedef {{ few: [words: string[], digits: string] } | { texts: string[] }} Texts */
/** @typedef {{ steps: number[] } | { numbers: (number | null)[] }} Figures */

/**
 * The texts of a column: all of them, or the different ones and a digit for each row.
 * @param {Texts} column
 */
export function textsIn(column) {
  return "few" in column ? chosen(...column.few) : column.texts;
}

/**
 * The figures of a column: all of them, or steps; null where there is none.
 * @param {Figures} column
 */
export function figuresIn(column) {
  return "steps" in column ? stepped(column.steps) : column.numbers;
}

/**
 * @param {string[]} words
 * @param {string} digits
 */
export function chosen(words, digits) {
  return Array.from(digits, (each) => words[parseInt(each, 36)]);
}

/**
 * Figures of so many decimals: the first without its point, and the step from each to the next.
 * @param {number[]} steps
 */
export function stepped([decimals, ...steps]) {
  const size = 10 ** decimals;
  let whole = 0;
  return steps.map((step) => (whole += step) / size);
}
