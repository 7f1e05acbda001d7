"""Data files that need no source: their rows or columns name KPIs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bsc_site.load.readings.project_readings import load_readings
from tests.builders.data_files import load, project_of, told, values

K, N = {"id": "k"}, {"id": "n"}

FORMS = {
    "long": "kpi,period,value\nk,2024-01,1\nn,2024-01,3\nk,2024-02,2\n",
    "a column per period": "kpi,name,2024-01,Feb 2024,Total\nk,first,1,2,3\nn,second,3,,3\n",
    "a column per KPI": "period,k,N,remark\n2024-01,1,3,fine\n2024-02,2,,\n",
}


@pytest.mark.parametrize("content", FORMS.values(), ids=FORMS)
def test_every_tidy_form_feeds_the_kpis_it_names(tmp_path: Path, content: str) -> None:
    loaded = load(tmp_path, {"data/all.csv": content}, K, N)
    assert (told(loaded), values(loaded, "k"), values(loaded, "n")) == (
        [],
        {"2024-01": 1, "2024-02": 2},
        {"2024-01": 3},
    )


def test_a_kpi_collects_its_rows_from_several_files(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "data/2023.csv": "kpi,period,value\nk,2023-12,1\n",
        "data/more/2024.csv": "kpi;period;value\nk;2024-01;2\nk;2023-12;1\n",
    }
    loaded = load(tmp_path, files, K)
    assert (told(loaded), values(loaded, "k")) == ([], {"2023-12": 1, "2024-01": 2})
    assert loaded.readings["k"].files == ("data/2023.csv", "data/more/2024.csv")


def test_numerator_denominator_target_and_note_columns_are_read(tmp_path: Path) -> None:
    content = "kpi,period,value,numerator,denominator,target,note\nk,2024-01,,2,4,50,new shop\nn,2024-01,3,,,,\n"
    loaded = load(tmp_path, {"data/a.csv": content}, K, N)
    row = loaded.readings["k"].rows[0]
    assert (row.numerator, row.denominator, row.target, row.note) == (2, 4, 50, "new shop")
    assert values(loaded, "n") == {"2024-01": 3}


def test_states_and_yes_no_are_read_as_scores(tmp_path: Path) -> None:
    kpis: list[dict[str, Any]] = [
        {"id": "s", "scoring": {"method": "states", "states": {"green": 100, "red": 0}}},
        {"id": "y", "unit": "yes/no"},
    ]
    loaded = load(tmp_path, {"data/a.csv": "kpi,period,value\ns,2024-01,Green\ny,2024-01,yes\n"}, *kpis)
    assert (values(loaded, "s"), values(loaded, "y")) == ({"2024-01": 100}, {"2024-01": 1})


def test_formulas_and_kpis_without_direction_need_no_data(tmp_path: Path) -> None:
    loaded = load(tmp_path, {}, {"id": "f", "formula": "k * 2"}, {"id": "d", "direction": "none"})
    assert told(loaded) == []


def test_a_kpi_that_no_file_names_is_said(tmp_path: Path) -> None:
    assert told(load(tmp_path, {}, K)) == [
        "kpi/k : BSC318 no data file names 'k'; add rows `k,<period>,<value>` to a file below data/, or a `source`",
    ]


def test_hidden_files_folders_and_other_files_are_left_alone(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "data/.secret.csv": "x",
        "data/~$book.xlsx": "x",
        "data/README.md": "x",
        "data/a.csv": FORMS["long"],
    }
    assert told(load(tmp_path, files, K, N)) == []


def test_a_loop_of_links_and_a_folder_named_like_a_file_are_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "data/b.csv").mkdir(parents=True)
    (tmp_path / "data/loop").symlink_to(tmp_path / "data", target_is_directory=True)
    (tmp_path / "data/self.csv").symlink_to(tmp_path / "data/self.csv")
    loaded = load(tmp_path, {"data/a.csv": FORMS["long"]}, K, N)
    assert [(each.place.file, each.code) for each in loaded.problems] == [("data/self.csv", "BSC303")]


def test_a_link_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("m,v\n2024-01,1\n")
    root = tmp_path / "project"
    (root / "data").mkdir(parents=True)
    (root / "data/a.csv").symlink_to(tmp_path / "secret.csv")
    loaded = load(root, {}, {"id": "k", "source": {"file": "data/a.csv", "period": "m", "value": "v"}})
    outside = "data/a.csv: the file lies outside of the project folder; copy it into data/"
    assert told(loaded) == [f"kpi/k source.file: BSC302 {outside}"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(str.encode)
    | st.text('kpi,eriodvalu\n"; 0123456789-/%.#', max_size=120).map(
        lambda text: b"kpi,period,value\n" + text.encode()
    ),
    st.sampled_from(["a.csv", "a.xlsx", "a.json", "a.parquet"]),
)
def test_any_bytes_are_read_or_told_never_raised(tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / "data").mkdir(exist_ok=True)
    path = tmp_path / "data" / name
    path.write_bytes(content)
    declared = {"file": f"data/{name}", "period": "m", "value": "v"}
    for project in (project_of(K), project_of({"id": "k", "source": declared})):
        loaded = load_readings(tmp_path, project)
        assert loaded.problems or loaded.findings or loaded.readings
    path.unlink()


BY_MONTH = {"file": "data/k.csv", "period": "month", "value": "sales"}


def _beside_july(root: Path, row: str) -> list[str]:
    return told(load(root, {"data/k.csv": f"kpi,period,value\nk,2025-07,41\n{row}\n"}, {"id": "k"}))


@pytest.mark.parametrize(
    "written", ["2025-0943", "2025-09;43", "2025-09|43.5", "2025-09 43", "2025-09:43", "Sep 2025;43"]
)
def test_a_figure_in_the_cell_of_its_period_has_its_line(tmp_path: Path, written: str) -> None:
    (line,) = _beside_july(tmp_path, f"k,{written}")
    assert line.startswith(f"data/k.csv:3:2: BSC356 error: '{written}' is a period and a figure in one cell; write ")


def test_the_line_names_both_halves(tmp_path: Path) -> None:
    (line,) = _beside_july(tmp_path, "k,2025-0943")
    assert line.endswith("write '2025-09' and '43' in two")


@pytest.mark.parametrize("row", ["k,2025-09,", "k,,", "k,Q3 2025,", "k,30/09/2025,", "k,2019 2024,", "k,see note 12,"])
def test_a_row_that_only_lacks_its_figure_is_silent(tmp_path: Path, row: str) -> None:
    assert _beside_july(tmp_path, row) == []


def test_a_row_of_a_source_has_its_line_too(tmp_path: Path) -> None:
    found = told(load(tmp_path, {"data/k.csv": "month,sales\n2025-07,1\n2025-08;2\n"}, {"id": "k", "source": BY_MONTH}))
    assert [each[:24] for each in found] == ["data/k.csv:3:1: BSC356 e"]


@pytest.mark.parametrize(
    "foot", ["Source: Office 2019-2024", "2019-2024", "2019/20 - 2023/24", "Total", "1) preliminary 2024"]
)
def test_what_stands_below_a_table_is_no_lost_figure(tmp_path: Path, foot: str) -> None:
    assert (
        told(load(tmp_path, {"data/k.csv": f"month,sales\n2025-07,1\n{foot},\n"}, {"id": "k", "source": BY_MONTH}))
        == []
    )


ROWS = "k,2025-01,1\nk,2025-02,2\n"


@pytest.mark.parametrize(
    ("headings", "line"),
    [
        ("kpi,perod,value", "1:2: BSC307 error: there is no column 'period'; rename the heading 'perod' to period"),
        ("kpi_id,period,value", "1:1: BSC307 error: there is no column 'kpi'; rename the heading 'kpi_id' to kpi"),
        ("kpi,period,valeu", "1:3: BSC307 error: there is no column 'value'; rename the heading 'valeu' to value"),
    ],
)
def test_a_misspelt_heading_is_one_line_and_no_kpi_is_called_missing(tmp_path: Path, headings: str, line: str) -> None:
    assert told(load(tmp_path, {"data/k.csv": f"{headings}\n{ROWS}"}, {"id": "k"})) == [f"data/k.csv:{line}"]


def test_a_kpi_that_is_misspelt_or_called_by_its_name_is_one_line(tmp_path: Path) -> None:
    sales = {"id": "sales", "name": "Sales of shoes"}
    for text, advice in (
        ("slaes", "did you mean 'sales'?"),
        ("sales OF  shoes", "that is a KPI's name, write its id: 'sales'"),
    ):
        rows = ROWS.replace("k,", f"{text},")
        found = told(load(tmp_path, {"data/k.csv": f"kpi,period,value\n{rows}"}, sales))
        assert found == [f"data/k.csv:2:1: BSC316 error: there is no KPI '{text}'; {advice}"]


def test_no_kpi_is_called_missing_while_a_file_that_may_name_it_cannot_be_read(tmp_path: Path) -> None:
    found = told(load(tmp_path, {"data/k.csv": b"kpi,period,value\nk\xe9,2025-01,1\n"}, {"id": "k"}))
    assert [each[:22] for each in found] == ["data/k.csv:2:0: BSC304"]


@pytest.mark.parametrize(
    "above",
    ["Sales 2025\n", "Sales 2025,,\n\n", "Sales,2025\n\n", "\nSales report\nby shop\n\n", '"Sales, all shops"\n'],
)
def test_a_title_above_the_headings_is_passed_over(tmp_path: Path, above: str) -> None:
    loaded = load(tmp_path, {"data/k.csv": f"{above}kpi,period,value\n{ROWS}"}, {"id": "k"})
    assert (told(loaded), values(loaded, "k")) == ([], {"2025-01": 1, "2025-02": 2})


def test_a_title_hides_no_delimiter(tmp_path: Path) -> None:
    rows = ROWS.replace(",", ";")
    loaded = load(tmp_path, {"data/k.csv": f"Sales report, all shops\nkpi;period;value\n{rows}"}, {"id": "k"})
    assert values(loaded, "k") == {"2025-01": 1, "2025-02": 2}


def test_headings_in_curly_quotes_are_read(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"data/k.csv": f"“kpi”,„period“,«value»\n{ROWS}"}, {"id": "k"})
    assert values(loaded, "k") == {"2025-01": 1, "2025-02": 2}


def test_a_list_of_events_in_one_column_has_no_title(tmp_path: Path) -> None:
    source = {"file": "data/k.csv", "period": "day", "count": "rows"}
    kpi = {"id": "k", "aggregate": "sum", "source": source}
    loaded = load(tmp_path, {"data/k.csv": "day\n2025-01-03\n2025-01-09\n2025-01-10\n"}, kpi)
    assert (told(loaded), sum(each or 0 for each in values(loaded, "k").values() if isinstance(each, float | int))) == (
        [],
        3,
    )


def test_a_dash_in_a_file_of_several_kpis_is_to_be_left_out_as_such_a_file_has_no_source(tmp_path: Path) -> None:
    lines = told(load(tmp_path, {"data/a.csv": "kpi,period,value\nk,2024-01,-\n"}, {"id": "k"}))
    assert lines[0].endswith("'-' is not a number; if it means no value, leave the cell empty; if it means 0, write 0")


@pytest.mark.parametrize(("declared", "asked"), [("Good", False), ("Poor", True)])
def test_a_rating_is_asked_for_until_the_kpi_declares_it_in_the_same_words(
    tmp_path: Path, declared: str, *, asked: bool
) -> None:
    content = "kpi,period,value,rating\nk,2023,1,Good\nk,2024,,Good\n"
    kpi = {"id": "k", "frequency": "yearly", "ratings": [{"period": "2024", "rating": declared}]}
    assert any("BSC168" in line for line in told(load(tmp_path, {"data/a.csv": content}, kpi))) is asked
