// A page that is opened long after its build says so; the build wrote its day into the footer, the reader's clock does the rest.
(function () {
  "use strict";
  // A month and the ten days in which its figures are due are over by then: at least one newer figure should exist.
  var OLD = 45;
  var DAY = 24 * 60 * 60 * 1000;

  // Whole days from a day written 2026-11-05 to the reader's own day; NaN for what is no day.
  function age(day) {
    var now = new Date();
    return Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.parse(day)) / DAY);
  }

  function start() {
    var built = document.querySelector("time.bsc-as-of");
    var page = document.querySelector("article") || document.querySelector("main, [role=main]");
    if (!built || !page || page.querySelector(".bsc-age")) { return; }
    var days = age(built.dateTime);
    if (!(days > OLD)) { return; }
    var note = document.createElement("p");
    note.className = "bsc-age";
    note.setAttribute("role", "status");
    page.prepend(note);
    var words = "These are the figures as of " + built.textContent + ", " + days + " days ago; newer ones may be overdue.";
    setTimeout(function () { note.textContent = words; }, 100);  // a screen reader tells what changes in a place that it knows
  }

  if (window.document$ && window.document$.subscribe) { window.document$.subscribe(start); }
  else if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); }
  else { start(); }
})();
