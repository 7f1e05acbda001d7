/* What if on the strategy map: other values of KPIs change its boxes; nothing of it is kept. */
import { element } from "./bsc-elements.js";
import { supposeIn } from "./bsc-map-supposed.js";
import { fieldOf } from "./bsc-what-if-field.js";
import { differ, lineOf, wholeOf } from "./bsc-what-if-lines.js";
import { presentOf, ratingOf, rolledUp, shownAs } from "./bsc-what-if-rules.js";
import { say } from "./bsc-words.js";

/** @typedef {import("./bsc-what-if-rules.js").Content} Content */
/** @typedef {import("./bsc-what-if-rules.js").Mark} Mark */

/** @type {WeakMap<HTMLElement, MapWhatIf>} */
const known = new WeakMap();

window.bscMapWhatIf = { turn };

/**
 * Opens the game on this map, or ends it; says whether it is open now.
 * @param {HTMLElement} map
 * @param {Content} content
 */
function turn(map, content) {
  const game = known.get(map) ?? new MapWhatIf(map, content);
  known.set(map, game);
  return game.turn();
}

class MapWhatIf {
  /**
   * @param {HTMLElement} map
   * @param {Content} content
   */
  constructor(map, content) {
    this.map = map;
    this.content = content;
    this.kinds = content.statuses.map(([, , shape]) => `bsc-${shape}`);
    this.now = content.kpis.map(presentOf);
    /** @type {Map<number, { value: string, mark: Mark }>} */
    this.supposed = new Map();
    /** @type {(() => void)[]} */
    this.restoring = [];
    this.told = element("div", { className: "bsc-what-if__told" }, { role: "status" });
    this.choice = element(
      "select",
      { className: "bsc-what-if__field" },
      { "aria-label": say("KPI") },
      ...this.groups(),
    );
    this.place = element("span");
    this.panel = this.build();
  }

  /** The KPIs whose other values can be rated, below their objectives. */
  groups() {
    const goals = this.content.rows.flatMap((row) => row[4]);
    return goals.flatMap(([name, , , , members]) => {
      const tried = members.map(([place]) => place).filter((place) => this.content.kpis[place][1].length);
      const options = tried.map((place) => new Option(this.content.named[place][0], String(place)));
      return options.length ? [element("optgroup", { label: name }, {}, ...options)] : [];
    });
  }

  build() {
    const anew = element("button", { type: "button", className: "bsc-chip", textContent: say("Start anew") });
    anew.addEventListener("click", () => this.reset());
    this.choice.addEventListener("change", () => this.ask());
    this.place.addEventListener("input", () => this.typed());
    const note = element("p", {}, {}, element("b", { textContent: say("Hypothetical.") }), " ");
    note.append(say("With another value of a KPI, its objectives and all scores follow the published rules."), " ");
    note.append(say("Trend, chance and KPIs computed from others stay as they are. Nothing is kept."));
    const fields = element("div", { className: "bsc-what-if__try" }, {}, this.choice, this.place, anew);
    return element("section", { className: "bsc-what-if" }, { "aria-label": say("What if") }, note, fields, this.told);
  }

  turn() {
    const open = !this.panel.isConnected;
    if (open) this.map.append(this.panel);
    else this.panel.remove();
    this.reset();
    if (open) this.choice.focus();
    return open;
  }

  reset() {
    this.supposed.clear();
    this.ask();
    this.show();
  }

  /** Asks for a value of the chosen KPI, beside the one that it has. */
  ask() {
    const at = Number(this.choice.value);
    const [name, text] = this.content.named[at];
    const field = fieldOf(this.content.kpis[at], text);
    field.className = "bsc-what-if__field";
    field.dataset.measured = field.value;
    field.value = this.supposed.get(at)?.value ?? field.value;
    field.setAttribute("aria-label", say("Another value of {kpi}", { kpi: name }));
    this.place.replaceChildren(field, " ", say("instead of {value}", { value: text }));
  }

  typed() {
    const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (this.place.firstElementChild);
    if (field.value === "") return;
    const at = Number(this.choice.value);
    const mark = field.value === field.dataset.measured ? null : ratingOf(this.content.kpis[at], Number(field.value));
    if (mark) this.supposed.set(at, { value: field.value, mark });
    else this.supposed.delete(at);
    this.show();
  }

  /** Draws the objectives as they would be, and says what changes. */
  show() {
    for (const restore of this.restoring) restore();
    const marks = this.now.map((mark, at) => this.supposed.get(at)?.mark ?? mark);
    const [before, after] = [rolledUp(this.content, this.now), rolledUp(this.content, marks)];
    const was = before.rows.flatMap((row) => row.objectives);
    const goals = after.rows.flatMap((row) => row.objectives).map((goal, at) => ({ goal, was: was[at] }));
    const changed = goals.filter((each) => differ(each.was, each.goal));
    this.restoring = changed.flatMap(({ goal }) => {
      const parts = /** @type {HTMLElement[]} */ ([...this.map.querySelectorAll(`[data-id="${CSS.escape(goal.id)}"]`)]);
      return parts.map((part) => supposeIn(part, this.lookOf(goal.name, goal), this.kinds));
    });
    this.tell(changed, before, after);
  }

  /**
   * @param {{ goal: Mark & { name: string }, was: Mark }[]} changed
   * @param {Mark} before
   * @param {Mark} after
   */
  tell(changed, before, after) {
    const kpis = [...this.supposed].map(([at, { mark }]) =>
      lineOf(this.content, this.content.named[at][0], this.now[at], mark),
    );
    const lines = changed.map((each) => lineOf(this.content, each.goal.name, each.was, each.goal));
    const parts = [...kpis, ...lines].map((line) => element("div", {}, {}, line));
    this.told.replaceChildren(wholeOf(this.content, before, after), ...parts);
  }

  /**
   * @param {string} name
   * @param {Mark} mark
   */
  lookOf(name, mark) {
    const { shape, word, path } = shownAs(this.content, mark);
    const score = mark.score === null ? "—" : String(Math.round(mark.score));
    const standing = say("{status}, score {score}, hypothetical", { status: word, score });
    return { shape, path, score, standing, words: say("{objective}: {standing}", { objective: name, standing }) };
  }
}
