"""A KPI that declares no decimals is shown with those of its own figures: target, variance and red flag alike."""

from __future__ import annotations

import pytest

from bsc_site.compute.series.found_decimals import found_decimals
from bsc_site.model.declared.kpi import Kpi
from bsc_site.wording.figures import finer_text
from bsc_site.wording.kpi_figures import figure_beside, figure_text


def _kpi(**declared: object) -> Kpi:
    return Kpi.model_validate({"id": "k", "name": "K", **declared})


@pytest.mark.parametrize(
    ("figures", "declared", "decimals"),
    [
        ([44.6, 45.0, 44.1], {"unit": "%"}, 1),
        ([2.0, 1.9, 3.0], {"unit": "hours"}, 1),
        ([1234.0, 1300.0], {"unit": "count"}, 0),
        ([100 / 3, 200 / 7, 12.5], {"unit": "%"}, 2),
        ([1 / 3, 2 / 7], {}, 3),
        ([12.5, 13.0], {"unit": "EUR"}, 2),
        ([1250.0, 1300.0], {"unit": "EUR"}, 0),
        ([100 / 3, 200 / 7], {"unit": "EUR"}, 2),
        ([0.0123, 0.0125], {"unit": "EUR"}, 4),
        ([2.1, 1.9], {"targets": [{"period": "2026", "value": 2.25}]}, 2),
        ([2.1, 1.9], {"thresholds": {"red_flag": 1.125}}, 3),
    ],
)
def test_as_many_as_the_figures_have(figures: list[float], declared: dict[str, object], decimals: int) -> None:
    """And as many as what people declared; computed figures about four digits, money none or cents."""
    assert found_decimals(_kpi(**declared), figures) == decimals


def test_figures_and_targets_are_written_alike() -> None:
    """`2.0 hours` beside `1.9 hours`, and no made-up digits of a target between two others."""
    kpi = _kpi(unit="hours", decimals=1)
    assert [figure_text(kpi, each) for each in (2.0, 1.9, 2.41666667)] == ["2.0 hours", "1.9 hours", "2.4 hours"]


def test_a_target_that_is_missed_never_reads_like_the_value() -> None:
    """One digit more where the rounded figures are the same and the figures are not."""
    kpi = _kpi(unit="%", decimals=1)
    assert figure_beside(kpi, 45.0278, 45.0) == "45.03 %"
    assert figure_beside(kpi, 45.0, 45.0) == "45.0 %"
    assert finer_text(0.0278, 0.0, "points", 1) == "0.03 points"
