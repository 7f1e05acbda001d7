/* What the preview adds to a page: it reloads the page as soon as it is another, and shows what is built and what is wrong. */
(() => {
  const STYLE =
    "position:fixed;z-index:1000;margin:0;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;box-sizing:border-box;";
  const WIDE = "inset:auto 0 0 0;max-height:60vh;overflow:auto;padding:1rem;";
  const SMALL =
    "inset:auto 0.5rem 0.5rem auto;max-width:calc(100vw - 1rem);padding:0.25rem 0.75rem;border-radius:0.25rem;" +
    "font:13px/1.5 system-ui,sans-serif;pointer-events:none;";
  const PAUSE = 1000;
  const PATIENCE = 400;
  const told = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

  /** @typedef {{ news: number, version: number, problems: string[], step: number, doing: string }} News */
  /** @type {number | undefined} */
  let late;

  /**
   * The box of this id with this text, in the place of the one before; none for no text.
   * @param {{ id: string, role: string, style: string }} kind
   * @param {string} text
   */
  function box(kind, text) {
    const before = document.getElementById(kind.id);
    if (before && text) {
      before.textContent = text;
      return;
    }
    before?.remove();
    if (!text) return;
    const made = document.createElement("pre");
    made.id = kind.id;
    made.setAttribute("role", kind.role);
    made.style.cssText = STYLE + kind.style;
    made.textContent = text;
    document.body.append(made);
  }

  /** @param {News} news */
  function show(news) {
    const lines = news.problems.length ? `${told.head}\n\n${news.problems.join("\n")}` : "";
    box({ id: "bsc-problems", role: "alert", style: `${WIDE}background:${told.ground};color:${told.letters}` }, lines);
    document.getElementById("bsc-step")?.setAttribute("value", String(news.step));
    const calm = {
      id: "bsc-doing",
      role: "status",
      style: `${SMALL}background:${told.calm};color:${told.calmLetters}`,
    };
    clearTimeout(late);
    // what is over at once needs no words, and what is said already no patience
    late = setTimeout(() => box(calm, news.doing), news.doing && !document.getElementById(calm.id) ? PATIENCE : 0);
  }

  /**
   * The next news after these; the same where the server does not answer.
   * @param {News} news
   * @returns {Promise<News>}
   */
  async function after(news) {
    const page = encodeURIComponent(told.address ?? "");
    try {
      const front = document.visibilityState === "visible" ? 1 : 0;
      const answer = await fetch(`${told.news}?after=${news.news}&page=${page}&front=${front}`);
      return await answer.json();
    } catch {
      await new Promise((done) => setTimeout(done, PAUSE));
      return news;
    }
  }

  /**
   * Asks again and again until the page is loaded anew.
   * @param {News} news
   * @param {number} version that of the page
   */
  async function listen(news, version) {
    const next = await after(news);
    if (next.version !== version) {
      location.reload();
      return;
    }
    if (next.news !== news.news) show(next);
    listen(next, version);
  }

  const now = /** @type {News} */ (JSON.parse(told.now ?? ""));
  show(now);
  listen(now, now.version);
})();
