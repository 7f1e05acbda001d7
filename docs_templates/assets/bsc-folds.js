/* Folded parts of a page: one that the address names is open, and on paper all of them are. */

/** Opens what the address names, and what it stands in. */
export function openNamed() {
  const named = document.getElementById(location.hash.slice(1));
  for (let at = named?.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
  if (named?.closest("details")) named.scrollIntoView();
}

/** Opens what an address within the page names, also when it is named anew, and every folded row on paper. */
export function startFolds() {
  addEventListener("hashchange", openNamed);
  addEventListener("beforeprint", () => {
    for (const row of document.querySelectorAll("details.bsc-row:not([open])")) {
      row.toggleAttribute("open", true);
      addEventListener("afterprint", () => row.toggleAttribute("open", false), { once: true });
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) openNamed();
  });
}
