/* What of Vega draws the charts of the site: the steps of their data flows, marks, scales, and one renderer. */
import { transforms } from "vega-dataflow";
import { datajoin, encode, scale, sortitems } from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import { parse } from "vega-parser";
import { aggregate, collect, facet, filter, formula, key, prefacet, relay, sieve, values } from "vega-transforms";
import { View } from "vega-view";
import { bound, mark, render, viewlayout } from "vega-view-transforms";

Object.assign(transforms, { aggregate, collect, facet, filter, formula, key, prefacet, relay, sieve, values });
Object.assign(transforms, { bound, datajoin, encode, mark, render, scale, sortitems, viewlayout });

window.bscVega = { parse, View, expressionInterpreter };
