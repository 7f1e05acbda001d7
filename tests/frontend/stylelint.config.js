/* What the style sheets are held to, beside what is simply wrong. */

const WORD = "[a-z0-9]+(?:-[a-z0-9]+)*";
export default {
  extends: "stylelint-config-recommended",
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    "no-descending-specificity": null, // sheets follow the order of a page, which repeats its elements
    "block-no-empty": true,
    "color-named": "never",
    "custom-property-pattern": `^(?:bsc-${WORD}|md-.+|tone|tint)$`,
    "declaration-no-important": true,
    "property-disallowed-list": [["/^--bsc-/"], { message: "Shared custom properties are declared in tokens.css." }],
  },
  overrides: [{ files: ["**/tokens.css"], rules: { "property-disallowed-list": null } }],
};
