"""One build of a project, measured step by step; prints JSON. Run by build_speed.py in a process of its own."""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from datetime import date
from pathlib import Path

AS_OF = date(2025, 1, 15)


def cpu() -> float:
    """CPU seconds of this process and of the children that have ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


class Stopwatch:
    """A listener that notes the CPU time at which each step begins."""

    def __init__(self) -> None:
        """Start with the imports."""
        self.marks: list[tuple[str, float]] = [("start and imports", 0.0)]

    def step(self, text: str) -> None:
        """A step begins; its counts are left out of its name."""
        self.marks.append((" ".join(word for word in text.split() if not word[0].isdigit()), cpu()))

    def done(self) -> None:
        """The last step is over."""

    def spans(self) -> dict[str, float]:
        """CPU seconds of each step."""
        ends = [*(begun for _, begun in self.marks[1:]), cpu()]
        return {name: end - begun for (name, begun), end in zip(self.marks, ends, strict=True)}


def main(folder: Path) -> None:
    """Build the project in `folder` and print what it took."""
    from bsc_site.pipeline import Order, build_site  # noqa: PLC0415  # the import is measured too
    from bsc_site.publish.delivery import Delivery  # noqa: PLC0415  # likewise

    watch, begun = Stopwatch(), time.perf_counter()
    outcome = build_site(Order(folder, AS_OF), Delivery(folder / "build" / "site", os.cpu_count() or 1, progress=watch))
    if outcome.published is None:
        sys.exit("\n".join(str(each) for each in outcome.problems[:5]))
    kilobytes = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(
        json.dumps(
            {
                "steps": watch.spans(),
                "cpu": cpu(),
                "wall": time.perf_counter() - begun,
                "peak_mb": max(kilobytes) / 1024,
                "pages": outcome.published.pages,
                "bytes": outcome.published.size,
            },
        ),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
