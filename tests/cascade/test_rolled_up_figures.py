"""Figures that a scorecard has from those below it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.compute.assess import assess
from bsc_site.compute.series.calendar import Calendar
from bsc_site.compute.series.project_series import BuiltSeries, build_series
from bsc_site.compute.series.rolled_up_figures import rolled_up
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, parse_period
from bsc_site.model.series import MissingBelow, Observation
from bsc_site.wording.calculations.origin_text import source_text
from bsc_site.wording.problems.finding_text import finding_message
from tests.builders.organisations import GROUP, NORTH, SHOP, SOUTH, write_family
from tests.builders.small_projects import calculation_told

AS_OF = date(2025, 4, 5)


def _built(root: Path) -> BuiltSeries:
    project = load_project(root).readable
    assert project is not None
    return build_series(project, load_readings(root, project).readings, AS_OF)


def _assessed(root: Path, audience: str | None = None) -> Assessment:
    project = load_project(root).project
    assert project is not None
    return assess(project, build_series(project, load_readings(root, project).readings, AS_OF).series, AS_OF, audience)


def _values(built: BuiltSeries, kpi: str) -> dict[str, tuple[float, bool]]:
    return {str(each.period): (each.value, each.complete) for each in built.series[kpi].observations}


def test_a_sum_runs_through_three_levels(tmp_path: Path) -> None:
    """120 of North and 80 of the shop, which South has from below; March waits for the shop."""
    assert _values(_built(write_family(tmp_path / "p")), "sales") == {
        "2025-01": (200.0, True),
        "2025-02": (220.0, True),
        "2025-03": (140.0, False),
    }


def test_a_missing_figure_is_named_in_the_note(tmp_path: Path) -> None:
    """So that a reader sees whom to ask."""
    last = _built(write_family(tmp_path / "p")).series["sales"].observations[-1]
    assert last.note == MissingBelow(("Sales (South)",))


def test_a_ratio_adds_up_numerators_and_denominators_first(tmp_path: Path) -> None:
    """30 of 100 and 10 of 300 are 10 %, not the mean of 30 % and 3.3 %."""
    assert _values(_built(write_family(tmp_path / "p")), "return-rate") == {"2025-01": (10.0, True)}


@pytest.mark.parametrize(("rule", "expected"), [("sum", 200.0), ("mean", 100.0), ("min", 80.0), ("max", 120.0)])
def test_each_rule_makes_its_own_figure(tmp_path: Path, rule: str, expected: float) -> None:
    """Of 120 and 80."""
    group = GROUP.replace("{aggregate: sum, tag: sales}", f"{{aggregate: {rule}, tag: sales}}")
    value, complete = _values(_built(write_family(tmp_path / "p", group=group)), "sales")["2025-01"]
    assert value == pytest.approx(expected)
    assert complete


def test_the_calculation_names_the_figure_of_each_scorecard_below(tmp_path: Path) -> None:
    """As the first of its steps."""
    found = _assessed(write_family(tmp_path / "p")).kpis
    assert calculation_told(found["sales"])[0] == (
        "Feb 2025: € 220, the sum of € 130 in Sales (North) and € 90 in Sales (South)"
    )
    assert calculation_told(found["return-rate"])[0] == (
        "Jan 2025: 10 %, the ratio of the totals of 30 of 100 in Return rate (North) and "
        "10 of 300 in Return rate (South), together 40 of 400"
    )
    assert source_text(found["sales"].origin) == "the sum of Sales (North) and Sales (South), from the scorecards below"


def test_finer_figures_below_are_aggregated_by_their_own_rule(tmp_path: Path) -> None:
    """A quarterly sum of monthly sales: North has three months, the shop two."""
    group = GROUP.replace("unit: EUR, owner: ceo,", "unit: EUR, frequency: quarterly,")
    assert _values(_built(write_family(tmp_path / "p", group=group)), "sales") == {"2025-Q1": (560.0, False)}


def test_a_hidden_figure_below_leaves_no_trace(tmp_path: Path) -> None:
    """The sum stays where it names its audience; what it was made from is told to nobody who may not see it."""
    north = NORTH.replace("id: sales-north,", "id: sales-north, audience: board,")
    group = GROUP.replace("title: Group\n", "title: Group\naudiences: [public, board]\n")
    group = group.replace("id: sales,", "id: sales, audience: public,")
    found = _assessed(write_family(tmp_path / "p", group=group, north=north), "public").kpis["sales"]
    assert found.current is not None
    assert found.current.value == 220.0
    assert source_text(found.origin) == "computed from other KPIs"
    assert "Sales (" not in str((found.calculation, calculation_told(found), found.points))


def test_a_figure_below_that_is_seen_is_named_to_every_audience(tmp_path: Path) -> None:
    """Nothing is hidden, so nothing is left out."""
    group = GROUP.replace("title: Group\n", "title: Group\naudiences: [public, board]\n")
    found = _assessed(write_family(tmp_path / "p", group=group), "public").kpis["sales"]
    assert "Sales (North)" in calculation_told(found)[0]


def test_a_coarser_figure_below_cannot_be_rolled_up(tmp_path: Path) -> None:
    """Yearly sales say nothing about a month."""
    north = NORTH.replace("id: sales-north, name: Sales,", "id: sales-north, name: Sales, frequency: yearly,")
    built = _built(write_family(tmp_path / "p", north=north))
    assert [(each.code, finding_message(each)) for each in built.findings if each.code == "BSC411"] == [
        ("BSC411", "'sales-north' is yearly, coarser than this monthly KPI"),
    ]
    assert not built.series["sales"].observations


def test_figures_that_lead_back_to_themselves_are_told_and_not_computed(tmp_path: Path) -> None:
    """The region's sales are a formula over the group's, which are made from the region's."""
    south = SOUTH.replace("from_children: {aggregate: sum, kpis: [sales-shop]}", 'formula: "sales * 2"')
    built = _built(write_family(tmp_path / "p", south=south))
    assert [(each.element, each.code, finding_message(each)) for each in built.findings if each.code == "BSC410"] == [
        ("kpi/sales", "BSC410", "the figures lead back to themselves: sales → sales-south → sales"),
    ]
    assert not built.series["sales"].observations


