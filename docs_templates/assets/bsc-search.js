// Search where there is no server: a browser refuses the theme's search worker to a page opened as a file.
(function () {
  "use strict";
  if (location.protocol !== "file:") { return; }
  var MOST = 20;

  function plain(html) { return new DOMParser().parseFromString(html, "text/html").body.textContent.trim(); }

  // Every word must be found; a word at the start of a title counts most. 0 is no match.
  function weight(entry, words) {
    var total = 0;
    for (var at = 0; at < words.length; at += 1) {
      var inTitle = entry.head.indexOf(words[at]);
      if (inTitle < 0 && entry.body.indexOf(words[at]) < 0) { return 0; }
      total += inTitle === 0 ? 12 : inTitle > 0 ? 8 : 1;
    }
    return total + (entry.location.indexOf("#") < 0 ? 2 : 0);
  }

  function findings(entries, query) {
    var words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) { return []; }
    return entries
      .map(function (entry) { return { entry: entry, weight: weight(entry, words) }; })
      .filter(function (each) { return each.weight > 0; })
      .sort(function (a, b) { return b.weight - a.weight; })
      .slice(0, MOST)
      .map(function (each) { return each.entry; });
  }

  function item(entry, base) {
    var line = document.createElement("li"), link = document.createElement("a"), article = document.createElement("article");
    line.className = "md-search-result__item";
    link.className = "md-search-result__link";
    link.href = base + entry.location;
    article.className = "md-search-result__article md-typeset";
    var title = document.createElement("h1"), text = document.createElement("p");
    title.textContent = entry.title;
    text.textContent = entry.text.slice(0, 160);
    article.append(title, text);
    link.append(article);
    line.append(link);
    return line;
  }

  function takeOver(box) {
    var input = box.querySelector("input"), list = box.querySelector(".md-search-result__list");
    var meta = box.querySelector(".md-search-result__meta"), toggle = document.getElementById("__search");
    var base = new URL(JSON.parse(document.getElementById("__config").textContent).base + "/", location.href).href;
    var entries = null;
    box.hidden = false;
    meta.textContent = "";

    function answer() {
      entries = entries || window.__index.docs.map(function (each) {
        var title = plain(each.title), text = plain(each.text);
        return { location: each.location, title: title, text: text, head: title.toLowerCase(), body: text.toLowerCase() };
      });
      var found = findings(entries, input.value);
      meta.textContent = input.value.trim() ? found.length + " found" : "";
      list.replaceChildren.apply(list, found.map(function (entry) { return item(entry, base); }));
    }

    function ask() {
      if (window.__index) { answer(); return; }
      var script = document.createElement("script");
      script.src = base + "search/search_index.js";
      script.onload = answer;
      document.head.append(script);
    }

    input.addEventListener("focus", function () { toggle.checked = true; });
    input.addEventListener("input", ask);
    input.form.addEventListener("submit", function (event) {
      event.preventDefault();
      var first = list.querySelector("a");
      if (first) { first.click(); }
    });
    input.form.addEventListener("reset", function () { setTimeout(function () { ask(); input.focus(); }, 0); });
    toggle.addEventListener("change", function () { if (toggle.checked) { input.focus(); } });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && toggle.checked) { toggle.checked = false; input.blur(); }
    });
  }

  function start() {
    var box = document.querySelector("[data-md-component=search]");
    if (!box || !document.getElementById("__search")) { return; }
    // The theme hides its box when its worker is refused; where the worker runs, the box stays the theme's.
    setTimeout(function () { if (box.hidden) { takeOver(box); } }, 0);
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();
