/* How a scorecard stood: the reader picks a period, which then stands in the address; what shows it comes when asked for. */
import { load, loadFrom } from "./bsc-later.js";

const KEY = "as-of";

/** @typedef {{ section: HTMLElement, form: HTMLFormElement, select: HTMLSelectElement, then: Element }} Panel */

/** Shows the period that the address names, and others as they are picked. */
export function startPast() {
  const section = /** @type {HTMLElement | null} */ (document.querySelector(".bsc-past:not([data-ready])"));
  const panel = section && panelIn(section);
  if (!panel) return;
  panel.section.dataset.ready = "yes";
  panel.form.addEventListener("submit", (event) => event.preventDefault());
  panel.select.addEventListener("change", () => pick(panel, panel.select.value));
  panel.form.addEventListener("click", (event) => stepBy(panel, event.target));
  for (const link of document.querySelectorAll("a[data-as-of]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      pick(panel, /** @type {HTMLElement} */ (link).dataset.asOf ?? "");
      panel.section.scrollIntoView({ block: "start" });
      panel.select.focus({ preventScroll: true });
    });
  }
  show(panel, new URLSearchParams(location.search).get(KEY) ?? "");
}

/**
 * @param {HTMLElement} section
 * @returns {Panel | null}
 */
function panelIn(section) {
  const form = section.querySelector("form");
  const select = section.querySelector("select");
  const then = section.querySelector(".bsc-past__then");
  return form && select && then ? { section, form, select, then } : null;
}

/**
 * One period earlier or later; the list begins with the newest, after the line that asks.
 * @param {Panel} panel
 * @param {EventTarget | null} pressed
 */
function stepBy(panel, pressed) {
  const { select } = panel;
  const name = pressed instanceof HTMLButtonElement ? pressed.name : "";
  if (!name) return;
  const next = select.selectedIndex + (name === "earlier" ? 1 : -1);
  if (next < 1 || next >= select.length) return;
  pick(panel, select.options[next].value);
}

/**
 * @param {Panel} panel
 * @param {string} period
 */
function pick(panel, period) {
  const address = new URL(location.href);
  if (period) address.searchParams.set(KEY, period);
  else address.searchParams.delete(KEY);
  history.replaceState(history.state, "", address);
  show(panel, period);
}

/**
 * @param {Panel} panel
 * @param {string} period
 */
async function show(panel, period) {
  const { section, select, then } = panel;
  select.value = period;
  const at = select.selectedIndex - 1;
  stand(panel, at);
  const past = at < 0 ? null : await brought(section);
  if (select.value !== period) return;
  if (past) window.bscShowPast?.(then, past, at);
  else then.replaceChildren();
}

/**
 * What is known of the past of the scorecard; null where it cannot be loaded.
 * @param {HTMLElement} section
 */
async function brought(section) {
  const { past = "", scorecard = "" } = section.dataset;
  try {
    await Promise.all([load("later-past.js"), loadFrom(new URL(past, location.href).href)]);
  } catch {
    return null;
  }
  return window.bscPast?.[scorecard] ?? null;
}

/**
 * Neither earlier than the first period nor later than the last.
 * @param {Panel} panel
 * @param {number} at
 */
function stand({ form, select }, at) {
  const ends = { earlier: at === select.length - 2, later: at <= 0 };
  for (const [name, end] of Object.entries(ends)) {
    const button = form.elements.namedItem(name);
    if (button instanceof HTMLButtonElement) button.disabled = end;
  }
}
