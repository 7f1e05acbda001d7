"""Projects whose figures stand in a file that an extra reads."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pyarrow as pa
from pyarrow import parquet

from tests.builders.program import FIGURES, SCORECARD
from tests.builders.project_folders import write

_SOURCE = "    source: {{file: data/shop.{}, period: period, value: value}}\n"


def workbook_project(root: Path) -> Path:
    """The small project with its figures in data/shop.xlsx."""
    book = openpyxl.Workbook()
    for row in _rows():
        book.worksheets[0].append(row)
    _declared(root, "xlsx")
    book.save(root / "data" / "shop.xlsx")
    return root


def parquet_project(root: Path) -> Path:
    """The small project with its figures in data/shop.parquet."""
    headings, *rows = _rows()
    _declared(root, "parquet")
    columns = [pa.array(cells) for cells in zip(*rows, strict=True)]
    parquet.write_table(pa.table(columns, names=headings), root / "data" / "shop.parquet")
    return root


def _declared(root: Path, kind: str) -> None:
    owner = "    owner: ann\n    baseline"
    text = SCORECARD.replace(owner, f"    owner: ann\n{_SOURCE.format(kind)}    baseline")
    write(root, {"scorecard/shop.yml": text})
    (root / "data").mkdir()


def _rows() -> list[list[str | float]]:
    _, *rows = csv.reader(io.StringIO(FIGURES))
    cells: list[list[str | float]] = [[period, float(value)] for _, period, value in rows]
    return [["period", "value"], *cells]
