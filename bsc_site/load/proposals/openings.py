"""Openings: the ways to open a file so that each of its tables can be looked at."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

from bsc_site.load.formats.any_file import open_table
from bsc_site.load.formats.file_head import head_of
from bsc_site.load.formats.json_shapes import records_of
from bsc_site.load.layouts.known_layouts import layout_of_file, with_layout
from bsc_site.load.proposals.column_look import ColumnLook, column_looks
from bsc_site.load.proposals.first_row import is_headless
from bsc_site.load.proposals.proposed import Keys
from bsc_site.load.tables.cells import TableError
from bsc_site.load.tables.file_layout import layout_of
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.declared.sources.table_choice import NO_HEADINGS
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import suggestion_sentences as told
from bsc_site.model.value_class import dataclass

MOST_TABLES = 16
_BOTH_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ANOTHER_TABLE, _NO_TEXT, _NO_RECORDS = "BSC341", "BSC304", "BSC308"
_DEEP = 4


@dataclass(frozen=True, slots=True)
class OpenedTable:
    """One table of a file: the keys of a source that open it, its columns, and what is wrong in its rows."""

    keys: Keys
    table: Table
    looks: tuple[ColumnLook, ...]
    errors: tuple[TableError, ...] = ()


def opened_tables(root: Path, file: str) -> list[OpenedTable]:
    """Every table of a file below `root`, the first of very many. Raises TableError for a file that cannot be read."""
    head = head_of(root / file)
    layout = layout_of_file(head)
    if layout is None:
        return list(_Opener(root, file, ({},)).tables())
    given = tuple({"layout": layout.name, **keys} for keys in layout.tables(head))
    return list(_Opener(root, file, given).tables())


@dataclass(frozen=True, slots=True)
class _Opener:
    root: Path
    file: str
    given: Sequence[Keys]
    """The keys of each table, where its layout tells them."""
    _known: set[str] = field(default_factory=set)

    def tables(self) -> Iterator[OpenedTable]:
        """The tables that follow from each other: sheets, lists of records, and what stands below."""
        waiting: list[Keys] = [*self.given]
        found = 0
        while waiting and found < MOST_TABLES:
            keys = waiting.pop(0)
            try:
                opened = self._opened(keys)
            except TableError as error:
                others = self._otherwise(keys, error)
                if not others and found == 0 and not waiting:
                    raise
                waiting = [*others, *waiting]
                continue
            found += 1
            if "sheet" not in keys and len(opened.table.sheets.visible) > 1:
                first, *more = opened.table.sheets.visible
                waiting += [{**keys, "sheet": name} for name in more]
                opened = OpenedTable({**keys, "sheet": first}, opened.table, opened.looks, opened.errors)
            waiting = [*self._below(opened), *waiting]
            yield opened

    def _opened(self, keys: Keys) -> OpenedTable:
        source = Source(**with_layout({"file": self.file, **keys}))
        table = open_table(self.root, layout_of(source))
        if is_headless(table) and not source.header and not source.table:
            return self._opened({**keys, "header": NO_HEADINGS})
        looks = column_looks(table)
        if not looks:
            raise TableError("BSC305", said(told.NO_HEADINGS))
        return OpenedTable(keys, table, looks, table.flaws)

    def _otherwise(self, keys: Keys, error: TableError) -> list[Keys]:
        """The keys with which a file may open that did not without them, each tried once."""
        path = self.root / self.file
        other: list[Mapping[str, Any]] = []
        if error.code == _NO_TEXT and "encoding" not in keys:
            other = [{"encoding": "utf-16" if path.read_bytes()[:2] in _BOTH_MARKS else "cp1252"}]
        elif error.code == _NO_RECORDS and "records" not in keys and path.suffix.lower() == ".json":
            other = [{"records": each} for each in _lists_of_records(path)]
        return [{**keys, **each} for each in other if self._first(repr(each))]

    def _below(self, opened: OpenedTable) -> list[Keys]:
        lines = [each.line for each in opened.errors if each.code == _ANOTHER_TABLE]
        return [{**opened.keys, "header": line} for line in lines if self._first(f"{opened.keys.get('sheet')} {line}")]

    def _first(self, text: str) -> bool:
        if text in self._known:
            return False
        self._known.add(text)
        return True


def _lists_of_records(path: Path) -> list[str]:
    """The paths of keys that lead to a list of objects in a JSON file."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        return []
    found: list[str] = []
    _look_below(content, (), lambda names: found.append("/".join(names)))
    return found


def _look_below(value: Any, names: tuple[str, ...], tell: Callable[[tuple[str, ...]], None]) -> None:
    if names and isinstance(value, list) and records_of(value):
        tell(names)
    elif isinstance(value, dict) and len(names) < _DEEP:
        for key, each in value.items():
            _look_below(each, (*names, str(key)), tell)
