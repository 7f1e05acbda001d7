/* The way home from an address where nothing is: the site stands before the first of its own folders in the address. */
(() => {
  const known = JSON.parse(document.currentScript?.dataset.folders ?? "[]");
  const parts = location.pathname.split("/");
  const at = parts.findIndex((part) => known.includes(part));
  const home = document.querySelector("a");
  if (home && at > 0) home.href = `${parts.slice(0, at).join("/")}/`;
})();
