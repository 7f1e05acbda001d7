"""What figures of one KPI mean together, and what is told of those that do not agree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.builders.data_files import load, project_of, told, values

MARKED = (
    ("the sign is part of the number", "0.0%", [0.183, 0.19], [18.3, 19]),
    ("the sign is quoted", '0.0"%"', [18.3, 19], [18.3, 19]),
    ("the sign is escaped", "0.0\\%", [18.3, 19], [18.3, 19]),
    ("negative ones in red", '0.0%;[Red]-0.0%;"none"', [-0.183, 0.19], [-18.3, 19]),
    ("a quoted word beside the sign", '0.0"up to "%', [0.183, 0.19], [18.3, 19]),
)


def workbook(root: Path, shares: list[tuple[float | str, str]]) -> dict[str, Any]:
    """A source for a workbook of shares by month, each with its number format."""
    (root / "data").mkdir(exist_ok=True)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["month", "share"])
    for index, (share, shown_as) in enumerate(shares, start=1):
        sheet.append([f"2024-{index:02d}", share])
        sheet.cell(index + 1, 2).number_format = shown_as
    book.save(root / "data/book.xlsx")
    return {"file": "data/book.xlsx", "period": "month", "value": "share"}


@pytest.mark.parametrize(("number_format", "cells", "shown"), [each[1:] for each in MARKED], ids=[m[0] for m in MARKED])
def test_a_share_of_a_workbook_is_read_as_it_is_shown(
    tmp_path: Path, number_format: str, cells: list[float], shown: list[float]
) -> None:
    source = workbook(tmp_path, [(cell, number_format) for cell in cells])
    loaded = load(tmp_path, {}, {"id": "k", "unit": "%", "source": source})
    assert (told(loaded), list(values(loaded, "k").values())) == ([], shown)


def test_a_bare_share_beside_formatted_ones_is_a_question(tmp_path: Path) -> None:
    source = workbook(tmp_path, [(0.183, "0.0%"), (0.19, "General"), (21, "General"), (0, "General")])
    loaded = load(tmp_path, {}, {"id": "k", "unit": "%", "source": source})
    assert told(loaded) == [
        (
            "data/book.xlsx:3:2: BSC352 error: 0.19 has no per cent sign, but others of 'k' have one, so it is 0.19 % "
            "or 19 %; write all alike, in a workbook by the same number format"
        )
    ]


def column(*cells: str, **kpi: Any) -> tuple[dict[str, str | bytes], dict[str, Any]]:
    """A file with these cells in one column, and the KPI that reads it; `source` adds to what it declares."""
    rows = [f'2024-{month:02d},"{cell}"' for month, cell in enumerate(cells, start=1)]
    more = kpi.pop("source", {})
    source = {"file": "data/a.csv", "period": "month", "value": "v", **more}
    return {"data/a.csv": "\n".join(["month,v", *rows])}, {"id": "k", "source": source, **kpi}


def told_of(root: Path, *cells: str, **kpi: Any) -> list[str]:
    """What is told of one column."""
    files, declared = column(*cells, **kpi)
    return told(load(root, files, declared))


def test_one_cell_settles_a_column_above_and_below(tmp_path: Path) -> None:
    files, kpi = column("2.417", "998", "1.250,5", "3.001")
    loaded = load(tmp_path, files, kpi)
    assert (told(loaded), list(values(loaded, "k").values())) == ([], [2417, 998, 1250.5, 3001])


def test_a_column_of_two_meanings_is_asked_once_and_either_answer_works(tmp_path: Path) -> None:
    cells = "997", "1.004", "1.018"
    assert told_of(tmp_path, *cells) == [
        (
            "data/a.csv:3:2: BSC310 error: '1.004' can be read in two ways, and no figure of its column tells which; "
            'declare `thousands: "."` or `decimal: "."`'
        )
    ]
    for answer, expected in (({"thousands": "."}, [997, 1004, 1018]), ({"decimal": "."}, [997, 1.004, 1.018])):
        files, kpi = column(*cells, source=answer)
        loaded = load(tmp_path, files, kpi)
        assert (told(loaded), list(values(loaded, "k").values())) == ([], expected)


@pytest.mark.parametrize(("target", "expected"), [(99.999, [99.995, 99.998]), (101000, [99995, 99998])])
def test_a_target_of_one_size_only_tells_what_its_figures_mean(
    tmp_path: Path, target: float, expected: list[float]
) -> None:
    files, kpi = column("99.995", "99.998", targets=[{"period": "2025", "value": target}])
    loaded = load(tmp_path, files, kpi)
    assert (told(loaded), list(values(loaded, "k").values())) == ([], expected)


def test_the_columns_of_a_wide_table_are_spelled_alike(tmp_path: Path) -> None:
    source = {"file": "data/a.csv", "scale": 10}
    loaded = load(tmp_path, {"data/a.csv": 'x,2024-01,2024-02\na,"1.004","7,5"\n'}, {"id": "k", "source": source})
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 10040, "2024-02": 75})


def test_one_kpi_of_a_tidy_file_tells_what_those_of_another_mean(tmp_path: Path) -> None:
    content = "kpi;period;value\nk;2024-01;1.004\nother;2024-01;7,5\n"
    loaded = load(tmp_path, {"data/a.csv": content}, {"id": "k"}, {"id": "other"})
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 1004})


def test_a_bare_figure_beside_millions_is_a_question(tmp_path: Path) -> None:
    assert told_of(tmp_path, "2.7 Mio", "2.9", "0", "3100000") == [
        (
            "data/a.csv:3:2: BSC352 error: 2.9 stands alone, but others of 'k' are written in thousands or millions, "
            "so it may be too; write all alike"
        )
    ]


def test_a_figure_in_another_currency_than_the_unit_is_an_error(tmp_path: Path) -> None:
    assert told_of(tmp_path, "€ 12.50", "USD 14.50", "13.50", unit="EUR") == [
        "data/a.csv:3:2: BSC353 error: 'USD 14.50' is not in EUR, the unit of 'k'; convert it"
    ]
    assert told_of(tmp_path, "A$ 12.50", "$14.50", unit="AUD") == []


def test_per_cent_of_a_unit_that_is_plainly_another_is_an_error(tmp_path: Path) -> None:
    (line,) = told_of(tmp_path, "5%", "7%", unit="count")
    assert line.startswith("data/a.csv:2:2: BSC357 error: '5%' is per cent, but the unit of 'k' is count; declare ")
    assert told_of(tmp_path, "5%", "7%", unit="of all calls") == []


def test_two_currencies_without_a_unit_that_is_one_are_told(tmp_path: Path) -> None:
    assert told_of(tmp_path, "€ 12.50", "USD 14.50", unit="per head") == [
        "data/a.csv:3:2: BSC354 warning: 'USD 14.50' is in another currency than the figures of 'k' before it"
    ]


def test_the_mark_of_a_footnote_is_the_note_of_its_figure(tmp_path: Path) -> None:
    files, kpi = column("12.5", "13.5 (p)")
    rows = load(tmp_path, files, kpi).readings["k"].rows
    assert [(row.value, row.note) for row in rows] == [(12.5, ""), (13.5, "(p)")]


def test_dashes_of_every_length_are_the_declared_one(tmp_path: Path) -> None:
    files, kpi = column("12", "—", "−", "–", "14", source={"missing": ["-"]})
    loaded = load(tmp_path, files, kpi)
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 12, "2024-05": 14})


SHARES = "all figures of 'k' lie between 0 and 1, such as 0.38, which is shown as 0.38 %"


def test_shares_of_a_kpi_in_per_cent_are_a_question_that_a_scale_answers(tmp_path: Path) -> None:
    cells = "0.38", "0.36", "0.31"
    question = (
        f"kpi/k source: BSC350 {SHARES}; declare `scale: 100` in its source if it means 38 %, or `scale: 1` if not"
    )
    assert told_of(tmp_path, *cells, unit="%") == [question]
    assert told_of(tmp_path, *cells, unit="%", targets=[{"period": "2025", "value": 45}]) == [question]
    assert told_of(tmp_path, *cells, unit="%", source={"scale": 1}) == []
    files, kpi = column(*cells, unit="%", source={"scale": 100})
    assert list(values(load(tmp_path, files, kpi), "k").values()) == [38, 36, 31]


def test_shares_beside_a_target_of_their_size_or_without_a_source_are_a_warning(tmp_path: Path) -> None:
    found = load(tmp_path, *column("0.38", "0.36", unit="%", targets=[{"period": "2025", "value": 0.2}])).findings
    assert [each.code for each in found] == ["BSC351"]
    loaded = load(tmp_path, {"data/a.csv": "kpi,period,value\nk,2024-01,0.38\n"}, {"id": "k", "unit": "%"})
    assert told(loaded) == [f"kpi/k unit: BSC351 {SHARES}; if it means 38 %, write 38"]


@pytest.mark.parametrize("cells", [("0.38%", "0.36%"), ("0.38", "1.2"), ("0", "0"), ("1", "1")])
def test_per_cent_that_can_be_nothing_else_are_no_question(tmp_path: Path, cells: tuple[str, ...]) -> None:
    assert told_of(tmp_path, *cells, unit="%") == []


def test_a_declared_figure_may_carry_the_per_cent_sign_that_figures_in_data_carry() -> None:
    declared = {"targets": [{"period": "2025", "value": "9.5%"}], "baseline": {"period": "2020", "value": "-3 %"}}
    kpi = project_of({"id": "k", "unit": "%", **declared}).kpis["k"]
    assert kpi.targets[0].value == 9.5
    assert kpi.baseline is not None
    assert kpi.baseline.value == -3
