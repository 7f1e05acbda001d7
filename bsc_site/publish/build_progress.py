"""The progress of a build: what a long build tells the person, or the log, that waits for it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from bsc_site.model.command_progress import Progress, Silence
from bsc_site.model.saying.said import said, sentence
from bsc_site.wording.language import Language, speaking, spoken
from bsc_site.wording.problems.finding_text import said_again

PROVING = said(sentence("Following every link"))
_SIMPLE = {"dumb", "unknown"}
"""What terminals call themselves that know no control signs."""


class PlainLines:
    """One line for each step, for logs."""

    def __init__(self, stream: TextIO) -> None:
        """Write to `stream`."""
        self._stream = stream

    def step(self, text: str) -> None:
        """Print the step on a line of its own."""
        self._stream.write(f"{text}\n")
        self._stream.flush()

    def goes_on(self) -> None:
        """Steps are enough."""

    def done(self) -> None:
        """Nothing is left to say."""


class LiveLine:
    """One line on a terminal that always shows the current step and how long it is under way."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        """Write to `stream`, a terminal."""
        self._stream = stream
        self._clock = clock
        self._start = clock()

    def step(self, text: str) -> None:
        """Replace what the line says."""
        self._stream.write(f"\r\x1b[2K{self._clock() - self._start:5.1f} s  {text} …")
        self._stream.flush()

    def goes_on(self) -> None:
        """Steps are enough."""

    def done(self) -> None:
        """Clear the line."""
        self._stream.write("\r\x1b[2K")
        self._stream.flush()


class _Retold:
    """The same steps in the language of whoever reads them, whatever that of the site is."""

    def __init__(self, told: Progress, language: Language) -> None:
        self._told, self._language = told, language

    def step(self, text: str) -> None:
        """A new step begins."""
        with speaking(self._language):
            self._told.step(said_again(text))

    def goes_on(self) -> None:
        """One of many things within a step is done."""
        self._told.goes_on()

    def done(self) -> None:
        """The last step is over."""
        self._told.done()


def progress_on(stream: TextIO | None = None, *, quiet: bool = False) -> Progress:
    """A live line on a terminal, plain lines elsewhere, silence when quiet; standard error unless told otherwise.

    It is in the language that is spoken now, also while the site is made in another one.
    A terminal that says of itself that it cannot clear a line (TERM=dumb) gets plain lines too.
    """
    target = stream or sys.stderr
    if quiet:
        return Silence()
    clears_lines = target.isatty() and os.environ.get("TERM") not in _SIMPLE
    return _Retold(LiveLine(target) if clears_lines else PlainLines(target), spoken())


@contextmanager
def told(progress: Progress) -> Iterator[None]:
    """Whoever listens is told that the last step is over, however it ends."""
    try:
        yield
    finally:
        progress.done()
