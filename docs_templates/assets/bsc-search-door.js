/* The search's door: the theme asks for all texts of the site on every page; here that waits for somebody who searches. */

const INDEX = /\/search\/search_index\.json$/;

/** @type {(() => void)[]} */
const waiting = [];
let open = false;

/**
 * Holds the theme's search back until the reader turns to it: what it loads, and the worker that reads it. This comes
 * before the script of the theme. Where that goes about it in another way, nothing is held back.
 */
export function holdSearch() {
  const field = document.querySelector(".md-search__input");
  const worker = workerOfTheme();
  if (!field || !worker || location.protocol === "file:" || asksForSearch(location.href)) return;
  const { Worker } = window;
  const begin = XMLHttpRequest.prototype.open;
  window.Worker = lateWorkers(Worker, worker);
  XMLHttpRequest.prototype.open = lateRequests(begin);
  const letIn = () => {
    if (open) return;
    open = true;
    window.Worker = Worker;
    XMLHttpRequest.prototype.open = begin;
    for (const each of waiting.splice(0)) each();
  };
  field.addEventListener("focus", letIn);
  field.addEventListener("pointerenter", letIn);
  document.getElementById("__search")?.addEventListener("change", letIn);
}

/** The address of the script that searches; empty where the theme names none. */
function workerOfTheme() {
  const config = document.getElementById("__config");
  const named = config ? JSON.parse(config.textContent ?? "").search : "";
  return named ? new URL(named, location.href).href : "";
}

/**
 * Whether the page opens with a question in its field, or with the words of one to be marked.
 * @param {string} address
 */
export function asksForSearch(address) {
  const { searchParams } = new URL(address);
  return searchParams.has("q") || searchParams.has("h");
}

/**
 * Does it now, or when the search is let in.
 * @param {() => void} act
 */
function later(act) {
  if (open) act();
  else waiting.push(act);
}

/**
 * The same kind of worker, where the one at `address` starts late: what is said to it before, it hears then.
 * @param {typeof Worker} Real
 * @param {string} address
 */
function lateWorkers(Real, address) {
  return class extends Real {
    /**
     * @param {string | URL} asked
     * @param {WorkerOptions} [options]
     */
    constructor(asked, options) {
      if (new URL(asked, location.href).href !== address) {
        super(asked, options);
        return;
      }
      return /** @type {any} */ (new LateWorker(() => new Real(asked, options)));
    }
  };
}

class LateWorker extends EventTarget {
  /** @param {() => Worker} start */
  constructor(start) {
    super();
    /** @type {Worker | null} */
    this.real = null;
    later(() => this.begin(start()));
  }

  /** @param {Worker} real */
  begin(real) {
    this.real = real;
    real.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
  }

  /** @param {unknown} message */
  postMessage(message) {
    later(() => this.real?.postMessage(message));
  }

  terminate() {
    later(() => this.real?.terminate());
  }
}

/**
 * How requests begin, where the one for the index is sent late.
 * @param {XMLHttpRequest["open"]} begin
 * @returns {XMLHttpRequest["open"]}
 */
function lateRequests(begin) {
  /** @this {XMLHttpRequest} @param {...any} asked */
  return function (...asked) {
    begin.apply(this, /** @type {any} */ (asked));
    if (!INDEX.test(new URL(asked[1], location.href).pathname)) return;
    const send = this.send.bind(this);
    this.send = (body) => later(() => send(body));
  };
}
