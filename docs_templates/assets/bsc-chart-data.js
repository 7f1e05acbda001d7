/* The data of a chart: how it is written in the page, and the drawing that the engine makes of it. */

/** @typedef {string | number | boolean | null} Value */

/**
 * A row of a chart. Those with `i` can be read: `p` its period, `v` its value, `e` what was expected, further words in
 * `w`, `l` and `n`; it stands at the day `m`, else `t`, is over at `u`, or is a line of a plan at the height `row`.
 * @typedef {{ i: number, p: string, v: string, e?: string, w?: string, l?: string, n?: string,
 *   m?: string, t: string, u?: string, row: number }} Point
 */

/** So many rows, the fields that are the same in all of them, and a list for each of the others.
 * @typedef {[number, Record<string, Value>, Record<string, Value[]>]} Block
 */

/** @typedef {[name: string, words: string, from: number, to: number]} Zoom */

/** @typedef {{ height: number, left: number, right: number, span: [number, number] }} Signals */

/** @typedef {{ blocks: Block[], zooms: Zoom[], signals: Signals }} Content */

/** @typedef {{ height?: number, data: { name: string, values?: unknown }[],
 *   signals: { name: string, value?: unknown }[] }} Spec */

/** The width of every drawing in its own units. */
export const WIDTH = 640;

/**
 * The rows that stand in the blocks.
 * @param {Block[]} blocks
 * @returns {Record<string, Value>[]}
 */
export function rowsOf(blocks) {
  return blocks.flatMap(([count, same, lists]) =>
    Array.from({ length: count }, (_, at) => {
      const own = Object.entries(lists).map(([name, values]) => [name, values[at]]);
      return { ...same, ...Object.fromEntries(own) };
    }),
  );
}

/**
 * The rows that a reader can turn to.
 * @param {Record<string, Value>[]} rows
 */
export function pointsOf(rows) {
  return /** @type {Point[]} */ (/** @type {unknown[]} */ (rows.filter((row) => row.i !== undefined)));
}

/**
 * What the engine draws: the type of chart, filled with its rows and signals; the type stays as it was.
 * @param {Spec} type
 * @param {Signals} signals
 * @param {Record<string, Value>[]} rows
 * @returns {Spec}
 */
export function filled(type, signals, rows) {
  const known = new Map(Object.entries(signals));
  const spec = structuredClone(type);
  spec.height = signals.height;
  for (const each of spec.data) if (each.name === "rows") each.values = rows;
  for (const each of spec.signals) if (known.has(each.name)) each.value = known.get(each.name);
  return spec;
}

/**
 * Where a point stands in a drawing over time, in its units from the left.
 * @param {Pick<Point, "m" | "t">} point
 * @param {Signals} signals of which the span is that of the whole drawing
 * @param {readonly [number, number]} span the time that is shown now
 */
export function across(point, signals, [from, to]) {
  const width = WIDTH - signals.right - signals.left;
  return signals.left + ((Date.parse(point.m ?? point.t) - from) / (to - from)) * width;
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
 * What is told of a point: the first line stands out.
 * @param {Point} point
 * @param {boolean} plan whether it is a line of a plan
 * @returns {string[]}
 */
export function linesOf(point, plan) {
  const lines = plan
    ? [point.p, point.v, point.e, point.l, point.n]
    : [`${point.p}: ${point.v}`, point.e && `${point.e} expected`, point.w, point.l, point.n];
  return lines.flatMap((line) => line || []);
}
