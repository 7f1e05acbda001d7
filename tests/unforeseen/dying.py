"""Commands that die at a step of theirs on the disk: at the first, at the second, up to the last."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

_CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.truncate"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_PATIENCE = 240


@dataclass(frozen=True)
class End:
    """How a command ended: by which signal or exit code, after how many changes of the disk."""

    code: int
    steps: int

    @property
    def died(self) -> bool:
        """Whether it was killed before its end."""
        return self.code == -signal.SIGKILL


class Mortals:
    """A process that has loaded the program, and starts a copy of itself for each command."""

    def __init__(self, within: Path, **variables: str) -> None:
        """What they change outside of this folder is no step."""
        environment = {**os.environ, **variables}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.unforeseen.dying", str(within)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def __enter__(self) -> Self:
        """It ends with the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Whatever happened."""
        self._process.communicate(timeout=_PATIENCE)

    def run(self, words: Sequence[str], temporary: Path, dies_before: int = 0) -> End:
        """A command, killed before so many changes of the disk are done; at 0 it comes to its end."""
        asked: IO[str] | None = self._process.stdin
        told: IO[str] | None = self._process.stdout
        assert asked is not None
        assert told is not None
        asked.write(json.dumps([list(words), str(temporary), dies_before]) + "\n")
        asked.flush()
        return End(*json.loads(told.readline()))


class _Counting:
    """Counts the changes below a folder, and kills its process before one of them."""

    def __init__(self, within: str, dies_before: int, out: int) -> None:
        self.within, self.dies_before, self.out, self.steps, self.process = within, dies_before, out, 0, os.getpid()

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if os.getpid() != self.process or not (event in _CHANGES or _is_writing(event, arguments)):
            return
        name = os.fsdecode(arguments[0]) if isinstance(arguments[0], str | bytes | os.PathLike) else ""
        if name.startswith(self.within):
            self.steps += 1
            os.pwrite(self.out, self.steps.to_bytes(4, "big"), 0)
            if self.steps == self.dies_before:
                os.kill(os.getpid(), signal.SIGKILL)


def _is_writing(event: str, arguments: tuple[Any, ...]) -> bool:
    return event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & _WRITING)


def _run_copy(words: list[str], temporary: str, dies_before: int, within: str) -> End:
    handle, name = tempfile.mkstemp()
    os.unlink(name)  # noqa: PTH108  # only its handle is needed
    child = os.fork()
    if not child:
        signal.alarm(_PATIENCE)
        nothing = os.open(os.devnull, os.O_RDWR)
        for each in (0, 1) if os.environ.get("BSC_SHOW") else (0, 1, 2):
            os.dup2(nothing, each)
        os.environ["TMPDIR"] = tempfile.tempdir = temporary
        sys.addaudithook(_Counting(within, dies_before, handle))
        _end(words)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    end = End(code, int.from_bytes(os.pread(handle, 4, 0), "big"))
    os.close(handle)
    return end


def _end(words: list[str]) -> None:
    from bsc_site.cli import main  # noqa: PLC0415  # loaded by the copied process already

    code = 70
    with suppress(BaseException):
        try:
            main(words)
        except SystemExit as end:
            code = int(end.code or 0)
    os._exit(code)


def _serve() -> None:
    for each in ("bsc_site.cli", "bsc_site.pipeline", "ibis", "openpyxl"):  # so that no copy has to load them
        import_module(each)
    for line in sys.stdin:
        words, temporary, dies_before = json.loads(line)
        end = _run_copy(words, temporary, dies_before, sys.argv[1])
        print(json.dumps([end.code, end.steps]), flush=True)  # noqa: T201  # the answer


if __name__ == "__main__":
    _serve()
