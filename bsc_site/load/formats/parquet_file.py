"""Parquet files: the columns of one, each distinct cell made once."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np

from bsc_site.load.installing import install_command
from bsc_site.load.tables.cells import Cell, TableError
from bsc_site.load.tables.columns import Column, column_of_cells, recoded
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.opened import OpenedColumns
from bsc_site.load.tables.raw_table import Report
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import file_sentences as told


def read_parquet(path: Path, _: Layout, __: Report) -> OpenedColumns:
    """The columns of the file. Raises TableError without pyarrow or for a broken file."""
    try:
        import pyarrow as pa  # noqa: PLC0415  # an optional dependency
        from pyarrow import parquet  # noqa: PLC0415  # as above
    except ImportError:
        advice = said(told.NO_PYARROW, command=install_command("bsc-site[parquet]"))
        raise TableError("BSC303", advice) from None
    try:
        texts = [each.name for each in parquet.read_schema(path) if pa.types.is_string(each.type)]
        with parquet.ParquetFile(path, read_dictionary=texts) as file:
            table = file.read()
        return OpenedColumns(list(table.column_names), [column_of_arrow(each, pa) for each in table.columns])
    except (OSError, ValueError) as error:  # pyarrow's own errors derive from these two
        raise _broken(error) from None


def column_of_arrow(values: Any, pa: Any) -> Column:
    """The column of an array of Arrow (`pa` is pyarrow), without making a cell for each row."""
    try:
        known = pa.types.is_dictionary(values.type)
        encoded = (values.unify_dictionaries() if known else values.dictionary_encode()).combine_chunks()
    except pa.ArrowNotImplementedError:  # lists and records
        return column_of_cells([_cell(each) for each in values.to_pylist()])
    cells = [_cell(each) for each in encoded.dictionary.to_pylist()]
    codes = encoded.indices.fill_null(len(cells)).to_numpy(zero_copy_only=False)
    return recoded(codes.astype(np.int32, copy=False), [*cells, None])


def _cell(value: Any) -> Cell:
    """NaN is how Parquet files written by data frames say that there is no value."""
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return value if value is None or isinstance(value, str | int | float) or hasattr(value, "isoformat") else str(value)


def _broken(error: Exception) -> TableError:
    return TableError("BSC303", said(told.PARQUET_BROKEN, reason=type(error).__name__))
