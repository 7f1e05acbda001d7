"""One build by the command that users type, taken apart by its steps, as JSON: `one_build PROJECT OUT`."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from typing import TextIO

AS_OF = "2025-01-15"


def cpu() -> float:
    """CPU seconds of this process and of the children that have ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


class Stopwatch:
    """A listener that notes the CPU time at which each step begins."""

    def __init__(self, _: TextIO) -> None:
        """Start with the imports; nothing is printed."""
        self.marks: list[tuple[str, float]] = [("start and imports", 0.0)]
        watches.append(self)

    def step(self, text: str) -> None:
        """A step begins; its counts are left out of its name."""
        self.marks.append((" ".join(word for word in text.split() if not word[0].isdigit()), cpu()))

    def goes_on(self) -> None:
        """Steps are enough."""

    def done(self) -> None:
        """The last step is over."""

    def spans(self) -> dict[str, float]:
        """CPU seconds of each step."""
        ends = [*(begun for _, begun in self.marks[1:]), cpu()]
        return {name: end - begun for (name, begun), end in zip(self.marks, ends, strict=True)}


watches: list[Stopwatch] = []
"""The stopwatch of the build; none where nothing had changed and no step was taken."""


def main(folder: str, out: str) -> None:
    """Build the project in `folder` and write what its steps took to the file `out`. Exit code as of the command."""
    from bsc_site.cli import cli  # noqa: PLC0415  # the import is measured too
    from bsc_site.publish import build_progress  # noqa: PLC0415  # likewise

    build_progress.progress_on = Stopwatch
    try:
        cli(["build", "-C", folder, "--as-of", AS_OF])
    finally:
        steps = watches[0].spans() if watches else {}
        Path(out).write_text(json.dumps(steps), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
