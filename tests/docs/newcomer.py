"""A newcomer: follows the steps of a page literally, with the program under test on the path and a day of our own."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.docs.snippets import Block, Command, Edit, Step

DAY = date(2026, 11, 26)
"""The day on which the pages are followed: what they show of figures that are fresh or late was printed then."""
PATIENCE = 300.0
"""Seconds that a build may take on a busy machine."""
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
_FILES = re.compile(r"[\w./-]+\.(?:yml|csv)")
_WRITTEN = {"yaml": ".yml", "csv": ".csv"}
_RUN = {"bsc-site", "python"}
_PROGRAM = """\
import sys
from datetime import date
from bsc_site import cli
cli._today = lambda: date.fromisoformat("{day}")
cli.main()
"""


@dataclass
class Newcomer:
    """Someone in a folder; `makefile` says what `make` can do, `checked` what runs there anyway on every change."""

    folder: Path
    tools: Path
    day: date = DAY
    targets: frozenset[str] = frozenset()
    checked: frozenset[str] = frozenset()
    only_writes: bool = False
    """Whether commands are passed over, but for those that begin a project."""
    printed: str = ""
    shown: dict[Block, str] = field(default_factory=dict)
    """What was printed where a block shows it."""
    _failed: str = ""
    _edited: str = ""

    def __post_init__(self) -> None:
        """Put the program, with its clock at `day`, and Python on the path."""
        self.tools.mkdir()
        (self.tools / "program.py").write_text(_PROGRAM.format(day=self.day), encoding="utf-8")
        for name, words in (("bsc-site", f"{self.tools}/program.py "), ("python", "")):
            script = self.tools / name
            script.write_text(f'#!/bin/sh\nexec {sys.executable} {words}"$@"\n', encoding="utf-8")
            script.chmod(0o755)

    def follow(self, steps: Iterable[Step]) -> None:
        """Do everything; AssertionError for what does not come out as shown, and for what nobody knows how to do."""
        for step in steps:
            if not (isinstance(step, Block) and step.language == "text"):
                assert not self._failed, self._failed
            if isinstance(step, Block):
                self._block(step)
            elif isinstance(step, Edit):
                self._edit(step)
            elif not step.in_table:
                self.run(step.text, step)
        assert not self._failed, self._failed

    def _block(self, block: Block) -> None:
        if block.language == "sh":
            for line in block.text.splitlines():
                if line.strip() and not line.lstrip().startswith("#"):
                    self.run(line, block)
        elif block.language in _WRITTEN:
            self._write(block)
        elif block.language == "text":
            self.shown[block] = self.printed
            self._failed = ""
        else:
            raise AssertionError(f"line {block.line}: nobody knows what to do with a block of '{block.language}'")

    def _write(self, block: Block) -> None:
        files = [each for each in block.named if _FILES.fullmatch(each) and each.endswith(_WRITTEN[block.language])]
        assert files, f"line {block.line}: the paragraph above names no file for this block"
        with (self.folder / files[-1]).open("a", encoding="utf-8") as file:
            file.write(block.text)

    def _edit(self, edit: Edit) -> None:
        self._edited = edit.file or self._edited
        file = self.folder / self._edited
        text = file.read_text(encoding="utf-8")
        assert text.count(edit.old) == 1, f"line {edit.line}: '{edit.old}' does not stand once in {self._edited}"
        file.write_text(text.replace(edit.old, edit.new), encoding="utf-8")

    def run(self, line: str, step: Block | Command) -> None:
        """One line of a shell: a change of folder, a target of make, a server, or a command to its end."""
        assert not self._failed, self._failed
        words = shlex.split(line, comments=True)
        if words[0] == "cd":
            self.folder /= words[1]
        elif words[0] == "make":
            self._make(words[1:], step)
        elif words[:2] == ["bsc-site", "serve"]:
            if not self.only_writes:
                self._serve(words)
        elif words[0] in _RUN and "&&" not in words:
            if not self.only_writes or words[1] == "init":
                self._command(line, step)
        else:
            raise AssertionError(f"line {step.line}: nobody knows how to follow '{line}'")

    def _make(self, targets: Iterable[str], step: Block | Command) -> None:
        """A target stands in the Makefile; one in a block of its own runs wherever a change is checked."""
        for target in targets:
            assert target in self.targets, f"line {step.line}: the Makefile has no target '{target}'"
            assert isinstance(step, Command) or target in self.checked, f"line {step.line}: no check runs make {target}"

    @property
    def _around(self) -> dict[str, str]:
        path = f"{self.tools}{os.pathsep}{os.environ['PATH']}"
        return {**os.environ, "PATH": path, "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1"}

    def _command(self, line: str, step: Block | Command) -> None:
        folder = self.folder
        if line.split() == ["bsc-site", "init"]:
            folder = self.tools.with_name(f"empty-{step.line}")
            folder.mkdir()
        done = subprocess.run(
            ["/bin/sh", "-c", line],
            cwd=folder,
            env=self._around,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )
        self.printed = done.stdout
        if done.returncode:
            self._failed = f"line {step.line}: '{line}' ended with {done.returncode}:\n{done.stdout}"

    def _serve(self, words: list[str]) -> None:
        with subprocess.Popen(
            words, cwd=self.folder, env=self._around, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as server:
            assert server.stdout is not None
            try:
                address = _ADDRESS.search(server.stdout.readline())
                assert address, "the server does not say where it is"
                assert "<html" in _page(address[0])
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
