"""One table of many in a file or sheet: by its headings, by its lines, below several heading rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.builders.data_files import load, told, values

SNAPSHOT = """# Reports snapshot
#
# Start date: 20251203
Active users,New users
1291,1272

#
# Start date: 20251203
Page,Views,Active users
Home,756,626
About,15,9

# Start date: 20251203
Country,Active users
Norway,40
Page,12

Country,Active users
Peru,7
"""
SALES = "Region,,2024,\n,,Q1,Q2\nNorth,Oslo,1,2\nSouth,Rome,3,4\n"


def read(root: Path, content: str, **source: Any) -> tuple[list[str], dict[str, Any]]:
    """What is told, and the figures by period."""
    kpi = {"id": "k", "aggregate": "sum", "source": {"file": "data/a.csv"} | source}
    loaded = load(root, {"data/a.csv": content}, kpi)
    return told(loaded), values(loaded, "k") if loaded.readings else {}


def at(root: Path, content: str, **source: Any) -> tuple[list[str], Any]:
    """What is told, and the figure of a file that names no period."""
    lines, figures = read(root, content, at="2026-03", **source)
    return lines, figures.get("2026-03")


def test_a_table_is_found_by_its_headings_and_ends_before_the_next(tmp_path: Path) -> None:
    views = {"table": {"headings": ["page", "Views"]}, "value": "Views"}
    assert at(tmp_path, SNAPSHOT, **views) == ([], 771)
    assert at(tmp_path, SNAPSHOT, **views, where={"Page": "About"}) == ([], 15)
    assert at(tmp_path, SNAPSHOT, table={"headings": ["New users"]}, value="New users") == ([], 1272)
    assert at(tmp_path, SNAPSHOT, table={"headings": ["Page"]}, count="rows") == ([], 2)


def test_tables_with_the_same_headings_are_told_apart_by_number_or_lines(tmp_path: Path) -> None:
    named = ["Country", "Active users"]
    (line,) = at(tmp_path, SNAPSHOT, table={"headings": named}, value="Active users")[0]
    assert line == (
        "kpi/k source.table: BSC373 data/a.csv: 2 rows have the headings Country, Active users, in lines 14, 18; "
        "add `number: 1` to `table:` for the first of these tables, `number: 2` for the second, or name a heading that "
        "only one of them has"
    )
    cases: tuple[tuple[list[dict[str, Any]], int], ...] = (
        ([{"table": {"headings": named, "number": 1}}, {"rows": "14..16"}], 52),
        ([{"table": {"headings": named, "number": 2}}, {"rows": "18.."}], 7),
    )
    for ways, figure in cases:
        for way in ways:
            assert at(tmp_path, SNAPSHOT, value="Active users", **way) == ([], figure)
    (line,) = at(tmp_path, SNAPSHOT, table={"headings": named, "number": 3}, value="Active users")[0]
    assert line.endswith("BSC372 data/a.csv: there are only 2 tables with the headings Country, Active users")


@pytest.mark.parametrize(
    ("headings", "message"),
    [
        (
            ["Page", "Vievs"],
            "no row has all the headings: 'Vievs' is missing in line 9, which has: Page, Views, Active ",
        ),
        (["Pages"], "no row of the file has the headings Pages; did you mean 'Page'?"),
    ],
)
def test_headings_that_no_row_has_are_told_with_the_nearest(tmp_path: Path, headings: list[str], message: str) -> None:
    (line,) = at(tmp_path, SNAPSHOT, table={"headings": headings}, value="Views")[0]
    assert line.startswith(f"kpi/k source.table: BSC372 data/a.csv: {message}")


def test_lines_hold_the_headings_unless_they_are_said(tmp_path: Path) -> None:
    content = "Month,Sales\n2024-01,1\n2024-02,2\n2024-03,4\nMonth,Returns\n2024-01,8\n"
    assert read(tmp_path, content, header=1, rows="3..4", period="Month", value="Sales") == (
        [],
        {"2024-02": 2, "2024-03": 4},
    )
    assert read(tmp_path, content, rows="5..", period="Month", value="Returns") == ([], {"2024-01": 8})


def test_several_heading_rows_are_one_and_an_upper_one_holds_for_all_below_it(tmp_path: Path) -> None:
    quarterly = {"id": "k", "frequency": "quarterly"}
    source = {"file": "data/a.csv", "header": [1, 2], "where": {"Region": "South"}}
    loaded = load(tmp_path, {"data/a.csv": SALES}, quarterly | {"source": source})
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-Q1": 3, "2024-Q2": 4})


def test_merged_upper_headings_hold_for_all_columns_below_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in ((None,), ("Region", 2023, None, 2024), (None, "Q1", "Q2", "Q1"), ("North", 1, 2, 3)):
        book.worksheets[0].append(row)
    book.worksheets[0].merge_cells("A2:A3")
    book.worksheets[0].merge_cells("B2:C2")
    (tmp_path / "data").mkdir()
    book.save(tmp_path / "data/a.xlsx")
    source = {"file": "data/a.xlsx", "header": [2, 3], "where": {"Region": "North"}}
    loaded = load(tmp_path, {}, {"id": "k", "frequency": "quarterly", "source": source})
    assert (told(loaded), values(loaded, "k")) == ([], {"2023-Q1": 1, "2023-Q2": 2, "2024-Q1": 3})


def test_a_column_without_a_heading_of_its_own_has_its_letter(tmp_path: Path) -> None:
    content = "Month,Sales,,Sales\n2024-01,1,2,4\n2024-02,8,16,32\n"
    for letter, january in (("b", 1), ("C", 2), ("D", 4)):
        figures = read(tmp_path, content, period={"column": "A"}, value={"column": letter}, where={"column B": 1})
        assert figures == ([], {"2024-01": january})
    (line,) = read(tmp_path, content, period="Month", value={"column": "E"})[0]
    assert line == "kpi/k source.value: BSC307 data/a.csv: there is no column E; the table has 4, A to D"


def test_the_delimiter_is_that_of_the_table_that_is_meant(
    tmp_path: Path,
) -> None:
    content = "a,b,c,d,e\n1,2,3,4,5\n1,2,3,4,5\n1,2,3,4,5\n\nPage;Views\nHome;3\n"
    assert at(tmp_path, content, table={"headings": ["Page", "Views"]}, value="Views") == ([], 3)


def test_both_names_of_filling_down_are_one(tmp_path: Path) -> None:
    content = "Region,Month,Sales\nNorth,2024-01,1\n,2024-02,2\n"
    for name in ("fill", "fill_down"):
        source = {"period": "Month", "value": "Sales", "where": {"Region": "North"}, name: ["Region"]}
        assert read(tmp_path, content, **source) == ([], {"2024-01": 1, "2024-02": 2})


def test_without_a_word_the_first_of_several_tables_is_read_and_the_next_is_told(tmp_path: Path) -> None:
    lines, figure = at(tmp_path, SNAPSHOT, value="New users")
    assert figure == 1272
    (line,) = lines
    assert line.startswith("data/a.csv:9:0: BSC341 note: another table begins here (Page, Views, Active users)")
    lines = at(tmp_path, SNAPSHOT, value="Views")[0]
    assert lines[-1].endswith(
        "there is no column 'Views'; there are: Active users, New users; if another table of the file is meant, name "
        "some of its headings: `table: {headings: [..]}`"
    )


def test_a_title_between_rows_of_one_table_does_not_end_it(tmp_path: Path) -> None:
    content = "Month,Sales\n2024-01,1\n\nSpring\n2024-02,2\n\nSummer,estimated\n2024-03,4\n"
    source = {"period": "Month", "value": "Sales", "missing": ["estimated"]}
    assert read(tmp_path, content, **source)[1] == {"2024-01": 1, "2024-02": 2, "2024-03": 4}


RAW = "\n2025-01,North,5\n2025-01,South,6\n2025-02,North,7,late\n"


def test_a_file_without_headings_has_columns_by_letters(tmp_path: Path) -> None:
    ways = {"period": {"column": "A"}, "value": {"column": "C"}}, {"period": "A", "value": "C"}
    for way in ways:
        lines, figures = read(tmp_path, RAW.replace(",late", ""), header="none", **way)
        assert (lines, figures) == ([], {"2025-01": 11, "2025-02": 7})
    assert read(tmp_path, RAW, header="none", rows="2..3", where={"B": "South"}, period="A", value="C")[1] == {
        "2025-01": 6
    }
    (line,) = read(tmp_path, RAW, header="none", period="A", value="C")[0]
    assert line.startswith("data/a.csv:4:4: BSC306 error: 4 cells under 3 headings")
    assert read(tmp_path, "\n\n", header="none", period="A", value="C")[0][0].startswith("data/a.csv:0:0: BSC305")


def test_a_row_of_figures_is_not_taken_for_headings_without_a_word(tmp_path: Path) -> None:
    by_letter = {"period": {"column": "A"}, "value": {"column": "B"}}
    (line,) = read(tmp_path, "2025-01,5\n2025-02,6\n", **by_letter)[0]
    assert line.startswith("kpi/k source: BSC397 data/a.csv: '2025-01' and '5' stand in line 1")
    assert read(tmp_path, "2025-01,5\n2025-02,6\n", **by_letter, header=1) == ([], {"2025-02": 6})
    years = read(tmp_path, "Month,2025\n2025-02,6\n", **by_letter)
    assert years == ([], {"2025-02": 6})
