/* What of Vega draws the charts of the site: the steps of their data flows, marks, scales, and one renderer. */
import { Operator, Transform, transforms } from "vega-dataflow";
import { datajoin, encode, scale, sortitems } from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import { parse } from "vega-parser";
import {
  aggregate,
  collect,
  facet,
  filter,
  formula,
  key,
  prefacet,
  proxy,
  relay,
  sieve,
  values,
} from "vega-transforms";
import { View } from "vega-view";
import { bound, mark, render, viewlayout } from "vega-view-transforms";

Object.assign(transforms, {
  aggregate,
  collect,
  facet,
  filter,
  formula,
  key,
  prefacet,
  proxy,
  relay,
  sieve,
  values,
});
Object.assign(transforms, {
  bound,
  datajoin,
  encode,
  mark,
  render,
  scale,
  sortitems,
  viewlayout,
});

window.bscVega = { parse, View, expressionInterpreter };

/** Milliseconds that the steps of a data flow may take together before the browser sees to the reader. */
const PATIENCE = 40;

let rested = 0;

for (const { prototype } of [Operator, Transform]) {
  const { run } = prototype;
  /** As it was, after a rest where that is due: a data flow waits for steps that give a promise. */
  prototype.run = function runInTurn(pulse) {
    if (performance.now() - rested < PATIENCE) return run.call(this, pulse);
    return new Promise((done) => setTimeout(done)).then(() => {
      rested = performance.now();
      return run.call(this, pulse);
    });
  };
}
