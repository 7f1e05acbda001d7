"""How long the published data takes to write: 1,000 KPIs x 120 months as JSON, CSV and schemas, the best of a few."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from made_up import write_project
from one_build import AS_OF

from bsc_site.pipeline import Circle, Examination, Order, examine
from bsc_site.publish.data_files.api import documents

TIMES = 7


def main(kpis: int) -> None:
    """Print the CPU seconds of the best time, and what was written."""
    with tempfile.TemporaryDirectory() as folder:
        write_project(Path(folder), kpis)
        found = examine(Order(Path(folder), AS_OF, Circle.WIDEST))
    spans = list(_spans(found))
    print(f"{min(spans):.3f} s for {kpis:,} KPIs (all: {', '.join(f'{span:.3f}' for span in spans)})")


def _spans(found: Examination) -> Iterator[float]:
    if found.assessment is None:
        sys.exit("\n".join(map(str, found.problems)))
    for _ in range(TIMES):
        begun = time.process_time()
        documents(found.assessment, found.problems)
        yield time.process_time() - begun


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
