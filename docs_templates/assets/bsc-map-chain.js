/* The chains of the strategy map: what an objective leads to, what leads to it, and what a filter leaves. */

/** @typedef {{ from: string, to: string }} Arrow */

/**
 * Everything that can be reached from `start`, going from the `near` end to the `far` end of each arrow.
 * @param {Arrow[]} arrows
 * @param {string} start
 * @param {"from" | "to"} near
 * @param {"from" | "to"} far
 */
function reached(arrows, start, near, far) {
  const seen = new Set([start]);
  for (const here of seen) {
    for (const arrow of arrows) if (arrow[near] === here) seen.add(arrow[far]);
  }
  return seen;
}

/**
 * The causes of causes and the effects of effects of an objective, with itself: which boxes and arrows belong to them.
 * An arrow from a cause to an effect that goes around the objective belongs to neither.
 * @param {Arrow[]} arrows
 * @param {string} id
 */
export function chainOf(arrows, id) {
  const effects = reached(arrows, id, "from", "to");
  const causes = reached(arrows, id, "to", "from");
  return {
    /** @param {string} box */
    holds: (box) => effects.has(box) || causes.has(box),
    /** @param {Arrow} arrow */
    follows: ({ from, to }) => (effects.has(from) && effects.has(to)) || (causes.has(from) && causes.has(to)),
  };
}

/**
 * Whether a box stays under a filter; what is not asked for fits.
 * @param {{ themes?: string, owner?: string }} box themes with blanks between them
 * @param {{ theme?: string, owner?: string }} wanted
 */
export function stays(box, wanted) {
  if (wanted.theme && !(box.themes ?? "").split(" ").includes(wanted.theme)) return false;
  return !wanted.owner || box.owner === wanted.owner;
}
