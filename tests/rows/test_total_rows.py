"""Totals beside their parts: left out where that is certain, asked for where it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.builders.data_files import load, told, values

AT = {"file": "data/a.csv", "at": "2024", "value": "Amount"}
BY_MONTH = {"file": "data/a.csv", "period": "Month", "value": "Sales"}


def read(root: Path, content: str, source: dict[str, Any], **kpi: Any) -> tuple[list[str], dict[str, Any]]:
    """What is told, and the figures by period."""
    frequency = "yearly" if "at" in source else "monthly"
    kpi = {"id": "k", "aggregate": "sum", "frequency": frequency, "source": source} | kpi
    loaded = load(root, {"data/a.csv": content}, kpi)
    return told(loaded), values(loaded, "k") if loaded.readings else {}


NAMES = [
    "Total",
    "TOTAL",
    "Grand Total",
    "Gesamt",
    "Summe",
    "Total général",
    "All",
    "Totale",
    "Insgesamt:",
    "合計",
    "Итого",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_row_that_is_called_a_total_and_is_one_is_left_out_with_a_note(tmp_path: Path, name: str) -> None:
    lines, figures = read(tmp_path, f"Label,Amount\nHotels,10\nRail,20\n{name},30\n", AT)
    assert lines == [f"data/a.csv:4:0: BSC338 note: the row '{name}' is the sum of the others and left out"]
    assert figures == {"2024": 30}


@pytest.mark.parametrize("name", ["North Total", "Total North", "All regions", "Nord Ergebnis", "Total Nord"])
def test_a_longer_name_is_that_of_a_total_where_the_sum_agrees(tmp_path: Path, name: str) -> None:
    content = f"Label,Amount\nHotels,10\nRail,20\n{name},{{}}\n"
    assert read(tmp_path, content.format(30), AT)[1] == {"2024": 30}
    assert read(tmp_path, content.format(31), AT) == ([], {"2024": 61})


@pytest.mark.parametrize("name", ["TotalEnergies", "Sumitomo", "Allianz", "Gesamtschule", "Summer"])
def test_names_that_begin_like_a_total_are_rows(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, f"Label,Amount\nHotels,10\nRail,20\n{name},30\n", AT) == ([], {"2024": 60})


def test_a_total_that_is_not_the_sum_is_asked_for(tmp_path: Path) -> None:
    content = "Label,Amount\nHotels,10\nRail,20\nTotal,47\n"
    lines, _ = read(tmp_path, content, AT)
    wrong = "the row 'Total' has 47, and the others of 2024 come to 30; declare in the source `totals: left out` if it"
    more = "is their total all the same, `totals: counted` if it is a row like any other"
    assert lines == [f"data/a.csv:4:0: BSC339 error: {wrong} {more}"]
    assert read(tmp_path, content, AT | {"totals": "left out"}) == ([], {"2024": 30})
    assert read(tmp_path, content, AT | {"totals": "counted"}) == ([], {"2024": 77})


def test_a_total_of_rounded_parts_is_one(tmp_path: Path) -> None:
    assert read(tmp_path, "Label,Amount\na,1033.3\nb,1033.3\nc,1033.3\nTotal,3100.0\n", AT)[1] == {
        "2024": pytest.approx(3099.9)
    }


def test_subtotals_and_the_total_of_all_are_left_out(tmp_path: Path) -> None:
    content = "Region,Shop,Amount\nN,a,1\nN,b,2\nN Total,,3\nS,c,4\nS,d,5\nS Total,,9\nGrand total,,12\n"
    lines, figures = read(tmp_path, content, AT)
    assert (len(lines), figures) == (3, {"2024": 12})


def test_totals_of_each_month_are_left_out(tmp_path: Path) -> None:
    content = "Month,Region,Sales\n" + "".join(
        f"2024-0{m},N,{m}\n2024-0{m},S,5\n2024-0{m},Total,{m + 5}\n" for m in (1, 2)
    )
    lines, figures = read(tmp_path, content, BY_MONTH)
    assert (len(lines), figures) == (2, {"2024-01": 6, "2024-02": 7})


def test_a_total_that_a_filter_names_is_the_row_that_is_wanted(tmp_path: Path) -> None:
    content = "Month,Region,Sales\n2024-01,N,1\n2024-01,S,5\n2024-01,Total,6\n"
    assert read(tmp_path, content, BY_MONTH | {"where": {"Region": "Total"}}) == ([], {"2024-01": 6})


def test_a_column_that_says_total_throughout_is_no_column_of_totals(tmp_path: Path) -> None:
    content = "Month,Sex,Sales\n2024-01,Total,1\n2024-01,Total,5\n2024-02,Total,6\n"
    assert read(tmp_path, content, BY_MONTH) == ([], {"2024-01": 6, "2024-02": 6})


def test_a_category_called_all_that_is_smaller_than_others_is_a_row(tmp_path: Path) -> None:
    content = "Month,Audience,Posts\n2024-01,All,1\n2024-01,Staff,5\n2024-01,Board,2\n"
    assert read(tmp_path, content, BY_MONTH | {"value": "Posts"}) == ([], {"2024-01": 8})


def test_a_mean_is_not_taken_over_a_total(tmp_path: Path) -> None:
    content = "Label,Amount\nHotels,10\nRail,20\nTotal,30\n"
    assert read(tmp_path, content, AT, aggregate="mean")[0][0].startswith("data/a.csv:4:0: BSC338 note")


def test_columns_of_periods_have_their_total_row_left_out(tmp_path: Path) -> None:
    content = "Region,Jan 2024,Feb 2024\nNorth,10,11\nSouth,20,21\nTotal,30,32\n"
    lines, figures = read(tmp_path, content, {"file": "data/a.csv"})
    assert (len(lines), figures) == (1, {"2024-01": 30, "2024-02": 32})


@pytest.mark.parametrize("last", ["Total,33", ",33", "Summe,33"])
@pytest.mark.parametrize("aggregate", ["sum", None])
def test_a_total_in_the_column_of_periods_is_left_out(tmp_path: Path, last: str, aggregate: str | None) -> None:
    content = f"Month,Sales\n2024-01,10\n2024-02,11\n2024-03,12\n{last}\n"
    lines, figures = read(tmp_path, content, BY_MONTH, aggregate=aggregate)
    assert [line.split(":")[1] for line in lines] == ["5"]
    assert "BSC338 note" in lines[0]
    assert figures == {"2024-01": 10, "2024-02": 11, "2024-03": 12}


@pytest.mark.parametrize("last", ["Total,34", ",34", "YTD,33", "Average,11"])
def test_a_row_without_a_period_that_is_no_sum_is_a_problem(tmp_path: Path, last: str) -> None:
    content = f"Month,Sales\n2024-01,10\n2024-02,11\n2024-03,12\n{last}\n"
    (line,) = read(tmp_path, content, BY_MONTH)[0]
    assert "error" in line


def test_a_row_that_is_the_sum_of_the_others_in_each_period_is_asked_for(tmp_path: Path) -> None:
    rows = ((1, 7, 3), (2, 5, 8), (3, 2, 9), (4, 6, 1))
    content = "Month,Area,Sales\n" + "".join(
        f"2024-0{m},{area},{value}\n" for m, *v in rows for area, value in (("DE", v[0]), ("FR", v[1]), ("EU", sum(v)))
    )
    lines, _ = read(tmp_path, content, BY_MONTH)
    wrong = "10 is the sum of the other rows of 2024-01, as one is in each of the 4 periods; declare in the source"
    more = "`totals: left out` if it is their total, `totals: counted` if it is a row like any other"
    assert lines == [f"data/a.csv:4:0: BSC339 error: {wrong} {more}"]
    assert read(tmp_path, content, BY_MONTH | {"totals": "left out"})[1]["2024-01"] == 10
    assert read(tmp_path, content, BY_MONTH | {"totals": "counted"})[1]["2024-01"] == 20


def test_a_chance_sum_in_one_period_is_none(tmp_path: Path) -> None:
    content = "Month,Area,Sales\n2024-01,a,1\n2024-01,b,2\n2024-01,c,3\n2024-02,a,1\n2024-02,b,2\n2024-02,c,4\n"
    assert read(tmp_path, content, BY_MONTH) == ([], {"2024-01": 6, "2024-02": 7})


def test_rows_that_are_counted_are_rows_whatever_their_words(tmp_path: Path) -> None:
    content = "Month,Title\n2024-01,All That Lives\n2024-01,All change\n2024-01,Total\n"
    source = {"file": "data/a.csv", "period": "Month", "count": "rows"}
    assert read(tmp_path, content, source) == ([], {"2024-01": 3})
