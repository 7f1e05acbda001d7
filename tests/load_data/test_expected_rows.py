"""What a source expects of its rows: each expectation is told of, however often another one does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.builders.data_files import load, told

SOURCE: dict[str, Any] = {"file": "data/a.csv", "period": "m", "value": "v"}


def test_one_expectation_with_many_places_hides_no_other(tmp_path: Path) -> None:
    rows = "".join(f"2024-01,{value},a\n" for value in range(-20, 0))
    expect = {"min": 0, "unique": ["key"], "rows": ">100", "columns": ["else"]}
    kpi = {"id": "k", "aggregate": "sum", "source": {**SOURCE, "expect": expect}}
    lines = told(load(tmp_path, {"data/a.csv": f"m,v,key\n{rows}"}, kpi))
    assert [line.split(" and ")[0] for line in lines[:1]] == ["data/a.csv:0:0: BSC358 error: the source takes 20 rows,"]
    assert sum("lies below 0" in line for line in lines) == 5
    assert sum("same key as row 2" in line for line in lines) == 5
    assert sum(line.endswith("(and 15 more like this)") for line in lines) == 1
    assert sum(line.endswith("(and 14 more like this)") for line in lines) == 1


def test_a_ratio_is_compared_as_it_is_shown(tmp_path: Path) -> None:
    source = {"file": "data/a.csv", "period": "m", "numerator": "n", "denominator": "d", "expect": {"max": 60}}
    kpi = {"id": "k", "unit": "%", "source": source}
    (line,) = told(load(tmp_path, {"data/a.csv": "m,n,d\n2024-01,1,2\n2024-02,3,4\n"}, kpi))
    assert line.startswith(
        "data/a.csv:3:0: BSC358 error: the figure 75 lies above 60, the most that the source expects"
    )


def test_rows_of_another_filter_are_not_looked_at(tmp_path: Path) -> None:
    source = {**SOURCE, "where": {"key": "a"}, "expect": {"max": 5, "rows": 1, "not_null": True}}
    loaded = load(
        tmp_path, {"data/a.csv": "m,v,key\n2024-01,1,a\n2024-01,9,b\n2024-02,,b\n"}, {"id": "k", "source": source}
    )
    assert told(loaded) == []
    assert (loaded.readings["k"].facts.rows.read, loaded.readings["k"].facts.rows.taken) == (3, 1)
