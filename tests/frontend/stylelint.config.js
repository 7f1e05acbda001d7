/* What the style sheets are held to, beside what is simply wrong. */

const WORD = "[a-z0-9]+(?:-[a-z0-9]+)*";
const BLOCK = `bsc-${WORD}`;
/** A block, a part of it, what is particular about one of them. */
const OURS = `${BLOCK}(?:__${WORD})?(?:--${WORD})?`;
/** Cells with a number, a period or an owner: short, because a page has thousands of them. */
const CELLS = "[nop]";
const OF_THE_THEME = "md-.+|headerlink|footnote-(?:ref|backref)";

export default {
  extends: "stylelint-config-recommended",
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    "no-descending-specificity": null, // sheets follow the order of a page, which repeats its elements
    "block-no-empty": true,
    "color-named": "never",
    "custom-property-pattern": `^(?:bsc-${WORD}|md-.+|tone|tint|sign|sign-size|sign-fill|columns|scale|gap|rows|word(?:-.+)?|label(?:-\\d+)?|periods|cell)$`,
    "declaration-no-important": true,
    "property-disallowed-list": [
      ["/^--bsc-/"],
      { message: "Shared custom properties are declared in tokens.css, colours in the palette." },
    ],
    "selector-class-pattern": [
      `^(?:${OURS}|${CELLS}|${OF_THE_THEME})$`,
      {
        resolveNestedSelectors: true,
        message: (/** @type {string} */ name) => `${name} is neither bsc-block, bsc-block__part nor bsc-block--kind.`,
      },
    ],
  },
  overrides: [
    {
      files: ["**/tokens.css", "**/bsc-palette.css", "**/bsc-palette-reader.css", "**/bsc-shapes.css"],
      rules: { "property-disallowed-list": null },
    },
  ],
};
