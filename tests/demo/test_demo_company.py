"""The demo company shows every part of a scorecard and has no mistake of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml

from bsc_site.load.readings.project_readings import LoadedReadings, load_readings
from bsc_site.load.schema import scorecard_schema
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import Direction, Kind, Method, PathShape, RollUp, SpcMethod

ROOT = Path(__file__).parents[2]
BENCHMARKS = {
    "repeat-rate": ("Statista", 20, 40),
    "average-order-value": ("Shopify", 81.9, 89.7),
    "conversion-rate": ("Google Analytics benchmarking", 2, 4),
    "nps": ("Bain & Company", 30, 50),
    "cart-abandonment": ("Baymard Institute", 60, 80),
}

KEYS = """
id title parent mission vision values horizon fiscal_year_starts currency tolerance status_names
audiences themes value_proposition perspectives question weight objectives owner supports drives
sign lag because via controls kpis unit direction kind frequency aggregate source numerator
denominator baseline targets path scoring thresholds red_flag spc rebase due benchmark audience
initiatives serves start end budget spent progress milestones done people role team reviews on by
analysis recommendation decisions risks likelihood impact response ignore rule formula description
rollup min_coverage review_cadence every within manual_status until incentive depends_on from_children tag tags
kind_of_data method baseline_points states destination strategy purpose formula_in_words updater where records sheet
delimiter decimal thousands encoding comment dates note year low high statuses rated_by ratings rating
gone expect
"""


@pytest.fixture(scope="module")
def project() -> Project:
    loaded = load_project(ROOT)
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.project is not None
    return loaded.project


@pytest.fixture(scope="module")
def readings(project: Project) -> LoadedReadings:
    return load_readings(ROOT, project)


@pytest.fixture(scope="module")
def company(project: Project) -> Scorecard:
    return project.root


def _keys_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield str(key)
            yield from _keys_in(below)
    elif isinstance(value, list):
        for each in value:
            yield from _keys_in(each)


@pytest.fixture(scope="module")
def used() -> frozenset[str]:
    """Every key of the demo's YAML."""
    texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "scorecard").rglob("*.yml"))]
    return frozenset(key for text in texts for key in _keys_in(yaml.load(text, yaml.BaseLoader)))  # noqa: S506  # texts only


def test_the_figures_of_the_demo_have_no_problem(readings: LoadedReadings) -> None:
    assert [str(problem) for problem in readings.problems] == []
    assert readings.findings == ()


def test_every_kpi_that_is_not_made_from_others_has_figures(project: Project, readings: LoadedReadings) -> None:
    own = [kpi.id for kpi in project.kpis.values() if not kpi.formula and not kpi.from_children]
    assert [kpi for kpi in own if not readings.readings[kpi].rows] == []


def test_the_company_has_four_perspectives_from_results_to_foundations(company: Scorecard) -> None:
    assert [row.id for row in company.perspectives] == ["financial", "customer", "internal", "learning"]


def test_the_company_has_a_readable_number_of_objectives(company: Scorecard) -> None:
    assert 12 <= len(company.objectives) <= 16


def test_no_scorecard_declares_more_than_twenty_five_kpis(project: Project) -> None:
    assert all(len(card.kpis) <= 25 for card in project.scorecards)
    assert 25 <= len(project.kpis) <= 30


def test_the_company_has_eight_initiatives_and_twelve_people(company: Scorecard) -> None:
    assert (len(company.initiatives), len(company.people)) == (8, 12)


def test_three_quarters_have_been_reviewed(company: Scorecard) -> None:
    assert {str(review.period) for review in company.reviews} == {"2026-Q1", "2026-Q2", "2026-Q3"}


def test_two_departments_cascade_from_the_company(project: Project) -> None:
    children = {card.id: len(card.objectives) for card in project.scorecards if card.parent == "corporate"}
    assert set(children) == {"marketing", "operations"}
    assert all(3 <= count <= 5 for count in children.values())


def test_each_department_shares_a_kpi_with_the_company(project: Project, company: Scorecard) -> None:
    own = {kpi.id for kpi in company.kpis}
    for card in project.scorecards[1:]:
        assert own & {kpi for objective in card.objectives.values() for kpi in objective.kpis}


def test_every_objective_of_a_department_supports_one_of_the_company(project: Project, company: Scorecard) -> None:
    for card in project.scorecards[1:]:
        for objective in card.objectives.values():
            assert {each.split("/")[1] for each in objective.supports} & set(company.objectives)


def test_every_objective_has_an_owner_a_kpi_and_a_hypothesis_or_an_effect(company: Scorecard) -> None:
    moved = {drive.to for objective in company.objectives.values() for drive in objective.drives}
    for objective in company.objectives.values():
        assert objective.owner
        assert objective.kpis
        assert objective.drives or objective.id in moved


def test_the_map_shows_a_trade_off(company: Scorecard) -> None:
    assert any(drive.sign == "-" for objective in company.objectives.values() for drive in objective.drives)


def test_leading_and_lagging_kpis_are_mixed(project: Project) -> None:
    leading = sum(kpi.kind is Kind.LEADING for kpi in project.kpis.values())
    assert 0.4 <= leading / len(project.kpis) <= 0.7


def test_the_kpis_come_by_week_month_and_quarter(project: Project) -> None:
    assert {kpi.frequency for kpi in project.kpis.values()} == {
        Frequency.WEEKLY,
        Frequency.MONTHLY,
        Frequency.QUARTERLY,
    }


def test_every_direction_is_shown(project: Project) -> None:
    assert {kpi.direction for kpi in project.kpis.values()} == set(Direction)


