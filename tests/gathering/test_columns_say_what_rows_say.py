"""Taking rows by columns gives what looking at each row gives: the same figures, and the same lines about mistakes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bsc_site.compute.series.project_series import build_series
from bsc_site.load.gathering import many_rows
from bsc_site.load.readings import dealing
from bsc_site.load.readings.project_readings import load_readings
from tests.builders.data_files import project_of, told
from tests.builders.project_folders import write

HEADINGS = ("Day", "Value", "All", "Region", "Note", "Target")
DAYS = ("2024-01-05", "2024-01-05 10:30", "2024-01-06", "2024-02-01", "2024-03-31", "2024-Q1", "05.01.2024", "")
WRONG_DAYS = ("2024-13-01", "soon", "Total", "2024-01;5", "01/02/2024", "2024")
FIGURES = ("1", "2", "0.1", "0.7", "3.3", "-4", "1000000.01", "12", "", " ", "n/a")
WRONG_FIGURES = ("1,5", "1,234", "1.234", "1.234,5", "12 %", "€5", "x", "1e400", "2k", "=A1")
REGIONS = ("North", "north", "South", "Total", "All", "", "North Total")


def mostly(usual: Sequence[str], seldom: Sequence[str]) -> st.SearchStrategy[str]:
    """Texts of the one kind, and now and then one of the other."""
    return st.one_of(*[st.sampled_from(usual)] * 9, st.sampled_from((*usual, *seldom)))


@st.composite
def tables(draw: st.DrawFn) -> list[tuple[str, ...]]:
    """Rows of which some columns hold what is easily read alone, and others nearly anything."""
    clean = [draw(st.booleans()) for _ in range(5)]
    days = st.sampled_from(DAYS[:5]) if clean[0] else mostly(DAYS[:5], (*DAYS, *WRONG_DAYS))
    figures = [
        st.sampled_from(FIGURES[:8]) if each else mostly(FIGURES[:8], (*FIGURES, *WRONG_FIGURES)) for each in clean[1:3]
    ]
    regions = st.sampled_from(("North", "South", "West") if clean[3] else REGIONS)
    beside = [st.just(""), st.just("")] if clean[4] else [mostly(("",), ("a note",)), mostly(("",), ("5", "x"))]
    rows = draw(st.lists(st.tuples(days, *figures, regions, *beside), max_size=40))
    again = draw(st.integers(0, 3)) if rows else 0
    return rows + rows[:again]


ROWS = tables()
WHERE: tuple[dict[str, Any], ...] = (
    {},
    {"where": {"Region": "North"}},
    {"where": {"Region": ["South", "Total"]}},
    {"where": {"Region": "north"}, "case_sensitive": True},
    {"where": {"Value": [1, 2]}},
    {"where": {"Region": "North", "Note": ""}},
    {"where": {"Region": "South"}, "fill_down": ["Region"]},
)
WHAT: tuple[dict[str, Any], ...] = (
    {"value": "Value"},
    {"count": "rows"},
    {"numerator": "Value", "denominator": "All"},
    {"value": "Value", "note": "Note"},
    {"value": "Value", "target": "Target"},
    {"value": "Value", "scale": 100},
    {"value": "Value", "missing": ["n/a"]},
    {"value": "Value", "totals": "left out", "repeated_rows": "left out"},
    {"value": "Value", "totals": "counted", "repeated_rows": "counted"},
)
SOURCES = st.builds(
    lambda what, where: {"file": "data/a.csv", "period": "Day"} | what | where,
    st.sampled_from(WHAT),
    st.sampled_from(WHERE),
)
KPIS = st.lists(
    st.tuples(
        SOURCES,
        st.sampled_from(["sum", "mean", "min", "max", "last", None]),
        st.sampled_from(["monthly", "quarterly", "daily"]),
        st.sampled_from(["count", "%"]),
    ),
    min_size=1,
    max_size=4,
)


@contextmanager
def few_rows(few: int, many: int) -> Iterator[None]:
    """So many rows of a KPI are looked at one by one, and so many become a reading each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dealing, "FEW", few)
        patch.setattr(many_rows, "MANY", many)
        yield


def read(root: Path, kpis: Sequence[dict[str, Any]]) -> tuple[Any, ...]:
    """What is told, and every figure with how many rows it was made of."""
    project = project_of(*kpis)
    loaded = load_readings(root, project)
    built = build_series(project, loaded.readings, date(2024, 6, 30))
    rows = {id_: sum(row.of_rows for row in each.rows) for id_, each in loaded.readings.items()}
    reach = {id_: (each.covers_to, each.reach) for id_, each in loaded.readings.items()}
    figures = {id_: each.observations for id_, each in built.series.items()}
    return told(loaded), rows, reach, figures, built.findings


TOTAL_TEACHES = [("Total", "0.1", "1", "North", "", ""), ("2024-01-05", "1.234,5", "1", "North", "", "")]
"""A row without a period may be a total, and its figure shows how the column is written."""


@example(TOTAL_TEACHES, [({"file": "data/a.csv", "period": "Day", "value": "Value"}, "sum", "monthly", "count")])
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(ROWS, KPIS)
def test_columns_say_what_rows_say(rows: list[tuple[str, ...]], kpis: list[tuple[Any, ...]]) -> None:
    declared = [
        {"id": f"k{number}", "source": source, "frequency": frequency, "unit": unit}
        | ({} if aggregate is None or "numerator" in source else {"aggregate": aggregate})
        for number, (source, aggregate, frequency, unit) in enumerate(kpis)
    ]
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([HEADINGS, *rows])
    with TemporaryDirectory() as folder:
        root = write(Path(folder), {"data/a.csv": text.getvalue()})
        with few_rows(10**9, 0):
            expected = read(root, declared)
        for few, many in ((0, 0), (0, 10**9), (5, 3)):
            with few_rows(few, many):
                assert read(root, declared) == expected
