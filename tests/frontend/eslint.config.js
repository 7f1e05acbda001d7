/* What the linter asks of the scripts. Names of the browser are known by the type checker, which runs beside it. */
import js from "@eslint/js";

const NODE = "tests/frontend/**/*.js";

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    rules: {
      "no-undef": "off", // the type checker knows every name
      "class-methods-use-this": "error",
      complexity: ["error", 8],
      eqeqeq: "error",
      "func-style": ["error", "declaration", { allowArrowFunctions: true }],
      "max-lines": ["error", 350],
      "max-lines-per-function": ["error", 45],
      "max-params": ["error", 4],
      "no-console": ["error", { allow: ["warn"] }],
      "no-else-return": "error",
      "no-eval": "error",
      "no-implicit-coercion": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-nested-ternary": "off",
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML", "write"].map((property) => ({
          property,
          message: "Texts come from readers and files: put them in as text.",
        })),
      ],
      "no-shadow": "error",
      "no-useless-concat": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-arrow-callback": "error",
      "prefer-const": "error",
      "prefer-object-spread": "error",
      "prefer-template": "error",
      radix: "error",
    },
  },
  {
    files: ["docs_templates/assets/*.js"],
    rules: {
      // what the joiner of the program understands
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Export by name." },
        { selector: "ExportAllDeclaration", message: "Export where it is declared." },
        { selector: "ExportNamedDeclaration[declaration=null]", message: "Export where it is declared." },
        { selector: "ImportExpression", message: "The site has one script: import at the top." },
        { selector: "ImportDefaultSpecifier", message: "Import by name." },
        { selector: "ImportNamespaceSpecifier", message: "Import by name." },
        {
          selector: "Program > ExpressionStatement > AwaitExpression",
          message: "A script of the site waits for nothing.",
        },
      ],
    },
  },
  { files: [NODE], rules: { "max-lines-per-function": "off" } },
];
