/* A search in all texts that finds nothing: names that are spelt nearly so stand in the place of answers. */
import { element } from "./bsc-elements.js";
import { HOME, load } from "./bsc-later.js";
import { say } from "./bsc-words.js";

const PATIENCE = 400;
const SHORTEST = 3;

/** Looks after the theme's field, once the reader has stopped typing; nothing where the theme has another one. */
export function suggestNames() {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"));
  const list = document.querySelector(".md-search-result__list");
  if (!field || !list) return;
  const place = element("div", { className: "bsc-instead", hidden: true }, { "aria-live": "polite" });
  list.before(place);
  new MutationObserver(() => (place.hidden ||= list.childElementCount > 0)).observe(list, { childList: true });
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    place.hidden = true;
    waiting = window.setTimeout(() => suggest(field, list, place), PATIENCE);
  });
}

/**
 * @param {HTMLInputElement} field
 * @param {Element} list
 * @param {HTMLElement} place
 */
async function suggest(field, list, place) {
  const question = field.value.trim();
  if (question.length < SHORTEST || list.childElementCount) return;
  try {
    await Promise.all([load("finder-index.js"), load("later-finder.js")]);
  } catch {
    return;
  }
  const near = window.bscFinder?.near(window.bscFinderIndex, HOME, question);
  if (!near?.length || field.value.trim() !== question) return;
  place.replaceChildren(element("p", { className: "bsc-finder__title", textContent: say("Did you mean") }), ...near);
  place.hidden = list.childElementCount > 0;
}
