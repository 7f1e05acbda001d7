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
from bsc_site.model.saying.said import Listed, said
from bsc_site.model.sentences.in_data import file_sentences as told


def read_records(path: Path, layout: Layout, _: Report) -> RawTable:
    """Each record's values below the keys of all records in the order they appear; rows are counted from 1.

    Raises TableError for text that is not JSON and for a path that leads to no list of objects.
    """
    try:
        content = _content(path.read_bytes().decode(layout.form.encoding or "utf-8-sig"))
    except json.JSONDecodeError as error:
        raise TableError("BSC304", said(told.NOT_JSON, reason=error.msg), error.lineno, error.colno) from None
    except (ValueError, LookupError, RecursionError) as error:
        reason = error.args[0] if isinstance(error, _NoJsonError) else str(error)
        raise TableError("BSC304", said(told.NOT_JSON, reason=reason)) from None
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
        twice = next(each for each in names if names.count(each) > 1)
        raise _NoJsonError(said(told.KEY_TWICE_IN_OBJECT, key=twice))
    return found


def _below(content: Any, records: str | None) -> list[dict[str, Any]]:
    try:
        at = at_path(content, tuple(records.split("/")) if records else ())
    except KeyError as error:
        key, known = error.args
        form = told.PATH_LEADS_ELSEWHERE if known else told.PATH_LEADS_NOWHERE
        raise TableError("BSC308", said(form, path=records or "", key=key, there=Listed(known))) from None
    listed = records_of(at)
    if listed is not None:
        return listed
    lists = [key for key, value in at.items() if isinstance(value, list)] if isinstance(at, dict) else []
    path = records or said(told.THE_TOP)
    if lists:
        raise TableError("BSC308", said(told.RECORDS_ELSEWHERE, path=path, key=lists[0]))
    raise TableError("BSC308", said(told.NO_RECORDS, path=path))


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    return json.dumps(value)


def _no_constant(name: str) -> float:
    raise _NoJsonError(said(told.NO_JSON_NUMBER, word=name))


class _NoJsonError(ValueError):
    """What the standard forbids and Python reads."""
