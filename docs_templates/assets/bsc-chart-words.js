/* The words of a value in a chart: made of its figures and its day, they are those that the program writes elsewhere. */
import { figuresIn, textsIn } from "./bsc-chart-columns.js";
import { bare, filled, led } from "./bsc-words.js";

/** @typedef {import("./bsc-chart-columns.js").Figures} Figures */
/** @typedef {import("./bsc-chart-columns.js").Texts} Texts */
/**
 * A sentence with the names of months, for days and months; without more, for weeks; and for parts of years that start with
 * a month: how many months they have, the letter before their number, and that before the number of such a year.
 * @typedef {{ pattern: string, months?: string[], every?: number, letter?: string, starts?: number, fiscal?: string }
 *   } Periods
 */
/** @typedef {{ before: string, after: string, decimals: number | null, signs?: [string, string] }} Frame */

/**
 * What is told of the values: their periods `p`, the values `v` unless they are the heights at which they stand, what was
 * expected `e`, and the words of status `w`, signal `l` and note `n`. Figures stand in the `frame`.
 * @typedef {{ p: Periods | Texts, frame?: Frame, v?: Figures | Texts, e?: Figures | Texts, w?: Texts, l?: Texts,
 *   n?: Record<string, string> }} Told
 */

/** @typedef {{ p: string, v: string, e: string, w: string, l: string, n: string }} Words */

const DAY = 86_400_000;
const WEEK = 7;
const A_YEAR = 12;

/**
 * The words of the value of this number, which begins on a day (or in a minute of it) and stands at a height.
 * @param {Told} told
 * @param {{ i: number, t: string, y?: number }} point
 * @returns {Words}
 */
export function wordsOf({ p, frame, v, e, w, l, n = {} }, { i, t, y = NaN }) {
  return {
    p: "pattern" in p ? periodText(p, t) : textsIn(p)[i],
    v: v ? told(v, i, frame) : figureText(y, frame),
    e: told(e, i, frame),
    w: told(w, i),
    l: told(l, i),
    n: n[i] ?? "",
  };
}

/**
 * @param {Figures | Texts | undefined} column
 * @param {number} at
 * @param {Frame} [frame]
 */
function told(column, at, frame) {
  if (!column) return "";
  if ("few" in column || "texts" in column) return textsIn(column)[at];
  const figure = figuresIn(column)[at];
  return figure === null ? "" : figureText(figure, frame);
}

/**
 * A figure with its unit, as `figure_text` of the program has it.
 * @param {number} figure rounded as it is to be told
 * @param {Frame} [frame]
 */
export function figureText(figure, frame = { before: "", after: "", decimals: null }) {
  const { before, after, decimals, signs: [group, point] = [",", "."] } = frame;
  const size = Math.abs(figure);
  const written = decimals === null ? String(size) : size.toFixed(decimals);
  const [whole, ...part] = written.split(".");
  const grouped = [whole.replace(/\B(?=(\d{3})+$)/g, () => group), ...part].join(point);
  const minus = figure < 0 && /[1-9]/.test(written) ? led("−") : "";
  const opening = bare(before) && !before.endsWith(" ") ? minus + before : before + minus;
  return opening + grouped + after;
}

/**
 * A period as `period_text` of the program has it.
 * @param {Periods} periods
 * @param {string} when a day in its first month, or in its week
 */
export function periodText({ pattern, months, every, letter, starts = 1, fiscal = "" }, when) {
  const day = new Date(when);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  if (months) return filled(pattern, { day: day.getUTCDate(), month: months[month], year });
  if (!every) return filled(pattern, weekOf(day));
  const into = (month + 1 - starts + A_YEAR) % A_YEAR;
  const first = into > month ? year - 1 : year;
  const named = fiscal ? `${fiscal}${first + 1}` : first;
  return filled(pattern, { year: named, fiscal_year: named, part: `${letter}${Math.floor(into / every) + 1}` });
}

/**
 * The week of a day as ISO 8601 counts it: it belongs to the year of its Thursday.
 * @param {Date} day
 */
function weekOf(day) {
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || WEEK)) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / WEEK) + 1 };
}
