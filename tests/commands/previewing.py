"""Previews as a browser sees them, while they build, rebuild and end."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 120.0
"""Seconds that a build may take on a busy machine."""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


@contextmanager
def running(
    command: list[str], cwd: Path, variables: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A preview, interrupted in the end as by Ctrl-C; then its exit code is known. What it says stands in `told`."""
    with (
        (cwd / "told").open("wb") as told,
        subprocess.Popen(command, cwd=cwd, env=variables, stdout=told, stderr=subprocess.DEVNULL) as preview,
    ):
        try:
            yield preview
        finally:
            preview.send_signal(signal.SIGINT)
            try:
                preview.wait(20)
            finally:
                preview.kill()


def page(address: str) -> str:
    """The page, or nothing while there is none: nobody listens, or the first site is still being built."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310  # our own server
            return str(answer.read().decode())
    except OSError:  # refused, broken off or timed out
        return ""


def problems(address: str) -> list[str]:
    """The problem lines that the preview tells."""
    return list(json.loads(page(f"{address}-/preview?after=0") or '{"problems": []}')["problems"])


def until(true: Callable[[], bool], what: str) -> None:
    """Wait until it is true; AssertionError with `what` when it takes too long."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"in {PATIENCE:.0f} seconds: {what}"
        time.sleep(0.2)
