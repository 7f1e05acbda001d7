/* Search where there is no server: a browser refuses the theme's search worker to a page opened as a file. */
import { element } from "./bsc-elements.js";
import { answers, entryOf, excerpt } from "./bsc-search-ranking.js";
import { say } from "./bsc-words.js";

/** @typedef {import("./bsc-search-ranking.js").Entry} Entry */
/** @typedef {{ base: string, input: HTMLInputElement, meta: Element, list: Element, toggle: HTMLInputElement }} Box */

/** The entries of the site, as soon as somebody asked for them. @type {Entry[] | null} */
let entries = null;

/** Takes over the theme's search box where the page was opened as a file. */
export function searchInFiles() {
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-md-component=search]"));
  if (location.protocol !== "file:" || !place) return;
  const box = boxIn(place);
  if (!box) return;
  // The theme hides its box when its worker is refused; where the worker runs, the box stays the theme's.
  setTimeout(() => {
    if (place.hidden) takeOver(place, box);
  });
}

/**
 * The parts of the theme's search box; null where the theme has another one.
 * @param {HTMLElement} place
 * @returns {Box | null}
 */
function boxIn(place) {
  const input = place.querySelector("input");
  const meta = place.querySelector(".md-search-result__meta");
  const list = place.querySelector(".md-search-result__list");
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  const config = document.getElementById("__config");
  if (!input || !meta || !list || !toggle || !config) return null;
  const base = new URL(`${JSON.parse(config.textContent ?? "").base}/`, location.href).href;
  return { base, input, meta, list, toggle };
}

/**
 * @param {HTMLElement} place
 * @param {Box} box
 */
function takeOver(place, box) {
  const { input, toggle } = box;
  place.hidden = false;
  box.meta.textContent = "";
  input.addEventListener("focus", () => (toggle.checked = true));
  input.addEventListener("input", () => ask(box));
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    box.list.querySelector("a")?.click();
  });
  input.form?.addEventListener("reset", () =>
    setTimeout(() => {
      ask(box);
      input.focus();
    }),
  );
  toggle.addEventListener("change", () => toggle.checked && input.focus());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.checked = false;
    input.blur();
  });
}

/**
 * Answers at once, or when the index is there: as a script, because a page from a folder may load no JSON.
 * @param {Box} box
 */
function ask(box) {
  if (window.__index) answer(box);
  else document.head.append(element("script", { src: `${box.base}search/search_index.js`, onload: () => answer(box) }));
}

/** @param {Box} box */
function answer(box) {
  entries ??= (window.__index?.docs ?? []).map((each) =>
    entryOf({ ...each, title: plain(each.title), text: plain(each.text) }),
  );
  const found = answers(entries, box.input.value);
  box.meta.textContent = box.input.value.trim() ? say("{count} found", { count: found.length }) : "";
  box.list.replaceChildren(...found.map((entry) => item(entry, box)));
}

/**
 * The text of a piece of HTML.
 * @param {string} html
 */
function plain(html) {
  const parted = html.replace(/<\/(?:p|li|h\d)>/g, " $&");
  return (new DOMParser().parseFromString(parted, "text/html").body.textContent ?? "").trim();
}

/**
 * An answer as the theme shows its own, a part of a page below the title of its page.
 * @param {Entry} entry
 * @param {Box} box
 */
function item(entry, { base, input }) {
  const [page, part] = entry.location.split("#");
  const whole = part ? entries?.find((each) => each.location === page)?.title : "";
  const article = element("article", { className: "md-search-result__article md-typeset" });
  article.append(
    element("h1", { textContent: whole && whole !== entry.title ? `${whole} › ${entry.title}` : entry.title }),
  );
  for (const each of entry.tags) article.append(element("span", { className: "md-tag", textContent: each }));
  article.append(element("p", { textContent: excerpt(entry.text, input.value) }));
  const href = base + entry.location;
  const link = element("a", { className: "md-search-result__link", href }, {}, article);
  return element("li", { className: "md-search-result__item" }, {}, link);
}
