"""The overview of a scorecard is part of the assessment, made of what its audience sees."""
# the names of tests are sentences

from __future__ import annotations

from datetime import date
from typing import Any

from bsc_site.compute.assess import assess
from bsc_site.model.concluded.overview import BenchmarkPosition, ScorecardOverview
from bsc_site.model.declared.cascade import Goal
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.risk_level import RiskLevel, level_of
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation, Series
from bsc_site.model.vocabularies import Method
from bsc_site.render.views.kpi_views.benchmarks_view import POSITIONS

TODAY = date(2025, 7, 10)


def _card(name: str, *kpis: dict[str, Any], **keys: Any) -> Scorecard:
    goal = {"id": f"{name}-goal", "name": "Goal", "kpis": [each["id"] for each in kpis]} | keys.pop("goal", {})
    rows = [{"id": "row", "name": "Row", "objectives": [goal]}]
    return Scorecard.model_validate({"id": name, "title": name, "kpis": kpis, "perspectives": rows} | keys)


def _kpi(name: str, **keys: Any) -> dict[str, Any]:
    return {"id": name, "name": name, "targets": [{"period": "2028-12", "value": 9}]} | keys


TOP = _card("top", _kpi("own"), _kpi("twice", formula="own * 2"), destination={"period": "2028", "text": "There"})
BELOW = _card("below", _kpi("secret", audience="board"), _kpi("open"), parent="top", goal={"supports": ["top-goal"]})


def _overviews(audience: str | None = None) -> dict[str, ScorecardOverview]:
    return dict(assess(Project((TOP, BELOW)), {}, TODAY, audience).overviews)


def test_every_scorecard_has_one() -> None:
    found = _overviews()
    assert list(found) == ["top", "below"]
    assert {each.method for each in found["below"].examples} == set(Method)


def test_the_root_knows_what_is_owed_in_the_whole_project() -> None:
    found = _overviews()
    assert {each.kpi for each in found["top"].roster.duties} == {"own", "secret", "open"}
    assert found["top"].roster.computed == 1
    assert {each.kpi for each in found["below"].roster.duties} == {"secret", "open"}


def test_the_line_of_sight_of_each_objective_is_there() -> None:
    found = _overviews()
    assert found["below"].sights["below-goal"].above == ((Goal("top", "top-goal"),),)
    assert found["top"].sights["top-goal"].below == ((Goal("below", "below-goal"),),)
    assert found["top"].alignment.rows[0].supporters == {"below": ("below-goal",)}


def test_a_course_stands_only_where_there_is_a_destination() -> None:
    found = _overviews()
    assert found["below"].course is None
    assert found["top"].course is not None
    assert str(found["top"].course.then) == "2028"
    assert [(each.kpi, each.then.expected.target) for each in found["top"].course.kpis] == [("own", 9), ("twice", 9)]


def test_it_is_made_of_what_the_audience_sees() -> None:
    assert {each.kpi for each in _overviews("public")["top"].roster.duties} == {"own", "open"}


def test_nobody_is_asked_for_a_figure_that_is_computed_from_what_is_hidden() -> None:
    card = _card(
        "c", _kpi("secret", audience="board"), _kpi("made", formula="secret * 2", audience="public"), _kpi("open")
    )
    roster = assess(Project((card,)), {}, TODAY, "public").overviews["c"].roster
    assert ([each.kpi for each in roster.duties], roster.computed) == (["open"], 1)


def test_the_position_against_a_benchmark_is_known_for_every_kpi_that_has_one() -> None:
    mark = {"low": 20, "high": 40, "source": "S"}
    card = _card("c", _kpi("told", benchmark=mark), _kpi("untold", benchmark=mark), _kpi("alone"))
    period = parse_period("2025-05")
    series = {"told": Series("told", period.frequency, (Observation(period, 41.0),))}
    found = assess(Project((card,)), series, TODAY, None).overviews["c"].benchmarks
    assert found == {"told": BenchmarkPosition.BETTER, "untold": BenchmarkPosition.UNKNOWN}


def test_every_position_and_every_level_has_a_word() -> None:
    assert list(POSITIONS) == list(BenchmarkPosition)
    assert [level_of(number) for number in (25, 15, 14, 10, 9, 5, 4, 1)] == [
        each for each in RiskLevel for _ in range(2)
    ]
