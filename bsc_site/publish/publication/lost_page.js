/* From an address where nothing is to what was meant: the way home, the sections, and names near the address. */
(() => {
  const { folders = "[]", home: told = "" } = document.currentScript?.dataset ?? {};
  const known = JSON.parse(folders);
  const home = told || homeIn(location.pathname) || homeIn(cameFrom());
  if (home) lead();

  function lead() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll("a[data-to]");
    for (const link of links) link.href = `${home}${link.dataset.to}`;
    for (const each of document.querySelectorAll(".bsc-lost [hidden]")) each.removeAttribute("hidden");
    const box = /** @type {HTMLInputElement | null} */ (document.querySelector(".bsc-lost__box"));
    const near = document.querySelector(".bsc-lost__near");
    if (box && near) ask(box, near);
  }

  /**
   * Names that are spelt like the address, and then like what is typed.
   * @param {HTMLInputElement} box
   * @param {Element} near
   */
  function ask(box, near) {
    const show = () => {
      const { bscFinder: finder, bscFinderIndex: index } = window;
      if (finder && index) near.replaceChildren(...finder.near(index, home, box.value));
    };
    box.value = meant(location.pathname);
    box.addEventListener("input", show);
    for (const name of ["finder-index.js", "later-finder.js"]) {
      const made = document.createElement("script");
      made.src = `${home}assets/bsc-site/${name}`;
      made.addEventListener("load", show);
      document.head.append(made);
    }
  }

  /**
   * The site stands before the first of its own folders in an address; empty where none is in it.
   * @param {string} path
   */
  function homeIn(path) {
    const parts = path.split("/");
    const at = parts.findIndex((part) => known.includes(part));
    return at > 0 ? `${parts.slice(0, at).join("/")}/` : "";
  }

  /** The address from which a link led here, if it is one of this server. */
  function cameFrom() {
    const from = document.referrer ? new URL(document.referrer) : null;
    return from?.origin === location.origin ? from.pathname : "";
  }

  /**
   * The words of an address, as a question.
   * @param {string} path
   */
  function meant(path) {
    const below = path.startsWith(home) ? path.slice(home.length) : path;
    const bare = decodeURIComponent(below).replace(/(index)?\.\w+$|index$/, "");
    return bare
      .split(/[/_.-]+/)
      .filter(Boolean)
      .join(" ");
  }
})();
