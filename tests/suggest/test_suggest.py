"""`bsc-site suggest`: every kind of file is described so that a build reads what is shown, or asked about."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.builders.program import called
from tests.builders.project_folders import write
from tests.suggest.pasting import CARD, first_ten, read_after_pasting, suggested, suggested_for

MONTHS = "month,orders,returns\n2025-01,200,10\n2025-02,220,11\n2025-03,210,14\n"


def test_each_column_of_figures_is_a_kpi_by_the_column_of_periods(tmp_path: Path) -> None:
    found = suggested(tmp_path, "sales.csv", MONTHS)
    assert found.source("orders") == {"file": "data/sales.csv", "period": "month", "value": "orders"}
    assert [each["frequency"] for each in found.kpis] == ["monthly", "monthly"]
    assert found.shown["returns"] == {"2025-01": 10, "2025-02": 11, "2025-03": 14}
    assert read_after_pasting(found) == found.shown


def test_each_figure_is_shown_with_its_line(tmp_path: Path) -> None:
    found = suggested(tmp_path, "sales.csv", MONTHS)
    assert "#   2025-02  " in found.text
    assert [each["lines"] for each in found.told["tables"][0]["kpis"][0]["figures"]] == [[2], [3], [4]]


def test_the_first_row_of_a_file_without_headings_is_not_lost(tmp_path: Path) -> None:
    """Figures above figures of their shape are no names; years above figures are."""
    found = suggested(tmp_path, "raw.csv", "1997-01-01,5\n1997-02-01,6\n1997-03-01,7\n")
    assert found.source("b") == {"file": "data/raw.csv", "header": "none", "period": "A", "value": "B"}
    assert read_after_pasting(found) == found.shown == {"b": {"1997-01": 5, "1997-02": 6, "1997-03": 7}}
    years = suggested(tmp_path / "years", "wide.csv", "Measure,2023,2024\nSales,1234,2345\nVisits,5678,6789\n")
    assert "header" not in years.source("sales")


def test_a_tidy_file_needs_no_source(tmp_path: Path) -> None:
    found = suggested(
        tmp_path, "figures.csv", "kpi,period,value\nvisits,2025-01,5\nvisits,2025-02,6\nsales,2025-01,7\n"
    )
    assert "no source is needed" in found.text
    assert [(each["id"], "source" in each) for each in found.kpis] == [("visits", False), ("sales", False)]
    assert read_after_pasting(found) == found.shown == {"visits": {"2025-01": 5, "2025-02": 6}, "sales": {"2025-01": 7}}


def test_a_long_file_with_groups_has_a_kpi_for_each(tmp_path: Path) -> None:
    rows = "month,region,sales\n2025-01,North,5\n2025-01,South,6\n2025-02,North,7\n2025-02,South,8\n"
    found = suggested(tmp_path, "sales.csv", rows)
    assert found.source("sales-north")["where"] == {"region": "North"}
    assert read_after_pasting(found) == found.shown
    assert found.shown["sales-south"] == {"2025-01": 6, "2025-02": 8}


def test_many_groups_are_asked_about_and_their_total_is_the_first_answer(tmp_path: Path) -> None:
    names = ["Total", *(f"Town {number}" for number in range(20))]
    rows = [f"2025-{month:02},{name},{month * 10}" for month in range(1, 6) for name in names]
    found = suggested(tmp_path, "towns.csv", "month,town,people\n" + "\n".join(rows) + "\n")
    assert found.choices[0] == ["where: {town: Total}"]
    assert not any("aggregate" in line for choice in found.choices for line in choice)
    assert read_after_pasting(found, ["where: {town: Total}"]) == found.shown
    assert found.shown["people"]["2025-05"] == 50


def test_a_table_with_a_column_for_each_period_has_a_kpi_in_each_row(tmp_path: Path) -> None:
    found = suggested(tmp_path, "wide.csv", "Measure,Unit,2023,2024,2025\nSales,EUR,5,6,7\nVisits,count,8,9,10\n")
    assert found.source("sales") == {"file": "data/wide.csv", "where": {"Measure": "Sales"}}
    assert [(each["unit"], each["frequency"]) for each in found.kpis] == [("EUR", "yearly"), ("count", "yearly")]
    assert read_after_pasting(found) == found.shown
    assert found.shown["visits"] == {"2023": 8, "2024": 9, "2025": 10}


def test_years_down_and_months_across_are_one_kpi(tmp_path: Path) -> None:
    months = "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec"
    rows = "\n".join(f"{year}," + ",".join(str(year - 2000 + month) for month in range(12)) for year in (2023, 2024))
    found = suggested(tmp_path, "grid.csv", f"Year,{months}\n{rows}\n")
    assert [each["source"] for each in found.kpis] == [{"file": "data/grid.csv", "period": "Year"}]
    assert first_ten(read_after_pasting(found)) == found.shown
    assert found.shown["grid"]["2023-02"] == 24


def test_a_list_of_events_is_counted(tmp_path: Path) -> None:
    rows = "happened,kind\n2025-01-03,fall\n2025-01-09,cut\n2025-02-01,fall\n2025-04-05,burn\n"
    found = suggested(tmp_path, "accidents.csv", rows)
    assert found.source("accidents") == {"file": "data/accidents.csv", "period": "happened", "count": "rows"}
    assert read_after_pasting(found) == found.shown
    assert found.shown["accidents"]["2025-01"] == 2


def test_a_ratio_is_made_of_the_columns_that_are_named_so(tmp_path: Path) -> None:
    rows = "quarter,repeat numerator,repeat denominator\nQ1 2025,30,120\nQ2 2025,40,125\n"
    found = suggested(tmp_path, "crm.csv", rows)
    assert found.source("repeat") == {
        "file": "data/crm.csv",
        "period": "quarter",
        "numerator": "repeat numerator",
        "denominator": "repeat denominator",
    }
    assert read_after_pasting(found) == found.shown == {"repeat": {"2025-Q1": 0.25, "2025-Q2": 0.32}}


def test_dates_of_two_meanings_are_asked_for_with_the_figures_of_each(tmp_path: Path) -> None:
    found = suggested(tmp_path, "days.csv", "day,visits\n03/04/2024,5\n05/04/2024,6\n08/04/2024,4\n")
    assert found.choices == [["dates: day first"], ["dates: month first"]]
    first, second = (each["figures"]["visits"][0]["period"] for each in found.questions[0]["choices"])
    assert (first, second) == ("2024-04-03", "2024-03-04")
    assert read_after_pasting(found, ["dates: month first"])["visits"]["2024-03-04"] == 5
    assert read_after_pasting(found, ["dates: day first"]) == found.shown


def test_dates_of_one_meaning_are_not_asked_for(tmp_path: Path) -> None:
    found = suggested(tmp_path, "days.csv", "day,visits\n30/04/2024,5\n01/05/2024,6\n02/05/2024,4\n")
    assert found.questions == []
    assert found.shown["visits"] == {"2024-04-30": 5, "2024-05-01": 6, "2024-05-02": 4}


def test_first_days_of_months_are_months(tmp_path: Path) -> None:
    found = suggested(tmp_path, "stock.csv", "date,stock\n2024-01-01,5\n2024-02-01,6\n2024-03-01,4\n")
    assert [each["frequency"] for each in found.kpis] == ["monthly"]
    assert read_after_pasting(found) == found.shown


def test_a_decimal_comma_is_read_from_the_figures_themselves(tmp_path: Path) -> None:
    found = suggested(tmp_path, "umsatz.csv", "Monat;Umsatz\n2024-01;1.234,50\n2024-02;2.000,25\n")
    assert (found.questions, found.shown["umsatz"]) == ([], {"2024-01": 1234.5, "2024-02": 2000.25})
    assert read_after_pasting(found) == found.shown


def test_a_number_of_two_meanings_is_asked_for(tmp_path: Path) -> None:
    found = suggested(tmp_path, "sales.csv", 'month,sales\n2024-01,"1,234"\n2024-02,"2,345"\n')
    assert found.choices == [['thousands: ","'], ['decimal: ","']]
    assert read_after_pasting(found, ["decimal:"])["sales"] == {"2024-01": 1.234, "2024-02": 2.345}
    assert read_after_pasting(found, ["thousands:"]) == found.shown


def test_rows_that_become_one_figure_are_asked_about(tmp_path: Path) -> None:
    days = "\n".join(f"2025-{month:02}-{day:02},{day}" for month in (1, 2) for day in (3, 12, 25))
    found = suggested(tmp_path, "shifts.csv", f"date,hours\n{days}\n")
    assert [choice[0] for choice in found.choices][:3] == ["aggregate: sum", "aggregate: mean", "aggregate: last"]
    assert (
        read_after_pasting(found, ["aggregate: sum"])["hours"] == found.shown["hours"] == {"2025-01": 40, "2025-02": 40}
    )
    assert read_after_pasting(found, ["aggregate: last"])["hours"] == {"2025-01": 25, "2025-02": 25}


def test_which_date_counts_is_asked(tmp_path: Path) -> None:
    rows = "ordered,delivered,item\n2025-01-30,2025-02-03,a\n2025-02-27,2025-03-02,b\n2025-02-28,2025-03-05,c\n"
    found = suggested(tmp_path, "orders.csv", rows)
    assert found.choices == [["period: ordered"], ["period: delivered"]]
    assert read_after_pasting(found, ["period: delivered"])["orders"] == {"2025-02": 1, "2025-03": 2}


def test_a_file_without_periods_asks_for_one(tmp_path: Path) -> None:
    found = suggested(tmp_path, "funding.csv", "kind,amount\nGrants,500\nSponsors,300\n")
    assert found.questions[0]["example"]
    assert read_after_pasting(found, ["at: 2025"]) == {"amount-grants": {"2025": 500}, "amount-sponsors": {"2025": 300}}


def test_titles_and_totals_are_left_out_and_told(tmp_path: Path) -> None:
    rows = "Sales of the shop\n\nmonth,sales\n2025-01,5\n2025-02,6\n2025-03,7\nTotal,18\n"
    found = suggested(tmp_path, "sales.csv", rows)
    assert found.told["tables"][0]["line"] == 3
    assert found.told["tables"][0]["left_out"] != []
    assert read_after_pasting(found) == found.shown


def test_a_second_table_of_a_file_is_suggested_too(tmp_path: Path) -> None:
    rows = "month,sales\n2025-01,5\n2025-02,6\n\nReturns\nmonth,sales\n2025-01,1\n2025-02,2\n"
    found = suggested(tmp_path, "two.csv", rows)
    assert [table["line"] for table in found.told["tables"]] == [1, 6]
    assert read_after_pasting(found) == found.shown
    assert [list(each.values()) for each in found.shown.values()] == [[5, 6], [1, 2]]


def test_an_old_encoding_is_declared(tmp_path: Path) -> None:
    found = suggested(tmp_path, "alt.csv", "Monat;Erlöse\n2024-01;5\n2024-02;7\n".encode("cp1252"))
    assert found.source("erlose")["encoding"] == "cp1252"
    assert read_after_pasting(found) == found.shown


def test_lists_of_records_in_json_are_found(tmp_path: Path) -> None:
    content = json.dumps(
        {"meta": {"n": 2}, "result": {"items": [{"month": "2025-01", "n": 3}, {"month": "2025-02", "n": 4}]}}
    )
    found = suggested(tmp_path, "api.json", content)
    assert found.source("n")["records"] == "result/items"
    assert read_after_pasting(found) == found.shown == {"n": {"2025-01": 3, "2025-02": 4}}


def test_sheets_of_a_workbook_are_suggested_each(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Sales"
    book.active.append(["month", "sales"])
    staff = book.create_sheet("Staff")
    staff.append(["month", "staff"])
    for month in (1, 2, 3):
        book.active.append([f"2025-{month:02}", month * 100])
        staff.append([f"2025-{month:02}", month])
    content = io.BytesIO()
    book.save(content)
    found = suggested(tmp_path, "book.xlsx", content.getvalue())
    assert found.source("staff") == {"file": "data/book.xlsx", "sheet": "Staff", "period": "month", "value": "staff"}
    assert read_after_pasting(found) == found.shown


def test_parquet_is_read(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    content = io.BytesIO()
    pandas.DataFrame({"month": ["2025-01", "2025-02"], "sales": [3.5, 4.5]}).to_parquet(content)
    found = suggested(tmp_path, "sales.parquet", content.getvalue())
    assert read_after_pasting(found) == found.shown == {"sales": {"2025-01": 3.5, "2025-02": 4.5}}


def test_texts_among_figures_are_declared_as_missing(tmp_path: Path) -> None:
    rows = "month,rate\n" + "".join(f"2025-{month:02},{month * 11 if month % 4 else 'n/a'}\n" for month in range(1, 13))
    found = suggested(tmp_path, "rates.csv", rows)
    assert found.source("rate")["missing"] == ["n/a"]
    assert first_ten(read_after_pasting(found)) == found.shown


def test_for_a_kpi_of_the_project_the_source_alone_is_printed(tmp_path: Path) -> None:
    card = CARD + "kpis:\n  - {id: returned, name: Returns, unit: count, frequency: quarterly, aggregate: sum}\n"
    write(tmp_path, {"scorecard/shop.yml": card, "data/sales.csv": MONTHS})
    found = suggested_for(tmp_path, tmp_path / "data/sales.csv", "--kpi", "returned")
    assert "\nsource:\n  file: data/sales.csv\n  period: month\n  value: returns\n" in found.text
    assert found.shown == {"returned": {"2025-Q1": 35}}


def test_for_one_kpi_of_several_columns_the_column_is_asked_for(tmp_path: Path) -> None:
    found = suggested(tmp_path, "sales.csv", MONTHS, "--kpi", "trade")
    assert found.choices == [["value: orders"], ["value: returns"]]
    assert read_after_pasting(found, ["value: returns"])["trade"]["2025-03"] == 14


def test_a_file_from_elsewhere_is_to_be_copied_first(tmp_path: Path) -> None:
    write(tmp_path, {"project/scorecard/shop.yml": CARD, "download/sales.csv": MONTHS})
    found = suggested_for(tmp_path / "project", tmp_path / "download/sales.csv")
    assert "Copy the file into the project first, to data/sales.csv" in found.text
    assert found.told["in_project"] is False


def test_ids_of_the_project_are_not_given_again(tmp_path: Path) -> None:
    card = CARD + "kpis:\n  - {id: orders, name: Orders}\n"
    write(tmp_path, {"scorecard/shop.yml": card, "data/sales.csv": MONTHS})
    found = suggested_for(tmp_path, tmp_path / "data/sales.csv")
    assert [each["id"] for each in found.kpis] == ["orders-2", "returns"]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"just one line of text"])
def test_what_is_no_table_is_a_line_that_says_so(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, {"data/odd.csv": content})
    ran = called("suggest", tmp_path / "data/odd.csv", "-C", tmp_path)
    assert ran.code == (1 if content != b"just one line of text" else 0)
    assert "Traceback" not in ran.err


def test_nothing_is_written(tmp_path: Path) -> None:
    before = sorted(write(tmp_path, {"scorecard/shop.yml": CARD, "data/sales.csv": MONTHS}).rglob("*"))
    called("suggest", tmp_path / "data/sales.csv", "-C", tmp_path)
    assert sorted(tmp_path.rglob("*")) == before


def test_questions_and_what_is_left_out_are_told_in_the_language_of_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [f"2024-01-{number // 3 + 1:02},by hand {number}x,{1.5 * number}" for number in range(30)]
    (tmp_path / "sales.csv").write_text("\n".join(["day,remark,sales", *rows]), encoding="utf-8")
    monkeypatch.setenv("BSC_LANGUAGE", "ja")
    told = called("suggest", tmp_path / "sales.csv", "-C", tmp_path)
    assert "どのように1つの数値にしますか" in told.out
    assert "# 除外：数値も期間もない列：remark" in told.out
