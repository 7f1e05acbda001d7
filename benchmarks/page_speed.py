"""How pages open on a slow phone: a processor four times slower, Fast 4G, an empty cache; the demo and 1,000 KPIs."""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from made_up import write_project
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.browser.chromium import chromium_path  # the path is known only now
from tests.browser.demo import build_demo  # likewise

SLOWER = 4
FAST_4G = {"offline": False, "latency": 165, "downloadThroughput": 9e6 / 8, "uploadThroughput": 1.5e6 / 8}
"""The profile of this name in Chrome's developer tools: bytes a second, milliseconds there and back."""
PHONE = {"width": 390, "height": 844}
RUNS = 3
DEMO = ("", "map/", "scorecard/", "heatmap/", "kpis/repeat-rate/", "objectives/loyal-customers/", "evidence/")
MADE_UP = ("", "scorecard/", "heatmap/", "kpis/kpi-0001/")
COLUMNS = ("requests", "wire KB", "HTML KB", "first paint s", "chart s", "loaded s", "longest task ms", "shift")
LIVE = ("KB of the engine", "alive after s", "longest task ms")
_WATCH = """
  window.seen = { task: 0, shift: 0, chart: NaN };
  (function look() { // frames come when the style sheet is there: that in which a drawing stands shows it
    const drawn = document.querySelector(".bsc-chart__drawing > svg path, .bsc-map__svg path");
    if (drawn) window.seen.chart = performance.now();
    else requestAnimationFrame(look);
  })();
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) window.seen.task = Math.max(window.seen.task, each.duration);
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) window.seen.shift += each.value;
  }).observe({ type: "layout-shift", buffered: true });
"""
_FOUND = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  const files = [page, ...performance.getEntriesByType("resource")];
  return [files.length, files.reduce((sum, each) => sum + each.encodedBodySize, 0) / 1e3, page.decodedBodySize / 1e3,
    (paint?.startTime ?? NaN) / 1e3, Math.max(paint?.startTime ?? NaN, window.seen.chart) / 1e3,
    page.loadEventEnd / 1e3, window.seen.task, window.seen.shift];
}"""


_WAKE = """() => new Promise((done) => {
  const drawing = document.querySelector(".bsc-chart__drawing");
  const figure = drawing.closest("figure");
  const begun = performance.now();
  window.seen.task = 0;
  new MutationObserver(() => {
    if (figure.dataset.state === "alive") setTimeout(() => done((performance.now() - begun) / 1e3), 200);
  }).observe(figure, { attributes: true });
  const { left, top } = drawing.getBoundingClientRect();
  const here = { clientX: left + 9, clientY: top + 9, pointerType: "mouse", bubbles: true };
  for (const type of ["pointerenter", "pointermove"]) drawing.dispatchEvent(new PointerEvent(type, here));
})"""
_ENGINE = """() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("bsc-vega"))
  .reduce((sum, each) => sum + each.encodedBodySize, 0) / 1e3"""


class Zipping(SimpleHTTPRequestHandler):
    """Files zipped, as web servers send them."""

    def do_GET(self) -> None:
        """The file, or the page of the folder, in gzip."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site while it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Zipping, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def slow_page(browser: Browser, address: str) -> Iterator[Page]:
    """The page on a slow phone, loaded; nobody has turned to it."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    page = context.new_page()
    devices = context.new_cdp_session(page)
    devices.send("Network.enable")
    devices.send("Network.emulateNetworkConditions", FAST_4G)
    devices.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="load", timeout=120_000)
    page.wait_for_timeout(1500)
    yield page
    context.close()


def opened(browser: Browser, address: str) -> list[float]:
    """What one opening of this page took, in the order of COLUMNS."""
    with slow_page(browser, address) as page:
        found: list[float] = page.evaluate(_FOUND)
    return found


def woken(browser: Browser, address: str) -> list[float]:
    """What it took until its first chart was alive after a pointer came to it, in the order of LIVE."""
    with slow_page(browser, address) as page:
        alive: float = page.evaluate(_WAKE) - 0.2
        return [page.evaluate(_ENGINE), alive, page.evaluate("window.seen.task")]


def measured(browser: Browser, site: Path, paths: tuple[str, ...]) -> None:
    """Print one line for each page, the median of some openings, and what wakes a chart."""
    with served(site) as base:
        for path in paths:
            printed(path, [opened(browser, base + path) for _ in range(RUNS)])
        for path in (each for each in paths if each.startswith("kpis/")):
            print(f"  {'a live chart on':<32}" + "".join(f"{each:>17}" for each in LIVE))
            printed(path, [woken(browser, base + path) for _ in range(RUNS)])


def printed(path: str, runs: list[list[float]]) -> None:
    """Print the median of each figure."""
    print(f"  {'/' + path:<32}" + "".join(f"{median(each):>17,.3f}" for each in zip(*runs, strict=True)))


def made_up_site(folder: Path, kpis: int) -> Path:
    """The site of a made-up scorecard."""
    write_project(folder, kpis)
    command: list[Any] = [sys.executable, "-m", "bsc_site", "build", "-C", folder, "--as-of", "2025-01-15"]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "build" / "site"


def main() -> None:
    """Build both sites, open their pages, print the table."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        print(f"{'a slow phone, Fast 4G':<34}" + "".join(f"{each:>17}" for each in COLUMNS))
        print("demo")
        (Path(scratch) / "demo").mkdir()
        measured(browser, build_demo(Path(scratch) / "demo"), DEMO)
        print("1,000 KPIs")
        measured(browser, made_up_site(Path(scratch) / "many", 1000), MADE_UP)
        browser.close()


if __name__ == "__main__":
    main()
