/* An objective of the strategy map as it would be: a box of the drawing or an entry of the list, and the way back. */

/**
 * @typedef {{ shape: string, path: string, score: string, standing: string, words: string }} Look the name of the shape
 *   and its path; `standing` in words, `words` with the objective's name
 */

/**
 * Shows a part of the map so; gives back what shows it as it was.
 * @param {HTMLElement} part of HTML or SVG: both have what is used here
 * @param {Look} look
 * @param {string[]} kinds the classes of all statuses
 */
export function supposeIn(part, look, kinds) {
  const restore = wayBack(part, kinds);
  for (const each of [part, ...part.querySelectorAll(kinds.map((kind) => `.${kind}`).join())]) {
    for (const kind of kinds) each.classList.replace(kind, `bsc-${look.shape}`);
  }
  part.dataset.supposed = "yes";
  if (part.matches(".bsc-map__box")) supposeBox(part, look);
  else part.querySelector("p")?.lastChild?.replaceWith(` ${look.standing}`);
  return restore;
}

/**
 * @param {HTMLElement} box
 * @param {Look} look
 */
function supposeBox(box, look) {
  box.setAttribute("aria-label", look.words);
  box.querySelector("title")?.replaceChildren(look.words);
  box.querySelector(".bsc-map__shape path")?.setAttribute("d", look.path);
  const score = box.querySelector(".bsc-map__score");
  score?.replaceChildren(look.score);
  score?.removeAttribute("textLength");
}

/**
 * @param {HTMLElement} part
 * @param {string[]} kinds
 */
function wayBack(part, kinds) {
  const inside = [...part.childNodes].map((each) => each.cloneNode(true));
  const label = part.getAttribute("aria-label");
  const own = kinds.find((kind) => part.classList.contains(kind));
  return () => {
    part.replaceChildren(...inside);
    if (label) part.setAttribute("aria-label", label);
    if (own) for (const kind of kinds) part.classList.replace(kind, own);
    delete part.dataset.supposed;
  };
}
