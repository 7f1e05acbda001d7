/* The finder: one box for the name of whatever the site shows, loaded when somebody opens it. */
import { element } from "./bsc-elements.js";
import { found, thingsOf } from "./bsc-names.js";
import { recalled, remember } from "./bsc-recents.js";
import { say } from "./bsc-words.js";

/** @typedef {import("./bsc-names.js").Thing} Thing */

const LIST = "finder-list";
const SHOWN = 5;

/** @type {{ dialog: HTMLDialogElement, input: HTMLInputElement, list: HTMLElement, count: HTMLElement }} */
let parts;
/** @type {Thing[]} */
let things = [];
let home = "";

window.bscFinder = { open, near };

/**
 * Shows the box; what had the focus has it back when the box is closed.
 * @param {import("./bsc-names.js").Index} index
 * @param {string} top where the site begins
 */
function open(index, top) {
  if (!things.length) things = thingsOf(index);
  home = top;
  parts ??= build();
  if (parts.dialog.open) return;
  parts.input.value = "";
  parts.dialog.showModal();
  show();
}

/**
 * Links to what is called nearly so, for a place where nothing was found; words that mean nothing are left out of it.
 * @param {import("./bsc-names.js").Index} index
 * @param {string} top
 * @param {string} question
 * @returns {HTMLElement[]}
 */
function near(index, top, question) {
  if (!things.length) things = thingsOf(index);
  home = top;
  let words = question.trim().split(/\s+/);
  while (words.length > 1 && !found(things, words.join(" ")).length) words = words.slice(1);
  return found(things, words.join(" "))
    .slice(0, SHOWN)
    .map((each) => line(each));
}

function build() {
  const input = element("input", {
    type: "text",
    className: "bsc-finder__input",
    autocomplete: "off",
    spellcheck: false,
  });
  const name = say("Find a KPI, an objective, a person, a page");
  const wired = { role: "combobox", "aria-label": name, "aria-controls": LIST, "aria-autocomplete": "list" };
  for (const [key, value] of Object.entries({ ...wired, "aria-expanded": "true" })) input.setAttribute(key, value);
  input.placeholder = name;
  const list = element(
    "div",
    { className: "bsc-finder__list", id: LIST },
    { role: "listbox", "aria-label": say("Found") },
  );
  const count = element("p", { className: "bsc-finder__count" }, { role: "status" });
  const close = element("button", { type: "button", className: "bsc-finder__close", textContent: say("Close") });
  const bar = element("div", { className: "bsc-finder__bar" }, {}, input, close);
  const dialog = element("dialog", { className: "bsc-finder" }, { "aria-label": say("Find") }, bar, list, count);
  input.addEventListener("input", show);
  input.addEventListener("keydown", steer);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  list.addEventListener("pointermove", (event) => optionAt(event) && choose(optionAt(event)));
  list.addEventListener("click", (event) => taken(optionAt(event)));
  document.body.append(dialog);
  return { dialog, input, list, count };
}

/** @param {Event} event */
function optionAt(event) {
  const at = event.target instanceof Element ? event.target.closest("[role=option]") : null;
  return /** @type {HTMLAnchorElement | null} */ (at);
}

/** @returns {HTMLAnchorElement[]} */
function options() {
  return [...parts.list.querySelectorAll("a")];
}

function chosen() {
  return options().find((each) => each.getAttribute("aria-selected") === "true") ?? null;
}

/** Answers what stands in the box: with what was opened before and what needs action while that is nothing. */
function show() {
  const question = parts.input.value.trim();
  const answers = found(things, question);
  const groups = question ? [group("", answers)] : waiting();
  if (question && document.querySelector(".md-search")) groups.push(group("", [], inTexts(question)));
  parts.list.replaceChildren(...groups.filter((each) => each.childElementCount > 0));
  for (const [at, each] of options().entries()) each.id = `${LIST}-${at}`;
  choose(options()[0] ?? null);
  parts.list.scrollTop = 0;
  parts.count.textContent = question ? answered(answers.length) : say("Arrow keys choose, Enter opens, Escape closes.");
}

