/* The data of a chart: how it is written, and the drawing that the engine makes of it. */
import { chosen, stepped as figuresOf } from "./bsc-chart-columns.js";

/** @typedef {string | number | boolean | null} Value */

/**
 * A row of a chart. Those with `i` can be read: `p` its period, `v` its value, `e` what was expected, further words in
 * `w`, `l` and `n`, unless they are told apart from it; it stands at the day `m`, else `t`, is over at `u`, and lies at the value `y`, at the height `row`, or
 * at the two heights `upper` and `lower`.
 * @typedef {{ i: number, p?: string, v?: string, e?: string, w?: string, l?: string, n?: string,
 *   m?: string, t: string, u?: string, y?: number, row?: number, upper?: number, lower?: number }} Point
 */

/** @typedef {[of: string, before: string, after: string, decimals: number]} Figure */

/**
 * So many rows, the fields that are the same in all of them, and those that differ, by the way in which they are written:
 * `l` a list of the values; `s` the decimals of figures, the first one without its point, and the steps to the next; `m`
 * of first days of months the first, from the year 0 on, and the steps, one where all are alike; `d` the steps of days,
 * from 1970 on; `c` the first of numbers that count upwards; `t` few texts with a digit for each row; `f` another field
 * as a figure; `p` few texts before a space and few behind it; `b` what stands between the same beginning and end.
 * @typedef {[count: number, same: Record<string, Value>, ways?: Ways]} Block
 */

/**
 * @typedef {{ l?: Record<string, Value[]>, s?: Record<string, number[]>,
 *   m?: Record<string, [number, number | number[]]>, d?: Record<string, number[]>, c?: Record<string, number>,
 *   t?: Record<string, [string[], string]>, f?: Record<string, Figure>,
 *   p?: Record<string, [string[], string, string[], string]>, b?: Record<string, [string, string, string[]]> }} Ways
 */

/** @typedef {[name: string, words: string, from: number, to: number]} Zoom */

/** @typedef {{ height: number, span: [number, number], reach?: [number, number] }} Signals */

/** @typedef {import("./bsc-chart-words.js").Told} Told */

/** @typedef {{ blocks: Block[], zooms: Zoom[], signals: Signals, told?: Told }} Content */

/** @typedef {{ name: string, source?: string, values?: unknown, transform?: { expr?: string }[] }} Table */

/** @typedef {{ from?: { data?: string, facet?: { data: string } } }} Mark */

/** @typedef {{ width?: number, height?: number, data: Table[], marks?: Mark[],
 *   signals: { name: string, value?: unknown }[] }} Spec */

const DAY = 86_400_000;

/**
 * The rows that stand in the blocks; a mark `at` a value has the place of the value of this number.
 * @param {Block[]} blocks
 * @returns {Record<string, Value>[]}
 */
export function rowsOf(blocks) {
  const rows = blocks.flatMap((block) => {
    const [count, same] = block;
    const lists = listsOf(block);
    return Array.from({ length: count }, (_, at) => {
      const own = lists.map(([name, values]) => [name, values[at]]);
      return { ...same, ...Object.fromEntries(own) };
    });
  });
  const points = new Map(rows.map((row) => [row.i, row]));
  for (const row of rows) if (row.at !== undefined) Object.assign(row, placeOf(points.get(row.at)));
  return rows;
}

/**
 * Day and height of the marks of a value.
 * @param {Record<string, Value>} [point]
 */
function placeOf({ m, t, y } = {}) {
  return { t: m ?? t, y };
}

/**
 * A list of values for each field that differs from row to row.
 * @param {Block} block
 * @returns {[string, Value[]][]}
 */
function listsOf([count, same, ways = {}]) {
  const { l, s, m, d, c, t, p, b, f } = ways;
  const found = [
    ...read(l, (values) => values),
    ...read(s, figuresOf),
    ...read(m, (written) => monthsOf(written, count)),
    ...read(d, daysOf),
    ...read(c, (first) => Array.from({ length: count }, (_, at) => first + at)),
    ...read(t, ([words, digits]) => chosen(words, digits)),
    ...read(p, pairsOf),
    ...read(b, ([before, after, middles]) => middles.map((each) => before + each + after)),
  ];
  const known = Object.fromEntries(found);
  const valuesOf = (/** @type {string} */ name) => known[name] ?? Array(count).fill(same[name]);
  return [...found, ...read(f, (figure) => valuesOf(figure[0]).map((each) => figureText(Number(each), figure)))];
}

/** @param {[string[], string, string[], string]} pairs */
function pairsOf([heads, first, tails, second]) {
  const ends = chosen(tails, second);
  return chosen(heads, first).map((head, at) => `${head} ${ends[at]}`);
}

/**
 * @template Written
 * @param {Record<string, Written> | undefined} fields
 * @param {(written: Written) => Value[]} way
 * @returns {[string, Value[]][]}
 */
function read(fields, way) {
  return Object.entries(fields ?? {}).map(([name, written]) => [name, way(written)]);
}

/**
 * @param {number} value
 * @param {Figure} figure
 */
function figureText(value, [, before, after, decimals]) {
  const [whole, ...rest] = value.toFixed(decimals).split(".");
  return before + [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".") + after;
}

