/* What if, when it is asked for: its script and what it tries out come then; a button says whether it is open. */
import { load, loadFrom } from "./bsc-later.js";

/** @typedef {import("./bsc-what-if-rules.js").Content} Content */

/**
 * What the button's scorecard may try out, once script and content are there; nothing where it has none.
 * @param {HTMLButtonElement} button
 * @param {string} script
 * @returns {Promise<Content | undefined>}
 */
export async function broughtFor(button, script) {
  const { content = "", scorecard = "" } = button.dataset;
  await Promise.all([load(script), loadFrom(new URL(content, location.href).href)]);
  return window.bscWhatIfContent?.[scorecard];
}

/**
 * Offers to try out other values on a map that has a button for it.
 * @param {HTMLElement} map
 */
export function offerWhatIf(map) {
  const button = /** @type {HTMLButtonElement | null} */ (map.querySelector(".bsc-map__what-if"));
  if (!button) return;
  button.addEventListener("click", async () => {
    const known = await broughtFor(button, "later-map-what-if.js");
    button.ariaPressed = String(Boolean(known && window.bscMapWhatIf?.turn(map, known)));
  });
}
