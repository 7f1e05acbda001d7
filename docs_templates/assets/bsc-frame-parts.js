/* Parts of the frame that answer nobody without scripts: made before the theme's script looks for them. */

import { say } from "./bsc-words.js";

const CHOICES = [
  { media: "light", scheme: "default", words: say("Switch to dark colours"), glyph: "night" },
  { media: "dark", scheme: "slate", words: say("Switch to light colours"), glyph: "sun" },
];
/** What the theme says, where its settings do not say otherwise. @type {Record<string, string>} */
const ENGLISH = {
  "clipboard.copied": say("Copied to clipboard"),
  "clipboard.copy": say("Copy to clipboard"),
  "search.result.more.one": say("1 more on this page"),
  "search.result.more.other": say("# more on this page"),
  "search.result.none": say("No matching documents"),
  "search.result.one": say("1 matching document"),
  "search.result.other": say("# matching documents"),
  "search.result.placeholder": say("Type to start searching"),
  "search.result.term.missing": say("Missing"),
  "select.version": say("Select version"),
};

/** @typedef {{ href: string, name: string, number?: number, entries?: string }} Entry */

/** Makes what a page leaves out: the search box, the choice of colours, the drawer, the words of the theme. */
export function completeFrame() {
  fill(".md-search:empty", searchBox);
  fill("form[data-md-component=palette]:empty", () => CHOICES.map(choice).join(""));
  fill(".md-nav--primary:empty", drawer);
  addLogo();
  const config = document.getElementById("__config");
  if (!config) return;
  const told = JSON.parse(config.textContent ?? "");
  config.textContent = JSON.stringify({ ...told, translations: { ...ENGLISH, ...told.translations } });
}

/**
 * @param {string} selector
 * @param {(place: HTMLElement) => string} made
 */
function fill(selector, made) {
  const place = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  if (place) place.append(document.createRange().createContextualFragment(made(place)));
}

/**
 * @param {string | null | undefined} words
 * @returns {string}
 */
function text(words) {
  return (words ?? "").trim().replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** @param {HTMLElement} place */
function searchBox({ ariaLabel, dataset }) {
  const [label, prompt, clear, begin] = [ariaLabel, dataset.prompt, dataset.clear, dataset.begin].map(text);
  return (
    '<label class="md-search__overlay" for="__search"></label><div class="md-search__inner" role="search">' +
    '<form class="md-search__form" name="search"><input type="text" class="md-search__input" name="query" ' +
    `aria-label="${label}" placeholder="${prompt}" autocapitalize="off" autocorrect="off" autocomplete="off" ` +
    'spellcheck="false" data-md-component="search-query" required><label class="md-search__icon md-icon" ' +
    'for="__search"><svg class="bsc-glyph--find"></svg><svg class="bsc-glyph--back"></svg></label>' +
    `<nav class="md-search__options" aria-label="${label}"><button type="reset" class="md-search__icon md-icon" ` +
    `title="${clear}" aria-label="${clear}" tabindex="-1"><svg class="bsc-glyph--close"></svg></button></nav>` +
    '<div class="md-search__suggest" data-md-component="search-suggest"></div></form>' +
    '<div class="md-search__output"><div class="md-search__scrollwrap" tabindex="0" data-md-scrollfix>' +
    `<div class="md-search-result" data-md-component="search-result"><div class="md-search-result__meta">${begin}` +
    '</div><ol class="md-search-result__list" role="presentation"></ol></div></div></div></div>'
  );
}

/**
 * @param {typeof CHOICES[number]} told
 * @param {number} number
 */
function choice({ media, scheme, words, glyph }, number) {
  return (
    `<input class="md-option" data-md-color-media="(prefers-color-scheme: ${media})" ` +
    `data-md-color-scheme="${scheme}" data-md-color-primary="indigo" data-md-color-accent="indigo" ` +
    `aria-label="${words}" type="radio" name="__palette" id="__palette_${number}">` +
    `<label class="md-header__button md-icon" title="${words}" for="__palette_${1 - number}" hidden>` +
    `<svg class="bsc-glyph--${glyph}"></svg></label>`
  );
}

/**
 * The way to all pages as narrow screens have it: the tabs, and below the one that is open what the page names beside it.
 * @param {HTMLElement} place
 */
function drawer(place) {
  const within = (place.dataset.within ?? "").split(" ");
  const entries = [...document.querySelectorAll(".md-tabs__item")].map((tab, at) => {
    const told = { ...entryOf(tab), number: at + 1 };
    if (!within.includes(String(at))) return entry(told);
    return tab.classList.contains("md-tabs__item--active") ? opened(told) : closed(told);
  });
  const name = text(document.querySelector(".md-header__topic .md-ellipsis")?.textContent);
  return (
    `<label class="md-nav__title" for="__drawer">${name}</label>` +
    `<ul class="md-nav__list" data-md-scrollfix>${entries.join("")}</ul>`
  );
}

/** The drawer begins with the sign of the header. */
function addLogo() {
  const title = document.querySelector(".md-nav--primary[data-within] > .md-nav__title");
  const logo = /** @type {Element | undefined} */ (document.querySelector(".md-header .md-logo")?.cloneNode(true));
  if (!title || !logo) return;
  logo.classList.replace("md-header__button", "md-nav__button");
  title.prepend(logo);
}

/**
 * @param {Element} item
 * @returns {Entry}
 */
function entryOf(item) {
  return { href: text(item.querySelector("a")?.getAttribute("href")), name: text(item.textContent) };
}

/** @param {Entry} told */
function entry({ href, name }) {
  return (
    `<li class="md-nav__item"><a href="${href}" class="md-nav__link">` +
    `<span class="md-ellipsis">${name}</span></a></li>`
  );
}

/** @param {Entry} told */
function closed({ href, name }) {
  return (
    `<li class="md-nav__item md-nav__item--pruned md-nav__item--nested"><a href="${href}" class="md-nav__link">` +
    `<span class="md-ellipsis">${name}</span><span class="md-nav__icon md-icon"></span></a></li>`
  );
}

/** @param {Entry} told */
function opened({ name, number }) {
  const entries = [...document.querySelectorAll(".bsc-local li")].map((each) => entry(entryOf(each)));
  return (
    '<li class="md-nav__item md-nav__item--active md-nav__item--section md-nav__item--nested">' +
    `<input class="md-nav__toggle md-toggle " type="checkbox" id="__nav_${number}" checked>` +
    `<label class="md-nav__link" for="__nav_${number}" id="__nav_${number}_label" tabindex="">` +
    `<span class="md-ellipsis">${name}</span><span class="md-nav__icon md-icon"></span></label>` +
    `<nav class="md-nav" data-md-level="1" aria-labelledby="__nav_${number}_label" aria-expanded="true">` +
    `<label class="md-nav__title" for="__nav_${number}"><span class="md-nav__icon md-icon"></span>${name}</label>` +
    `<ul class="md-nav__list" data-md-scrollfix>${entries.join("")}</ul></nav></li>`
  );
}
