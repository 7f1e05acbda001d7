"""Defaults of a scorecard: what each KPI takes of them, and where their mistakes are told."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from bsc_site.load.schema import scorecard_schema
from bsc_site.load.scorecards.project_folder import LoadedProject
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.problem import Finding
from tests.builders.project_folders import HEAD, lines, loaded_from

DEFAULTS = """\
defaults:
  frequency: yearly
  scoring: percent_of_target
  source: {file: "data/{id}.csv", value: Value, period: Year, where: {Area: Total, name: "{name}"}}
"""


def loaded(tmp_path: Path, kpis: str, defaults: str = DEFAULTS) -> LoadedProject:
    return loaded_from(tmp_path, {"corporate.yml": HEAD + defaults + f"kpis:\n{kpis}"})


def taken(tmp_path: Path, kpi: str, defaults: str = DEFAULTS) -> Kpi:
    """The first KPI of a scorecard without a mistake."""
    project = loaded(tmp_path, f"  - {{id: a1, name: One, {kpi}}}\n  - {{id: b, name: B, source: null}}\n", defaults)
    assert lines(project) == []
    assert project.project is not None
    return project.project.kpis["a1"]


def test_a_kpi_takes_what_it_does_not_say_with_its_id_and_its_name_in_place(tmp_path: Path) -> None:
    kpi = taken(tmp_path, "direction: lower")
    assert kpi.frequency.value == "yearly"
    assert kpi.source is not None
    assert kpi.source.file == "data/a1.csv"
    assert kpi.source.where == {"Area": "Total", "name": "One"}


def test_mappings_are_taken_key_by_key(tmp_path: Path) -> None:
    kpi = taken(tmp_path, "frequency: monthly, scoring: {on_track: 90%}, source: {where: {Sex: F, Area: North}}")
    assert (kpi.frequency.value, kpi.scoring.method.value, kpi.scoring.on_track) == (
        "monthly",
        "percent_of_target",
        0.9,
    )
    assert kpi.source is not None
    assert kpi.source.where == {"Sex": "F", "Area": "North", "name": "One"}


@pytest.mark.parametrize("own", ["formula: b * 2", "source: null"])
def test_a_kpi_with_figures_from_elsewhere_has_no_source(own: str, tmp_path: Path) -> None:
    assert taken(tmp_path, own).source is None


@pytest.mark.parametrize(
    ("own", "gone"),
    [
        ("count: rows", ("value",)),
        ("numerator: a, denominator: b", ("value",)),
        ("columns: {x: 2024}", ("period",)),
        ("at: 2024", ("period",)),
        ("where: null", ("where",)),
    ],
)
def test_what_a_source_says_in_its_own_way_takes_the_default_away(
    own: str, gone: tuple[str, ...], tmp_path: Path
) -> None:
    source = taken(tmp_path, f"source: {{{own}}}").source
    assert source is not None
    assert not any(getattr(source, key) for key in gone)
    assert source.file == "data/a1.csv"


def test_a_source_without_a_file_is_for_kpis_that_name_one(tmp_path: Path) -> None:
    defaults = "defaults: {source: {value: Value}}\n"
    assert taken(tmp_path, "unit: EUR", defaults).source is None
    source = taken(tmp_path, "source: {file: data/a.csv}", defaults).source
    assert source is not None
    assert source.value == "Value"


def test_a_child_does_not_take_over_the_defaults_of_its_parent(tmp_path: Path) -> None:
    child = "id: shop\ntitle: Shop\nparent: corporate\nkpis: [{id: visits, name: Visits}]\n"
    project = loaded_from(tmp_path, {"corporate.yml": HEAD + DEFAULTS, "shop.yml": child}).project
    assert project is not None
    assert project.kpis["visits"].source is None


def test_defaults_of_one_file_hold_for_kpis_of_another_and_keep_their_lines(tmp_path: Path) -> None:
    kpis = "kpis: [{id: a, name: A}]\n"
    project = loaded_from(tmp_path, {"a.yml": HEAD + "defaults:\n  source: {file: data/a.csv}\n", "b.yml": kpis})
    places = [
        str(each.place.file) for each in project.placed([Finding("kpi/a", "source.file", "BSC301", "there is none")])
    ]
    assert places == ["scorecard/b.yml"]


def test_what_several_kpis_have_by_one_default_is_told_once_at_its_line(tmp_path: Path) -> None:
    project = loaded(tmp_path, "  - {id: a, name: A}\n  - {id: b, name: B}\n")
    alike = [Finding(f"kpi/{each}", "source.value", "BSC307", "there is no column 'Value'") for each in ("a", "b")]
    assert [str(each) for each in project.placed(alike)] == [
        "scorecard/corporate.yml:6:35: BSC307 error defaults.source.value: there is no column 'Value'"
    ]
    (alone,) = project.placed(alike[:1])
    assert str(alone).startswith(
        "scorecard/corporate.yml:8:5: BSC307 error kpis[0]: there is no column 'Value'; the KPI"
    )


def test_the_schema_knows_defaults_and_requires_nothing_in_them() -> None:
    validator = jsonschema.Draft202012Validator(scorecard_schema())

    def valid(text: str) -> bool:
        return validator.is_valid(read_marked(text.encode(), "a.yml").value)

    assert valid("defaults: {source: {period: Month}, benchmark: {year: 2020}, scoring: pace}\n")
    assert valid("kpis: [{id: a, name: A, owner: null, tags: null, source: {value: null, file: a}}]\n")
    assert not valid("defaults: {source: {periode: Month}}\n")
    assert not valid("defaults: {id: a}\n")
    assert not valid("defaults: {frequency: often}\n")
