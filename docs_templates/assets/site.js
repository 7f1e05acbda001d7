/* The script of every page: what starts where, in the order in which it is written. */
import { sayAge } from "./bsc-age.js";
import { prepareCharts } from "./bsc-charts.js";
import { startFinder } from "./bsc-finder.js";
import { openNamed, startFolds } from "./bsc-folds.js";
import { suggestNames } from "./bsc-instead.js";
import { startKpis } from "./bsc-kpis.js";
import { startMaps } from "./bsc-map.js";
import { followKeys } from "./bsc-neighbours.js";
import { onEveryPage, onFirstPage } from "./bsc-pages.js";
import { startPast } from "./bsc-past.js";
import { holdSearch } from "./bsc-search-door.js";
import { searchInFiles } from "./bsc-search.js";
import { startTables } from "./bsc-tables.js";

holdSearch();
onEveryPage(sayAge);
onEveryPage(openNamed);
onFirstPage(startFolds);
onEveryPage(prepareCharts);
onEveryPage(startMaps);
onEveryPage(startTables);
onEveryPage(startKpis);
onEveryPage(startPast);
onFirstPage(searchInFiles);
onFirstPage(followKeys);
onFirstPage(startFinder);
onFirstPage(suggestNames);
