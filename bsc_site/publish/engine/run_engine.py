"""The engine: the program that turns the Markdown tree into the site, replaceable behind one small interface."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from bsc_site.load.installing import install_command
from bsc_site.model.failure import MachineError
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass
from bsc_site.publish.engine.search_hook import ASKED_IN


@dataclass(frozen=True, slots=True)
class EngineReport:
    """What the engine said: its warnings and errors in order, and whether it finished without any."""

    warnings: tuple[str, ...]
    errors: tuple[str, ...]
    succeeded: bool


class Engine(Protocol):
    """Something that builds a site from a configuration file."""

    def build(self, config_file: Path, site_dir: Path, asked: Path | None = None) -> EngineReport:
        """Build strictly into `site_dir`, which is made anew. MachineError when the engine itself is missing.

        `asked` tells which pages are filled by somebody else (`publish/filling/`); every page may be made all the same.
        """


@dataclass(frozen=True)
class PythonEngine:
    """MkDocs, or a fork with the same command line, run as its own process.

    Its own process costs about 0.3 s of CPU for the start, and buys that no plugin, theme or warning filter of the
    engine reaches into ours. `day` is the date that the engine writes wherever it would write today's.
    """

    module: str
    package: str
    day: date

    def build(self, config_file: Path, site_dir: Path, asked: Path | None = None) -> EngineReport:
        """Build strictly into `site_dir`; the working directory is the one that holds the project's mkdocs.yml."""
        if find_spec(self.module) is None:
            message = f"{self.module} is not installed in this Python; run: {install_command(self.package)}"
            raise MachineError((problem("BSC903", Place("mkdocs.yml"), message),))
        command = [sys.executable, "-m", self.module, "build", "--strict", "--clean"]
        done = subprocess.run(  # noqa: S603  # our own interpreter with paths of our own
            [*command, "--config-file", str(config_file.resolve()), "--site-dir", str(site_dir.resolve())],
            cwd=config_file.resolve().parent.parent,
            env={**self._environment(), ASKED_IN: str(asked.resolve()) if asked else ""},
            capture_output=True,
            stdin=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return _report(done.stdout + done.stderr, done.returncode)

    def _environment(self) -> dict[str, str]:
        midnight = datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)
        fixed = {
            "NO_MKDOCS_2_WARNING": "1",
            "DISABLE_MKDOCS_2_WARNING": "true",
            "SOURCE_DATE_EPOCH": str(max(0, int(midnight.timestamp()))),
            "PYTHONHASHSEED": "0",
            "PYTHONIOENCODING": "utf-8",
            "PYTHONUTF8": "1",
        }
        return {**os.environ, **fixed}


def engine_named(name: str, day: date) -> Engine:
    """The engine with this name (mkdocs or properdocs), for a build on `day`."""
    packages = {"mkdocs": "mkdocs>=1.6,<2", "properdocs": "bsc-site[properdocs]"}
    return PythonEngine(name, packages[name], day)


_LINE = re.compile(r"(?P<level>DEBUG|INFO|WARNING|ERROR|CRITICAL)\s+-\s+(?:\[[\d:]+\]\s+)?(?P<text>.*)")
_ABORTED = re.compile(r"Aborted with .*")


def _report(output: str, code: int) -> EngineReport:
    messages = list(_messages(output))
    return EngineReport(
        warnings=tuple(text for level, text in messages if level == "WARNING"),
        errors=tuple(text for level, text in messages if level in {"ERROR", "CRITICAL"}),
        succeeded=code == 0,
    )


def _messages(output: str) -> Iterator[tuple[str, str]]:
    """Level and text of each message; lines without a level go on with a complaint, or are an error of their own."""
    level, parts = "ERROR", list[str]()
    for line in (each.strip() for each in output.splitlines()):
        match = _LINE.match(line)
        starts_anew = match is not None or level == "INFO" or line.startswith("Traceback")
        if not line or _ABORTED.fullmatch(line):
            continue
        if starts_anew and parts:
            yield level, _joined(parts)
            parts = []
        level = match["level"] if match else "ERROR" if starts_anew else level
        parts.append(match["text"].strip() if match else line)
    if parts:
        yield level, _joined(parts)


def _joined(parts: list[str]) -> str:
    """One line; of a traceback only its last line, which names the fault."""
    return parts[-1] if parts[0].startswith("Traceback") else " ".join(parts)
