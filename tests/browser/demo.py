"""The demo company's site, built once for all browser tests, and how it is opened."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

ROOT = Path(__file__).parents[2]
DAY = datetime(2026, 11, 5, 9, tzinfo=UTC)
"""The morning on which the demo is built and read: a page looks the same whenever the tests run."""
PATIENCE = 180_000
"""Milliseconds that a page may take on a busy machine."""


def build_demo(folder: Path, features: str = "", port: int = 0, language: str = "en") -> Path:
    """The finished site of a copy of the demo, nothing left out; `features` are the theme's, as instant navigation.

    The theme swaps pages in only where the site knows its address, hence the `port` that it will be served from.
    """
    for name in ("scorecard", "data", "pages"):
        shutil.copytree(ROOT / name, folder / name)
    look = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("  language: en\n", f"  language: {language}\n")
    if features:
        look = look.replace("  name: material\n", f"  name: material\n  features: [{features}]\n")
        look += f"site_url: http://127.0.0.1:{port}/\n"
    (folder / "mkdocs.yml").write_text(look, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "bsc_site",
        "build",
        "-C",
        str(folder),
        "--as-of",
        "2026-11-05",
        "--audience",
        "all",
    ]
    subprocess.run(command, check=True, cwd=ROOT)
    return folder / "build" / "site"


def kinds(site: Path) -> list[str]:
    """One page of each kind: the home page, each overview, and the first page of each folder of pages.

    Charts for pages elsewhere are none of them. Of a scorecard below, the home page and the first KPI: its overviews
    come from the same templates.
    """
    found: dict[str, str] = {}
    for page in sorted(site.rglob("index.html")):
        path = page.relative_to(site)
        if path.parts[-2:-1] == ("embed",):
            continue
        if path.parts[0] == "s" and len(path.parts) > 3 and path.parts[2] != "kpis":  # s/<id>/kpis/
            continue
        found.setdefault(_kind(path.parts[:-1]), path.as_posix())
    return list(found.values())


def _kind(folders: tuple[str, ...]) -> str:
    """`kpis/*` for the page of a KPI; a page of a scorecard below is a kind of its own."""
    if folders[:1] == ("s",):
        return f"below {_kind(folders[2:])}"
    return f"{folders[0]}/*" if len(folders) > 1 else "".join(folders)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Say nothing: requests are the tests' own."""


def free_port() -> int:
    """A port that nothing listens on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def served(site: Path, port: int = 0) -> Iterator[str]:
    """The address of a web server for this folder, without a slash at its end; any free port, unless one is given."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def awaited(page: Page, expression: str) -> None:
    """Come back when this holds in the page, within half a minute.

    It is asked from outside: the policy of the pages lets nobody within them evaluate a text.
    """
    for _ in range(600):
        if page.evaluate(f"Boolean({expression})"):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


@dataclass
class Reader:
    """Somebody with a browser: every complaint of the pages and every request beyond `base` is written down."""

    context: BrowserContext
    base: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen to all that the pages do from now on."""
        self.page: Page = self.context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.context.on("request", self._request)

    def open(self, path: str) -> Page:
        """The page at this path, loaded."""
        self.page.goto(f"{self.base}/{path}")
        return self.page

    def turn_to(self, path: str) -> Page:
        """The page at this path, with a pointer on it and what answers a reader."""
        page = self.open(path)
        page.mouse.move(2, 2)
        awaited(page, "window.bscTools")
        return page

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{self.page.url}: {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in {"data", "blob"} and not request.url.startswith(f"{self.base}/"):
            self.strangers.append(f"{self.page.url}: {request.url}")


@contextmanager
def reading(browser: Browser, base: str, **settings: object) -> Iterator[Reader]:
    """A reader of that morning with a browser window of its own; 1,440 x 900 unless `settings` say otherwise."""
    size = settings.pop("size", (1440, 900))
    assert isinstance(size, tuple)
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **settings)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    context.clock.install(time=DAY)
    try:
        yield Reader(context, base)
    finally:
        context.close()
