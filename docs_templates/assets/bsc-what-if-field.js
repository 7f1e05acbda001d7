/* The field in which another value of a KPI is typed or chosen. */
import { element } from "./bsc-elements.js";
import { say } from "./bsc-words.js";

/**
 * A field with the value that the KPI has; its states, or yes and no, are a choice.
 * @param {import("./bsc-what-if-rules.js").Kpi} kpi
 * @param {string} shown
 */
export function fieldOf([value, [rule, states]], shown) {
  if (rule === "answer") return choiceOf([say("Yes"), say("No")], ["1", "0"], String(Number(Number(value) >= 0.5)));
  if (rule === "state") {
    const pairs = /** @type {[string, number][]} */ (states);
    return choiceOf(
      pairs.map(([word]) => word),
      pairs.map(([, score]) => String(score)),
      String(value),
    );
  }
  const decimals = Math.max(shown.match(/\.(\d+)/)?.[1].length ?? 0, 2);
  return element("input", { type: "number", step: "any", value: String(Number(Number(value).toFixed(decimals))) });
}

/**
 * @param {string[]} words
 * @param {string[]} values
 * @param {string} chosen
 */
function choiceOf(words, values, chosen) {
  const choice = element("select", {}, {}, ...words.map((word, at) => new Option(word, values[at])));
  choice.value = chosen;
  return choice;
}
