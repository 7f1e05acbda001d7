/* Charts come alive when the reader turns to them: until then, and whenever anything fails, the drawing stays. */
(function () {
  "use strict";
  if (window.bscCharts) return;
  var here = (document.currentScript && document.currentScript.src) || "";
  var folder = here.slice(0, here.lastIndexOf("/") + 1);
  var engine = null;
  var alive = [];

  function loadEngine() {
    engine = engine || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = folder + "bsc-vega.js";
      script.onload = resolve;
      script.onerror = reject;
      document.head.appendChild(script);
    });
    return engine;
  }

  function element(name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  /* A block holds so many rows: the fields that are the same in all of them, and a list for each of the others. */
  function rowsOf(blocks) {
    return blocks.flatMap(function (block) {
      return Array.from({ length: block[0] }, function (_, at) {
        var row = Object.assign({}, block[1]);
        Object.keys(block[2]).forEach(function (name) { row[name] = block[2][name][at]; });
        return row;
      });
    });
  }

  function specOf(figure, content) {
    var type = window.bscChartTypes[figure.dataset.type];
    var spec = JSON.parse(JSON.stringify(type));
    spec.height = content.signals.height;
    spec.data.forEach(function (each) { if (each.name === "rows") each.values = content.rows; });
    spec.signals.forEach(function (each) { if (each.name in content.signals) each.value = content.signals[each.name]; });
    return spec;
  }

  function wake(figure) {
    if (figure.dataset.state) return;
    figure.dataset.state = "loading";
    loadEngine().then(function () {
      var content = JSON.parse(figure.querySelector(".bsc-chart-data").content.textContent);
      content.rows = rowsOf(content.blocks);
      var drawing = figure.querySelector(".bsc-chart-drawing");
      var stage = element("div", "bsc-chart-live");
      stage.setAttribute("aria-hidden", "true");
      drawing.appendChild(stage);
      var options = { mode: "vega", ast: true, renderer: "svg", actions: false, tooltip: false, hover: false, defaultStyle: false };
      return window.bscVegaEmbed(stage, specOf(figure, content), options).then(function (made) {
        var svg = stage.querySelector("svg");
        if (!svg) throw new Error("nothing was drawn");
        svg.setAttribute("viewBox", "0 0 640 " + content.signals.height);
        svg.removeAttribute("width");
        svg.removeAttribute("height");
        follow(figure, drawing, made.view, content);
        figure.dataset.state = "alive";
        figure.classList.add("bsc-alive");
        alive.push({ figure: figure, end: made.finalize || function () { made.view.finalize(); } });
      });
    }).catch(function (error) {
      figure.dataset.state = "still";
      if (window.console) console.warn("The chart stays as it was drawn: " + error);
    });
  }

  function follow(figure, drawing, view, content) {
    var points = content.rows.filter(function (row) { return row.i !== undefined; });
    var rows = figure.dataset.type === "gantt";
    var signals = content.signals;
    var span = signals.span.slice();
    var tip = element("div", "bsc-chart-tip");
    tip.hidden = true;
    tip.setAttribute("role", "status");
    drawing.appendChild(tip);
    var shown = -1;

    function across(point) {
      var left = signals.left, right = 640 - signals.right;
      return left + (Date.parse(point.m || point.t) - span[0]) / (span[1] - span[0]) * (right - left);
    }
    function place(point) { return rows ? point.row : across(point); }
    function visible(point) { return rows || Date.parse(point.u || point.t) >= span[0]; }

    function show(index) {
      shown = index;
      view.signal("at", index < 0 ? -1 : points[index].i).runAsync();
      tip.hidden = index < 0;
      if (index < 0) return;
      var point = points[index];
      tip.replaceChildren(element("b", "", point.p + (rows ? "" : ": " + point.v)));
      [rows ? point.v : "", point.e ? (rows ? point.e : point.e + " expected") : "", point.w, point.l, point.n].forEach(function (words, at) {
        if (words && !(rows && at === 2)) tip.appendChild(element("span", "", words));
      });
      var scale = drawing.clientWidth / 640;
      var x = rows ? drawing.clientWidth / 2 - tip.offsetWidth / 2 : across(point) * scale;
      var beside = rows ? x : x + 14 + tip.offsetWidth > drawing.clientWidth ? x - 14 - tip.offsetWidth : x + 14;
      tip.style.left = Math.max(0, beside) + "px";
      tip.style.top = (rows ? (point.row + 16) * scale : 12) + "px";
    }

    function nearest(event) {
      var box = drawing.getBoundingClientRect();
      var at = rows ? (event.clientY - box.top) * 640 / box.width + 14 : (event.clientX - box.left) * 640 / box.width;
      var best = -1, distance = Infinity;
      points.forEach(function (point, index) {
        var away = Math.abs(place(point) - at);
        if (visible(point) && away < distance) { best = index; distance = away; }
      });
      return best;
    }

    function step(by) {
      var next = shown < 0 ? (by > 0 ? points.findIndex(visible) : points.length - 1) : shown + by;
      if (next >= 0 && next < points.length && visible(points[next])) show(next);
    }

    drawing.addEventListener("pointermove", function (event) { var at = nearest(event); if (at !== shown) show(at); });
    drawing.addEventListener("pointerdown", function (event) { show(nearest(event)); });
    drawing.addEventListener("pointerleave", function () { show(-1); });
    drawing.addEventListener("blur", function () { show(-1); });
    drawing.addEventListener("keydown", function (event) {
      var keys = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: rows ? 1 : 0, ArrowUp: rows ? -1 : 0 };
      if (event.key === "Escape") show(-1);
      else if (keys[event.key]) step(keys[event.key]);
      else return;
      event.preventDefault();
    });
    if (content.zooms.length) zoomButtons(figure, drawing, content, function (name, from, to) {
      span = [from, to];
      show(-1);
      view.signal("zoom", name).signal("span", span.slice()).runAsync();
    });
  }

  function zoomButtons(figure, drawing, content, zoom) {
    var bar = element("div", "bsc-chart-zoom");
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Time shown");
    [["all", "All", content.signals.span[0], content.signals.span[1]]].concat(content.zooms).forEach(function (each) {
      var button = element("button", "", each[1]);
      button.type = "button";
      button.setAttribute("aria-pressed", String(each[0] === "all"));
      button.addEventListener("click", function () {
        bar.querySelectorAll("button").forEach(function (other) { other.setAttribute("aria-pressed", String(other === button)); });
        zoom(each[0], each[2], each[3]);
      });
      bar.appendChild(button);
    });
    var key = figure.querySelector(".bsc-chart-key");
    figure.insertBefore(bar, key);
  }

  function forgetReplaced() {
    alive = alive.filter(function (each) {
      if (document.contains(each.figure)) return true;
      each.end();
      return false;
    });
  }

  function prepare() {
    forgetReplaced();
    document.querySelectorAll("figure.bsc-chart:not([data-ready])").forEach(function (figure) {
      var drawing = figure.querySelector(".bsc-chart-drawing");
      if (!drawing || !figure.querySelector(".bsc-chart-data")) return;
      figure.dataset.ready = "yes";
      drawing.tabIndex = 0;
      drawing.setAttribute("role", "group");
      var finding = figure.querySelector("figcaption");
      drawing.setAttribute("aria-label", (finding ? finding.textContent : "Chart") + " Arrow keys read the values.");
      ["pointerenter", "pointerdown", "focusin"].forEach(function (turned) {
        drawing.addEventListener(turned, function () { wake(figure); }, { once: true, passive: true });
      });
    });
  }

  window.bscCharts = { prepare: prepare };
  if (window.document$ && window.document$.subscribe) window.document$.subscribe(prepare);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", prepare);
  else prepare();
})();
