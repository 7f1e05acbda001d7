"""What a source may say of its rows: arithmetic, filters beyond equality, weights, answers, and mended cells."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bsc_site.compute.series.project_series import build_series
from bsc_site.load.readings.project_readings import LoadedReadings
from bsc_site.model.series import Mended, MendedBy
from tests.builders.data_files import load, project_of, told, values

LINES = """Month,Invoice,Quantity,Unit price,Signed,Note,Sex
2024-01,1,2,3.5,2024-01-03,,
2024-01,C1,1,2,2024-01-04,,
2024-02,2,-4,x,2024-02-03,sold,M
2024-02,3,5,2,2024-02-29,,F
2024-03,4,bad,1,2024-03-01,,
"""
ANY = {"not": ""}
ONE = {"2024-01": 2}
SOUND = {"not": ["C*", "4", "2"]}


def _read(root: Path, content: str = LINES, aggregate: str = "sum", **source: Any) -> LoadedReadings:
    kpi = {"id": "k", "aggregate": aggregate, "source": {"file": "data/a.csv", "period": "Month", **source}}
    return load(root, {"data/a.csv": content}, kpi)


def _found(root: Path, content: str = LINES, aggregate: str = "sum", **source: Any) -> dict[str, Any]:
    loaded = _read(root, content, aggregate, **source)
    assert told(loaded) == []
    return values(loaded, "k")


def test_a_row_is_computed_and_only_rows_of_the_kpi_are_asked(tmp_path: Path) -> None:
    found = _found(tmp_path, value="Quantity * Unit price", where={"Invoice": SOUND})
    assert found == {"2024-01": 7, "2024-02": 10}


def test_an_operand_that_is_no_number_is_told_in_its_own_cell(tmp_path: Path) -> None:
    (line,) = told(_read(tmp_path, value="Quantity * `Unit price`", where={"Invoice": [2, 3]}))
    assert line.startswith("data/a.csv:4:4: BSC309 error: 'x' is not a number")


def test_an_empty_operand_is_no_zero(tmp_path: Path) -> None:
    assert _found(tmp_path, "Month,a,b\n2024-01,2,\n2024-02,2,3\n", value="a * b") == {"2024-02": 6}


def test_a_division_by_zero_has_its_row(tmp_path: Path) -> None:
    content = "Month,a,b\n2024-01,2,0\n2024-02,6,3\n"
    (line,) = told(_read(tmp_path, content, value="a / b"))
    assert line.startswith("data/a.csv:2:2: BSC387 error: `a / b` divides by zero in this row; leave such rows out")
    assert _found(tmp_path, content, value="if(b == 0, 0, a / b)") == {"2024-01": 0, "2024-02": 2}
    assert _found(tmp_path, content, value="a / b", where={"b": {"above": 0}}) == {"2024-02": 2}


def test_a_heading_with_a_sign_in_it_is_a_column(tmp_path: Path) -> None:
    content = "Month,a,b,a - b\n2024-01,5,2,77\n"
    assert _found(tmp_path, content, value="a - b") == {"2024-01": 77}
    assert _found(tmp_path, content, value="`a` - b") == {"2024-01": 3}
    (line,) = told(_read(tmp_path, content, value="(a - b) * 2"))
    assert "kpi/k source.value: BSC386 data/a.csv: 'a - b' at position 2 is a column and can also be read as" in line


@pytest.mark.parametrize(
    ("arithmetic", "code", "words"),
    [
        ("Quantiti * 2", "BSC307", "there is no column 'Quantiti'; did you mean 'Quantity'?"),
        ("Quantity * 2 +", "BSC386", "ends at position 15 where a figure is missing"),
        ("Quantity * `Unit", "BSC386", "the name that begins with ` at position 12 is never closed"),
    ],
)
def test_arithmetic_that_cannot_be_read_is_told_at_its_key(
    tmp_path: Path, arithmetic: str, code: str, words: str
) -> None:
    (line,) = told(_read(tmp_path, value=arithmetic))
    assert line.startswith(f"kpi/k source.value: {code} data/a.csv: ")
    assert words in line


def test_operands_are_read_by_the_marks_of_their_column(tmp_path: Path) -> None:
    content = 'Month,a,b\n2024-01,"1.234,5",€ 2\n2024-02,"1,25","€ 3,50"\n'
    assert _found(tmp_path, content, value="a * b") == {"2024-01": 2469, "2024-02": 4.375}


def test_sides_of_a_ratio_and_targets_are_computed_too(tmp_path: Path) -> None:
    content = "Month,a,b\n2024-01,2,4\n"
    source = {"file": "data/a.csv", "period": "Month", "numerator": "a * 2", "denominator": "a + b"}
    loaded = load(tmp_path, {"data/a.csv": content}, {"id": "k", "source": source})
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": (4, 6)})
    (row,) = _read(tmp_path, content, value="a", target="b * 10").readings["k"].rows
    assert row.target == 40


@pytest.mark.parametrize(
    ("where", "months"),
    [
        ({"Invoice": {"not": "C*"}, "Quantity": {"above": 0}, "Signed": {"to": "2024-01"}}, {"2024-01": 2}),
        ({"Invoice": {"not": ["C*", "2", "4"]}}, {"2024-01": 2, "2024-02": 5}),
        ({"Invoice": {"like": "c*"}}, {"2024-01": 1}),
        ({"Invoice": {"in": [1, 2]}, "Note": "empty"}, {"2024-01": 2}),
        ({"Signed": {"from": "2024-02-04", "to": "2024-02-29"}}, {"2024-02": 5}),
        ({"Note": {"not": "empty"}}, {"2024-02": -4}),
        ({"Unit price": {"at_least": 2, "below": 3.5}, "Invoice": {"not": "2"}}, {"2024-01": 1, "2024-02": 5}),
        ({"Unit price": {"at_most": 2}, "Invoice": {"in": ["C1"]}}, {"2024-01": 1}),
        ({"Invoice": {"not": [4, 2, "C1"]}, "Unit price": {"above": 0}, "rest": "empty", "Signed": ANY}, ONE),
    ],
)  # fmt: skip
def test_a_filter_asks_for_more_than_texts(tmp_path: Path, where: dict[str, Any], months: dict[str, float]) -> None:
    assert _found(tmp_path, value="Quantity", where=where) == months


def test_a_cell_that_cannot_be_compared_is_told_where_all_else_fits(tmp_path: Path) -> None:
    (line,) = told(_read(tmp_path, value="Quantity", where={"Quantity": {"above": 0}}))
    assert line.startswith("data/a.csv:6:3: BSC390 error: the filter compares 'Quantity', but 'bad' is not a number")
    assert _found(tmp_path, value="Quantity", where={"Quantity": {"above": 0}, "Invoice": {"not": 4}}) != {}


def test_a_plain_text_with_a_star_is_itself(tmp_path: Path) -> None:
    content = "Month,s,v\n2024-01,A*,1\n2024-02,AB,2\n"
    assert _found(tmp_path, content, value="v", where={"s": "A*"}) == {"2024-01": 1}
    assert _found(tmp_path, content, value="v", where={"s": {"not": "A*"}}) == {"2024-02": 2}
    assert _found(tmp_path, content, value="v", where={"s": {"like": "A*"}}) == {"2024-01": 1, "2024-02": 2}


def test_the_word_empty_in_a_column_is_asked_about(tmp_path: Path) -> None:
    (line,) = told(_read(tmp_path, "Month,n,v\n2024-01,empty,1\n2024-02,,2\n", value="v", where={"n": "empty"}))
    assert "BSC390 data/a.csv: 'n' has empty cells and cells that say 'empty'; write `n: [empty]` for the word" in line
    content = "Month,n,v\n2024-01,empty,1\n2024-02,x,2\n"
    assert _found(tmp_path, content, value="v", where={"n": "empty"}) == {"2024-01": 1}


def test_a_filter_that_leaves_no_row_names_the_condition_that_takes_the_last(tmp_path: Path) -> None:
    *_, line = told(_read(tmp_path, value="Quantity", where={"Invoice": "C*"}))
    assert line.endswith("passes the filter with a figure; 'Invoice' is 1, 2, 3, 4 or C1 there")
    *_, line = told(_read(tmp_path, value="Quantity", where={"Invoice": {"like": "C*"}, "Note": "sold"}))
    assert line.endswith("; 'Note' is empty in the rows that meet the conditions before")


ANSWERS = {"0-6": -100, "7-8": 0, "9-10": 100}


def test_answers_stand_for_figures(tmp_path: Path) -> None:
    content = "Month,a\n2024-01,9\n2024-02,7.0\n2024-03,0\n2024-04,\n2024-05,yes\n"
    (line,) = told(_read(tmp_path, content, value="a", map=ANSWERS))
    assert line.startswith("data/a.csv:6:2: BSC391 error: 'yes' is no answer of `map`; add it with its figure there")
    found = _found(tmp_path, content, value="a", map={**ANSWERS, "Yes": 1})
    assert found == {"2024-01": 100, "2024-02": 0, "2024-03": -100, "2024-05": 1}
    assert _found(tmp_path, content, value="a", map={9: 1, "rest": 0})["2024-05"] == 0


def test_a_figure_without_a_weight_is_told(tmp_path: Path) -> None:
    content = "Month,v,w\n2024-01,1,2\n2024-01,3,\n2024-02,,5\n"
    (line,) = told(_read(tmp_path, content, "mean", value="v", weight="w"))
    assert (
        line
        == "data/a.csv:3:3: BSC323 error: the weight is empty, so the figure does not count; write 0 if that is meant"
    )


MENDED = 'Month,v\n2024-01,12k*\n2024-02,Three  quarters\n2024-03,"1,5"\n2024-04,"2,5k"\n2024-05,*7\n'


def test_marks_words_and_endings_are_taken_as_declared_and_listed(tmp_path: Path) -> None:
    clean = {"strip": ["*", "(p)"], "words": {"three quarters": 0.75}, "suffixes": {"k": 1e3, "tk": 1e6}}
    loaded = _read(tmp_path, MENDED, value="v", clean=clean)
    assert told(loaded) == []
    assert list(values(loaded, "k").values()) == [12000, 0.75, 1.5, 2500, 7]
    listed = [(each.by, each.what, each.rows, each.place.line) for each in loaded.readings["k"].corrections]
    assert listed == [
        (MendedBy.SUFFIXES, "k", 2, 2),
        (MendedBy.WORDS, "Three  quarters", 1, 3),
        (MendedBy.STRIP, "*", 1, 6),
    ]


def _correction(**more: Any) -> dict[str, Any]:
    return {"row": 3, "column": "Month", "was": "20x4-02", "value": "2024-02", "because": "a slip", **more}


SLIP = "Month,v\n2024-01,12\n20x4-02,5\n"


def test_a_correction_changes_the_cell_that_it_knows(tmp_path: Path) -> None:
    loaded = _read(tmp_path, SLIP, value="v", correct=[_correction()])
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 12, "2024-02": 5})
    (fact,) = loaded.readings["k"].corrections
    assert fact == Mended(MendedBy.CORRECT, "Month", "", 1, "20x4-02", "2024-02", fact.place, "a slip")


@pytest.mark.parametrize(
    ("more", "key", "words"),
    [
        ({"was": "2034-02"}, "was", "row 3 of data/a.csv has '20x4-02' in 'Month', not '2034-02', so nothing"),
        ({"row": 9}, "row", "data/a.csv has no row 9 in its table"),
        ({"column": "Monat"}, "column", "there is no column 'Monat'; did you mean 'Month'?"),
    ],
)  # fmt: skip
def test_a_correction_that_does_not_fit_says_what_stands_there(
    tmp_path: Path, more: dict[str, Any], key: str, words: str
) -> None:
    found = [line for line in told(_read(tmp_path, SLIP, value="v", correct=[_correction(**more)])) if "BSC388" in line]
    (line,) = found
    assert line.startswith(f"kpi/k source.correct[0].{key}: BSC388 ")
    assert words in line


def test_figures_that_cannot_be_read_are_gaps_where_that_is_said(tmp_path: Path) -> None:
    content = "Month,v,w\n2024-01,1,1\n2024-02,n.y.a.,1\n2024-03,n.y.a.,1\n2024-04,soon,1\n"
    loaded = _read(tmp_path, content, value="v", unreadable="gap")
    assert values(loaded, "k") == {"2024-01": 1}
    (line,) = told(loaded)
    assert line.startswith("data/a.csv:3:2: BSC389 warning: 3 figures cannot be read and are left out")
    assert line.endswith("'n.y.a.' (2), 'soon' (1)")
    listed = [(each.by, each.was, each.rows) for each in loaded.readings["k"].corrections]
    assert listed == [(MendedBy.UNREADABLE, "n.y.a.", 2), (MendedBy.UNREADABLE, "soon", 1)]
    assert _read(tmp_path, content, value="v * w", unreadable="gap").sound


def _series(root: Path, content: str, **kpi: Any) -> dict[str, float]:
    source = {"file": "data/a.csv", "period": "Date", **kpi.pop("source")}
    declared = {"id": "k", **kpi, "source": source}
    loaded = load(root, {"data/a.csv": content}, declared)
    assert told(loaded) == []
    built = build_series(project_of(declared), loaded.readings, date(2025, 12, 31)).series["k"]
    return {str(each.period): each.value for each in built.observations}


def test_counts_within_the_year_are_computed_in_a_row(tmp_path: Path) -> None:
    content = "Date,sold,back\n2024-11,90,10\n2024-12,100,12\n2025-01,9,1\n2025-02,20,2\n"
    found = _series(tmp_path, content, cumulative="year", source={"value": "sold - back"})
    assert found == {"2024-12": 8, "2025-01": 8, "2025-02": 10}


def test_the_newest_row_of_a_day_is_computed(tmp_path: Path) -> None:
    content = "Date,stock,broken\n2024-01-31 09:00:00,10,1\n2024-01-31 18:00:00,8,2\n2024-02-29 07:00:00,7,0\n"
    found = _series(tmp_path, content, aggregate="last", source={"value": "stock - broken"})
    assert found == {"2024-01": 6, "2024-02": 7}


def test_different_texts_of_a_longer_period_are_counted_anew(tmp_path: Path) -> None:
    content = "Date,who\n2024-01-03,a\n2024-02-03,a\n2024-02-04,b\n2024-04-01,\n2024-07-01,c\n"
    source = {"count": {"distinct": "who"}}
    months = _series(tmp_path / "m", content, source=source)
    assert {month: value for month, value in months.items() if value} == {"2024-01": 1, "2024-02": 2, "2024-07": 1}
    assert _series(tmp_path / "q", content, frequency="quarterly", source=source) == {
        "2024-Q1": 2,
        "2024-Q2": 0,
        "2024-Q3": 1,
    }


def test_a_mean_counts_each_figure_by_its_weight(tmp_path: Path) -> None:
    content = "Date,wait,people\n2024-01-03,10,1\n2024-01-09,20,3\n2024-02-01,5,0\n"
    found = _series(tmp_path, content, aggregate="mean", source={"value": "wait", "weight": "people"})
    assert found == {"2024-01": 17.5}


def test_periods_without_a_window_before_them_are_left_empty(tmp_path: Path) -> None:
    content = "Date,who\n2024-01-15,a\n2024-02-20,a\n2024-03-01,b\n2024-03-16,a\n2024-03-17,c\n2024-04-20,c\n"
    rate = {"repeat_rate": {"customer": "who", "window": "1 month"}}
    found = _series(tmp_path, content, unit="%", source=rate)
    assert found == {"2024-03": pytest.approx(100 / 3), "2024-04": 0}


def test_a_computed_figure_has_the_place_of_its_first_operand(tmp_path: Path) -> None:
    content = "Month,a,b\n2024-01,1,2\n2024-01,3,4\n"
    kpi = {"id": "k", "source": {"file": "data/a.csv", "period": "Month", "value": "b * a"}}
    (line,) = told(load(tmp_path, {"data/a.csv": content}, kpi))
    assert line.startswith("data/a.csv:3:2: BSC313 error: a second figure of 'k' for 2024-01: 12, but 2 in row 2")


def test_a_file_shorter_than_the_window_says_so(tmp_path: Path) -> None:
    rate = {"repeat_rate": {"customer": "v", "window": "12 months"}}
    source = {"file": "data/a.csv", "period": "Month", **rate}
    (line,) = told(load(tmp_path, {"data/a.csv": "Month,v\n2024-01,a\n2024-02,a\n"}, {"id": "k", "source": source}))
    assert line.startswith("kpi/k source.repeat_rate.window: BSC318 the file does not hold 12 months")


def test_columns_that_other_kpis_compute_are_none_of_the_file(tmp_path: Path) -> None:
    content = "Month,a,b\n2024-01,1,2\n"
    kpis = [
        {"id": key, "aggregate": "sum", "source": {"file": "data/a.csv", "period": "Month", "value": value}}
        for key, value in (("one", "a * b"), ("two", "a * c"))
    ]
    (line,) = told(load(tmp_path, {"data/a.csv": content}, *kpis))
    assert line.endswith("there is no column 'c'; there are: Month, a, b")


def test_members_of_groups_are_counted_in_each(tmp_path: Path) -> None:
    content = "Month,Region,who\n2024-01-03,North,a\n2024-01-09,South,a\n2024-02-01,South,b\n2024-02-01,North,\n"
    source = {"file": "data/a.csv", "period": "Month", "by": "Region", "count": {"distinct": "who"}}
    loaded = load(tmp_path, {"data/a.csv": content}, {"id": "k", "source": source})
    groups = {each.name: len(each.rows.rows) for each in loaded.readings["k"].groups}
    assert (told(loaded), groups) == ([], {"North": 1, "South": 2})
