"""JSON files: the rows of one, a list of objects below a path of keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bsc_site.load.tables.cells import Cell, Row, TableError


def read_records(path: Path, records: str | None, encoding: str | None) -> tuple[list[str], Iterator[Row]]:
    """The keys of all records in the order they appear, and each record's values; rows are counted from 1.

    Raises TableError for text that is not JSON and for a path that leads to no list of objects.
    """
    try:
        content = json.loads(path.read_bytes().decode(encoding or "utf-8-sig"), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise TableError("BSC304", f"the file is not JSON ({error.msg})", error.lineno, error.colno) from None
    except (ValueError, LookupError, RecursionError) as error:
        raise TableError("BSC304", f"the file is not JSON ({error})") from None
    listed = _below(content, records)
    headings = list(dict.fromkeys(key for record in listed for key in record))
    return headings, (
        (number, [_cell(record.get(key)) for key in headings]) for number, record in enumerate(listed, start=1)
    )


def _below(content: Any, records: str | None) -> list[dict[str, Any]]:
    at = content
    for key in (records or "").split("/") if records else ():
        if not isinstance(at, dict) or key not in at:
            there = ", ".join(at) if isinstance(at, dict) else "a list"
            raise TableError("BSC308", f"the path '{records}' leads nowhere at '{key}'; there is: {there}")
        at = at[key]
    if isinstance(at, list) and all(isinstance(record, dict) for record in at):
        return at
    lists = [key for key, value in at.items() if isinstance(value, list)] if isinstance(at, dict) else []
    hint = f"; declare `records: {lists[0]}`" if lists else "; declare `records` with the path of keys to it"
    raise TableError("BSC308", f"there is no list of records at '{records or 'the top'}'{hint}")


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    return json.dumps(value)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a JSON number")
