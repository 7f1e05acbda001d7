/* The finder's door: Ctrl+K or its button, which load what finds things by name. */
import { element } from "./bsc-elements.js";
import { HOME, load } from "./bsc-later.js";
import { say } from "./bsc-words.js";

/** The box of all names opens from now on; where the theme has a field for search, a button stands beside it. */
export function startFinder() {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openFinder();
  });
  document.querySelector(".md-header .md-search")?.before(button());
  const narrow = document.querySelector(".md-header label[for=__search]");
  narrow?.addEventListener("click", (event) => {
    event.preventDefault();
    openFinder();
  });
}

function button() {
  const apple = /mac|iphone|ipad/i.test(navigator.userAgent);
  const keys = element("kbd", { className: "bsc-find__keys", textContent: apple ? say("⌘ K") : say("Ctrl K") });
  const shortcut = apple ? "Meta+K" : "Control+K";
  const made = element("button", { type: "button", className: "bsc-find" }, { "aria-keyshortcuts": shortcut });
  made.append(element("span", { textContent: say("Find") }), keys);
  made.addEventListener("click", () => openFinder());
  return made;
}

async function openFinder() {
  try {
    await Promise.all([load("finder-index.js"), load("later-finder.js")]);
  } catch {
    /** @type {HTMLInputElement | null} */ (document.querySelector(".md-search__input"))?.focus();
    return;
  }
  window.bscFinder?.open(window.bscFinderIndex, HOME);
}