def test_two_figures_of_one_name_in_one_scorecard_are_told_apart(tmp_path: Path) -> None:
    """By their ids."""
    shop = SHOP.replace("kpis:\n", "kpis:\n  - {id: sales-kiosk, name: Sales, unit: EUR, aggregate: sum}\n")
    south = SOUTH.replace("kpis: [sales-shop]", "kpis: [sales-shop, sales-kiosk]")
    origin = _built(write_family(tmp_path / "p", shop=shop, south=south)).series["sales-south"].origin
    assert source_text(origin) == (
        "the sum of Sales (Corner shop), sales-shop and Sales (Corner shop), sales-kiosk, from the scorecards below"
    )


MONTHS = [parse_period(f"2025-{month:02d}") for month in range(1, 7)]
FIGURES = st.lists(
    st.dictionaries(st.sampled_from(MONTHS), st.integers(-1000, 1000).map(float), max_size=6), min_size=1, max_size=5
)


@given(FIGURES)
def test_a_sum_is_the_sum_of_what_is_there_and_complete_only_with_everything(below: list[dict[object, float]]) -> None:
    """Whatever figures the scorecards below have, in whatever order they stand."""
    inputs = {
        str(index): tuple(Observation(period, figures[period]) for period in MONTHS if period in figures)
        for index, figures in enumerate(below)
    }
    kpi = Kpi.model_validate({"id": "k", "name": "K", "from_children": {"aggregate": "sum", "kpis": list(inputs)}})
    calendar = Calendar(Frequency.MONTHLY, 1, date(2025, 12, 31))
    merged = rolled_up(kpi, inputs, calendar).observations
    expected = {
        period: (sum(each[period] for each in below if period in each), all(period in each for each in below))
        for period in MONTHS
        if any(period in each for each in below)
    }
    assert {each.period: (each.value, each.complete) for each in merged} == expected
    turned = rolled_up(kpi, dict(reversed(inputs.items())), calendar).observations
    assert [(each.period, each.value, each.complete) for each in turned] == [
        (each.period, each.value, each.complete) for each in merged
    ]
