"""One reading of a project's data, from files to series; prints JSON. Run by reading_speed.py in its own process."""

from __future__ import annotations

import json
import resource
import sys
import time
from datetime import date
from pathlib import Path

from bsc_site.compute.series.project_series import build_series
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project

AS_OF = date(2025, 1, 15)


def main(folder: Path) -> None:
    """Read the data of the project in `folder` and print what it took, without reading the YAML."""
    project = load_project(folder).project
    begun = time.process_time()
    loaded = load_readings(folder, project)
    read = time.process_time()
    series = build_series(project, loaded.readings, AS_OF).series
    done = time.process_time()
    if loaded.problems or loaded.findings:
        sys.exit("\n".join(map(str, (*loaded.problems[:5], *loaded.findings[:5]))))
    rows = sum(row.of_rows for each in loaded.readings.values() for row in each.rows)
    figures = sum(len(each.observations) for each in series.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"read": read - begun, "series": done - read, "rows": rows, "figures": figures, "peak_mb": peak}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
