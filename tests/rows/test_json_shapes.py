"""The shapes in which JSON holds the same records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders.data_files import load, told, values

KPI = {"id": "k", "source": {"file": "data/a.json", "period": "Month", "value": "Sales"}}
FIGURES = {"2024-01": 1, "2024-02": 2}
RECORDS = [{"Month": "2024-01", "Sales": 1}, {"Month": "2024-02", "Sales": 2}]
SHAPES = {
    "records": json.dumps(RECORDS),
    "lines": "\n".join(map(json.dumps, RECORDS)) + "\n",
    "columns": json.dumps({"Month": ["2024-01", "2024-02"], "Sales": [1, 2]}),
    "columns and data": json.dumps(
        {"columns": ["Month", "Sales"], "index": [0, 1], "data": [["2024-01", 1], ["2024-02", 2]]}
    ),
    "headings and rows": json.dumps([["Month", "Sales"], ["2024-01", 1], ["2024-02", 2]]),
    "objects in objects": json.dumps(
        [{"Month": m, "of": {"Sales": v, "Costs": {"all": 9}}} for m, v in FIGURES.items()]
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_the_same_records_is_read(tmp_path: Path, shape: str) -> None:
    loaded = load(tmp_path, {"data/a.json": SHAPES[shape]}, KPI)
    assert (told(loaded), values(loaded, "k")) == ([], FIGURES)


GROUPS = [{"dept": "A", "rows": RECORDS[:1]}, {"dept": "B", "rows": RECORDS[1:]}]


@pytest.mark.parametrize("records", ["rows", "*/rows"])
def test_the_records_of_groups_are_read_one_group_after_the_other(tmp_path: Path, records: str) -> None:
    loaded = load(tmp_path, {"data/a.json": json.dumps(GROUPS)}, kpi(records=records))
    assert (told(loaded), values(loaded, "k")) == ([], FIGURES)


def test_each_member_of_an_object_is_a_group_with_its_key(tmp_path: Path) -> None:
    """`*` goes through an object as through a list; what its records belong to is their column `key`."""
    groups = {each["dept"]: {"rows": each["rows"]} for each in GROUPS}
    loaded = load(tmp_path, {"data/a.json": json.dumps(groups)}, kpi(records="*/rows"))
    assert (told(loaded), values(loaded, "k")) == ([], FIGURES)
    one = load(tmp_path, {"data/a.json": json.dumps(groups)}, kpi(records="*/rows", where={"key": "B"}))
    assert values(one, "k") == {"2024-02": 2}


def test_what_is_said_of_a_group_is_said_of_its_records(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"data/a.json": json.dumps(GROUPS)}, kpi(records="rows", where={"dept": "B"}))
    assert values(loaded, "k") == {"2024-02": 2}


def test_two_values_of_one_name_keep_the_way_to_them(tmp_path: Path) -> None:
    content = json.dumps([{"Month": "2024-01", "a": {"Sales": 1}, "b": {"Sales": 5}}])
    loaded = load(tmp_path, {"data/a.json": content}, kpi(value="b/Sales"))
    assert values(loaded, "k") == {"2024-01": 5}


REFUSED = {
    '[{"Month": "2024-01", "Sales": 1, "Sales": 2}]': "the key 'Sales' stands twice in one object",
    '{"Month": ["2024-01", "2024-02"], "Sales": [1]}': "there is no list of records at 'the top'",
    '[["Month", "Sales"], ["2024-01"]]': "there is no list of records at 'the top'",
    '{"Month": "2024-01", "Sales": 1}\n{"Month": "2024-02", "Sales": }': "the file is not JSON",
}


@pytest.mark.parametrize("content", REFUSED)
def test_what_could_lose_a_figure_is_refused(tmp_path: Path, content: str) -> None:
    (line, *_) = told(load(tmp_path, {"data/a.json": content}, KPI))
    assert REFUSED[content] in line


def kpi(**source: Any) -> dict[str, Any]:
    """The KPI with other keys of its source."""
    return KPI | {"source": {**KPI["source"], **source}}  # type: ignore[dict-item]  # the source is a dict
