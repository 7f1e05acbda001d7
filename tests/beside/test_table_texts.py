"""Names and descriptions of KPIs that stand in a table of metadata."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import jsonschema
import pytest

from bsc_site.load.schema import scorecard_schema
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.declared.kpi import Kpi
from bsc_site.pipeline import Order, examine
from tests.builders.project_folders import HEAD, write

METADATA = "Code,Title,Definition\n1-1,Poverty,Below the line\n1-2,Water,\n"
NAME = "name: {file: data/metadata.csv, column: Title, where: {Code: '{id}'}}"


def kpis(folder: Path, scorecard: str) -> dict[str, Kpi]:
    write(folder, {"scorecard/c.yml": HEAD + scorecard, "data/metadata.csv": METADATA})
    loaded = load_project(folder)
    assert [str(each) for each in loaded.problems] == []
    assert loaded.project is not None
    return loaded.project.kpis


def test_names_and_descriptions_are_taken_from_the_row_of_each_kpi(tmp_path: Path) -> None:
    description = NAME.replace("name:", "description:").replace("Title", "Definition")
    found = kpis(tmp_path, f"defaults:\n  {NAME}\n  {description}\nkpis: [{{id: 1-1}}, {{id: 1-2}}]\n")
    assert {each.id: (each.name, each.description) for each in found.values()} == {
        "1-1": ("Poverty", "Below the line"),
        "1-2": ("Water", ""),
    }


def test_a_kpi_may_say_its_name_itself_or_where_else_it_stands(tmp_path: Path) -> None:
    own = "{id: b, name: {where: {Code: 1-2}}}"
    found = kpis(tmp_path, f"defaults:\n  {NAME}\nkpis: [{{id: a, name: Own}}, {own}]\n")
    assert {each.id: each.name for each in found.values()} == {"a": "Own", "b": "Water"}


def test_a_file_of_texts_is_not_one_that_no_kpi_uses(tmp_path: Path) -> None:
    kpis(tmp_path, f"defaults:\n  {NAME}\nkpis: [{{id: 1-1, direction: none}}]\n")
    told = [each.code for each in examine(Order(tmp_path, date(2026, 1, 1))).problems]
    assert "BSC319" not in told


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("kpis: [{id: a, name: {file: a.csv, column: T, where: {a: b}}}]\n", True),
        ("kpis: [{id: a, name: A, unit: {file: a.csv, column: T, where: {a: b}}}]\n", True),
        ("defaults: {name: {file: a.csv, column: T, where: {a: b}}}\n", True),
        ("kpis: [{id: a, name: {file: a.csv}}]\n", False),
        ("kpis: [{id: a, name: A, direction: {file: a.csv, column: T, where: {a: b}}}]\n", False),
        ("defaults: {name: A}\n", False),
    ],
)
def test_the_schema_knows_where_texts_may_stand(text: str, valid: bool) -> None:  # noqa: FBT001  # a case
    validator = jsonschema.Draft202012Validator(scorecard_schema())
    assert validator.is_valid(read_marked(text.encode(), "a.yml").value) is valid
