/* The script of every page: what starts where, in the order in which it is written. */
import { sayAge } from "./bsc-age.js";
import { startFinder } from "./bsc-finder.js";
import { openNamed, startFolds } from "./bsc-folds.js";
import { completeFrame } from "./bsc-frame-parts.js";
import { giveMemory } from "./bsc-memory.js";
import { showMaps } from "./bsc-map-shown.js";
import { followKeys } from "./bsc-neighbours.js";
import { onEveryPage, onFirstPage } from "./bsc-pages.js";
import { holdSearch } from "./bsc-search-door.js";
import { awaitReader, openTools } from "./bsc-tools-door.js";

giveMemory();
completeFrame();
holdSearch();
awaitReader();
onEveryPage(sayAge);
onEveryPage(openNamed);
onFirstPage(startFolds);
onEveryPage(showMaps);
onEveryPage(openTools);
onFirstPage(followKeys);
onFirstPage(startFinder);
