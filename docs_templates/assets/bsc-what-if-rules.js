/* The published rules of scoring and rolling up, for values that nobody measured: what Python computes, in a browser. */

/**
 * @typedef {"on_track" | "at_risk" | "off_track" | "no_data" | "not_scored"} Status
 * @typedef {{ status: Status, score: number | null }} Mark
 * @typedef {[number | null, any[], number | null, Status?, (number | null)?]} Kpi value, terms, target; status and score
 *   where no terms tell them
 * @typedef {[string, number, string, number, [number, number][], [Status, number | null] | null, string]} Goal
 * @typedef {[string, number, string, number, Goal[]]} Row
 * @typedef {{ kpis: Kpi[], named: [string, string][], rollup: string, least: number, rows: Row[], amber: boolean,
 *   statuses: [Status, number, string, string, string][], signs?: [string, string] }} Content
 */

const TARGET = 200 / 3;
const RED_FLAG = 100 / 3;
const FULL = 100;
const NOISE = 1e-9;
const BELOW = 1e-6;
/** @type {Record<string, [number, number]>} */
const RANGES = {
  on_track: [TARGET, FULL],
  at_risk: [RED_FLAG, TARGET - BELOW],
  off_track: [0, RED_FLAG - BELOW],
};
/** @type {Record<string, number>} */
const DEFAULTS = { on_track: 100, at_risk: 50, off_track: 0 };
/** @type {Status[]} */
const RANKS = ["on_track", "at_risk", "off_track", "no_data", "not_scored"];

/**
 * @param {number} value
 * @param {number} lowest
 * @param {number} highest
 */
function clipped(value, lowest, highest) {
  return Math.min(Math.max(value, lowest), highest);
}

/**
 * @param {number} score
 * @param {boolean} [amber]
 * @returns {Status}
 */
function statusOf(score, amber = true) {
  if (score >= TARGET - BELOW / 2) return "on_track";
  return amber && score >= RED_FLAG - BELOW / 2 ? "at_risk" : "off_track";
}

/**
 * @param {Status} status
 * @param {number} score
 * @param {boolean} [amber]
 */
function coherent(status, score, amber = true) {
  const [lowest, highest] = RANGES[status];
  return clipped(score, lowest, status === "off_track" && !amber ? RANGES.at_risk[1] : highest);
}

/**
 * @param {Status} status
 * @param {number} score
 * @returns {Mark}
 */
function rated(status, score) {
  const fitting = coherent(status, score);
  return { status, score: fitting > NOISE ? fitting : 0 };
}

/**
 * @param {number} edge
 * @param {number} other
 */
function leeway(edge, other) {
  const noise = NOISE * Math.max(Math.abs(edge), Math.abs(other));
  const way = Math.abs(edge - other);
  return way ? Math.min(noise, 1e-6 * way) : noise;
}

/**
 * @param {number} value
 * @param {number} redFlag
 * @param {number} target
 */
function stretched(value, redFlag, target) {
  const largest = Math.max(Math.abs(value), Math.abs(redFlag), Math.abs(target)) || 1;
  const [x, r, g] = [value / largest, redFlag / largest, target / largest];
  const better = g < r ? -1 : 1;
  const slack = leeway(g, r);
  /** @type {Status} */
  let status = better * (x - r) >= -slack ? "at_risk" : "off_track";
  if (better * (x - g) >= -slack) status = "on_track";
  if (g === r) return rated(status, status === "on_track" ? FULL : 0);
  return rated(status, (FULL * (x - r - (r - g))) / (3 * (g - r)));
}

/**
 * @param {number} value
 * @param {number[]} terms
 */
function inBand(value, [low, high, redLow, redHigh]) {
  const [below, above] = [low - value, value - high];
  const [edge, redFlag, beyond] = below > above ? [low, redLow, below] : [high, redHigh, above];
  if (beyond <= leeway(edge, redFlag)) {
    const half = high / 2 - low / 2;
    const share = half === 0 ? 0 : Math.min(1, Math.abs(value - (high / 2 + low / 2)) / half);
    return rated("on_track", FULL - (FULL - TARGET) * share);
  }
  const gap = Math.abs(redFlag - edge);
  const status = gap > 0 && beyond <= gap + leeway(edge, redFlag) ? "at_risk" : "off_track";
  if (gap === 0) return rated(status, 0);
  return rated(status, Math.max(0, TARGET - (TARGET - RED_FLAG) * Math.min(beyond / gap, 2)));
}

