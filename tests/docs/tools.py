"""Tools: what a newcomer has on the path, with the program under test and its clock at a day of our own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
"""Where the program under test stands, whichever else is installed."""
PATIENCE = 300.0
"""Seconds that a build may take on a busy machine."""
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
_PROGRAM = """\
import sys
sys.path.insert(0, "{root}")
from datetime import date
from bsc_site import cli
from bsc_site.commands import options
options._today = lambda: date.fromisoformat("{day}")
cli.main()
"""


@dataclass(frozen=True)
class Printed:
    """What a command printed, on whichever stream, and its exit code."""

    text: str
    code: int


@dataclass(frozen=True)
class Tools:
    """A folder of programs; whoever has it on the path starts the program under test by its name."""

    folder: Path

    @classmethod
    def at(cls, folder: Path, day: date) -> Tools:
        """The tools in a new folder, with the program's clock at `day`."""
        folder.mkdir(parents=True)
        (folder / "program.py").write_text(_PROGRAM.format(root=ROOT, day=day), encoding="utf-8")
        for name, words in (("bsc-site", f"{folder}/program.py "), ("python", "")):
            script = folder / name
            script.write_text(f'#!/bin/sh\nexec {sys.executable} {words}"$@"\n', encoding="utf-8")
            script.chmod(0o755)
        return cls(folder)

    @property
    def around(self) -> dict[str, str]:
        """The environment in which they are found."""
        path = f"{self.folder}{os.pathsep}{os.environ['PATH']}"
        return {**os.environ, "PATH": path, "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1", **self._git}

    @property
    def _git(self) -> dict[str, str]:
        """Who commits, and a folder that stands for GitHub."""
        somebody = {
            f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        stands_for = {"GIT_CONFIG_KEY_0": f"url.{self.github}/.insteadOf", "GIT_CONFIG_VALUE_0": "https://github.com/"}
        return {**somebody, "GIT_CONFIG_COUNT": "1", **stands_for}

    @property
    def github(self) -> Path:
        """Where repositories lie that are pushed to GitHub, each as a bare one of its name."""
        return self.folder / "github"

    def lie_in(self, environment: Path) -> None:
        """Stand for an environment that has been set up, as make and a reader's pip do it."""
        (environment / "bin").mkdir(parents=True, exist_ok=True)
        link = environment / "bin" / "bsc-site"
        if not link.is_symlink():
            link.symlink_to(self.folder / "bsc-site")
        (environment / ".ready").touch()

    def run(self, line: str, folder: Path) -> Printed:
        """One line of a shell, to its end."""
        done = subprocess.run(
            ["/bin/sh", "-c", line],
            cwd=folder,
            env=self.around,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )
        return Printed(done.stdout, done.returncode)

    def serve(self, words: Sequence[str], folder: Path) -> str:
        """The first page of a server, which is ended as a reader does it; AssertionError when it does not come."""
        with subprocess.Popen(
            words, cwd=folder, env=self.around, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as server:
            assert server.stdout is not None
            try:
                address = _ADDRESS.search(server.stdout.readline())
                assert address, "the server does not say where it is"
                return _page(address[0])
            finally:
                server.send_signal(signal.SIGINT)
                assert server.wait(60) == 0


def _page(address: str) -> str:
    """The page as soon as it stands."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310  # our own server
                return str(answer.read().decode())
        except OSError:
            assert time.monotonic() < end, f"no page in {PATIENCE:.0f} seconds"
            time.sleep(0.5)
