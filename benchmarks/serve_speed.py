"""How soon `serve` shows its first page, and an edit in the tab that is open."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from statistics import median
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from edits import PAGE, edit_figure
from one_build import AS_OF

EDITS = (4321.25, 5432.5, 6543.75)
PATIENCE = 300
"""Seconds after which something is broken."""


@dataclass(frozen=True)
class Served:
    """Seconds from the command to the first page, and from a saved file to its value in the open tab: the median."""

    first: float
    edit: float


@dataclass
class _Tab:
    """A page that is open: it waits for news as its script does, and is loaded again when that says so."""

    address: str
    text: str = ""

    def load(self) -> dict[str, Any]:
        """Load the page; what it is told at first."""
        self.text = _answer(f"{self.address}{PAGE}")
        told = re.search(r'data-now="([^"]*)"', self.text)
        return dict(json.loads(unescape(told[1]))) if told else sys.exit("the page has no script that keeps it alive")

    def until(self, text: str) -> None:
        """Wait until the page holds the text."""
        now, page = self.load(), PAGE.removesuffix("index.html")
        patience = time.monotonic() + PATIENCE
        while text not in self.text:
            if time.monotonic() > patience:
                sys.exit(f"{self.address} never showed {text}")
            news = json.loads(_answer(f"{self.address}-/preview?after={now['news']}&page={page}&front=1"))
            now = self.load() if news["version"] != now["version"] else news


def served(project: Path) -> Served:
    """Serve a project, edit it, stop."""
    begun = time.perf_counter()
    with _serving(project) as address:
        _until(f"{address}{PAGE}", "</html>")
        first = time.perf_counter() - begun
        _until_built(address)
        return Served(first, median([_edited(project, _Tab(address), value) for value in EDITS]))


def first_page(demo: Path) -> float:
    """Seconds from the command to the home page of the project in the folder `demo`, of which nothing is built yet."""
    with tempfile.TemporaryDirectory() as scratch:
        project = Path(scratch) / "demo"
        for name in ("scorecard", "data", "pages"):
            shutil.copytree(demo / name, project / name)
        shutil.copyfile(demo / "mkdocs.yml", project / "mkdocs.yml")
        begun = time.perf_counter()
        with _serving(project) as address:
            _until(address, "</html>")
            return time.perf_counter() - begun


def _edited(project: Path, tab: _Tab, value: float) -> float:
    tab.load()
    with ThreadPoolExecutor(1) as open_tabs:
        shown = open_tabs.submit(tab.until, f"{int(value):,}")
        time.sleep(1)  # it asks for news by now
        saved = time.perf_counter()
        edit_figure(project, value)
        shown.result()
    seconds = time.perf_counter() - saved
    _until_built(tab.address)
    return seconds


def _until_built(address: str) -> None:
    """Wait until nothing is built any more."""
    news = {"news": 0, "doing": "?"}
    while news["doing"] or not news["version"]:
        news = json.loads(_answer(f"{address}-/preview?after={news['news']}"))


def _answer(address: str) -> str:
    with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  # our own machine
        return str(answer.read().decode())


@contextmanager
def _serving(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "bsc_site", "serve", "-C", str(project), "--as-of", AS_OF, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def _until(address: str, text: str) -> None:
    """Ask again until the answer holds the text, for what a page shows is what its tab loads as soon as it is told."""
    patience = time.monotonic() + PATIENCE
    while time.monotonic() < patience:
        try:
            if text in _answer(address):
                return
        except (URLError, ConnectionError):
            pass  # it does not listen yet
        time.sleep(0.05)
    sys.exit(f"{address} never showed {text}")
