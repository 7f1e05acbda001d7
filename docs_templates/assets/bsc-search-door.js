/* The search's door: the theme asks for all texts of the site on every page; here that waits for somebody who searches. */
import { load } from "./bsc-later.js";

/** @typedef {{ location: string, title: string, text: string, tags?: string[], boost?: number }} Doc */

const INDEX = /\/search\/search_index\.json$/;

/** @type {(() => void)[]} */
const waiting = [];
let open = false;

/**
 * Answers the theme's search in the place of its worker, which a browser refuses to a page from a folder; and holds back
 * what it loads until the reader turns to it. This comes before the script of the theme. Where that goes about it in
 * another way, nothing is held back.
 */
export function holdSearch() {
  const field = document.querySelector(".md-search__input");
  const worker = workerOfTheme();
  if (!field || !worker) return;
  const begin = XMLHttpRequest.prototype.open;
  window.Worker = ownWorkers(window.Worker, worker);
  const letIn = () => {
    if (open) return;
    open = true;
    XMLHttpRequest.prototype.open = begin;
    for (const each of waiting.splice(0)) each();
  };
  if (asksForSearch(location.href)) return letIn();
  XMLHttpRequest.prototype.open = lateRequests(begin);
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
 * The same kind of worker, but for the one at `address`, in whose place the search of the site answers.
 * @param {typeof Worker} Real
 * @param {string} address
 */
function ownWorkers(Real, address) {
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
      return /** @type {any} */ (new OwnWorker(() => new Real(asked, options)));
    }
  };
}

/** Hears what the theme says to its worker once somebody searches; what it does not understand, a real one hears. */
class OwnWorker extends EventTarget {
  /** @param {() => Worker} start */
  constructor(start) {
    super();
    this.start = start;
    /** @type {Worker | null} */
    this.real = null;
    /** @type {Promise<unknown>} */
    this.heard = new Promise((resolve) => later(() => resolve(load("later-search.js").catch(() => null))));
  }

  /** @param {{ type: number, data: any }} message */
  postMessage(message) {
    this.heard = this.heard.then(() => this.hear(message));
  }

  /** @param {{ type: number, data: any }} message */
  hear(message) {
    const data = this.real ? undefined : window.bscSearch?.answer(message);
    if (data) this.tell(data);
    else (this.real ??= this.begin()).postMessage(message);
  }

  begin() {
    const real = this.start();
    real.addEventListener("message", ({ data }) => this.tell(data));
    return real;
  }

  /** @param {unknown} data */
  tell(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  terminate() {
    this.real?.terminate();
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
