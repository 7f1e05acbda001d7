"""What the published data says of a KPI is made once, and anew when anything that it says may be another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.publish.data_files.api import Detail, documents
from bsc_site.publish.keeping.kept_details import KeptDetails
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.words import Words
from tests.builders.company import assessed_company


def _documents(folder: Path, assessment: Assessment, made: list[str]) -> dict[str, bytes]:
    """The published data, and the names of the KPIs whose details were made for it."""
    with KeptResults(folder, "detail") as results:
        details = KeptDetails(results, Words(assessment, {}))

        def of(kpi: str, make: object) -> Detail:
            return details.of(kpi, lambda: (made.append(kpi), make())[1])  # type: ignore[operator,func-returns-value]

        return documents(assessment, (), of)


def test_details_are_kept_and_found_again(tmp_path: Path) -> None:
    first: list[str] = []
    again: list[str] = []
    assert _documents(tmp_path, assessed_company(), first) == documents(assessed_company(), ())
    assert _documents(tmp_path, assessed_company(), again) == documents(assessed_company(), ())
    assert (sorted(first), again) == (["days", "helped", "nps", "repeat-rate", "revenue"], [])


def test_those_of_other_figures_are_made(tmp_path: Path) -> None:
    whole = assessed_company()
    nps = whole.kpis["nps"]
    other = replace(whole, kpis={**whole.kpis, "nps": replace(nps, points=nps.points[1:])})
    made: list[str] = []
    _documents(tmp_path, whole, [])
    assert _documents(tmp_path, other, made) == documents(other, ())
    assert made == ["nps"]
