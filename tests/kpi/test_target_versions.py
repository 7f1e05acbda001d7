"""Versions of targets: each period is judged by the version of its day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bsc_site.compute.cascade.destination import declared_in
from bsc_site.compute.forecast.kpi_forecast import forecast_of
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.period import parse_period
from bsc_site.publish.data_files.api_definition import definition
from bsc_site.render.charts.kpi_charts.ahead import outlook_of
from tests.builders.project_folders import loaded_from
from tests.builders.small_projects import calculation_told, card, declared, judged, kpi, monthly, observed

OLD, NEW = {"period": 2030, "value": 30, "until": 2021}, {"period": 2030, "value": 41, "from": 2022}
YEARS = {"2020": 18, "2021": 19, "2022": 20, "2023": 21}


def of_years(*targets: dict[str, Any], figures: Mapping[str, float] = YEARS, **keys: Any) -> KpiAssessment:
    return judged(kpi(frequency="yearly", path="step", targets=targets, **keys), figures, date(2024, 3, 1))


def test_each_year_is_held_against_the_version_of_its_time() -> None:
    assert [each.expected.target for each in of_years(OLD, NEW).points] == [30, 30, 41, 41]


def test_the_path_of_each_version_leads_from_the_baseline_to_its_own_target() -> None:
    keys = {"baseline": {"period": 2019, "value": 8}, "path": "linear", "frequency": "yearly"}
    found = judged(kpi(targets=[OLD, NEW], **keys), YEARS, date(2024, 3, 1))
    assert [each.expected.target for each in found.points] == [10, 12, 17, 20]
    assert found.progress == pytest.approx((21 - 8) / (41 - 8))


def test_a_target_without_validity_holds_beside_the_versions() -> None:
    always = {"period": 2021, "value": 12}
    assert [each.expected.target for each in of_years(always, OLD, NEW).points] == [12, 12, 12, 12]


def test_a_time_between_two_versions_has_no_target() -> None:
    found = of_years({"period": 2030, "value": 30, "until": 2020}, {"period": 2030, "value": 41, "from": 2023})
    assert [each.expected.target for each in found.points] == [30, None, None, 41]


def test_a_version_may_begin_within_a_year() -> None:
    """The day with which a month ends decides."""
    old, new = {"period": 2026, "value": 5, "until": "2025-03-14"}, {"period": 2026, "value": 9, "from": "2025-03-15"}
    found = judged(kpi(path="step", targets=[old, new]), monthly([1, 2, 3, 4]), date(2025, 5, 1))
    assert [each.expected.target for each in found.points] == [5, 5, 9, 9]


def test_weeks_are_judged_by_the_version_of_their_thursday() -> None:
    """1 January 2022 is a Saturday of the last week of 2021."""
    old, new = {"period": 2030, "value": 30, "until": 2021}, {"period": 2030, "value": 41, "from": 2022}
    weeks = {"2021-W51": 1, "2021-W52": 1, "2022-W01": 1}
    found = judged(kpi(frequency="weekly", path="step", targets=[old, new]), weeks, date(2022, 2, 1))
    assert [each.expected.target for each in found.points] == [30, 30, 41]


def test_a_band_may_have_versions_too() -> None:
    old, new = {"period": 2030, "low": 1, "high": 2, "until": 2021}, {"period": 2030, "low": 3, "high": 4, "from": 2022}
    assert [each.expected.low for each in of_years(old, new, direction="band").points] == [1, 1, 3, 3]


def test_the_calculation_says_which_version_judges() -> None:
    assert "This version of the target judges 2022 and later" in calculation_told(of_years(OLD, NEW))
    early = of_years(OLD, NEW, figures={"2020": 18, "2021": 19})
    assert "This version of the target judges 2021 and earlier" in calculation_told(early)
    middle = of_years({"period": 2030, "value": 30, "from": 2020, "until": 2025}, figures={"2021": 19})
    assert "This version of the target judges 2020 to 2025" in calculation_told(middle)
    assert not any("version" in each for each in calculation_told(of_years({"period": 2030, "value": 30})))


def test_the_forecast_asks_only_for_the_version_in_force() -> None:
    old, new = {"period": 2027, "value": 30, "until": 2024}, {"period": 2027, "value": 41, "from": 2025}
    months = observed(monthly([20 + step * 0.1 for step in range(36)], "2023-01"))
    found = forecast_of(declared(targets=[old, new]), months, None)
    assert [each.target for each in found.chances] == [41]


def test_the_chart_leads_on_to_the_target_in_force() -> None:
    assert outlook_of(of_years(OLD, NEW)).aim == (parse_period("2030"), 41)
    assert outlook_of(of_years(OLD, NEW, figures={"2020": 18, "2021": 19})).aim == (parse_period("2030"), 30)


def test_a_destination_asks_for_the_version_that_was_not_replaced() -> None:
    found = declared_in(declared(targets=[OLD, NEW]), parse_period("2030"))
    assert found is not None
    assert found.expected.target == 41


def test_published_targets_carry_their_validity() -> None:
    home = card(kpi(targets=[OLD, NEW]))
    entries = definition(of_years(OLD, NEW), home).targets
    assert [(each.value, each.from_, each.until) for each in entries] == [(30, None, "2021"), (41, "2022", None)]


@pytest.mark.parametrize(
    ("targets", "lines"),
    [
        ("[{period: 2030, value: 30, until: 2021}, {period: 2030, value: 41, from: 2022}]", []),
        ("[{period: 2030, value: 30, until: 2022}, {period: 2030, value: 41, from: 2022}]", ["BSC133"]),
        ("[{period: 2030, value: 30}, {period: 2030, value: 41, from: 2022}]", ["BSC133"]),
        ("[{period: 2030, value: 30, until: 2020, from: 2021}]", ["BSC383"]),
        (
            (
                "[{period: 2030, value: 1, until: 2020}, {period: 2030, value: 2, from: 2021, until: 2022}, "
                "{period: 2030, value: 3, from: 2023}]"
            ),
            [],
        ),
    ],
)
def test_versions_of_one_period_must_not_overlap(tmp_path: Path, targets: str, lines: list[str]) -> None:
    text = f"id: c\ntitle: C\nkpis:\n  - {{id: k, name: K, targets: {targets}}}\n"
    assert [each.code for each in loaded_from(tmp_path, {"c.yml": text}).problems] == lines