/** @param {number[]} steps */
function daysOf(steps) {
  let day = 0;
  return steps.map((step) => new Date((day += step) * DAY).toISOString().slice(0, 10));
}

/**
 * @param {[number, number | number[]]} months
 * @param {number} count
 */
function monthsOf([first, steps], count) {
  let month = first;
  return Array.from({ length: count }, (_, at) => {
    if (at) month += typeof steps === "number" ? steps : steps[at - 1];
    return new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10);
  });
}

/**
 * The rows that a reader can turn to.
 * @param {Record<string, Value>[]} rows
 */
export function pointsOf(rows) {
  return /** @type {Point[]} */ (/** @type {unknown[]} */ (rows.filter((row) => row.i !== undefined)));
}

const KIND = /datum\.k === '([a-z ]+)'/;

/**
 * The type of chart without the marks that these rows leave empty, and without the tables that only those need: that is
 * half of what the engine has to work out before it draws.
 * @template {Spec} Type
 * @param {Type} type
 * @param {Record<string, Value>[]} rows
 * @returns {Type}
 */
export function narrowed(type, rows) {
  const kinds = new Set(rows.map(({ k }) => k));
  const tables = new Map(type.data.map((table) => [table.name, table]));
  const used = new Set(["rows"]);
  const marks = (type.marks ?? []).filter((mark) => {
    const chain = chainOf(mark.from?.facet?.data ?? mark.from?.data, tables);
    const full = chain.every((table) => canFill(table, kinds));
    if (full) for (const { name } of chain) used.add(name);
    return full;
  });
  return { ...type, marks, data: type.data.filter(({ name }) => used.has(name)) };
}

/**
 * A table with all those that it is made from.
 * @param {string | undefined} name
 * @param {Map<string, Table>} tables
 * @returns {Table[]}
 */
function chainOf(name, tables) {
  const table = tables.get(name ?? "");
  return table ? [table, ...chainOf(table.source, tables)] : [];
}

/**
 * Whether the filters of a table let rows of these kinds through.
 * @param {Table} table
 * @param {Set<Value | undefined>} kinds
 */
function canFill({ transform = [] }, kinds) {
  const wanted = KIND.exec(transform.map(({ expr = "" }) => expr).join(" "));
  return !wanted || kinds.has(wanted[1]);
}

/**
 * What the engine draws: the type of chart, filled with its rows and signals, as large as the plot is; the type stays as
 * it was.
 * @param {Spec} type
 * @param {Signals} signals
 * @param {Record<string, Value>[]} rows
 * @param {{ width: number, height: number }} size
 * @returns {Spec}
 */
export function filled(type, signals, rows, size) {
  const known = new Map(Object.entries(signals));
  const spec = { ...structuredClone(type), ...size };
  for (const each of spec.data) if (each.name === "rows") each.values = rows;
  for (const each of spec.signals) if (known.has(each.name)) each.value = known.get(each.name);
  return spec;
}

/**
 * Where a point stands in the plot, as a share of its width.
 * @param {Pick<Point, "m" | "t">} point
 * @param {readonly [number, number]} span the time that is shown
 */
export function across(point, [from, to]) {
  return (Date.parse(point.m ?? point.t) - from) / (to - from);
}

/**
 * The heights of the marks of a point, as shares of the height of the plot.
 * @param {Pick<Point, "y" | "row" | "upper" | "lower">} point
 * @param {Signals} signals
 * @returns {number[]}
 */
export function down({ y, row, upper, lower }, { height, reach }) {
  if (y !== undefined && reach) return [(reach[1] - y) / (reach[1] - reach[0])];
  return [row, upper, lower].flatMap((each) => (each === undefined ? [] : each / height));
}

/**
 * The index of the place nearest to `at`; -1 without any. Places that are not shown are null.
 * @param {(number | null)[]} places
 * @param {number} at
 */
export function nearest(places, at) {
  const away = places.map((place) => (place === null ? Infinity : Math.abs(place - at)));
  const least = Math.min(...away);
  return Number.isFinite(least) ? away.indexOf(least) : -1;
}

/**
 * The index that a key leads to from `shown`, -1 for none yet; the same one where nothing follows.
 * @param {boolean[]} visible whether each point is shown
 * @param {number} shown
 * @param {number} by 1 or -1
 */
export function stepped(visible, shown, by) {
  const first = by > 0 ? visible.indexOf(true) : visible.length - 1;
  const next = shown < 0 ? first : shown + by;
  return visible[next] ? next : shown;
}

/**
 * Where words of this width begin so that they stand around `middle`, inside `from` and `to`, and free of what begins at
 * `taken` where they can.
 * @param {{ middle: number, width: number, from: number, to: number, taken: number }} room
 */
export function beside({ middle, width, from, to, taken }) {
  const end = middle < taken ? Math.min(to, taken - 8) : to;
  return Math.max(from, Math.min(middle - width / 2, end - width));
}

/**
 * What is told of a point: its name and its value stand out.
 * @param {Point} point
 * @returns {string[]}
 */
export function linesOf(point) {
  return [point.p, point.v, point.e, point.w, point.l, point.n].flatMap((line) => line || []);
}
