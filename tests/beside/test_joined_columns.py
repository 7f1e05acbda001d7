"""Columns of another table beside the rows: keys that are found, missing, doubled or written in another way."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.problem import Severity
from tests.builders.project_folders import write

VALUES = "id,day,metric_id,val\n1,2026-01,17,3\n2,2026-01,18,4\n3,2026-02,17,5\n"
METRICS = "id,name,target\n17,Potholes,10\n18,Lights,20\n"
JOIN = "join: {file: data/metrics.csv, on: {metric_id: id}}"
SOURCE = "file: data/values.csv, period: day, value: val"


def read(
    folder: Path, source: str, values: str = VALUES, metrics: str = METRICS, kpi: str = ""
) -> tuple[dict[str, float | None], list[str]]:
    """Figures by period, and every error."""
    files = {"data/values.csv": values, "data/metrics.csv": metrics}
    scorecard = f"id: c\ntitle: C\nkpis:\n  - {{id: k, name: K, source: {{{source}}}{kpi}}}\n"
    write(folder, {"scorecard/c.yml": scorecard, **files})
    loaded = load_project(folder)
    assert loaded.project is not None, [str(each) for each in loaded.problems]
    found = load_readings(folder, loaded.project)
    problems = (*found.problems, *loaded.placed(found.findings))
    told = [str(each) for each in problems if each.severity is Severity.ERROR]
    rows = found.readings["k"].rows if "k" in found.readings else ()
    return {str(each.period): each.value for each in rows}, told


def test_a_filter_may_name_a_column_of_the_other_table(tmp_path: Path) -> None:
    assert read(tmp_path, f"{SOURCE}, where: {{name: Potholes}}, {JOIN}") == ({"2026-01": 3, "2026-02": 5}, [])


def test_a_target_may_stand_in_the_other_table(tmp_path: Path) -> None:
    found, told = read(tmp_path, f"{SOURCE}, target: target, where: {{name: Lights}}, {JOIN}")
    assert (found, told) == ({"2026-01": 4}, [])


def test_a_heading_that_both_have_is_called_by_its_file(tmp_path: Path) -> None:
    metrics = "code,day,val\n17,work,1\n18,rest,2\n"
    join = "join: {file: data/metrics.csv, on: {metric_id: code}}"
    assert read(tmp_path, f"{SOURCE}, where: {{metrics.day: rest}}, {join}", metrics=metrics)[0] == {"2026-01": 4}
    prefixed = join.replace("on:", "prefix: 'their ', on:")
    assert read(tmp_path, f"{SOURCE}, where: {{their day: rest}}, {prefixed}", metrics=metrics)[0] == {"2026-01": 4}


def test_several_tables_by_several_columns(tmp_path: Path) -> None:
    metrics = "metric_id,day,kind\n17,2026-01,a\n17,2026-02,b\n18,2026-01,b\n"
    one = "file: data/metrics.csv, on: [metric_id, day]"
    join = f"join: [{{{one}}}, {{{one}, prefix: x}}]"
    found, told = read(tmp_path, f"{SOURCE}, where: {{kind: b, xkind: b}}, {join}", metrics=metrics)
    assert (found, told) == ({"2026-02": 5, "2026-01": 4}, [])


@pytest.mark.parametrize(("own", "theirs"), [("ab", "AB"), ("a  b", "a b"), ("17", "17.0"), (" x ", "x")])
def test_keys_may_differ_in_case_blanks_and_kind(own: str, theirs: str, tmp_path: Path) -> None:
    values = f"day,metric_id,val\n2026-01,{own},3\n"
    metrics = f'[{{"id": {theirs if theirs[0].isdigit() else chr(34) + theirs + chr(34)}, "name": "N"}}]'
    write(tmp_path, {"data/m.json": metrics})
    join = JOIN.replace("metrics.csv", "m.json")
    assert read(tmp_path, f"{SOURCE}, where: {{name: N}}, {join}", values) == ({"2026-01": 3}, [])


def test_case_makes_a_difference_where_it_is_declared_to(tmp_path: Path) -> None:
    values, metrics = "day,metric_id,val\n2026-01,ab,3\n", "id,name\nAB,N\n"
    told = read(tmp_path, f"{SOURCE}, where: {{name: N}}, case_sensitive: true, {JOIN}", values, metrics)[1]
    assert told[0].startswith("data/values.csv:2:2: BSC344 error: data/metrics.csv has no row for 'ab'")


def test_a_key_without_partner_is_told_once_at_its_first_row(tmp_path: Path) -> None:
    values = VALUES + "4,2026-03,19,7\n5,2026-04,19,8\n6,2026-05,,9\n"
    found, told = read(tmp_path, f"{SOURCE}, where: {{name: Potholes}}, {JOIN}", values)
    assert found == {"2026-01": 3, "2026-02": 5}
    (line,) = told
    assert line.startswith("data/values.csv:5:3: BSC344 error: data/metrics.csv has no row for '19'; add one, correct")


def test_rows_without_partner_are_empty_where_that_is_declared(tmp_path: Path) -> None:
    values = VALUES + "4,2026-03,19,7\n"
    join = JOIN.replace("on:", "unmatched: empty, on:")
    assert read(tmp_path, f"{SOURCE}, where: {{name: ''}}, {join}", values) == ({"2026-03": 7}, [])


def test_partners_that_differ_are_a_problem_and_those_alike_are_none(tmp_path: Path) -> None:
    twice = METRICS + "17,Potholes,10\n"
    assert read(tmp_path, f"{SOURCE}, where: {{name: Potholes}}, {JOIN}", metrics=twice)[1] == []
    told = read(tmp_path, f"{SOURCE}, where: {{name: Potholes}}, {JOIN}", metrics=twice + "17,Holes,10\n")[1]
    assert told[0].startswith("data/values.csv:2:3: BSC345 error: data/metrics.csv has several rows for '17', in lines")


@pytest.mark.parametrize(
    ("join", "line"),
    [
        ("{file: data/metric.csv, on: id}", "source.join.file: data/metric.csv: there is no such file; did you mean"),
        ("{file: data/metrics.csv, on: {metric: id}}", "source.join.on: data/values.csv: there is no column"),
        (
            "{file: data/metrics.csv, on: {metric_id: code}}",
            "source.join.on: data/metrics.csv: there is no column",
        ),
    ],
)
def test_what_does_not_fit_is_told_where_it_is_declared(join: str, line: str, tmp_path: Path) -> None:
    told = read(tmp_path, f"{SOURCE}, where: {{name: Potholes}}, join: {join}")[1]
    assert len(told) == 1
    assert f"kpis[0].{line}" in told[0]


def test_the_rows_of_a_query_have_columns_of_another_table_too(tmp_path: Path) -> None:
    query = "query: \"select metric_id, day, sum(val) as total from 'data/values.csv' group by all order by all\""
    found, told = read(tmp_path, f"{query}, period: day, value: total, where: {{name: Potholes}}, {JOIN}")
    assert (found, told) == ({"2026-01": 3, "2026-02": 5}, [])
