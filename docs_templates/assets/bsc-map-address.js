/* The address of the strategy map: what a reader chose, as the part of the address after `#`, and back again. */

/** @typedef {Record<string, string>} Choices */

const KNOWN = new Set(["theme", "owner", "focus", "view", "arrow"]);

/**
 * What the address asks of the map; nothing for the anchor of a heading, null where it is not about the map.
 * @param {string} hash
 * @returns {Choices | null}
 */
export function choicesIn(hash) {
  const part = hash.replace(/^#/, "");
  if (!part) return {};
  if (!part.includes("=")) return null;
  return Object.fromEntries([...new URLSearchParams(part)].filter(([name, value]) => KNOWN.has(name) && value));
}

/**
 * The part of the address for these choices; empty for none.
 * @param {Choices} choices
 */
export function hashOf(choices) {
  const asked = Object.entries(choices).filter(([name, value]) => KNOWN.has(name) && value);
  return asked.length ? `#${new URLSearchParams(asked)}` : "";
}
