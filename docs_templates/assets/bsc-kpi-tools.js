/* The tools above the table of KPIs: they show what is wished for, and know who the reader is once told. */
import { say } from "./bsc-words.js";

/** @typedef {import("./bsc-kpi-wish.js").Wish} Wish */

const ME = "bsc:me";

/**
 * Shows in the field, the choice of an owner and the chips what is wished for.
 * @param {HTMLFormElement} tools
 * @param {Wish} wish
 */
export function showWish(tools, wish) {
  const [owner = ""] = wish.owner;
  const field = tools.querySelector("input");
  if (field && field.value.trim() !== wish.words) field.value = wish.words;
  const select = tools.querySelector("select");
  if (select) select.value = owner;
  for (const chip of tools.querySelectorAll("button")) {
    if (chip.name === "mine") showMine(chip, owner);
    else if (chip.name !== "what-if")
      chip.ariaPressed = String([wish[/** @type {"status"} */ (chip.name)]].flat().includes(chip.value));
  }
}

/**
 * Somebody else's KPIs are in sight: whoever that is may say so.
 * @param {HTMLButtonElement} chip
 * @param {string} owner
 */
function showMine(chip, owner) {
  const others = owner !== "" && owner !== remembered();
  chip.textContent = others ? say("This is me") : say("Mine");
  chip.ariaPressed = String(owner !== "" && !others);
}

/**
 * Whose KPIs to show after a click on `Mine`: nobody's alone where they were in sight; null where nobody said yet who
 * reads.
 * @param {HTMLFormElement} tools
 * @param {string} owner whose are in sight
 */
export function mineAfter(tools, owner) {
  const me = remembered();
  if (owner && owner === me) return [];
  if (owner) remember(owner);
  const found = owner || (choiceOf(tools, "owner", me) ? me : "");
  return found ? [found] : null;
}

/**
 * Asks who the reader is: the next owner chosen is remembered.
 * @param {HTMLFormElement} tools
 */
export function askWho(tools) {
  const select = tools.querySelector("select");
  if (!select) return;
  select.dataset.asked = "yes";
  select.options[0].text = say("Who are you?");
  select.focus();
}

/**
 * The owner that was chosen, remembered where the reader was asked.
 * @param {HTMLSelectElement} select
 */
export function chosenOwner(select) {
  if (select.dataset.asked) remember(select.value);
  delete select.dataset.asked;
  return select.value ? [select.value] : [];
}

/**
 * The chip or option of a value; undefined where the table has none.
 * @param {HTMLFormElement} tools
 * @param {string} kind
 * @param {string} value
 */
export function choiceOf(tools, kind, value) {
  const all = /** @type {NodeListOf<HTMLButtonElement | HTMLOptionElement>} */ (
    tools.querySelectorAll(`[name=${kind}][data-in], [name=${kind}] [data-in]`)
  );
  return [...all].find((each) => each.value === value);
}

/** Who the reader said to be; empty where nobody has, or where nothing can be kept. */
function remembered() {
  try {
    return localStorage.getItem(ME) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} person */
function remember(person) {
  try {
    localStorage.setItem(ME, person);
  } catch {
    // nothing can be kept here: the choice holds for this page
  }
}
