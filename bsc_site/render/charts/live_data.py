"""The data of a live chart, as few bytes as it takes; bsc-chart-data.js makes the rows of the chart of it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby, pairwise, takewhile
from json import dumps
from operator import itemgetter
from typing import Any, NamedTuple

from pydantic_core import to_json

from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.short_columns import as_few, as_steps, places_of

_DAY = re.compile(r"(?:19[7-9]\d|20\d\d)-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])")
_FIGURE = re.compile(r"(?P<before>[^\d]*)(?P<figure>\d[\d,]*(?:\.(?P<decimals>\d+))?)(?P<after>[^\d]*)")
_FIRST_DAY = date(1970, 1, 1)
_MOST_DIFFERENT = 36
_AROUND_THE_PLOT = frozenset({"zooms", "told", "key", "remark", "left", "right", "below", "switches", "list", "high"})
"""Options that the figure shows, and that the engine has no use for."""
_PLAIN = 1e15
"""Figures below are written out by every language alike."""
_OF_A_VALUE = frozenset({"t", "y"})
"""What a row has from the value that it is a mark `at`."""
_LIST, _COUNTING, _STEPS = "l", "c", "s"
"""As it is; the first of whole numbers that count upwards; the decimals of figures, the first one, and steps."""

Column = list[Any]


def live_data(chart: Chart) -> dict[str, Any]:
    """Blocks of rows, the parts of the time that can be shown, parameters, and what is told of the values."""
    options = dict(chart.options)
    return {
        "blocks": list(_blocks(chart.rows)),
        "zooms": options["zooms"],
        "signals": {name: value for name, value in options.items() if name not in _AROUND_THE_PLOT},
        **({"told": options["told"]} if "told" in options else {}),
    }


def live_file(key: str, chart: Chart) -> tuple[str, str]:
    """Path and text of the script with the same, which a page from a disk loads too: `window.bscCharts["kpi/nps"]`.

    The path is that where bsc-charts.js looks: `data/charts/kpi/nps.js`.
    """
    text = to_json(live_data(chart)).decode()
    return live_path(key), f"(window.bscCharts ??= {{}})[{dumps(key)}] = {text};\n"


def live_path(key: str) -> str:
    """The path of that script."""
    return f"data/charts/{key}.js"


def _blocks(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Any]]:
    """Rows with the same fields that follow each other: how many, the fields alike in all, and those that differ.

    These are written in the shortest way that fits (`_WAYS`), those of each way under its letter. So the names of the
    fields stand once and not in every row, and texts that follow from figures do not stand there at all.
    """
    for _, group in groupby(rows, key=lambda row: (row.get("k"), row.get("g"), *row)):
        block = list(group)
        if len(block) == 1:
            yield [1, {name: block[0][name] for name in _written_of(block[0])}]
            continue
        table = {name: list(map(itemgetter(name), block)) for name in _written_of(block[0])}
        same = {name: column[0] for name, column in table.items() if _alike(column)}
        ways: dict[str, dict[str, Any]] = {}
        for name, column in table.items():
            if name not in same:
                way, written = _written(column, table)
                ways.setdefault(way, {})[name] = written
        yield [len(block), same, ways] if ways else [len(block), same]


def _written_of(row: Mapping[str, Any]) -> Iterable[str]:
    """The fields of a row that it does not have from a value that it is a mark `at`."""
    return [name for name in row if name not in _OF_A_VALUE] if "at" in row else row


def _written(column: Column, table: Mapping[str, Column]) -> tuple[str, Any]:
    """The letter of the way in which a column is written, and the column in that way."""
    types = set(map(type, column))
    if types == {int} and column == list(range(column[0], column[0] + len(column))):
        return _COUNTING, column[0]
    if types == {float}:
        steps = as_steps(column)
        return (_LIST, column) if steps is None else (_STEPS, steps)
    if types != {str}:
        return _LIST, column
    for letter, way in _WAYS:
        written = way(column, table)
        if written is not None:
            return letter, written
    return _LIST, column


def _as_days(column: Column, _: Mapping[str, Column]) -> list[int] | None:
    """Steps from one day to the next, the first from 1970."""
    if _day_number(column[0]) is None:
        return None
    days = [0, *map(_day_number, column)]
    return None if None in days else [after - before for before, after in pairwise(days)]


@lru_cache(maxsize=1 << 13)
def _day_number(text: str) -> Any:
    """Days since 1970; None for what is no day. Charts have most of them in common."""
    return (date.fromisoformat(text) - _FIRST_DAY).days if _DAY.fullmatch(text) else None


def _as_months(column: Column, _: Mapping[str, Column]) -> list[Any] | None:
    """Of the first days of months the first one, counted from the year 0, and the steps: one where all are alike."""
    if _month_number(column[0]) is None:
        return None
    months = list(map(_month_number, column))
    if None in months:
        return None
    steps = [after - before for before, after in pairwise(months)]
    return [months[0], steps[0] if len(set(steps)) == 1 else steps]


@lru_cache(maxsize=1 << 13)
def _month_number(text: str) -> Any:
    """Months since the year 0; None for what is no first day of a month."""
    return 12 * int(text[:4]) + int(text[5:7]) - 1 if text.endswith("-01") and _DAY.fullmatch(text) else None


class _FigureForm(NamedTuple):
    """How the texts of figures are made: what stands before and after, and how many decimals there are."""

    before: str
    after: str
    decimals: int

    def text(self, figure: float) -> str:
        return f"{self.before}{figure:,.{self.decimals}f}{self.after}"


def _as_figures(column: Column, table: Mapping[str, Column]) -> list[Any] | None:
    """The value of the row as a text: what stands before and after it, and its decimals."""
    values = table.get("y", [])
    first = _FIGURE.fullmatch(column[0])
    if first is None or len(set(map(type, values)) - {int, float}) or not values:
        return None
    form = _FigureForm(first["before"], first["after"], len(first["decimals"] or ""))
    if form.text(values[0]) != column[0]:
        return None
    exact = all(0 <= each < _PLAIN and round(each, form.decimals) == each for each in values)
    return ["y", *form] if exact and list(map(form.text, values)) == column else None


def _as_pairs(column: Column, _: Mapping[str, Column]) -> list[Any] | None:
    """Months and years: the texts before the last space, those behind it, and a digit for each row and part."""
    halves = [each.rpartition(" ")[::2] for each in column]
    heads, tails = (list(dict.fromkeys(part)) for part in zip(*halves, strict=True))
    few = max(len(heads), len(tails)) <= _MOST_DIFFERENT and 2 * (len(heads) + len(tails)) <= len(column)
    if not few or "" in heads:
        return None
    first, second = zip(*halves, strict=True)
    return [heads, places_of(first, heads), tails, places_of(second, tails)]


def _as_framed(column: Column, _: Mapping[str, Column]) -> list[Any] | None:
    """What all of them begin and end with, and what stands between."""
    before = _beginning(column)
    after = _beginning([each[len(before) :][::-1] for each in column])[::-1]
    if (len(before) + len(after)) * len(column) <= len(before) + len(after) + len("[,,]''''"):
        return None
    return [before, after, [each[len(before) : len(each) - len(after)] for each in column]]


def _beginning(texts: Sequence[str]) -> str:
    """What all of them begin with."""
    first, last = min(texts), max(texts)
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return first[: sum(1 for _ in shared)]


_WAYS: tuple[tuple[str, Callable[[Column, Mapping[str, Column]], list[Any] | None]], ...] = (
    ("m", _as_months),
    ("d", _as_days),
    ("t", lambda column, _: as_few(column)),
    ("f", _as_figures),
    ("p", _as_pairs),
    ("b", _as_framed),
)
"""Of texts, tried one after the other."""


def _alike(column: Column) -> bool:
    return column[0] == column[-1] and column.count(column[0]) == len(column) and len(set(map(type, column))) == 1
