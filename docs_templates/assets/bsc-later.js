/* What only some readers need: scripts that stand beside that of the site, and are loaded when somebody asks. */
import { element } from "./bsc-elements.js";

const HERE = /** @type {HTMLScriptElement | null} */ (globalThis.document?.currentScript ?? null)?.src ?? "";
const FOLDER = HERE.slice(0, HERE.lastIndexOf("/") + 1);
const TOP = "assets/bsc-site/";

/** @type {Map<string, Promise<unknown>>} */
const loaded = new Map();

/** Where the site begins, as an address that ends in a slash. */
export const HOME = FOLDER.endsWith(TOP) ? FOLDER.slice(0, -TOP.length) : FOLDER;

/**
 * Resolves when the script has run, which is loaded once; as a script, because a page from a folder may load nothing else.
 * @param {string} name its path beside the script of the site, or from there
 */
export function load(name) {
  return loadFrom(FOLDER + name);
}

/**
 * The same for a script anywhere in the site.
 * @param {string} src
 */
export function loadFrom(src) {
  let waiting = loaded.get(src);
  if (!waiting) {
    waiting = new Promise((onload, onerror) => document.head.append(element("script", { src, onload, onerror })));
    waiting.catch(() => loaded.delete(src));
    loaded.set(src, waiting);
  }
  return waiting;
}
