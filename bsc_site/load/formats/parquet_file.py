"""Parquet files: the rows of one, read batch by batch."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bsc_site.load.installing import install_command
from bsc_site.load.tables.cells import Cell, Row, TableError
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import RawTable, Report


def read_parquet(path: Path, _: Layout, __: Report) -> RawTable:
    """The rows below the names of the columns, counted from 1.

    Raises TableError without pyarrow and for a broken file.
    """
    try:
        from pyarrow import parquet  # noqa: PLC0415  # an optional dependency
    except ImportError:
        advice = f"Parquet files need pyarrow; run: {install_command('bsc-site[parquet]')}"
        raise TableError("BSC303", advice) from None
    try:
        file = parquet.ParquetFile(path)
    except (OSError, ValueError) as error:  # pyarrow's own errors derive from these two
        raise _broken(error) from None
    return RawTable(_rows(file), list(file.schema_arrow.names))


def _rows(file: Any) -> Iterator[Row]:
    number = 0
    try:
        for batch in file.iter_batches():
            columns = [batch.column(index).to_pylist() for index in range(batch.num_columns)]
            for cells in zip(*columns, strict=True):
                number += 1
                yield number, [_cell(cell) for cell in cells]
    except (OSError, ValueError) as error:
        raise _broken(error) from None


def _cell(value: Any) -> Cell:
    """NaN is how Parquet files written by data frames say that there is no value."""
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return value if value is None or isinstance(value, str | int | float) or hasattr(value, "isoformat") else str(value)


def _broken(error: Exception) -> TableError:
    return TableError("BSC303", f"the Parquet file cannot be read ({type(error).__name__})")