/** @param {number} count */
function answered(count) {
  return count ? say("{count} found", { count }) : say("Nothing here is called so.");
}

function waiting() {
  const before = recalled(home).map((address) => things.find((each) => each.address === address));
  const opened = /** @type {Thing[]} */ (before.filter(Boolean));
  const red = things.filter((each) => each.mark?.[0].startsWith("off-track") && !opened.includes(each));
  return [group(say("Opened before"), opened), group(say("Needs action"), red.slice(0, SHOWN))];
}

/**
 * @param {string} title
 * @param {Thing[]} all
 * @param {...Node} more
 */
function group(title, all, ...more) {
  const made = element("div", { className: "bsc-finder__group" }, { role: "group" });
  if (title) made.setAttribute("aria-label", title);
  if (title && all.length)
    made.append(element("p", { className: "bsc-finder__title", textContent: title }, { "aria-hidden": "true" }));
  made.append(...all.map(option), ...more);
  return made;
}

/** @param {Thing} thing */
function option(thing) {
  const made = line(thing);
  made.setAttribute("role", "option");
  made.tabIndex = -1;
  made.dataset.address = thing.address;
  return made;
}

/** @param {Thing} thing */
function line(thing) {
  const { kind, name, more, mark, value } = thing;
  const what = element("span", { className: "bsc-finder__what" }, {}, element("b", { textContent: name }));
  what.append(" ", element("span", { className: "bsc-finder__kind", textContent: more ? `${kind} · ${more}` : kind }));
  const side = element("span", { className: "bsc-finder__side" });
  if (value) side.append(element("b", { textContent: value }), " ");
  if (mark)
    side.append(element("span", { className: ["bsc-status", `bsc-${mark[0]}`].join(" "), textContent: mark[1] }));
  const href = `${home}${thing.address}index.html`;
  return element("a", { href, className: "bsc-finder__one" }, {}, what, side);
}

/**
 * The way on to the search in all texts, for what is no name.
 * @param {string} question
 */
function inTexts(question) {
  const words = say("Search the text of all pages for “{question}”", { question });
  return element("a", { href: "#", className: "bsc-finder__one", tabIndex: -1 }, { role: "option" }, words);
}

/** @param {HTMLAnchorElement | null} one */
function choose(one) {
  for (const each of options()) each.setAttribute("aria-selected", String(each === one));
  if (one) parts.input.setAttribute("aria-activedescendant", one.id);
  else parts.input.removeAttribute("aria-activedescendant");
}

/** @param {KeyboardEvent} event */
function steer(event) {
  const next = optionBy(event.key);
  if (next) {
    event.preventDefault();
    choose(next);
    next.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" && !event.isComposing) {
    event.preventDefault();
    openChosen(event.ctrlKey || event.metaKey);
  }
}

/** @param {boolean} beside in a tab of its own, as a link opens with the key held down */
function openChosen(beside) {
  const one = chosen();
  if (beside && one?.dataset.address !== undefined) window.open(one.href);
  else one?.click();
}

/**
 * The option to which a key leads, around the ends of the list; null for other keys.
 * @param {string} key
 */
function optionBy(key) {
  const all = options();
  const at = all.findIndex((each) => each === chosen());
  /** @type {Record<string, number>} */
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: all.length - 1, PageUp: 0 };
  return Object.hasOwn(steps, key) && all.length ? all[(steps[key] + all.length) % all.length] : null;
}

/**
 * What was opened is remembered; the search in all texts takes the question over.
 * @param {HTMLAnchorElement | null} one
 */
function taken(one) {
  if (!one) return;
  const question = parts.input.value.trim();
  parts.dialog.close();
  if (one.dataset.address !== undefined) remember(home, one.dataset.address);
  else searchTexts(question);
}

/** @param {string} question */
function searchTexts(question) {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  setTimeout(() => {
    if (!field) return;
    if (toggle && !toggle.checked) toggle.click();
    field.focus();
    field.value = question;
    for (const each of ["input", "keyup"]) field.dispatchEvent(new Event(each, { bubbles: true }));
  });
}
