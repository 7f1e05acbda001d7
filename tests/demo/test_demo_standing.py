"""The demo company stands where a real one might: most on course, some to watch, some to act on."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from bsc_site.compute.assess import assess
from bsc_site.compute.series.project_series import build_series
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.calculation.manual_steps import SetByHand
from bsc_site.model.calculation.rollup_steps import MeanDecides, OwnDecides, WorstDecides
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.vocabularies import FreshnessWord, InitiativeStatus, Status

ROOT = Path(__file__).parents[2]
STORY_TOLD_ON = date(2026, 11, 5)


@pytest.fixture(scope="module")
def standing() -> Assessment:
    project = load_project(ROOT).project
    assert project is not None
    built = build_series(project, load_readings(ROOT, project).readings, STORY_TOLD_ON)
    assert built.findings == ()
    return assess(project, built.series, STORY_TOLD_ON, None)


def test_every_colour_is_there_and_the_best_one_most_often(standing: Assessment) -> None:
    counted = Counter(each.status for each in standing.kpis.values())
    assert counted == {Status.ON_TRACK: 15, Status.AT_RISK: 8, Status.OFF_TRACK: 4, Status.NOT_SCORED: 1}


def test_one_source_is_stale_and_another_overdue(standing: Assessment) -> None:
    late = {
        kpi: each.freshness.word
        for kpi, each in standing.kpis.items()
        if each.freshness.word is not FreshnessWord.FRESH
    }
    assert late == {"time-to-shelf": FreshnessWord.STALE, "responsible-materials": FreshnessWord.OVERDUE}


def test_initiatives_are_done_late_on_time_and_not_started(standing: Assessment) -> None:
    found = {each.status for each in standing.scorecards["corporate"].initiatives.values()}
    assert {
        InitiativeStatus.DONE,
        InitiativeStatus.OFF_TRACK,
        InitiativeStatus.ON_TRACK,
        InitiativeStatus.PLANNED,
    } <= found


def test_a_person_overruled_the_figures_of_the_stale_source(standing: Assessment) -> None:
    found = standing.kpis["time-to-shelf"]
    assert found.status is Status.AT_RISK
    by_hand = found.calculation[-1]
    assert isinstance(by_hand, SetByHand)
    assert (by_hand.status, str(by_hand.until), by_hand.computed) == (Status.AT_RISK, "2026-12", Status.OFF_TRACK)


def test_overtime_of_the_company_is_made_from_the_hours_of_both_departments(standing: Assessment) -> None:
    rows = pd.read_csv(ROOT / "data" / "shifts.csv").groupby("month")[["hours", "overtime"]].sum()
    values = [point.value for point in standing.kpis["overtime"].points]
    np.testing.assert_allclose(values, (rows["overtime"] / rows["hours"] * 100).to_numpy())


@pytest.mark.parametrize(
    ("objective", "kind", "kpi"),
    [("reliable-delivery", WorstDecides, "Fulfilment accuracy"), ("fast-shop", OwnDecides, "Conversion rate")],
)
def test_an_objective_follows_the_kpi_that_its_rollup_names(
    standing: Assessment, objective: str, kind: type[WorstDecides | OwnDecides], kpi: str
) -> None:
    calculation = standing.scorecards["corporate"].objectives[objective].standing.calculation
    assert [each.name for each in calculation if isinstance(each, kind)] == [kpi]


def test_earning_repeat_customers_counts_twice_since_2026(standing: Assessment) -> None:
    (mean,) = [
        step
        for step in standing.scorecards["corporate"].perspectives["customer"].standing.calculation
        if isinstance(step, MeanDecides)
    ]
    assert {each.name: each.weight for each in mean.parts}["Earn repeat customers"] == 2


def test_the_basket_is_revenue_divided_by_orders_in_every_month(standing: Assessment) -> None:
    values = {kpi: np.array([point.value for point in standing.kpis[kpi].points]) for kpi in ("revenue", "orders")}
    basket = np.array([point.value for point in standing.kpis["average-order-value"].points])
    np.testing.assert_allclose(basket, values["revenue"] / values["orders"])


def changes(standing: Assessment, kpi: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.diff(np.array([point.value for point in standing.kpis[kpi].points]))


def test_recommendation_announces_repeat_purchases_three_months_ahead(standing: Assessment) -> None:
    cause, effect = changes(standing, "nps"), changes(standing, "repeat-rate")
    assert np.corrcoef(cause[:-3], effect[3:])[0, 1] > 0.4


def test_fuller_baskets_do_not_bring_people_back_whatever_the_map_says(standing: Assessment) -> None:
    cause, effect = changes(standing, "average-order-value"), changes(standing, "repeat-rate")
    assert np.corrcoef(cause[:-2], effect[2:])[0, 1] < -0.4


def test_every_baseline_is_the_figure_of_its_period(standing: Assessment) -> None:
    for kpi, each in standing.kpis.items():
        if each.kpi.baseline is not None:
            observed = {point.period: point.value for point in each.points}
            assert observed[each.kpi.baseline.period] == pytest.approx(each.kpi.baseline.value, rel=0.003), kpi
