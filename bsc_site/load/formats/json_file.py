"""JSON files: the rows of one, a list of objects below a path of keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bsc_site.load.formats.json_shapes import at_path, records_of
from bsc_site.load.tables.cells import Cell, Row, TableError
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import RawTable, Report


def read_records(path: Path, layout: Layout, _: Report) -> RawTable:
    """Each record's values below the keys of all records in the order they appear; rows are counted from 1.

    Raises TableError for text that is not JSON and for a path that leads to no list of objects.
    """
    try:
        content = _content(path.read_bytes().decode(layout.form.encoding or "utf-8-sig"))
    except json.JSONDecodeError as error:
        raise TableError("BSC304", f"the file is not JSON ({error.msg})", error.lineno, error.colno) from None
    except (ValueError, LookupError, RecursionError) as error:
        raise TableError("BSC304", f"the file is not JSON ({error})") from None
    listed = _below(content, layout.records)
    headings = list(dict.fromkeys(key for record in listed for key in record))
    return RawTable(_rows(listed, headings), headings)


def _rows(listed: list[dict[str, Any]], headings: list[str]) -> Iterator[Row]:
    for number, record in enumerate(listed, start=1):
        yield number, [_cell(record.get(key)) for key in headings]


def _content(text: str) -> Any:
    """The value of a JSON text, a list where each line is a value of its own."""
    read = partial(json.loads, parse_constant=_no_constant, object_pairs_hook=_each_once)
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 and all(line.startswith("{") and line.rstrip().endswith("}") for line in lines):
        return [read(line) for line in lines]
    return read(text)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(
            f"the key '{next(each for each in names if names.count(each) > 1)}' stands twice in one object"
        )
    return found


def _below(content: Any, records: str | None) -> list[dict[str, Any]]:
    try:
        at = at_path(content, tuple(records.split("/")) if records else ())
    except KeyError as error:
        key, known = error.args
        there = f"; there is: {', '.join(known)}" if known else ""
        raise TableError("BSC308", f"the path '{records}' leads nowhere at '{key}'{there}") from None
    listed = records_of(at)
    if listed is not None:
        return listed
    lists = [key for key, value in at.items() if isinstance(value, list)] if isinstance(at, dict) else []
    hint = f"; declare `records: {lists[0]}`" if lists else "; declare `records` with the path of keys to it"
    raise TableError("BSC308", f"there is no list of records at '{records or 'the top'}'{hint}")


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    return json.dumps(value)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a JSON number")