/**
 * @param {number} value
 * @param {number[]} terms
 */
function byShare(value, [target, atRisk, onTrack, lower]) {
  if (lower && value <= 0) return rated("on_track", FULL);
  const share = lower ? target / value : value / target;
  if (atRisk < onTrack) return stretched(share, atRisk, onTrack);
  return share || onTrack ? stretched(share, onTrack, onTrack) : rated("on_track", FULL);
}

/**
 * @param {number} value
 * @param {[number, number][]} knots
 */
function piecewise(value, knots) {
  let [beforeX, beforeY] = knots[0];
  if (value <= beforeX) return beforeY;
  for (const [x, y] of knots.slice(1)) {
    if (value <= x) return beforeY + ((y - beforeY) * (value - beforeX)) / (x - beforeX);
    [beforeX, beforeY] = [x, y];
  }
  return beforeY;
}

/**
 * @param {number} value
 * @param {number[]} terms
 */
function byProgress(value, [baseline, target, atRisk, onTrack]) {
  const share = (value - baseline) / (target - baseline);
  /** @type {Status} */
  let status = share >= atRisk - leeway(atRisk, onTrack) ? "at_risk" : "off_track";
  if (share >= onTrack - leeway(onTrack, atRisk)) status = "on_track";
  /** @type {[number, number][]} */
  const knots = [
    [0, 0],
    [atRisk, RED_FLAG],
    [onTrack, TARGET],
    [1, FULL],
  ];
  return rated(status, piecewise(share, knots));
}

/**
 * @param {number} value
 * @param {[number, number, number, number, number, number, number, [number, number][], number | null]} terms
 */
function byPace(value, [sign, target, baseline, years, needed, some, enough, knots, ends]) {
  if (sign * (value - target) >= -leeway(target, 0)) return rated("on_track", FULL);
  if (value <= 0) return null;
  const ratio = (sign * Math.expm1((Math.log(value) - Math.log(baseline)) / years)) / Math.abs(needed);
  return knots.length ? onKnots(ratio, knots, ends) : stretched(ratio, some, enough);
}

/**
 * @param {number} value
 * @param {[number, number][]} knots
 * @param {number | null} ends
 */
function onKnots(value, knots, ends) {
  let at = 1;
  while (at < knots.length - 1 && value > knots[at][0]) at += 1;
  const [[x1, y1], [x2, y2]] = [knots[at - 1], knots[at]];
  let score = clipped(y1 + (y2 - y1) * ((value - x1) / (x2 - x1)), 0, FULL);
  if (ends !== null) score = Math.min(score, ends - BELOW);
  return rated(statusOf(score), score);
}

/**
 * @param {number} value
 * @param {[[number | null, Status, number | null][]]} terms the highest first
 */
function byRange(value, [ranges]) {
  const found = ranges.find(([from]) => from === null || value >= from - leeway(from, 0));
  const [, status, score] = found ?? [null, /** @type {Status} */ ("off_track"), null];
  return status in RANGES ? rated(status, score ?? DEFAULTS[status]) : { status, score: null };
}

/** @type {Record<string, (value: number, terms: any) => Mark | null>} */
const RULES = {
  goal: (value, [redFlag, target]) => stretched(value, redFlag, target),
  band: inBand,
  share: byShare,
  progress: byProgress,
  pace: byPace,
  ranges: byRange,
  state: (value) => rated(statusOf(clipped(value, 0, FULL)), clipped(value, 0, FULL)),
  answer: (value, [wanted]) => (value >= 0.5 === Boolean(wanted) ? rated("on_track", FULL) : rated("off_track", 0)),
};

/**
 * Status and score that a KPI would have with this value; null where that cannot be told.
 * @param {Kpi} kpi
 * @param {number} value
 */
export function ratingOf(kpi, value) {
  const [rule, ...terms] = kpi[1];
  return rule ? RULES[rule](value, terms) : null;
}

/**
 * Status and score that it has.
 * @param {Kpi} kpi
 * @returns {Mark}
 */
export function presentOf(kpi) {
  const [value, , , status = "no_data", score = null] = kpi;
  return (value === null ? null : ratingOf(kpi, value)) ?? { status, score };
}

/**
 * @param {Status} status
 * @param {boolean} amber
 */
function within(status, amber) {
  return status === "at_risk" && !amber ? "off_track" : status;
}

/** @typedef {Mark & { weight: number }} Child */

