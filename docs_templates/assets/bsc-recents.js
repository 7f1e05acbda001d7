/* What was opened before, kept by the reader's own browser; where that keeps nothing, there is nothing to recall. */

const MOST = 5;

/**
 * The addresses that were opened last, the latest first.
 * @param {string} home where the site begins: sites of one server do not share what they keep
 * @returns {string[]}
 */
export function recalled(home) {
  try {
    const kept = JSON.parse(localStorage.getItem(`bsc-finder ${home}`) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

/**
 * Keeps an address as the latest.
 * @param {string} home
 * @param {string} address
 */
export function remember(home, address) {
  try {
    const others = recalled(home).filter((each) => each !== address);
    localStorage.setItem(`bsc-finder ${home}`, JSON.stringify([address, ...others].slice(0, MOST)));
  } catch {
    // a browser that keeps nothing finds as well
  }
}
