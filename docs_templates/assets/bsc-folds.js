/* Folded parts of a page: one that the address names is open. */

/** Opens what the address names, and what it stands in. */
export function openNamed() {
  const named = document.getElementById(location.hash.slice(1));
  for (let at = named?.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
  if (named?.closest("details")) named.scrollIntoView();
}

/** Opens what an address within the page names, also when it is named anew. */
export function startFolds() {
  addEventListener("hashchange", openNamed);
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) openNamed();
  });
}
