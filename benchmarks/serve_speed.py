"""How soon `serve` shows its first page, and an edit in the tab that is open."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from edits import PAGE, edit_figure
from one_build import AS_OF

EDITS = (4321.25, 5432.5, 6543.75)
PATIENCE = 300
"""Seconds after which something is broken."""


@dataclass(frozen=True)
class Served:
    """Seconds from the command to the first page, and from a saved file to its value in the answer: the median."""

    first: float
    edit: float


def served(project: Path) -> Served:
    """Serve a project, edit it, stop."""
    begun = time.perf_counter()
    with _serving(project) as address:
        _until(f"{address}{PAGE}", "</html>")
        first = time.perf_counter() - begun
        return Served(first, median(_edited(project, address, value) for value in EDITS))


def _edited(project: Path, address: str, value: float) -> float:
    time.sleep(1)  # whatever follows the build before is over
    saved = time.perf_counter()
    edit_figure(project, value)
    _until(f"{address}{PAGE}", f"{int(value):,}")
    return time.perf_counter() - saved


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
            with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  # our own machine
                if text in answer.read().decode():
                    return
        except (URLError, ConnectionError):
            pass  # it does not listen yet
        time.sleep(0.05)
    sys.exit(f"{address} never showed {text}")
