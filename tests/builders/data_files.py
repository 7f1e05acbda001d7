"""Projects for tests: KPIs as the scorecard file would declare them, over data files written to a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bsc_site.load.readings.project_readings import LoadedReadings, load_readings
from bsc_site.model.declared.project import Project
from tests.builders.project_folders import write
from tests.builders.small_projects import project


def project_of(*kpis: dict[str, Any], year_starts: int = 1) -> Project:
    """A project of one scorecard with these KPIs, under no objective; names default to ids."""
    named = [{"name": each["id"]} | each for each in kpis]
    return project(*named, id="corporate", perspectives=[], fiscal_year_starts=year_starts)


def load(root: Path, files: dict[str, str | bytes], *kpis: dict[str, Any], year_starts: int = 1) -> LoadedReadings:
    """Write the files below `root` and read the KPIs from them."""
    return load_readings(write(root, files), project_of(*kpis, year_starts=year_starts))


def values(loaded: LoadedReadings, kpi: str) -> dict[str, float | tuple[float | None, float | None] | None]:
    """Period to value, or to numerator and denominator, of one KPI; repeated periods add up."""
    found: dict[str, Any] = {}
    for row in loaded.readings[kpi].rows:
        if row.numerator is not None:
            found[str(row.period)] = (row.numerator, row.denominator)
        else:
            found[str(row.period)] = found.get(str(row.period), 0) + (row.value or 0)
    return found


def told(loaded: LoadedReadings) -> list[str]:
    """Problems as their lines, then findings as element, key, code and message."""
    findings = [f"{each.element} {each.key}: {each.code} {each.message}" for each in loaded.findings]
    return [str(each) for each in loaded.problems] + findings
