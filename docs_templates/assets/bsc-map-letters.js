/* The letters of the strategy map: their own width where there is room for it, narrowed where there is none. */

/** The padding of a box takes so much. */
const SLACK = 1.04;

/**
 * Lets letters have their own width where the reader's font is no wider than the planned one. In a wider font all texts
 * of the map stay held, none of them stretched; one without a known width is narrowed to its room.
 * @param {HTMLElement} map
 */
export function fitLetters(map) {
  const svg = map.querySelector(".bsc-map__svg");
  if (!svg || map.dataset.lettered || !svg.getClientRects().length) return;
  map.dataset.lettered = "yes";
  /** @type {SVGTextElement[]} */
  const texts = [...svg.querySelectorAll("text")].filter((text) =>
    text.matches("[textLength], [data-room], [data-held]"),
  );
  for (const text of texts) free(text);
  const measured = texts.map((text) => widths(text));
  const wide = measured.some(({ own, held }) => own > SLACK * held);
  texts.forEach((text, index) => {
    const { own, held, room } = measured[index];
    const most = held || room;
    if (own > most && (wide || room)) {
      text.setAttribute("textLength", String(most));
      text.setAttribute("lengthAdjust", "spacingAndGlyphs");
    }
  });
}

/**
 * Takes the planned width from a text and notes it, unless it has a room or the width was noted before.
 * @param {SVGTextElement} text
 */
function free(text) {
  if (!text.dataset.room && !text.dataset.held) text.dataset.held = text.getAttribute("textLength") ?? "";
  text.removeAttribute("textLength");
}

/**
 * The width of a text in the reader's font, the planned one, and that of its room; NaN where none is known.
 * @param {SVGTextElement} text
 */
function widths(text) {
  const { held, room } = text.dataset;
  return { own: text.getComputedTextLength(), held: Number(held || NaN), room: Number(room || NaN) };
}
