"""Projects for tests: KPIs as the scorecard file would declare them, over data files written to a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bsc_site.load.readings.project_readings import LoadedReadings, load_readings
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard


def project_of(*kpis: dict[str, Any], year_starts: int = 1) -> Project:
    """A project of one scorecard with these KPIs; names default to ids."""
    declared = {
        "id": "corporate",
        "title": "Corporate",
        "fiscal_year_starts": year_starts,
        "kpis": [{"name": kpi["id"], **kpi} for kpi in kpis],
    }
    return Project((Scorecard.model_validate(declared, context={"year_starts": year_starts}),))


def load(root: Path, files: dict[str, str | bytes], *kpis: dict[str, Any], year_starts: int = 1) -> LoadedReadings:
    """Write the files below `root` and read the KPIs from them."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_readings(root, project_of(*kpis, year_starts=year_starts))


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
