"""The period that is still running: its latest figure waits, or counts where that is declared."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.vocabularies import FreshnessWord
from bsc_site.publish.data_files.published_series import published_series
from bsc_site.wording.point_text import so_far_text
from tests.builders.project_folders import loaded_from
from tests.builders.small_projects import assessed, calculation_told, judged, kpi, monthly, project, readings

YEARS = {"2024": 12, "2025": 15, "2026": 16}
NOW = date(2026, 11, 26)


def of_years(**keys: Any) -> KpiAssessment:
    return judged(kpi(frequency="yearly", targets=[{"period": 2028, "value": 14}], **keys), YEARS, NOW)


def test_a_running_year_waits_for_its_end() -> None:
    found = of_years()
    assert found.current is not None
    assert (str(found.current.period), found.points[-1].complete) == ("2025", False)


def test_its_latest_figure_counts_where_that_is_declared() -> None:
    found = of_years(running="latest")
    assert found.current is not None
    assert (str(found.current.period), found.current.value, found.status) == ("2026", 16, "on_track")


def test_a_figure_that_counts_for_the_time_being_is_marked_everywhere() -> None:
    found = of_years(running="latest")
    assert found.current is not None
    assert so_far_text(found.current) == "2026 so far"
    assert "2026 is still running: the latest figure counts until it ends" in calculation_told(found)
    columns = published_series(found.points).held
    assert (columns["complete"], columns["running"]) == ((True, True, False), (False, False, True))


def test_its_last_figure_is_still_to_be_delivered() -> None:
    fresh = of_years(running="latest").freshness
    assert (fresh.word, str(fresh.next_period), fresh.next_due) == (FreshnessWord.FRESH, "2026", date(2027, 3, 1))


def test_after_its_end_a_period_is_like_any_other() -> None:
    found = judged(kpi(frequency="yearly", running="latest"), YEARS, date(2027, 2, 1))
    assert found.current is not None
    assert so_far_text(found.current) == "2026"


def test_the_latest_month_stands_for_the_running_year() -> None:
    keys = kpi(frequency="yearly", running="latest", aggregate="last")
    found = judged(keys, monthly([7] * 12 + [8, 9, 10], "2025-01"), date(2026, 4, 10))
    assert [(each.value, each.running) for each in found.points] == [(7, False), (10, True)]


def test_what_is_computed_from_a_running_figure_runs_too() -> None:
    one = project(kpi(id="share", frequency="yearly", formula="k * 2"), kpi(frequency="yearly", running="latest"))
    found = assessed(one, readings("k", YEARS), as_of=NOW).kpis["share"].current
    assert found is not None
    assert (found.value, found.running) == (32, True)


def test_a_sum_that_is_still_growing_cannot_count(tmp_path: Path) -> None:
    text = "id: c\ntitle: C\nkpis:\n  - {id: k, name: K, aggregate: sum, running: latest}\n"
    assert "BSC382" in [each.code for each in loaded_from(tmp_path, {"c.yml": text}).problems]
