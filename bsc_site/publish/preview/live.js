/* What the preview adds to a page: it reloads the page after the next good build, and shows what is wrong until then. */
(() => {
  const STYLE =
    "position:fixed;inset:auto 0 0 0;z-index:1000;max-height:60vh;overflow:auto;margin:0;padding:1rem;" +
    "font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap";
  const PAUSE = 1000;
  const told = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

  /** @typedef {{ version: number, problems: string[] }} News */

  /**
   * Shows these problem lines in place of those shown before.
   * @param {string[]} lines
   */
  function show(lines) {
    document.getElementById("bsc-problems")?.remove();
    if (!lines.length) return;
    const box = document.createElement("pre");
    box.id = "bsc-problems";
    box.setAttribute("role", "alert");
    box.style.cssText = `${STYLE};background:${told.ground};color:${told.letters}`;
    box.textContent = `${told.head}\n\n${lines.join("\n")}`;
    document.body.append(box);
  }

  /**
   * The next news after this version; null where the server does not answer.
   * @param {string} address
   * @param {number} version
   * @returns {Promise<News | null>}
   */
  async function newsAfter(address, version) {
    try {
      return await (await fetch(`${address}?after=${version}`)).json();
    } catch {
      await new Promise((done) => setTimeout(done, PAUSE));
      return null;
    }
  }

  /**
   * Asks again and again until the page is loaded anew.
   * @param {string} address
   * @param {number} version that of the page
   */
  async function listen(address, version) {
    const news = (await newsAfter(address, version)) ?? { version, problems: [] };
    if (news.version !== version && !news.problems.length) {
      location.reload();
      return;
    }
    if (news.version !== version) show(news.problems);
    listen(address, news.version);
  }

  show(JSON.parse(told.problems ?? "[]"));
  listen(told.news ?? "", Number(told.version));
})();