@pytest.mark.parametrize("method", [Method.PACE, Method.PROGRESS, Method.STATES, Method.YES_NO])
def test_a_method_besides_the_usual_one_is_shown_once(project: Project, method: Method) -> None:
    assert sum(kpi.scoring.method is method for kpi in project.kpis.values()) == 1


@pytest.mark.parametrize(
    "shown",
    [
        lambda kpi: kpi.formula is not None,
        lambda kpi: kpi.source is not None and kpi.source.numerator is not None,
        lambda kpi: kpi.path is PathShape.STEP,
        lambda kpi: kpi.rebase != (),
        lambda kpi: kpi.audience == "staff",
        lambda kpi: kpi.thresholds.red_flag is not None,
        lambda kpi: kpi.from_children is not None,
        lambda kpi: kpi.manual_status is not None,
        lambda kpi: kpi.incentive != "",
        lambda kpi: kpi.kind_of_data == "proportion" and kpi.source is not None and kpi.source.numerator is not None,
        lambda kpi: kpi.spc.method is SpcMethod.NHS and kpi.spc.baseline_points is not None,
    ],
    ids=[
        "formula",
        "ratio",
        "step",
        "rebase",
        "staff only",
        "red flag",
        "rolled up",
        "status by hand",
        "incentive",
        "proportion",
        "baseline of the limits",
    ],
)
def test_a_feature_is_shown_by_some_kpi(project: Project, shown: Callable[[Kpi], bool]) -> None:
    assert any(shown(kpi) for kpi in project.kpis.values())


@pytest.mark.parametrize("kpi", BENCHMARKS)
def test_a_published_benchmark_names_its_source(project: Project, kpi: str) -> None:
    benchmark = project.kpis[kpi].benchmark
    assert benchmark is not None
    assert (benchmark.source, benchmark.low, benchmark.high) == BENCHMARKS[kpi]


def test_no_other_kpi_claims_a_benchmark(project: Project) -> None:
    assert {kpi.id for kpi in project.kpis.values() if kpi.benchmark} == set(BENCHMARKS)


def test_objectives_are_rolled_up_in_three_ways(company: Scorecard) -> None:
    assert {each.rollup for each in company.objectives.values()} == {RollUp.MEAN, RollUp.WORST, RollUp.SELF}


def test_a_weight_changes_with_time(company: Scorecard) -> None:
    dated = [each.weight for each in company.objectives.values() if len(each.weight) > 1]
    assert [[step.value for step in steps] for steps in dated] == [[1, 2]]


def test_the_figures_come_in_many_formats(project: Project) -> None:
    sources = [kpi.source for kpi in project.kpis.values() if kpi.source]
    assert {Path(source.file).suffix for source in sources} == {".csv", ".json", ".xlsx"}
    assert any(source.encoding == "cp1252" and source.decimal == "," for source in sources)


@pytest.mark.parametrize("key", KEYS.split())
def test_every_key_of_the_format_is_used_somewhere(key: str, used: frozenset[str]) -> None:
    assert key in used


@pytest.mark.parametrize("file", sorted((ROOT / "scorecard").rglob("*.yml")), ids=lambda file: file.name)
def test_every_file_tells_editors_where_its_schema_is(file: Path) -> None:
    first = file.read_text().splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    assert (file.parent / found[1]).resolve() == ROOT / "scorecard" / "schema.json"


def test_a_decision_is_open_and_overdue_and_another_is_done(company: Scorecard) -> None:
    decisions = [decision for review in company.reviews for decision in review.decisions]
    assert any(decision.done for decision in decisions)
    assert any(not decision.done and decision.due and str(decision.due) < "2026-10" for decision in decisions)


def _months_of(readings: LoadedReadings, kpi: str) -> list[str]:
    return [str(row.period) for row in readings.readings[kpi].rows if row.value is not None]


def test_the_return_rate_has_a_gap(readings: LoadedReadings) -> None:
    months = _months_of(readings, "return-rate")
    assert "2025-01" in months
    assert "2025-02" not in months
    assert "2025-04" in months


def test_a_source_went_stale_in_july(readings: LoadedReadings) -> None:
    assert max(_months_of(readings, "time-to-shelf")) == "2026-07"


def test_a_revised_value_says_so(readings: LoadedReadings) -> None:
    assert any(row.note.startswith("Revised") for row in readings.readings["return-rate"].rows)


def test_the_packing_line_left_a_step(readings: LoadedReadings) -> None:
    rows = [row.value for row in readings.readings["fulfilment-time"].rows if row.value is not None]
    before, after = rows[11:23], rows[23:35]
    assert sum(before) / 12 - sum(after) / 12 > 7


def test_monthly_figures_reach_over_three_years_up_to_october_2026(readings: LoadedReadings) -> None:
    months = _months_of(readings, "revenue")
    assert len(months) >= 36
    assert max(months) == "2026-10"


def test_the_schema_beside_the_scorecards_is_the_one_that_the_program_prints() -> None:
    """When it is not: `bsc-site schema > scorecard/schema.json`."""
    printed = json.dumps(scorecard_schema(), ensure_ascii=False, indent=2) + "\n"
    assert (ROOT / "scorecard" / "schema.json").read_text(encoding="utf-8") == printed


@pytest.mark.parametrize("file", sorted((ROOT / "scorecard").rglob("*.yml")), ids=lambda file: file.name)
def test_a_public_validator_accepts_every_file(file: Path) -> None:
    content = read_marked(file.read_bytes(), file.name).value
    jsonschema.validate(content, json.loads((ROOT / "scorecard" / "schema.json").read_text(encoding="utf-8")))
