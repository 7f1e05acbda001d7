"""A baseline that is declared by its period alone: its figure is that of the data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.wording.problems.finding_text import worded
from tests.builders.small_projects import assessed, built, judged, kpi, monthly, project, readings


def of_years(figures: dict[str, Any], period: Any, **keys: Any) -> KpiAssessment:
    targets = [{"period": 2030, "value": 7.25}]
    declared = kpi(frequency="yearly", baseline={"period": period}, targets=targets) | keys
    return judged(declared, figures, date(2024, 3, 1))


def test_the_figure_of_its_period_is_the_baseline() -> None:
    found = of_years({"2015": 14.5, "2023": 10.4}, 2015)
    assert found.kpi.baseline is not None
    assert found.kpi.baseline.value == 14.5
    assert found.progress == pytest.approx((10.4 - 14.5) / (7.25 - 14.5))


@pytest.mark.parametrize(("rule", "value"), [("sum", 78), ("mean", 6.5), ("max", 12), (None, 12)])
def test_months_make_the_baseline_of_a_year_by_the_kpis_own_rule(rule: str | None, value: float) -> None:
    keys = {"aggregate": rule, "baseline": {"period": 2024}, "targets": [{"period": 2026, "value": 200}]}
    found = judged(kpi(**keys), monthly([*range(1, 13), 5], "2024-01"), date(2025, 3, 1))
    assert found.kpi.baseline is not None
    assert found.kpi.baseline.value == value


@pytest.mark.parametrize(
    ("keys", "figures"),
    [
        ({"frequency": "yearly", "baseline": {"period": 2014}}, {"2015": 14.5, "2023": 10.4}),
        ({"aggregate": "sum", "baseline": {"period": 2024}}, monthly([1] * 11, "2024-02")),
    ],
)
def test_a_baseline_that_the_data_do_not_hold_is_an_error(keys: dict[str, Any], figures: dict[str, float]) -> None:
    """Eleven months are no year."""
    one = project(kpi(**keys, targets=[{"period": 2030, "value": 7}]))
    rows = readings("k", figures)
    (found,) = built(one, rows).findings
    assert (found.code, found.key) == ("BSC381", "baseline")
    assert worded(found).message.startswith("the data hold no whole figure for the baseline of 20")
    assert assessed(one, rows).kpis["k"].kpi.baseline is None


def test_nothing_is_said_of_a_baseline_while_there_are_no_figures_at_all() -> None:
    assert built(project(kpi(baseline={"period": 2024}))).findings == ()


def test_a_kpi_that_is_computed_has_its_baseline_computed_too() -> None:
    rate = kpi(id="rate", frequency="yearly", formula="won / offers", baseline={"period": 2023})
    one = project(rate, kpi(id="won", aggregate="sum"), kpi(id="offers", aggregate="sum"))
    rows = readings("won", monthly([1] * 24, "2023-01")), readings("offers", monthly([4] * 12 + [2] * 12, "2023-01"))
    found = assessed(one, *rows).kpis["rate"].kpi.baseline
    assert found is not None
    assert found.value == 0.25
