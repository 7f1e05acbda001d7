/* A page opened long after its build says so: the build wrote its day into the footer, the reader's clock does the rest. */
import { element } from "./bsc-elements.js";
import { say } from "./bsc-words.js";

/** A month and the ten days in which its figures are due are over by then: at least one newer figure should exist. */
export const OLD = 45;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Whole days from a day written 2026-11-05 to the day of a clock, in the clock's own calendar; NaN for what is no day.
 * @param {string} day
 * @param {Date} now
 */
export function daysSince(day, now) {
  return Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.parse(day)) / DAY);
}

/** Puts the note at the lower edge of an old page, once: above its words it would push them away from under a reader. */
export function sayAge() {
  const built = /** @type {HTMLTimeElement | null} */ (document.querySelector("time.bsc-as-of"));
  const page = document.querySelector("article") ?? document.querySelector("main, [role=main]");
  if (!built || !page || page.querySelector(".bsc-age")) return;
  const days = daysSince(built.dateTime, new Date());
  if (!(days > OLD)) return;
  const note = element("p", { className: "bsc-age" }, { role: "status" });
  page.append(note);
  const day = built.textContent ?? "";
  const words = say("These are the figures as of {day}, {days} days ago; newer ones may be overdue.", { day, days });
  // a screen reader tells what changes in a place that it knows
  setTimeout(() => note.append(words), 100);
}
