/* The tools of pages: what answers to pointer, finger and keys, loaded with the first sign of a reader. */
import { prepareCharts } from "./bsc-charts.js";
import { suggestNames } from "./bsc-instead.js";
import { startKpis } from "./bsc-kpis.js";
import { startMaps } from "./bsc-map.js";
import { onEveryPage, onFirstPage } from "./bsc-pages.js";
import { startPast } from "./bsc-past.js";
import { startTables } from "./bsc-tables.js";

window.bscTools = true;
onEveryPage(prepareCharts);
onEveryPage(startMaps);
onEveryPage(startTables);
onEveryPage(startKpis);
onEveryPage(startPast);
onFirstPage(suggestNames);
