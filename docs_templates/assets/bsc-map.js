/* The strategy map: lights the chain of causes and effects, and filters by theme and owner. */
(function () {
  "use strict";

  var SLACK = 1.04;  /* the padding of a box takes so much */

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  /* Everything that can be reached from `start`, going from `near` to `far` of each arrow. */
  function reached(arrows, start, near, far) {
    var seen = {}, queue = [start];
    seen[start] = true;
    while (queue.length) {
      var here = queue.pop();
      arrows.forEach(function (arrow) {
        var next = arrow.dataset[far];
        if (arrow.dataset[near] === here && !Object.prototype.hasOwnProperty.call(seen, next)) {
          seen[next] = true;
          queue.push(next);
        }
      });
    }
    return seen;
  }

  function has(set, id) {
    return Object.prototype.hasOwnProperty.call(set, id);
  }

  function light(map, id) {
    var arrows = all(map, ".bsc-map__arrow");
    var up = reached(arrows, id, "from", "to");
    var down = reached(arrows, id, "to", "from");
    all(map, ".bsc-map__box").forEach(function (box) {
      box.classList.toggle("bsc-map--on", has(up, box.dataset.id) || has(down, box.dataset.id));
    });
    all(map, ".bsc-map__arrow, .bsc-map__label").forEach(function (arrow) {
      var from = arrow.dataset.from, to = arrow.dataset.to;
      arrow.classList.toggle("bsc-map--on", (has(up, from) && has(up, to)) || (has(down, from) && has(down, to)));
    });
    map.classList.add("bsc-map--lit");
  }

  function clear(map) {
    map.classList.remove("bsc-map--lit");
  }

  function filter(map) {
    var wanted = {};
    all(map, "select[data-filter]").forEach(function (select) { wanted[select.dataset.filter] = select.value; });
    var out = {};
    all(map, ".bsc-map__box, .bsc-map__item").forEach(function (box) {
      var themes = (box.dataset.themes || "").split(" ");
      var keep = (!wanted.theme || themes.indexOf(wanted.theme) >= 0) && (!wanted.owner || box.dataset.owner === wanted.owner);
      box.classList.toggle("bsc-map--out", !keep);
      if (!keep && box.dataset.id) { out[box.dataset.id] = true; }
    });
    all(map, ".bsc-map__arrow, .bsc-map__label").forEach(function (arrow) {
      arrow.classList.toggle("bsc-map--out", has(out, arrow.dataset.from) || has(out, arrow.dataset.to));
    });
  }

  function list(map) {
    var text = map.querySelector(".bsc-map__text"), drawing = map.querySelector(".bsc-map__drawing");
    if (!text || !drawing) { return; }
    var narrow = getComputedStyle(drawing).display === "none";
    if (narrow && !text.open) {
      text.open = true;
      text.dataset.opened = "yes";
    } else if (!narrow && text.dataset.opened) {
      text.open = false;
      delete text.dataset.opened;
    }
  }

  /* Lets letters have their own width where the reader's font is no wider than the planned one. In a wider font all
     texts of the map stay held, none of them stretched; one without a known width is narrowed to its room. */
  function letter(map) {
    var svg = map.querySelector(".bsc-map__svg");
    if (!svg || map.dataset.lettered || !svg.getClientRects().length) { return; }
    map.dataset.lettered = "yes";
    var texts = all(svg, "text[textLength], text[data-room], text[data-held]");
    texts.forEach(function (text) {
      if (!text.dataset.room && !text.dataset.held) { text.dataset.held = text.getAttribute("textLength"); }
      text.removeAttribute("textLength");
    });
    var own = texts.map(function (text) { return text.getComputedTextLength(); });
    var wide = texts.some(function (text, index) { return own[index] > SLACK * text.dataset.held; });
    texts.forEach(function (text, index) {
      var most = text.dataset.held || text.dataset.room;
      if (own[index] > most && (wide || text.dataset.room)) {
        text.setAttribute("textLength", most);
        text.setAttribute("lengthAdjust", "spacingAndGlyphs");
      }
    });
  }

  function show(map) {
    list(map);
    letter(map);
  }

  function start(map) {
    if (map.dataset.ready) { return; }
    map.dataset.ready = "yes";
    all(map, ".bsc-map__box").forEach(function (box) {
      box.addEventListener("pointerenter", function (event) {
        if (event.pointerType !== "touch") { light(map, box.dataset.id); }
      });
      box.addEventListener("pointerleave", function () { clear(map); });
      box.addEventListener("focus", function () { if (box.matches(":focus-visible")) { light(map, box.dataset.id); } });
      box.addEventListener("blur", function () { clear(map); });
    });
    map.addEventListener("keydown", function (event) { if (event.key === "Escape") { clear(map); } });
    all(map, ".bsc-map__filters").forEach(function (filters) {
      filters.hidden = false;
      filters.addEventListener("change", function () { filter(map); });
    });
    show(map);
    if (window.ResizeObserver) { new ResizeObserver(function () { show(map); }).observe(map); }
    if (document.fonts && document.fonts.addEventListener) {
      document.fonts.addEventListener("loadingdone", function () {
        delete map.dataset.lettered;
        letter(map);
      });
    }
  }

  function startAll() {
    all(document, ".bsc-map").forEach(start);
  }

  if (typeof document$ !== "undefined" && document$.subscribe) {
    document$.subscribe(startAll);
  } else if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", startAll);
  } else {
    startAll();
  }
})();
