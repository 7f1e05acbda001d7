"""A newcomer: follows the steps of a page literally, each chapter in a fresh clone where the page is read in one."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bsc_site.cli import cli
from tests.docs.clone import checked_targets, recipe, targets
from tests.docs.installing import installs, mistake_in
from tests.docs.snippets import Beginning, Block, Command, Edit, Step, Synopsis
from tests.docs.tools import Tools

DAY = date(2026, 11, 26)
"""The day on which the pages are followed: what they show of figures that are fresh or late was printed then."""
_FILES = re.compile(r"[\w./-]+\.(?:yml|csv)")
_WRITTEN = {"yaml": ".yml", "csv": ".csv"}
_ONLY_READ = {"formula"}
_RUN = {"bsc-site", "python", "git", ".venv/bin/bsc-site"}
_ENTER = ". .venv/bin/activate"


@dataclass
class Newcomer:
    """Someone who starts in `start`, or wherever `fresh` prepares a folder for each beginning."""

    tools: Tools
    start: Path | None = None
    fresh: Callable[[Path], Path] | None = None
    only_writes: bool = False
    """Whether commands are passed over, but for those that begin a project."""
    printed: str = ""
    shown: dict[Block, str] = field(default_factory=dict)
    """What was printed where a block shows it."""
    _failed: str = ""
    _edited: str = ""
    _empty: int = 0
    _known: set[str] = field(default_factory=set)
    """Commands of sentences that were run where nothing had been done before: once is enough."""

    @property
    def folder(self) -> Path:
        """Where the newcomer is."""
        if self.start is None:
            self.start = self._new_folder()
            if self.fresh is not None:
                self.fresh(self.start)
        return self.start

    def _new_folder(self) -> Path:
        self._empty += 1
        folder = self.tools.folder.with_name(f"folder-{self._empty}")
        folder.mkdir()
        return folder

    def follow(self, steps: Iterable[Step]) -> None:
        """Do everything; AssertionError for what does not come out as shown, and for what nobody knows how to do."""
        for step in steps:
            if not (isinstance(step, Block) and step.language == "text"):
                assert not self._failed, self._failed
            if isinstance(step, Beginning):
                self.start = None if self.fresh else self.start
            elif isinstance(step, Block):
                self._block(step)
            elif isinstance(step, Edit):
                self._edit(step)
            elif isinstance(step, Synopsis):
                _compare(step)
            elif self.start is not None or step.text not in self._known:
                self._known |= {step.text} if self.start is None else set()
                self.run(step.text, step)
        assert not self._failed, self._failed

    def _block(self, block: Block) -> None:
        if block.language in _ONLY_READ:
            return
        if block.language == "sh":
            for line in block.text.splitlines():
                if line.strip() and not line.lstrip().startswith("#"):
                    self.run(line, block)
        elif block.language in _WRITTEN:
            files = [each for each in block.named if _FILES.fullmatch(each) and each.endswith(_WRITTEN[block.language])]
            assert files, f"line {block.line}: the paragraph above names no file for this block"
            (self.folder / files[-1]).parent.mkdir(parents=True, exist_ok=True)
            with (self.folder / files[-1]).open("a", encoding="utf-8") as file:
                file.write(block.text)
        elif block.language == "text":
            self.shown[block] = self.printed
            self._failed = ""
        else:
            raise AssertionError(f"line {block.line}: nobody knows what to do with a block of '{block.language}'")

    def _edit(self, edit: Edit) -> None:
        self._edited = edit.file or self._edited
        file = self.folder / self._edited
        text = file.read_text(encoding="utf-8")
        assert text.count(edit.old) == 1, f"line {edit.line}: '{edit.old}' does not stand once in {self._edited}"
        file.write_text(text.replace(edit.old, edit.new), encoding="utf-8")

    def run(self, line: str, step: Block | Command) -> None:
        """One line of a shell: a change of folder, a target of make, what is set up, or a command."""
        assert not self._failed, self._failed
        words = shlex.split(line, comments=True)
        if words[0] == "cd":
            self.start = self.folder / words[1]
        elif words[0] == "make":
            self._make(words[1:], step)
        elif line == _ENTER:
            assert (self.folder / ".venv" / "bin").is_dir(), f"line {step.line}: nothing is installed here"
        elif installs(line):
            assert not mistake_in(line, self.folder), f"line {step.line}: {mistake_in(line, self.folder)}"
            self.tools.lie_in(self.folder / ".venv")
        elif words[0] not in _RUN or "&&" in words:
            raise AssertionError(f"line {step.line}: nobody knows how to follow '{line}'")
        elif not self.only_writes or words[1] == "init":
            self._command(line, words, step)

    def _make(self, names: Iterable[str], step: Block | Command) -> None:
        """A target stands in the Makefile; in a block of its own it runs wherever a change is checked, or now."""
        for name in names:
            assert name in targets(self.folder), f"line {step.line}: the Makefile has no target '{name}'"
            if isinstance(step, Block):
                self.tools.lie_in(self.folder / ".venv")
                for line in () if name in checked_targets(self.folder) else recipe(name, self.folder):
                    self.run(line, step)

    def _command(self, line: str, words: list[str], step: Block | Command) -> None:
        if words[1] == "serve":
            assert "<html" in self.tools.serve(words, self.folder)
            return
        done = self.tools.run(line, self._new_folder() if words == ["bsc-site", "init"] else self.folder)
        self.printed = done.text
        if done.code:
            self._failed = f"line {step.line}: '{line}' ended with {done.code}:\n{done.text}"


def _compare(synopsis: Synopsis) -> None:
    """A synopsis names a command and options that it has."""
    program, name, *words = synopsis.text.split()
    if program == "bsc-site":
        assert name in cli.commands, f"line {synopsis.line}: there is no command '{name}'"
        known = {option for parameter in cli.commands[name].params for option in parameter.opts}
        for word in words:
            option = word.strip("[]")
            assert not option.startswith("-") or option in known, f"line {synopsis.line}: {name} has no {option}"
