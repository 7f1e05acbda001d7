"""Data files: the table that a guide shows as text, written as the kind of file that it stands for."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import openpyxl
import pandas as pd

Cell = str | float | None


def rows_of(text: str) -> list[list[Cell]]:
    """The cells of a table in CSV, figures as numbers, empty cells as nothing."""
    return [[_cell(each) for each in row] for row in csv.reader(io.StringIO(text))]


def _cell(text: str) -> Cell:
    try:
        return float(text) if text else None
    except ValueError:
        return text


def write_table(path: Path, text: str, called: str) -> None:
    """The table as a workbook, a database or a Parquet file, by the ending; its sheet or table is `called` so."""
    rows = rows_of(text)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.title = called
        for row in rows:
            sheet.append(row)
        book.save(path)
    elif path.suffix == ".parquet":
        pd.DataFrame(rows[1:], columns=[str(each) for each in rows[0]]).to_parquet(path)
    else:
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(f"create table {called} ({', '.join(map(str, rows[0]))})")
            places = ", ".join("?" * len(rows[0]))
            database.executemany(f"insert into {called} values ({places})", rows[1:])  # noqa: S608  # a name of the guide
