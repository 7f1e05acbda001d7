// Tables that can be sorted and filtered, without a server; without this script they are complete and in order.
(function () {
  "use strict";

  function text(cell) { return cell ? (cell.dataset.order || cell.textContent).trim() : ""; }

  function compare(one, other) {
    var a = Number(one), b = Number(other);
    if (one !== "" && other !== "" && !isNaN(a) && !isNaN(b)) { return a - b; }
    if ((one === "") !== (other === "")) { return one === "" ? 1 : -1; }
    return one.localeCompare(other, undefined, { numeric: true });
  }

  function rowsOf(table) {
    return Array.from(table.querySelectorAll("tbody > tr")).filter(function (row) { return row.cells.length > 1; });
  }

  function sort(table, heading, index) {
    var down = heading.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("thead th").forEach(function (each) { each.removeAttribute("aria-sort"); });
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    var rows = rowsOf(table);
    rows.sort(function (a, b) {
      var order = compare(text(a.cells[index]), text(b.cells[index]));
      return down ? -order : order;
    });
    var body = table.querySelector("tbody.bsc-sorted") || document.createElement("tbody");
    body.className = "bsc-sorted";
    rows.forEach(function (row) { body.appendChild(row); });
    table.querySelectorAll("tbody:not(.bsc-sorted)").forEach(function (each) { each.remove(); });
    table.appendChild(body);
  }

  function filter(table, words, status) {
    rowsOf(table).forEach(function (row) {
      var mark = row.querySelector(".bsc-status");
      var fits = row.textContent.toLowerCase().indexOf(words.toLowerCase()) >= 0;
      row.hidden = !(fits && (status === "" || (mark && mark.textContent === status)));
    });
    table.querySelectorAll("tbody").forEach(function (body) {
      var inside = rowsOf(table).filter(function (row) { return row.parentNode === body; });
      if (inside.length) { body.hidden = inside.every(function (row) { return row.hidden; }); }
    });
  }

  function tools(table) {
    var box = document.createElement("div");
    box.className = "bsc-tools";
    var words = document.createElement("input");
    words.type = "search";
    words.placeholder = "Filter";
    words.setAttribute("aria-label", "Filter the rows");
    var choice = document.createElement("select");
    choice.setAttribute("aria-label", "Show only one status");
    choice.add(new Option("Every status", ""));
    var seen = [];
    rowsOf(table).forEach(function (row) {
      var mark = row.querySelector(".bsc-status");
      if (mark && seen.indexOf(mark.textContent) < 0) { seen.push(mark.textContent); }
    });
    seen.forEach(function (word) { choice.add(new Option(word, word)); });
    function apply() { filter(table, words.value.trim(), choice.value); }
    words.addEventListener("input", apply);
    choice.addEventListener("change", apply);
    box.append(words);
    if (seen.length > 1) { box.append(choice); }
    table.parentNode.before(box);
  }

  function enliven(table) {
    if (table.dataset.alive) { return; }
    table.dataset.alive = "yes";
    table.querySelectorAll("thead th").forEach(function (heading, index) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "bsc-sort";
      button.append.apply(button, Array.from(heading.childNodes));
      heading.append(button);
      button.addEventListener("click", function () { sort(table, heading, index); });
    });
    tools(table);
  }

  // Where a heat map is wider than the screen, the latest periods come first into view.
  function show(table) { table.parentNode.scrollLeft = table.parentNode.scrollWidth; }

  function start() {
    document.querySelectorAll("table.bsc-sortable").forEach(enliven);
    document.querySelectorAll("table.bsc-heat").forEach(show);
  }

  if (window.document$ && window.document$.subscribe) { window.document$.subscribe(start); }
  else if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); }
  else { start(); }
})();
