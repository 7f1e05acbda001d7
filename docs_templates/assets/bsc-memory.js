/* What the theme remembers of a reader, and where: it asks for this before it does anything else. */

/** Gives the theme its memory, where the page has left that to the script of the site. */
export function giveMemory() {
  const config = document.getElementById("__config");
  if (!config || window.__md_get) return;
  const scope = new URL(JSON.parse(config.textContent ?? "").base, location.href);
  window.__md_scope = scope;
  window.__md_hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
  window.__md_get = (name, storage = localStorage, where = scope) => {
    return JSON.parse(storage.getItem(`${where.pathname}.${name}`) ?? "null");
  };
  window.__md_set = (name, value, storage = localStorage, where = scope) => {
    try {
      storage.setItem(`${where.pathname}.${name}`, JSON.stringify(value));
    } catch {
      // a browser that keeps nothing forgets
    }
  };
}