/** @param {Child[]} children */
function mean(children) {
  const heaviest = Math.max(...children.map((each) => each.weight));
  const pairs = children.map((each) => [each.weight / heaviest, each.score ?? 0]);
  const total = pairs.reduce((sum, [weight]) => sum + weight, 0);
  const scores = pairs.map(([, score]) => score);
  const found = pairs.reduce((sum, [weight, score]) => sum + weight * score, 0) / total;
  return clipped(found, Math.min(...scores), Math.max(...scores));
}

/**
 * @param {Child[]} children
 * @param {boolean} amber
 * @returns {Mark}
 */
function mostFrequent(children, amber) {
  const counts = RANKS.map((status) => children.filter((each) => within(each.status, amber) === status));
  const most = Math.max(...counts.map((each) => each.length));
  const place = counts.map((each) => each.length).lastIndexOf(most);
  return { status: RANKS[place], score: coherent(RANKS[place], mean(counts[place]), amber) };
}

/** @type {Record<string, (children: Child[], amber: boolean) => Mark>} */
const WAYS = {
  mean: (children, amber) => ({ status: statusOf(mean(children), amber), score: mean(children) }),
  worst: (children, amber) => extreme(children, amber, (one, other) => (one.score ?? 0) < (other.score ?? 0)),
  best: (children, amber) => extreme(children, amber, (one, other) => (one.score ?? 0) > (other.score ?? 0)),
  most_frequent: mostFrequent,
};

/**
 * @param {Child[]} children
 * @param {boolean} amber
 * @param {(one: Child, other: Child) => boolean} beats
 * @returns {Mark}
 */
function extreme(children, amber, beats) {
  const found = children.reduce((best, each) => (beats(each, best) ? each : best));
  return { status: within(found.status, amber), score: found.score };
}

/**
 * Score and status of a parent from its children, as `standing_of` of the program.
 * @param {Child[]} children
 * @param {Mark[]} below every KPI below it, each once
 * @param {{ rollup: string, least: number, amber: boolean }} how
 * @returns {Mark}
 */
function standing(children, below, { rollup, least, amber }) {
  const scorable = below.filter((each) => each.status !== "not_scored");
  const scored = scorable.filter((each) => each.score !== null).length;
  if (!scorable.length) return { status: "not_scored", score: null };
  if (!scored || scored / scorable.length < least - 1e-9) return { status: "no_data", score: null };
  if (rollup === "self") {
    const [own] = children;
    return own ? { status: within(own.status, amber), score: own.score } : { status: "not_scored", score: null };
  }
  const counted = children.filter((each) => each.score !== null && each.weight > 0);
  return counted.length ? WAYS[rollup](counted, amber) : { status: "not_scored", score: null };
}

/**
 * Everything that is rolled up from these KPIs: the scorecard, its perspectives, their objectives.
 * @param {Content} content
 * @param {Mark[]} kpis in the order of the content
 */
export function rolledUp(content, kpis) {
  const { amber } = content;
  const rows = content.rows.map(([name, weight, rollup, least, goals]) => {
    const objectives = goals.map((goal) => objectiveOf(goal, kpis, amber));
    const below = distinct(goals).map((place) => kpis[place]);
    return { name, weight, objectives, ...standing(objectives, below, { rollup, least, amber }) };
  });
  const every = distinct(content.rows.flatMap((row) => row[4])).map((place) => kpis[place]);
  return { rows, ...standing(rows, every, content) };
}

/**
 * @param {Goal} goal
 * @param {Mark[]} kpis
 * @param {boolean} amber
 */
function objectiveOf([name, weight, rollup, least, members, byHand, id], kpis, amber) {
  const children = members.map(([place, heavy]) => ({ ...kpis[place], weight: heavy }));
  const found = standing(children, children, { rollup, least, amber });
  if (!byHand) return { id, name, weight, ...found };
  const [status, set] = byHand;
  return { id, name, weight, status, score: coherent(status, set ?? found.score ?? 50, amber) };
}

/** @param {Goal[]} goals */
function distinct(goals) {
  return [...new Set(goals.flatMap((goal) => goal[4].map(([place]) => place)))];
}

/**
 * The shape, its path and the word by which a status is shown.
 * @param {Content} content
 * @param {Mark} mark
 */
export function shownAs(content, { status, score }) {
  const alike = content.statuses.filter(([each]) => each === within(status, content.amber));
  const found = alike.find(([, from]) => (score ?? 0) >= from - 5e-7) ?? alike[alike.length - 1];
  return { shape: found?.[2] ?? "", word: found?.[3] ?? "", path: found?.[4] ?? "" };
}
