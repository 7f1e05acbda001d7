/* A scorecard as it stood when a period ended, beside how it stands today; loaded when somebody picks a period. */
import { element } from "./bsc-elements.js";
import { say } from "./bsc-words.js";

/** @typedef {[string, string, string, number, string]} PastPoint period, value, target, mark, score */
/** @typedef {[string, string, PastPoint[], number[], number]} PastKpi name, way, points, which of them, mark without any */
/** @typedef {[string, string, number[], string[], number[]]} PastObjective name, way, marks, scores, KPIs */
/** @typedef {[string, string, number[], string[], PastObjective[]]} PastPerspective name, way, marks, scores, objectives */
/**
 * A scorecard over its periods, the newest first; lists by period begin with today.
 * @typedef {object} Past
 * @property {[string, string][]} periods
 * @property {[string, number[], string[]]} card
 * @property {PastPerspective[]} rows
 * @property {number[]} rest
 * @property {PastKpi[]} kpis
 * @property {[string, string][]} marks
 */

/** Columns that a narrow screen does without. */
const TARGET = ["n", "bsc-past__less"].join(" ");
const SCORE = TARGET;

window.bscShowPast = show;

/**
 * @param {Element} place
 * @param {Past} past
 * @param {number} at the place of the period, 0 for the newest
 */
function show(place, past, at) {
  const when = past.periods[at][1];
  const [, marks, scores] = past.card;
  const score = say("{score} of 100; today {now}.", { score: scores[at + 1], now: scores[0] });
  const head = element("h2", { textContent: say("At the end of {period}", { period: when }) });
  const line = element("p", { className: "bsc-past__sum" }, {}, status(past, marks[at + 1]), ` ${score} `);
  line.append(...counted(past, at));
  place.replaceChildren(head, line, table(past, at, when));
}

/**
 * How many KPIs had each status.
 * @param {Past} past
 * @param {number} at
 */
function counted(past, at) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const kpi of past.kpis) {
    const mark = pointOf(kpi, at + 1)?.[3] ?? kpi[4];
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return [...counts]
    .sort((one, other) => one[0] - other[0])
    .map(([mark, count]) => {
      const [style, word] = past.marks[mark];
      return element("span", { className: ["bsc-status", `bsc-${style}`].join(" "), textContent: `${count} ${word}` });
    });
}

/**
 * @param {Past} past
 * @param {number} at
 * @param {string} when
 */
function table(past, at, when) {
  const caption = element("caption", { textContent: say("KPIs at the end of {period}, and today", { period: when }) });
  /** @type {[string, string][]} */
  const heads = [
    [say("KPI"), ""],
    [say("Period"), "p"],
    [say("Value"), "n"],
    [say("Target"), TARGET],
    [say("Status"), ""],
    [say("Score"), SCORE],
    [say("Today"), ""],
  ];
  const cells = heads.map(([textContent, className]) => element("th", { textContent, className }, { scope: "col" }));
  const head = element("tr", {}, {}, ...cells);
  const bodies = past.rows.map((row) => body(past, at, row));
  if (past.rest.length) bodies.push(element("tbody", {}, {}, ...past.rest.map((each) => kpiRow(past, at, each))));
  const made = element(
    "table",
    { className: "bsc-table bsc-past__kpis" },
    {},
    caption,
    element("thead", {}, {}, head),
    ...bodies,
  );
  const name = { role: "region", "aria-label": caption.textContent ?? "" };
  return element("div", { className: "bsc-wide", tabIndex: 0 }, name, made);
}

/**
 * A perspective, its objectives and their KPIs.
 * @param {Past} past
 * @param {number} at
 * @param {PastPerspective} row
 */
function body(past, at, row) {
  const lines = [standing(past, at, row, "bsc-past__row")];
  for (const goal of row[4]) {
    lines.push(standing(past, at, goal, "bsc-past__goal"), ...goal[4].map((each) => kpiRow(past, at, each)));
  }
  return element("tbody", {}, {}, ...lines);
}

/**
 * @param {Past} past
 * @param {number} at
 * @param {PastPerspective | PastObjective} one
 * @param {string} className
 */
function standing(past, at, [name, way, marks, scores], className) {
  const head = element("th", {}, { scope: "row" }, element("a", { href: way, textContent: name }));
  const gaps = ["p", "n", TARGET].map((each) => element("td", { className: each }));
  const then = element("td", {}, {}, status(past, marks[at + 1]));
  const score = element("td", { className: SCORE, textContent: scores[at + 1] });
  const now = element("td", {}, {}, status(past, marks[0]), beside(scores[0]));
  return element("tr", { className }, {}, head, ...gaps, then, score, now);
}

/**
 * @param {Past} past
 * @param {number} at
 * @param {number} index
 */
function kpiRow(past, at, index) {
  const kpi = past.kpis[index];
  const [period, value, target, mark, score] = pointOf(kpi, at + 1) ?? ["—", "—", "—", kpi[4], "—"];
  const now = pointOf(kpi, 0);
  const head = element("th", {}, { scope: "row" }, element("a", { href: kpi[1], textContent: kpi[0] }));
  const texts = [element("td", { className: "p", textContent: period })];
  texts.push(element("td", { className: "n", textContent: value }));
  texts.push(element("td", { className: TARGET, textContent: target }));
  const then = element("td", {}, {}, status(past, mark));
  const today = element("td", {}, {}, status(past, now?.[3] ?? kpi[4]), now ? beside(now[1]) : "");
  return element("tr", {}, {}, head, ...texts, then, element("td", { className: SCORE, textContent: score }), today);
}

/**
 * What stands beside the status of today.
 * @param {string} text
 */
function beside(text) {
  return element("span", { className: "bsc-past__less", textContent: ` ${text}` });
}

/**
 * The latest figure that a KPI had then; null before it had any.
 * @param {PastKpi} kpi
 * @param {number} at
 */
function pointOf(kpi, at) {
  return kpi[2][kpi[3][at]] ?? null;
}

/**
 * @param {Past} past
 * @param {number} mark
 */
function status(past, mark) {
  const [style, word] = past.marks[mark];
  return element("span", { className: ["bsc-status", `bsc-${style}`].join(" "), textContent: word });
}
