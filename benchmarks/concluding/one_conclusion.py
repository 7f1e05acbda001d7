"""What is concluded of a project, once, in a process of its own: prints CPU seconds. `one_conclusion PROJECT DAY`."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path


def main(folder: str, day: str) -> float:
    """CPU seconds for status, score and trend of every KPI, and for noise, outlook and evidence, all computed anew."""
    from bsc_site.compute.analytics import with_outlook  # noqa: PLC0415  # beside what imports take
    from bsc_site.compute.assess import assess  # noqa: PLC0415  # likewise
    from bsc_site.compute.series.project_series import build_series  # noqa: PLC0415  # likewise
    from bsc_site.load.readings.project_readings import load_readings  # noqa: PLC0415  # likewise
    from bsc_site.load.scorecards.project_folder import load_project  # noqa: PLC0415  # likewise
    from bsc_site.load.uncollected import uncollected  # noqa: PLC0415  # likewise

    root, as_of = Path(folder), date.fromisoformat(day)
    loaded = load_project(root)
    if loaded.project is None:
        sys.exit(f"{folder} cannot be read")
    readings = load_readings(root, loaded.project, loaded.facts).readings
    series = build_series(loaded.project, readings, as_of).series
    with uncollected():  # as in a build
        begun = time.process_time()
        with_outlook(assess(loaded.project, series, as_of, None), series)
        return time.process_time() - begun


if __name__ == "__main__":
    print(main(*sys.argv[1:]))
