"""The quality of the data: what is found, how many points it is worth, and what of it is published."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bsc_site.compute.worth.worth_of_figures import data_quality_of
from bsc_site.model.concluded.data_quality import DataQuality, QualityPart
from bsc_site.model.declared.sources.gone_figures import Gone
from bsc_site.pipeline import Order, examine
from bsc_site.publish.data_files.api import documents
from bsc_site.wording.provenance.data_quality_text import gone_periods_text, quality_steps, rows_text
from bsc_site.wording.provenance.mended_text import change_of_cell_text, mended_text
from tests.builders.project_folders import write

DAY = date(2025, 7, 5)
PERSON = {"id": "ann", "name": "Ann"}
SOURCE = {"file": "data/a.csv", "period": "month", "value": "v", "where": {"shop": "web"}}


def quality(root: Path, rows: str, expect: dict[str, Any] | None = None, **keys: Any) -> DataQuality:
    """Of a project of one KPI that reads these rows."""
    source = SOURCE | keys | ({"expect": {**expect, "severity": "warning"}} if expect else {})
    kpis = [{"id": "k", "name": "K", "owner": "ann", "source": source}]
    card = {"id": "org", "title": "Org", "people": [PERSON], "kpis": kpis}
    write(root, {"scorecard/a.yml": json.dumps(card), "data/a.csv": f"month,shop,v\n{rows}"})
    found = examine(Order(root, DAY))
    assert found.assessment is not None
    return data_quality_of(found.assessment, found.readings, {"data/a.csv": DAY})


def test_what_cannot_be_looked_at_counts_neither_way(tmp_path: Path) -> None:
    known = quality(tmp_path, "2025-05,web,5\n2025-06,web,6\n2025-06,shop,9\n").kpis["k"]
    assert [each.part for each in known.parts] == [QualityPart.TIMELY, QualityPart.COMPLETE, QualityPart.CLEAN]
    assert (known.score, known.changed, rows_text(known)) == (100, DAY, "2 of 3 rows")


def test_late_and_missing_figures_cost_points(tmp_path: Path) -> None:
    known = quality(tmp_path, "2025-01,web,5\n2025-02,web,\n2025-04,web,6\n").kpis["k"]
    assert (known.figures, known.due) == (2, 5)
    assert quality_steps(known) == (
        "Timely: the latest figure is late, 1.50 of 3 points",
        "Complete: 2 of 5 periods that are due have a figure, 1.20 of 3 points",
        "Clean: 3 of 3 rows are read as they stand, 1 of 1 point",
        "3.70 of 7 points: 53 of 100",
    )


def test_expectations_that_do_not_hold_cost_points(tmp_path: Path) -> None:
    known = quality(tmp_path, "2025-05,web,5\n2025-06,web,600\n", {"max": 100, "rows": 2}).kpis["k"]
    assert [(each.key, each.broken) for each in known.expected] == [("max", 1), ("rows", 0)]
    assert known.score == pytest.approx(100 * (3 + 3 + 1 + 1) / 9)


def test_corrections_cost_points_and_cleaning_does_not(tmp_path: Path) -> None:
    correction = {"row": 3, "column": "v", "was": "66", "value": "6", "because": "Ann looked it up"}
    rows = "2025-05,web,*5\n2025-06,web,66\n"
    known = quality(tmp_path, rows, clean={"strip": ["*"]}, correct=[correction]).kpis["k"]
    assert known.corrected == 1
    assert {change_of_cell_text(each): mended_text(each) for each in known.corrections} == {
        "66 → 6": "corrected",
        "*5 → 5": "the mark * is left out",
    }
    assert quality_steps(known)[2] == "Clean: 1 of 2 rows are read as they stand, 0.50 of 1 point"
    assessment = examine(Order(tmp_path, DAY)).assessment
    assert assessment is not None
    document = json.loads(documents(assessment, ())["api/v1/data-quality.json"])
    told = {each["by"]: (each["was"], each["line"], each["because"]) for each in document["kpis"][0]["corrections"]}
    assert told == {"correct": ("66", 3, "Ann looked it up"), "strip": ("*5", 2, "")}


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"period": "2024-03"}, "Mar 2024"),
        ({"from": "2023-01", "to": "2023-12"}, "Jan 2023 to Dec 2023"),
        ({"to": "2023-11"}, "up to Nov 2023"),
        ({"from": 2024}, "from 2024 on"),
        ({}, "whichever the file holds no more"),
    ],
)
def test_what_is_gone_on_purpose_is_told_by_its_periods(entry: dict[str, Any], told: str) -> None:
    assert gone_periods_text(Gone.model_validate({**entry, "because": "a"})) == told


def test_files_and_people_have_the_mean_of_their_kpis(tmp_path: Path) -> None:
    known = quality(tmp_path, "2025-01,web,5\n")
    (file,), (person,) = known.sources, known.stewards
    assert (file.file, file.kpis, file.rows, file.score) == ("data/a.csv", ("k",), 1, known.score)
    assert (person.person, person.score) == ("ann", known.score)


def test_it_is_published_as_its_schema_says(tmp_path: Path) -> None:
    known = quality(tmp_path, "2025-05,web,5\n2025-06,web,600\n", {"max": 100})
    assessment = examine(Order(tmp_path, DAY)).assessment
    assert assessment is not None
    files = documents(replace(assessment, quality=known), ())
    schema, document = (json.loads(files[f"api/v1/data-quality{end}"]) for end in (".schema.json", ".json"))
    Draft202012Validator(schema).validate(document)
    (kpi,) = document["kpis"]
    assert (kpi["id"], kpi["rows"], kpi["last_changed"]) == ("k", {"read": 2, "taken": 2, "used": 2}, "2025-07-05")
    assert kpi["expectations"] == [{"key": "max", "bound": "100", "broken": 1}]
